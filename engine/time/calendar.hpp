// SPDX-License-Identifier: Apache-2.0
// The proleptic Gregorian calendar with astronomical years (0 is 1 BC), as EDTF counts. A Day is a number of days since
// 1970-01-01. Years run from -999,999,999,999,999 to 999,999,999,999,999; what leaves that range is refused when a text
// is read, so that sums of days never overflow.
//
//   print_day(day_of(2018, 4, 27) + 4) == "2018-05-01"
#pragma once

#include <cstdint>
#include <string>

namespace throughline {

using Day = std::int64_t;

inline constexpr std::int64_t max_year = 999'999'999'999'999;  // and -max_year at the other end
inline constexpr Day days_in_cycle = 146'097;                  // of 400 years, after which the calendar repeats

inline constexpr Day days_in_week = 7;
inline constexpr Day first_monday = 4;  // 5 January 1970

// How many whole ones there are before a count, and from it on.
constexpr std::int64_t floor_of(std::int64_t count, std::int64_t size) {
  return count / size - (count % size < 0 ? 1 : 0);
}
constexpr std::int64_t ceiling_of(std::int64_t count, std::int64_t size) { return -floor_of(-count, size); }

// Further from 1970-01-01 than any day of the calendar, on either side.
inline constexpr Day beyond_calendar = (max_year / 400 + 6) * days_in_cycle;

struct Civil {
  std::int64_t year = 1970;
  int month = 1;  // 1–12
  int day = 1;    // 1–31

  bool operator==(const Civil&) const = default;
};

bool is_leap(std::int64_t year);
int days_in_month(std::int64_t year, int month);

// Requires a real date within the range of years.
Day day_of(std::int64_t year, int month, int day);
Civil civil_of(Day day);

Day first_day(std::int64_t year, int month);
Day last_day(std::int64_t year, int month);
Day month_start(std::int64_t month);  // counted from January of year 0

// The same day of the month, some months earlier (later); the last day of the month reached if that is too short. Going
// later, the end of a month stays the end of a month.
Day earlier_by_months(Day day, std::int64_t months);
Day later_by_months(Day day, std::int64_t months);

// The year as EDTF writes it: "2018", "-0043", "Y12000".
std::string print_year(std::int64_t year);
// "2018-04-27", "-0043-03-15"; "Y12000-01-01" beyond four digits, which is not EDTF but reads like it.
std::string print_day(Day day);

}  // namespace throughline
