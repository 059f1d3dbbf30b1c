// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/masks.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

std::string ordinal(int number) {
  const bool is_teen = number / 10 == 1;
  const int last = is_teen ? 0 : number % 10;
  return fmt::format("{}{}", number, last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string span(const Year& year, std::string_view format_from) {
  return fmt::format("{} {} to {}", format_from, english_year(first_of(year)), english_year(last_of(year)));
}

// The year as a noun: "2018", "a year from 2000 to 2099".
std::string year_noun(const Year& year) {
  switch (shape_of(year)) {
    case YearShape::exact: return english_year(named_by(year));
    case YearShape::estimated:
      if (is_too_long(year)) return fmt::format("{}, to {} digits", english_year(named_by(year)), year.significant);
      return fmt::format("{}, estimated to be {}", span(year, "a year from"), english_year(named_by(year)));
    case YearShape::decade: return fmt::format("a year in the {}s", year.digits);
    case YearShape::span: return span(year, "a year from");
    case YearShape::unknown: return "an unknown year";
    case YearShape::ending: return fmt::format("a year ending in {}", year_ending(year));
    case YearShape::pattern: return fmt::format("a year like {}, {}", year_pattern(year), span(year, "from"));
  }
  return {};
}

std::string of_year(const Year& year) { return "of " + year_noun(year); }
std::string with_year(std::string_view text, const Year& year) {
  return fmt::format("{} {}", text, shape_of(year) == YearShape::exact ? year_noun(year) : of_year(year));
}

std::string division_words(const Date& date) {
  constexpr std::string_view seasons[] = {"spring", "summer", "autumn", "winter"};
  constexpr std::string_view hemispheres[] = {"", " (northern hemisphere)", " (southern hemisphere)"};
  constexpr std::string_view ordinals[] = {"first", "second", "third", "fourth"};
  const Division division = division_of(date.month.digits);
  const auto nth = ordinals[division.number];
  switch (division.kind) {
    case Division::Kind::season:
      return with_year(seasons[division.number], date.year) + hemispheres[static_cast<int>(division.hemisphere)].data();
    case Division::Kind::quarter: return fmt::format("the {} quarter {}", nth, of_year(date.year));
    case Division::Kind::third: return fmt::format("the {} four months {}", nth, of_year(date.year));
    case Division::Kind::half: return fmt::format("the {} half {}", nth, of_year(date.year));
  }
  return {};
}

// "April 2018", "January or November 2018", "a month from January to September 2018".
std::string month_words(const Date& date, std::string_view some) {
  if (date.is_season()) return division_words(date);
  if (is_unspecified(date.month)) return fmt::format("some month {}", of_year(date.year));
  const std::vector<int> months = months_that_fit(date);
  if (is_run(months))
    return with_year(fmt::format("{}from {} to {}", some, english_month(months.front()), english_month(months.back())),
                     date.year);
  std::vector<std::string> names;
  for (int month : months) names.emplace_back(english_month(month));
  return with_year(listed(names, ", ", " or "), date.year);
}

// "some day in 2018", "some day from January to September 2018".
std::string some_day(const Date& date) {
  const bool is_decade = shape_of(date.year) == YearShape::decade;
  if (is_unspecified(date.month))
    return is_decade ? fmt::format("some day in the {}s", date.year.digits) : "some day in " + year_noun(date.year);
  const std::string month = month_words(date, "");
  return month.starts_with("from ") ? "some day " + month : "some day in " + month;
}

// "27 April 2018", "9, 19 or 29 April 2018", "the 27th of some month of 2018".
std::string day_words(const Date& date) {
  if (is_unspecified(date.day)) return some_day(date);
  const bool is_one_month = months_that_fit(date).size() == 1;
  const std::vector<int> days = days_that_fit(date);
  const auto name = [&](int day) { return is_one_month ? fmt::format("{}", day) : ordinal(day); };
  const std::string month = (is_one_month ? "" : "of ") + month_words(date, "a month ");
  const std::string the = is_one_month ? "" : "the ";
  if (is_run(days))
    return fmt::format("a day from {0}{1} to {0}{2} {3}", the, name(days.front()), name(days.back()), month);
  std::vector<std::string> names;
  for (int day : days) names.push_back(name(day));
  return fmt::format("{}{} {}", the, listed(names, ", ", " or "), month);
}

// Without qualifiers.
std::string plain_words(const Date& date) {
  if (date.time) return fmt::format("{}, {}", day_words(date), clock_words(*date.time));
  if (date.day.is_given()) return day_words(date);
  if (date.month.is_given()) return month_words(date, "a month ");
  const YearShape shape = shape_of(date.year);
  if (shape == YearShape::decade) return fmt::format("some time in the {}s", date.year.digits);
  return shape == YearShape::span ? span(date.year, "some time from") : year_noun(date.year);
}

// "around" finds its place in the words of what can be written at level 1; whatever is more intricate gets a note.
std::string about_words(const Date& date) {
  if (mask_level(date) == 0) return "around " + plain_words(date);
  const std::string year = english_year(named_by(date.year));
  if (is_unspecified(date.day))
    return is_unspecified(date.month) ? "some day around " + year
                                      : fmt::format("some day around {} {}", english_month(date.month.digits), year);
  if (is_unspecified(date.month)) return "some month around " + year;
  if (shape_of(date.year) == YearShape::decade) return fmt::format("some time around the {}s", date.year.digits);
  return span(date.year, "some time around");
}

std::string quality(Qualifier qualifier) {
  constexpr std::string_view words[] = {"", "uncertain", "approximate", "uncertain and approximate"};
  return std::string(words[static_cast<int>(qualifier)]);
}

std::string_view part_name(const Date& date, int part) {
  constexpr std::string_view names[] = {"year", "month", "day"};
  constexpr std::string_view divisions[] = {"season", "quarter", "four months", "half"};
  return part == 1 && date.is_season() ? divisions[static_cast<int>(division_of(date.month.digits).kind)] : names[part];
}

// "year uncertain, month and day approximate"
std::string notes(const Date& date) {
  if (have_one_qualifier(date)) return quality(date.qualifier());
  std::vector<std::string> texts;
  for (const PartNote& note : part_notes(date)) {
    std::vector<std::string> names;
    for (int part : note.parts) names.emplace_back(part_name(date, part));
    texts.push_back(fmt::format("{} {}", listed(names, ", ", " and "), quality(note.qualifier)));
  }
  return listed(texts, ", ", ", ");
}

}  // namespace

std::string english_year(const BigYear& year) {
  const auto era = era_year(year);
  if (!era) return "the year " + power_of(year);
  if (era->is_before) return era->digits + " BC";
  return (era->digits.size() < 4 ? "AD " : "") + era->digits;
}

std::string english_words(const Date& date) {
  const Qualifier qualifier = date.qualifier();
  if (qualifier == Qualifier::none) return plain_words(date);
  const bool is_intricate = mask_level(date) == 2 || shape_of(date.year) == YearShape::estimated;
  if (is_intricate || !have_one_qualifier(date)) return fmt::format("{} ({})", plain_words(date), notes(date));
  return (is_uncertain(qualifier) ? "possibly " : "") +
         (is_approximate(qualifier) ? about_words(date) : plain_words(date));
}

}  // namespace throughline
