// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/advice.hpp"
#include "time/date_reader.hpp"
#include "time/edtf.hpp"
#include "time/masks.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

std::optional<Endpoint> read_end(std::string_view text, std::size_t begin, std::size_t end, EdtfError& error) {
  if (begin == end) return Unknown{};
  if (text.substr(begin, end - begin) == "..") return Open{};
  const auto date = read_date(text, begin, end, error);
  if (!date) return std::nullopt;
  if (date->time) return error = {"an interval has no times of day", text.find('T', begin), 1, {}}, std::nullopt;
  if (has_mask(*date))
    return error = not_yet_supported("unspecified digits in an interval", text.find('X', begin), 1), std::nullopt;
  return *date;
}

bool is_plain_date(const Endpoint& end) { return std::holds_alternative<Date>(end); }

bool is_sound(std::string_view text, const Interval& interval, EdtfError& error) {
  if (!is_plain_date(interval.start) && !is_plain_date(interval.end)) {
    error = {fmt::format("`{}` names no date", text), 0, text.size(), {}};
    return false;
  }
  const auto* start = std::get_if<Date>(&interval.start);
  const auto* end = std::get_if<Date>(&interval.end);
  if (start == nullptr || end == nullptr || bounds_of(*start).earliest <= bounds_of(*end).latest) return true;
  const std::string from = print_edtf(*start);
  const std::string to = print_edtf(*end);
  error = {fmt::format("the interval ends before it starts: `{}` is before `{}`", to, from), 0, text.size(),
           fmt::format("did you mean `{}/{}`?", to, from)};
  return false;
}

std::optional<Edtf> read_interval(std::string_view text, std::size_t slash, EdtfError& error) {
  if (const auto second = text.find('/', slash + 1); second != std::string_view::npos)
    return error = {"an interval has only one `/`", second, 1, {}}, std::nullopt;
  const auto start = read_end(text, 0, slash, error);
  if (!start) return std::nullopt;
  const auto end = read_end(text, slash + 1, text.size(), error);
  if (!end) return std::nullopt;
  const Interval interval{*start, *end};
  if (!is_sound(text, interval, error)) return std::nullopt;
  return Edtf{interval};
}

std::optional<Edtf> read_value(std::string_view text, EdtfError& error) {
  if (text.empty()) return error = {"the date is empty", 0, 0, {}}, std::nullopt;
  if (text[0] == '[' || text[0] == '{') return error = not_yet_supported("sets of dates", 0, text.size()), std::nullopt;
  if (const auto slash = text.find('/'); slash != std::string_view::npos) return read_interval(text, slash, error);
  const auto date = read_date(text, 0, text.size(), error);
  return date ? std::optional(Edtf{*date}) : std::nullopt;
}

std::string hint_for(std::string_view text) {
  const std::string likely = likely_form(text);
  EdtfError ignored;
  return read_value(likely, ignored) ? fmt::format("did you mean `{}`?", likely) : "";
}

}  // namespace

std::optional<Edtf> parse_edtf(std::string_view text, EdtfError& error) {
  if (auto old = old_form(text)) return error = std::move(*old), std::nullopt;
  EdtfError found;
  auto value = read_value(text, found);
  if (value) return value;
  if (found.hint.empty()) found.hint = hint_for(text);
  error = std::move(found);
  return std::nullopt;
}

}  // namespace throughline
