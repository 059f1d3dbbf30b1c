// SPDX-License-Identifier: Apache-2.0
#include "time/plain_days.hpp"

#include <algorithm>

#include "time/calendar.hpp"
#include "time/masks.hpp"

namespace throughline {
namespace {

constexpr std::uint64_t last_plain_year = 9999;

bool is_plain(const Date& date) {
  const Year& year = date.year;
  return year.digits <= last_plain_year && year.zeros == 0 && year.significant == 0 && !has_mask(date) &&
         !date.is_season() && !is_approximate(date.qualifier());
}

Stretch days_of(const Date& date) {
  const std::int64_t year = date.year.value();
  if (!date.month.is_given()) return {first_day(year, 1), last_day(year, 12)};
  if (!date.day.is_given()) return {first_day(year, date.month.digits), last_day(year, date.month.digits)};
  const Day day = day_of(year, date.month.digits, date.day.digits);
  return {day, day};
}

// Nothing when nobody knows it.
std::optional<Stretch> days_of(const Endpoint& end, Day open) {
  if (const auto* date = std::get_if<Date>(&end)) return days_of(*date);
  return std::holds_alternative<Open>(end) ? std::optional(Stretch{open, open}) : std::nullopt;
}

std::optional<PlainDays> plain_days_of(const Date& date) {
  if (!is_plain(date)) return std::nullopt;
  const Stretch days = days_of(date);
  return PlainDays{days, days, is_uncertain(date.qualifier())};
}

// Keeps of the ends those that some other end allows.
std::optional<PlainDays> plain_days_of(const Interval& interval) {
  PlainDays days{{never_began, never_ends}, {never_began, never_ends}};
  bool is_dated = false;
  for (const Endpoint* end : {&interval.start, &interval.end}) {
    const auto* date = std::get_if<Date>(end);
    if (!date) continue;
    if (!is_plain(*date)) return std::nullopt;
    is_dated = true;
    days.is_uncertain |= is_uncertain(date->qualifier());
  }
  if (!is_dated) return std::nullopt;
  days.first_days = days_of(interval.start, never_began).value_or(days.first_days);
  days.last_days = days_of(interval.end, never_ends).value_or(days.last_days);
  days.first_days.last = std::min(days.first_days.last, days.last_days.last);
  days.last_days.first = std::max(days.last_days.first, days.first_days.first);
  if (is_empty(days.first_days) || is_empty(days.last_days)) return std::nullopt;
  return days;
}

std::optional<PlainDays> plain_days_of(const Set&) { return std::nullopt; }

Verdict lowered(Verdict verdict, bool is_uncertain) {
  return is_uncertain ? both(verdict, Verdict::possible) : verdict;
}

std::optional<Stretch> unless_empty(const Stretch& days) { return is_empty(days) ? std::nullopt : std::optional(days); }

// However late one value starts, no other has ended before.
bool overlap_in_each_world(std::span<const PlainDays> values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = 0; j < values.size(); ++j)
      if (i != j && values[i].first_days.last > values[j].last_days.first) return false;
  return true;
}

}  // namespace

std::optional<PlainDays> plain_days(const Edtf& value) {
  return std::visit([](const auto& form) { return plain_days_of(form); }, value.value);
}

bool put_plain_days(std::span<const Edtf* const> values, std::span<PlainDays> days) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::optional<PlainDays> each = plain_days(*values[i]);
    if (!each) return false;
    days[i] = *each;
  }
  return true;
}

Verdict verdict_during(const PlainDays& days, const Stretch& stretch) {
  if (is_empty(common({days.first_days.first, days.last_days.last}, stretch))) return Verdict::impossible;
  const bool is_certain = days.first_days.last <= stretch.last && stretch.first <= days.last_days.first;
  return lowered(is_certain ? Verdict::certain : Verdict::possible, days.is_uncertain);
}

Verdict verdict_together(std::span<const PlainDays> values) {
  if (!possible_days(values)) return Verdict::impossible;
  const bool is_uncertain =
      std::any_of(values.begin(), values.end(), [](const PlainDays& days) { return days.is_uncertain; });
  return lowered(overlap_in_each_world(values) ? Verdict::certain : Verdict::possible, is_uncertain);
}

std::optional<Stretch> possible_days(std::span<const PlainDays> values) {
  Stretch days{never_began, never_ends};
  for (const PlainDays& each : values) days = common(days, {each.first_days.first, each.last_days.last});
  return unless_empty(days);
}

std::optional<Stretch> certain_days(std::span<const PlainDays> values) {
  Stretch days{never_began, never_ends};
  for (const PlainDays& each : values) days = common(days, {each.first_days.last, each.last_days.first});
  return unless_empty(days);
}

}  // namespace throughline
