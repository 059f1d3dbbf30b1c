// SPDX-License-Identifier: Apache-2.0
#include "time/masks.hpp"

#include <algorithm>

namespace throughline {
namespace {

std::int64_t with_nines(const Year& year) {
  auto digits = static_cast<std::int64_t>(year.digits);
  std::int64_t nine = 9;
  for (unsigned rest = year.mask; rest != 0; rest >>= 1, nine *= 10)
    if ((rest & 1) != 0) digits += nine;
  return digits;
}

}  // namespace

int mask_level(const Date& date) {
  if (!has_mask(date)) return 0;
  if (!date.month.is_given()) return date.year.mask == 0b1 || date.year.mask == 0b11 ? 1 : 2;
  const bool whole_day = date.day.mask == 0b11 || !date.day.is_given();
  const bool whole_month = date.month.mask == 0b11 || (date.month.mask == 0 && date.day.is_given());
  return date.year.mask == 0 && whole_month && whole_day ? 1 : 2;
}

std::int64_t first_year(const Year& year) { return year.is_negative ? -with_nines(year) : year.value(); }

std::int64_t last_year(const Year& year) {
  if (!year.is_negative) return with_nines(year);
  return year.mask == 0 ? year.value() : std::min<std::int64_t>(year.value(), -1);
}

}  // namespace throughline
