// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/masks.hpp"
#include "time/wording.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

// "2017–2022", but "27 Apr 2018 – 2022": a dash between phrases stands apart.
std::string joined(const std::string& from, const std::string& to) {
  const bool is_phrase = (from + to).find(' ') != std::string::npos;
  return fmt::format("{}{}{}", from, is_phrase ? " – " : "–", to);
}

std::string year_span(const Year& year) { return joined(english_year(first_of(year)), english_year(last_of(year))); }

std::string year_words(const Year& year) {
  switch (shape_of(year)) {
    case YearShape::exact: return english_year(named_by(year));
    case YearShape::estimated:
      return fmt::format("{} ({})", english_year(named_by(year)),
                         is_too_long(year) ? fmt::format("{} digits", year.significant) : year_span(year));
    case YearShape::decade: return fmt::format("{}s", year.digits);
    case YearShape::span: return year_span(year);
    case YearShape::unknown: return "unknown year";
    case YearShape::ending:
    case YearShape::pattern: return year_pattern(year);
  }
  return {};
}

// "3", "9/19/29", "20–29".
template <typename Name>
std::string choice(const std::vector<int>& numbers, Name name) {
  if (is_run(numbers)) return fmt::format("{}–{}", name(numbers.front()), name(numbers.back()));
  std::vector<std::string> names;
  for (int number : numbers) names.emplace_back(name(number));
  return listed(names, "/", "/");
}

std::string division_words(int month) {
  constexpr std::string_view seasons[] = {"spring", "summer", "autumn", "winter"};
  constexpr std::string_view thirds[] = {"Jan–Apr", "May–Aug", "Sep–Dec"};
  const Division division = division_of(month);
  switch (division.kind) {
    case Division::Kind::season: return std::string(seasons[division.number]);
    case Division::Kind::quarter: return fmt::format("Q{}", division.number + 1);
    case Division::Kind::third: return std::string(thirds[division.number]);
    case Division::Kind::half: return fmt::format("H{}", division.number + 1);
  }
  return {};
}

bool is_known(const Part& part) { return part.is_given() && !is_unspecified(part); }

std::string month_words(const Date& date) {
  if (!is_known(date.month)) return "";
  return date.is_season() ? division_words(date.month.digits) : choice(months_that_fit(date), english_month_short);
}

// "27 Apr", "20–29 Apr", "27 of Jan/Nov", "27 of a month", "Q2".
std::string day_and_month(const Date& date) {
  const std::string month = month_words(date);
  if (!is_known(date.day)) return month;
  const std::string day = choice(days_that_fit(date), [](int number) { return fmt::format("{}", number); });
  if (month.empty()) return day + " of a month";
  return fmt::format("{}{}{}", day, months_that_fit(date).size() == 1 ? " " : " of ", month);
}

std::string_view hemisphere(const Date& date) {
  constexpr std::string_view names[] = {"", " (north)", " (south)"};
  return date.is_season() ? names[static_cast<int>(division_of(date.month.digits).hemisphere)] : names[0];
}

// "27 Apr 2018", but "25 Dec, unknown year": a year that is a phrase stands apart.
std::string unqualified(const Date& date) {
  const std::string front = day_and_month(date);
  const std::string year = year_words(date.year);
  if (front.empty()) return year;
  const YearShape shape = shape_of(date.year);
  const bool is_phrase = (shape != YearShape::exact && shape != YearShape::decade) || front.ends_with("month");
  return fmt::format("{}{} {}{}", front, is_phrase ? "," : "", year, hemisphere(date));
}

std::string short_words(const Date& date) {
  std::string text = unqualified(date);
  if (date.time) text += fmt::format(", {:02}:{:02}", date.time->hour, date.time->minute);
  const Qualifier qualifier = date.qualifier();
  return (is_approximate(qualifier) ? "c. " : "") + text + (is_uncertain(qualifier) ? "?" : "");
}

bool have_same_shape(const Date& a, const Date& b) {
  const bool are_plain = a.qualifier() == Qualifier::none && b.qualifier() == Qualifier::none;
  const bool are_known = !has_mask(a) && !has_mask(b);
  return are_plain && are_known && hemisphere(a).empty() && hemisphere(b).empty() && a.year == b.year &&
         a.month.is_given() && a.day.is_given() == b.day.is_given();
}

// What both ends share is said once: "21–27 Apr 2018", "Apr–Jun 2018", "27 Apr – 3 May 2018".
std::string short_words(const Date& start, const Date& end) {
  if (!have_same_shape(start, end)) return joined(short_words(start), short_words(end));
  if (start.day.is_given() && start == end) return short_words(end);
  if (start.day.is_given() && start.month == end.month) return fmt::format("{}–{}", start.day.digits, short_words(end));
  return fmt::format("{} {}", joined(day_and_month(start), day_and_month(end)), year_words(end.year));
}

std::string without_dates(const Interval& interval) {
  const bool is_open = std::holds_alternative<Open>(interval.start);
  const bool is_ongoing = std::holds_alternative<Open>(interval.end);
  if (is_open) return is_ongoing ? "always" : "until ?";
  return is_ongoing ? "since ?" : "?–?";
}

std::string short_words(const Interval& interval) {
  const auto* start = std::get_if<Date>(&interval.start);
  const auto* end = std::get_if<Date>(&interval.end);
  if (start == nullptr && end == nullptr) return without_dates(interval);
  if (start == nullptr)
    return std::holds_alternative<Open>(interval.start) ? "until " + short_words(*end) : joined("?", short_words(*end));
  if (end == nullptr)
    return std::holds_alternative<Open>(interval.end) ? "since " + short_words(*start)
                                                      : joined(short_words(*start), "?");
  return short_words(*start, *end);
}

std::string short_words(const Range& range, bool is_choice) {
  if (!range.first) return is_choice ? short_words(*range.last) + " or earlier" : "until " + short_words(*range.last);
  if (!range.last) return is_choice ? short_words(*range.first) + " or later" : "since " + short_words(*range.first);
  return short_words(*range.first, *range.last);
}

std::string short_words(const Set& set) {
  const bool is_choice = set.kind == Set::Kind::one_of;
  const auto* range = std::get_if<Range>(&set.members.front());
  if (is_choice && set.members.size() == 1 && range != nullptr && range->first && range->last)
    return fmt::format("between {} and {}", short_words(*range->first), short_words(*range->last));
  std::vector<std::string> members;
  for (const Member& member : set.members) {
    const auto* each = std::get_if<Range>(&member);
    members.push_back(each == nullptr ? short_words(std::get<Date>(member)) : short_words(*each, is_choice));
  }
  return listed(members, ", ", is_choice ? " or " : " and ");
}

}  // namespace

std::string short_words(const Edtf& value) {
  return std::visit([](const auto& shape) { return short_words(shape); }, value.value);
}

}  // namespace throughline
