// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/masks.hpp"
#include "time/wording.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

std::string_view month_name(int month) {
  constexpr std::string_view names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::string_view seasons[] = {"spring", "summer", "autumn", "winter"};
  return month > 20 ? seasons[month - 21] : names[month - 1];
}

// "2017–2022", but "27 Apr 2018 – 2022": a dash between phrases stands apart.
std::string joined(const std::string& from, const std::string& to) {
  const bool is_phrase = (from + to).find(' ') != std::string::npos;
  return fmt::format("{}{}{}", from, is_phrase ? " – " : "–", to);
}

std::string year_words(const Year& year) {
  if (year.mask == 0) return english_year(year.value());
  if (is_plain_decade(year)) return fmt::format("{}s", year.digits);
  return joined(english_year(first_year(year)), english_year(last_year(year)));
}

bool is_known(const Part& part) { return part.is_given() && !is_unspecified(part); }

std::string day_and_month(const Date& date) {
  std::string text;
  if (is_known(date.day)) text = fmt::format("{} ", date.day.digits);
  if (is_known(date.month)) text += month_name(date.month.digits);
  return text;
}

std::string short_words(const Date& date) {
  const std::string front = day_and_month(date);
  std::string text = front.empty() ? year_words(date.year) : fmt::format("{} {}", front, year_words(date.year));
  if (date.time) text += fmt::format(", {:02}:{:02}", date.time->hour, date.time->minute);
  const Qualifier qualifier = date.qualifier();
  return (is_approximate(qualifier) ? "c. " : "") + text + (is_uncertain(qualifier) ? "?" : "");
}

bool have_same_shape(const Date& a, const Date& b) {
  const bool are_plain = a.qualifier() == Qualifier::none && b.qualifier() == Qualifier::none;
  return are_plain && a.year == b.year && a.month.is_given() && a.day.is_given() == b.day.is_given();
}

// What both ends share is said once: "21–27 Apr 2018", "Apr–Jun 2018", "27 Apr – 3 May 2018".
std::string short_words(const Date& start, const Date& end) {
  if (!have_same_shape(start, end)) return joined(short_words(start), short_words(end));
  if (start.day.is_given() && start == end) return short_words(end);
  if (start.day.is_given() && start.month == end.month) return fmt::format("{}–{}", start.day.digits, short_words(end));
  return fmt::format("{} {}", joined(day_and_month(start), day_and_month(end)), year_words(end.year));
}

std::string short_words(const Interval& interval) {
  const auto* start = std::get_if<Date>(&interval.start);
  const auto* end = std::get_if<Date>(&interval.end);
  if (start == nullptr)
    return std::holds_alternative<Open>(interval.start) ? "until " + short_words(*end) : joined("?", short_words(*end));
  if (end == nullptr)
    return std::holds_alternative<Open>(interval.end) ? "since " + short_words(*start)
                                                      : joined(short_words(*start), "?");
  return short_words(*start, *end);
}

std::string short_words(const Member& member) {
  if (const auto* date = std::get_if<Date>(&member)) return short_words(*date);
  const auto& range = std::get<Range>(member);
  if (!range.first) return joined("?", short_words(*range.last));
  if (!range.last) return joined(short_words(*range.first), "?");
  return short_words(*range.first, *range.last);
}

std::string short_words(const Set& set) {
  std::string text;
  for (const Member& member : set.members) {
    if (!text.empty()) text += set.kind == Set::Kind::one_of ? " or " : ", ";
    text += short_words(member);
  }
  return text;
}

}  // namespace

std::string short_words(const Edtf& value) {
  return std::visit([](const auto& shape) { return short_words(shape); }, value.value);
}

}  // namespace throughline
