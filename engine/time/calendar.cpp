// SPDX-License-Identifier: Apache-2.0
#include "time/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace throughline {
namespace {

constexpr Day epoch = 719'528;  // 1970-01-01, counted from 0000-01-01

// Days from 0000-01-01 to the first of January, negative for years before 0. Year 0 is a leap year.
constexpr Day days_before_year(std::int64_t year) {
  return 365 * year + floor_of(year + 3, 4) - floor_of(year + 99, 100) + floor_of(year + 399, 400);
}

static_assert(days_before_year(400) == days_in_cycle);
static_assert(days_before_year(1970) == epoch);

int days_before_month(std::int64_t year, int month) {
  constexpr int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  return before[month - 1] + (month > 2 && is_leap(year) ? 1 : 0);
}

Civil moved_by_months(Civil civil, std::int64_t months) {
  const std::int64_t month = civil.month - 1 + months;
  const std::int64_t year = civil.year + floor_of(month, 12);
  return {year, static_cast<int>(month - floor_of(month, 12) * 12) + 1, civil.day};
}

Day nearest_real_day(Civil civil) {
  return day_of(civil.year, civil.month, std::min(civil.day, days_in_month(civil.year, civil.month)));
}

}  // namespace

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(std::int64_t year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

Day day_of(std::int64_t year, int month, int day) {
  return days_before_year(year) + days_before_month(year, month) + day - 1 - epoch;
}

Civil civil_of(Day day) {
  const std::int64_t cycle = floor_of(day + epoch, days_in_cycle);
  const Day within = day + epoch - cycle * days_in_cycle;
  std::int64_t year = within * 400 / days_in_cycle;
  if (days_before_year(year + 1) <= within) ++year;
  if (days_before_year(year) > within) --year;
  const int day_of_year = static_cast<int>(within - days_before_year(year));
  int month = 12;
  while (days_before_month(year, month) > day_of_year) --month;
  return {cycle * 400 + year, month, day_of_year - days_before_month(year, month) + 1};
}

Day first_day(std::int64_t year, int month) { return day_of(year, month, 1); }
Day last_day(std::int64_t year, int month) { return day_of(year, month, days_in_month(year, month)); }

Day month_start(std::int64_t month) {
  const std::int64_t year = floor_of(month, 12);
  return first_day(year, static_cast<int>(month - year * 12) + 1);
}

Day earlier_by_months(Day day, std::int64_t months) {
  return nearest_real_day(moved_by_months(civil_of(day), -months));
}

Day later_by_months(Day day, std::int64_t months) {
  Civil civil = civil_of(day);
  if (civil.day == days_in_month(civil.year, civil.month)) civil.day = 31;
  return nearest_real_day(moved_by_months(civil, months));
}

std::string print_year(std::int64_t year) {
  if (year > 9999 || year < -9999) return fmt::format("Y{}", year);
  return fmt::format("{}{:04}", year < 0 ? "-" : "", year < 0 ? -year : year);
}

std::string print_day(Day day) {
  const Civil civil = civil_of(day);
  return fmt::format("{}-{:02}-{:02}", print_year(civil.year), civil.month, civil.day);
}

}  // namespace throughline
