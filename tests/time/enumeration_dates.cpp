// SPDX-License-Identifier: Apache-2.0
#include "enumeration_dates.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "time/calendar.hpp"

namespace throughline::enumeration {
namespace {

const Day first_page = day_of(1990, 1, 1);
const Day last_page = day_of(2039, 12, 31);

bool is_approximate(std::string_view text) { return text.find_first_of("~%") != std::string_view::npos; }

std::string without_marks(std::string_view text) {
  std::string plain;
  for (char c : text)
    if (c != '?' && c != '~' && c != '%' && c != ' ') plain += c;
  return plain;
}

int month_number(const std::string& printed) { return std::stoi(printed.substr(5, 2)); }
int day_number(const std::string& printed) { return std::stoi(printed.substr(8, 2)); }

// The months of each part of a year, as calendars print them; 13 and 14 are those of the next year.
std::vector<int> months_of_part(int part) {
  static const std::map<int, std::vector<int>> months = {{25, {3, 4, 5}},
                                                         {26, {6, 7, 8}},
                                                         {27, {9, 10, 11}},
                                                         {28, {12, 13, 14}},
                                                         {29, {9, 10, 11}},
                                                         {30, {12, 13, 14}},
                                                         {31, {3, 4, 5}},
                                                         {32, {6, 7, 8}},
                                                         {33, {1, 2, 3}},
                                                         {34, {4, 5, 6}},
                                                         {35, {7, 8, 9}},
                                                         {36, {10, 11, 12}},
                                                         {37, {1, 2, 3, 4}},
                                                         {38, {5, 6, 7, 8}},
                                                         {39, {9, 10, 11, 12}},
                                                         {40, {1, 2, 3, 4, 5, 6}},
                                                         {41, {7, 8, 9, 10, 11, 12}}};
  return months.at(part);
}

int part_of_year(const std::string& pattern) {
  if (pattern.size() != 7 || pattern.find('X', 5) != std::string::npos) return 0;
  const int number = std::stoi(pattern.substr(5));
  return number > 20 ? number : 0;
}

bool fits_digits(std::string_view printed, std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (pattern[i] != 'X' && pattern[i] != printed[i]) return false;
  return true;
}

bool fits_part(const std::string& printed, std::string_view year, int part) {
  if (part < 25) return fits_digits(printed, year);
  const std::string year_before = print_year(std::stoi(printed.substr(0, 4)) - 1);
  for (int month : months_of_part(part)) {
    if (month <= 12 && month == month_number(printed) && fits_digits(printed, year)) return true;
    if (month > 12 && month - 12 == month_number(printed) && fits_digits(year_before, year)) return true;
  }
  return false;
}

bool fits(Day day, const std::string& pattern) {
  const std::string printed = print_day(day);
  if (const auto s = pattern.find('S'); s != std::string::npos)
    return fits_digits(printed, pattern.substr(0, static_cast<std::size_t>(std::stoi(pattern.substr(s + 1)))));
  if (const int part = part_of_year(pattern)) return fits_part(printed, pattern.substr(0, 4), part);
  return fits_digits(printed, pattern);
}

bool ends_month(Day day) { return month_number(print_day(day)) != month_number(print_day(day + 1)); }

// As many months back or on, day by day, to the same day of the month, or to the last one if it is shorter.
Day months_back(Day day, int months) {
  const int number = day_number(print_day(day));
  for (Day at = day;;) {
    if (ends_month(--at)) --months;
    if (months == 0 && day_number(print_day(at)) <= number) return at;
  }
}
Day months_on(Day day, int months) {
  const int number = ends_month(day) ? 31 : day_number(print_day(day));
  for (Day at = day;;) {
    if (ends_month(at++)) --months;
    if (months == 0 && (day_number(print_day(at)) == number || ends_month(at))) return at;
  }
}

}  // namespace

int months_in_unit(const std::string& date) {
  const std::string pattern = without_marks(date);
  if (const auto s = pattern.find('S'); s != std::string::npos) {
    int years = 1;
    for (int i = std::stoi(pattern.substr(s + 1)); i < 4; ++i) years *= 10;
    return 12 * years;
  }
  if (pattern.size() == 10 && pattern.find('X', 8) == std::string::npos) return 0;
  if (const int part = part_of_year(pattern)) return part < 25 ? 3 : static_cast<int>(months_of_part(part).size());
  if (pattern.size() >= 7 && pattern.substr(5, 2).find('X') == std::string::npos) return 1;
  const std::string year = pattern.substr(0, 4);
  return year.find('X') == std::string::npos ? 12 : year.find('X') == 3 ? 120 : 1200;
}

Day reach(Day day, const std::string& date, int units, int direction) {
  const int months = months_in_unit(date) * units;
  if (!is_approximate(date) || units == 0) return day;
  if (months == 0) return day + direction * units;
  return direction < 0 ? months_back(day, months) : months_on(day, months);
}

namespace {

// Each run of days, with what `~` adds to it on either side.
void widen(std::set<Day>& days, const std::string& date, int units) {
  const std::set<Day> stated = days;
  for (Day day : stated) {
    if (!stated.contains(day - 1))
      for (Day at = reach(day, date, units, -1); at < day; ++at) days.insert(at);
    if (!stated.contains(day + 1))
      for (Day at = reach(day, date, units, 1); at > day; --at) days.insert(at);
  }
}

std::vector<Day> found_days(const std::string& date, int units) {
  std::set<Day> days;
  const std::string pattern = without_marks(date);
  for (Day day = first_page; day <= last_page; ++day)
    if (fits(day, pattern)) days.insert(day);
  if (is_approximate(date)) widen(days, date, units);
  return {days.begin(), days.end()};
}

}  // namespace

const std::vector<Day>& days_of(const std::string& date, int units) {
  static std::map<std::pair<std::string, int>, std::vector<Day>> known;
  const auto [entry, is_new] = known.try_emplace({date, units});
  if (is_new) entry->second = found_days(date, units);
  return entry->second;
}

}  // namespace throughline::enumeration
