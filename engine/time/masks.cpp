// SPDX-License-Identifier: Apache-2.0
#include "time/masks.hpp"

#include <algorithm>

#include "time/calendar.hpp"

namespace throughline {
namespace {

std::int64_t with_nines(const Year& year) {
  auto digits = static_cast<std::int64_t>(year.digits);
  std::int64_t nine = 9;
  for (unsigned rest = year.mask; rest != 0; rest >>= 1, nine *= 10)
    if ((rest & 1) != 0) digits += nine;
  return digits;
}

bool can_be_leap(const Year& year) {
  if (year.mask == 0) return is_leap(year.value());
  for (int number = year.is_negative ? 4 : 0; number <= 9999; number += 4)
    if (is_leap(number) && fits(static_cast<std::uint64_t>(number), year.digits, year.mask)) return true;
  return false;
}

int most_days(const Year& year, int month) {
  const int days = days_in_month(1, month);
  return month == 2 && can_be_leap(year) ? days + 1 : days;
}

std::vector<int> numbers_that_fit(const Part& part, int last) {
  std::vector<int> numbers;
  for (int number = 1; number <= last; ++number)
    if (fits(static_cast<std::uint64_t>(number), part.digits, part.mask)) numbers.push_back(number);
  return numbers;
}

}  // namespace

int mask_level(const Date& date) {
  if (!has_mask(date)) return 0;
  const bool is_last_digits = (date.year.mask & (date.year.mask + 1)) == 0;
  if (!date.month.is_given()) return is_last_digits ? 1 : 2;
  const bool whole_day = date.day.mask == 0b11 || !date.day.is_given();
  const bool whole_month = date.month.mask == 0b11 || (date.month.mask == 0 && date.day.is_given());
  const bool nothing_known = date.year.mask == 0b1111 && date.month.mask == 0b11;
  return (date.year.mask == 0 || nothing_known) && whole_month && whole_day ? 1 : 2;
}

std::int64_t first_year(const Year& year) { return year.is_negative ? -with_nines(year) : year.value(); }

std::int64_t last_year(const Year& year) {
  if (!year.is_negative) return with_nines(year);
  return year.mask == 0 ? year.value() : std::min<std::int64_t>(year.value(), -1);
}

bool fits(std::uint64_t number, std::uint64_t digits, std::uint8_t mask) {
  for (unsigned rest = mask; number != digits || rest != 0; number /= 10, digits /= 10, rest >>= 1)
    if ((rest & 1) == 0 && number % 10 != digits % 10) return false;
  return true;
}

std::vector<int> months_that_fit(const Date& date) { return numbers_that_fit(date.month, 12); }

std::vector<int> days_that_fit(const Date& date) {
  int last = 0;
  for (int month : months_that_fit(date)) last = std::max(last, most_days(date.year, month));
  return numbers_that_fit(date.day, last);
}

}  // namespace throughline
