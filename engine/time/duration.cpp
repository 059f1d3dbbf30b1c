// SPDX-License-Identifier: Apache-2.0
#include "time/duration.hpp"

#include <charconv>

namespace throughline {
namespace {

struct UnitRow {
  std::string_view name;  // in the singular
  Duration length;
};

constexpr UnitRow units[] = {{"day", {Duration::Unit::days, 1}},
                             {"week", {Duration::Unit::days, 7}},
                             {"month", {Duration::Unit::months, 1}},
                             {"year", {Duration::Unit::months, 12}},
                             {"hour", {Duration::Unit::hours, 1}}};
constexpr std::int64_t longest = 1'000'000;

}  // namespace

std::optional<Duration> parse_length(std::string_view text) {
  std::int64_t amount = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (problem != std::errc() || amount < 1 || amount > longest) return std::nullopt;
  std::string_view word = text.substr(static_cast<std::size_t>(end - text.data()));
  if (!word.starts_with(' ')) return std::nullopt;
  word.remove_prefix(1);
  if (word.ends_with('s')) word.remove_suffix(1);
  for (const auto& [name, length] : units)
    if (word == name) return Duration{length.unit, length.amount * amount};
  return std::nullopt;
}

std::optional<Duration> parse_duration(std::string_view text) {
  const auto length = parse_length(text);
  return length && length->unit != Duration::Unit::hours ? length : std::nullopt;
}

std::int64_t count_in(const Duration& duration, std::int64_t per_day) {
  if (duration.unit != Duration::Unit::hours) return duration.amount * per_day;
  return per_day > 1 ? duration.amount * per_day / 24 : (duration.amount + 23) / 24;
}

Day latest_within(Day day, const Duration& duration) {
  return duration.unit != Duration::Unit::months ? day + count_in(duration, 1) : later_by_months(day, duration.amount);
}

Day earliest_within(Day day, const Duration& duration) {
  return duration.unit != Duration::Unit::months ? day - count_in(duration, 1)
                                                 : earlier_by_months(day, duration.amount);
}

}  // namespace throughline
