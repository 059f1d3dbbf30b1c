// SPDX-License-Identifier: Apache-2.0
#include "time/date_days.hpp"

#include <algorithm>

#include "time/big_year.hpp"
#include "time/masks.hpp"

namespace throughline {
namespace {

constexpr int first_division = 21;

struct Months {  // in a row; those after 12 are in the year that follows
  int first;
  int count;
};

constexpr Months divisions[] = {{1, 12}, {1, 12}, {1, 12}, {1, 12},           // 21–24: seasons of neither hemisphere
                                {3, 3},  {6, 3},  {9, 3},  {12, 3},           // 25–28: spring … winter, north
                                {9, 3},  {12, 3}, {3, 3},  {6, 3},            // 29–32: spring … winter, south
                                {1, 3},  {4, 3},  {7, 3},  {10, 3},           // 33–36: quarters
                                {1, 4},  {5, 4},  {9, 4},  {1, 6},  {7, 6}};  // 37–41: thirds and halves

bool is_whole_year(const Part& month) {
  return !month.is_given() || month.mask == 0b11 || (month.digits > 20 && month.digits < 25);
}
bool is_whole_month(const Part& day) { return !day.is_given() || day.mask == 0b11; }

// Are the open digits, if any, the last ones?
bool is_years_in_a_row(const Year& year) { return (year.mask & (year.mask + 1)) == 0; }

bool is_stretch(const Date& date) {
  if (is_whole_year(date.month)) return is_whole_month(date.day) && is_years_in_a_row(date.year);
  return date.year.mask == 0 && date.month.mask == 0 && (is_whole_month(date.day) || date.day.mask == 0);
}

Months months_of(const Part& month) {
  if (is_whole_year(month)) return {1, 12};
  return month.digits < first_division ? Months{month.digits, 1} : divisions[month.digits - first_division];
}

Stretch stretch_of(const Date& date, const YearSpan& years) {
  const Months months = months_of(date.month);
  const int last_month = months.first + months.count - 1;
  if (date.day.is_given() && date.day.mask == 0) {
    const Day day = day_of(years.first, months.first, date.day.digits);
    return {day, day};
  }
  return {first_day(years.first, months.first),
          last_day(years.last + (last_month - 1) / 12, (last_month - 1) % 12 + 1)};
}

std::uint32_t fitting_bits(const Part& part, unsigned last) {
  std::uint32_t bits = 0;
  for (unsigned number = 1; number <= last; ++number)
    if (fits(number, part.digits, part.mask)) bits |= 1U << number;
  return bits;
}

std::uint32_t month_bits(const Part& month) {
  if (month.mask != 0) return fitting_bits(month, 12);
  const Months months = months_of(month);
  return ((1U << months.count) - 1) << months.first;
}

MaskedDays masked_days(const Date& date, const Widening& widening) {
  return {date.year, month_bits(date.month), is_whole_month(date.day) ? all_days : fitting_bits(date.day, 31),
          widening};
}

std::int64_t months_in(Precision unit) {
  constexpr std::int64_t months[] = {0, 0, 1, 3, 12, 120, 1200};
  return months[static_cast<int>(unit)];
}

// A season of neither hemisphere is as long as any season.
std::int64_t stated_months(const Date& date) {
  const Precision stated = precision_of(date);
  return stated == Precision::season && date.month.digits > 24 ? months_of(date.month).count : months_in(stated);
}

// Here the unit is that of the last significant digit, which may be longer than any other.
bool widens_by_digits(const Date& date, const Tolerance& tolerance) {
  return date.year.significant > 0 && !tolerance.unit && precision_of(date) >= Precision::year;
}

}  // namespace

DaySet days_of(const Date& date, const Lens& lens) {
  const Widening widening = widening_of(date, lens.tolerance);
  if (!is_stretch(date)) return DaySet(masked_days(date, widening));
  const bool widens_years = is_approximate(date.qualifier()) && widens_by_digits(date, lens.tolerance);
  const YearSpan years = lens.years.years_of(date.year, widens_years ? lens.tolerance.amount : 0);
  return DaySet(widening.of(stretch_of(date, years)));
}

Widening widening_of(const Date& date, const Tolerance& tolerance) {
  if (!is_approximate(date.qualifier()) || widens_by_digits(date, tolerance)) return {};
  const std::int64_t months = tolerance.unit ? months_in(*tolerance.unit) : stated_months(date);
  return months == 0 ? Widening{0, tolerance.amount} : Widening{months * tolerance.amount, 0};
}

Precision precision_of(const Date& date) {
  if (date.time) return Precision::moment;
  if (date.day.is_given() && date.day.mask == 0) return Precision::day;
  if (date.month.is_given() && date.month.mask == 0) return date.is_season() ? Precision::season : Precision::month;
  const std::size_t open = insignificant_digits(date.year);
  if (date.year.mask == 0 && open == 0) return Precision::year;
  return date.year.mask == 1 || open == 1 ? Precision::decade : Precision::century;
}

RangeUnit unit_of(const Range& range) {
  Precision coarsest = Precision::day;
  for (const std::optional<Date>& end : {range.first, range.last})
    if (end) coarsest = std::max(coarsest, precision_of(*end));
  if (coarsest > Precision::month) return RangeUnit::year;
  return coarsest == Precision::month ? RangeUnit::month : RangeUnit::day;
}

}  // namespace throughline
