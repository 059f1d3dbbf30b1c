// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/masks.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

std::string_view month_name(int month) {
  constexpr std::string_view names[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
  constexpr std::string_view seasons[] = {"spring", "summer", "autumn", "winter"};
  return month > 20 ? seasons[month - 21] : names[month - 1];
}

// The parts that are known: "2018", "April 2018", "27 April 2018, 09:30".
std::string known_part(const Date& date) {
  const std::string year = english_year(date.year.value());
  if (!date.month.is_given() || is_unspecified(date.month)) return year;
  const std::string month = fmt::format("{} {}", month_name(date.month.digits), year);
  if (!date.day.is_given() || is_unspecified(date.day)) return month;
  const std::string day = fmt::format("{} {}", date.day.digits, month);
  return date.time ? fmt::format("{}, {}", day, clock_words(*date.time)) : day;
}

std::string some_year(const Year& year, bool is_about) {
  if (is_plain_decade(year)) return fmt::format("some time {} the {}s", is_about ? "around" : "in", year.digits);
  return fmt::format("some time {} {} to {}", is_about ? "around" : "from", english_year(first_year(year)),
                     english_year(last_year(year)));
}

std::string unqualified(const Date& date, bool is_about) {
  if (date.year.mask != 0) return some_year(date.year, is_about);
  const std::string known = known_part(date);
  if (is_unspecified(date.day)) return fmt::format("some day {} {}", is_about ? "around" : "in", known);
  if (is_unspecified(date.month)) return fmt::format("some month {} {}", is_about ? "around" : "of", known);
  return is_about ? "around " + known : known;
}

std::string english_words(const Date& date) {
  const Qualifier qualifier = date.qualifier();
  return (is_uncertain(qualifier) ? "possibly " : "") + unqualified(date, is_approximate(qualifier));
}

std::string english_words(const Interval& interval) {
  const auto* start = std::get_if<Date>(&interval.start);
  const auto* end = std::get_if<Date>(&interval.end);
  if (start == nullptr)
    return fmt::format("until {}, {}", english_words(*end),
                       std::holds_alternative<Open>(interval.start) ? "open start" : "start unknown");
  if (end == nullptr)
    return fmt::format("from {}, {}", english_words(*start),
                       std::holds_alternative<Open>(interval.end) ? "ongoing" : "end unknown");
  return fmt::format("from {} to {}", english_words(*start), english_words(*end));
}

std::string english_words(const Member& member) {
  if (const auto* date = std::get_if<Date>(&member)) return english_words(*date);
  const auto& range = std::get<Range>(member);
  if (!range.first) return fmt::format("up to {}", english_words(*range.last));
  if (!range.last) return fmt::format("{} or later", english_words(*range.first));
  return fmt::format("{} to {}", english_words(*range.first), english_words(*range.last));
}

std::string english_words(const Set& set) {
  const bool is_choice = set.kind == Set::Kind::one_of;
  std::string text;
  for (std::size_t i = 0; i < set.members.size(); ++i) {
    const bool is_last = i + 1 == set.members.size();
    if (i > 0) text += is_last ? (is_choice ? " or " : " and ") : ", ";
    text += english_words(set.members[i]);
  }
  return text;
}

}  // namespace

std::string english_year(std::int64_t year) {
  if (year < 1) return grouped(1 - year) + " BC";
  return (year < 1000 ? "AD " : "") + grouped(year);
}

std::string english_words(const Edtf& value) {
  return std::visit([](const auto& shape) { return english_words(shape); }, value.value);
}

}  // namespace throughline
