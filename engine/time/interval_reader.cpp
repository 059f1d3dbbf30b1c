// SPDX-License-Identifier: Apache-2.0
#include "time/interval_reader.hpp"

#include <fmt/format.h>

#include "time/date_order.hpp"
#include "time/date_reader.hpp"
#include "time/set_reader.hpp"
#include "time/year_reader.hpp"

namespace throughline {
namespace {

std::string_view without_dots(std::string_view end) { return end == ".." ? std::string_view() : end; }

// A set can hold what an interval can't: long years.
std::string as_range(std::string_view text, std::size_t slash) {
  const std::string range =
      fmt::format("[{}..{}]", without_dots(text.substr(0, slash)), without_dots(text.substr(slash + 1)));
  EdtfError ignored;
  return read_set(range, ignored) ? fmt::format("some time in between is written `{}`", range) : std::string();
}

std::optional<Endpoint> read_end(std::string_view text, std::size_t begin, std::size_t end, EdtfError& error) {
  if (begin == end) return Unknown{};
  if (text.substr(begin, end - begin) == "..") return Open{};
  const auto date = read_date(text, begin, end, error);
  if (!date) return std::nullopt;
  if (date->time) return error = {"an interval has no times of day", text.find('T', begin), 1, {}}, std::nullopt;
  if (!is_long_form(date->year)) return *date;
  const std::string_view what = date->year.significant > 0 ? "significant digits" : "`Y`";
  error = {fmt::format("a year with {} stands alone, not in an interval", what), begin, end - begin,
           as_range(text, text.find('/'))};
  return std::nullopt;
}

// The end with its missing parts as XX, so that it need not begin before the start: `2018-02/2018-XX`.
Date with_open_parts(Date end, const Date& start) {
  if (!end.month.is_given() && start.month.is_given()) end.month = {0, 0b11, end.year.qualifier};
  if (!end.day.is_given() && start.day.is_given()) end.day = {0, 0b11, end.month.qualifier};
  return end;
}

EdtfError refusal(std::string_view text, const Date& start, const Date& end) {
  const std::string from = print_edtf(start);
  const std::string to = print_edtf(end);
  if (const Date open = with_open_parts(end, start); can_run(start, open))
    return {fmt::format("the interval may end before it starts: `{}` begins before `{}`", to, from), 0, text.size(),
            fmt::format("did you mean `{}/{}`?", from, print_edtf(open))};
  return {fmt::format("the interval ends before it starts: `{}` is before `{}`", to, from), 0, text.size(),
          can_run(end, start) ? fmt::format("did you mean `{}/{}`?", to, from) : std::string()};
}

}  // namespace

std::optional<Interval> read_interval(std::string_view text, std::size_t slash, EdtfError& error) {
  if (const auto second = text.find('/', slash + 1); second != std::string_view::npos)
    return error = {"an interval has only one `/`", second, 1, {}}, std::nullopt;
  const auto start = read_end(text, 0, slash, error);
  if (!start) return std::nullopt;
  const auto end = read_end(text, slash + 1, text.size(), error);
  if (!end) return std::nullopt;
  const auto* from = std::get_if<Date>(&*start);
  const auto* to = std::get_if<Date>(&*end);
  const bool is_backward = from != nullptr && to != nullptr && !can_run(*from, *to);
  if (is_backward) return error = refusal(text, *from, *to), std::nullopt;
  return Interval{*start, *end};
}

}  // namespace throughline
