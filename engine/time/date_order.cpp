// SPDX-License-Identifier: Apache-2.0
#include "time/date_order.hpp"

#include "time/big_year.hpp"
#include "time/masks.hpp"
#include "time/worlds.hpp"
#include "time/year_reader.hpp"

namespace throughline {
namespace {

// 21–24, which name no months: the hemisphere is not said.
bool is_bare_season(const Date& date) { return date.month.digits >= 21 && date.month.digits <= 24; }

bool are_seasons_of_one_year(const Date& a, const Date& b) {
  return is_bare_season(a) && is_bare_season(b) && a.year.mask == 0 && b.year.mask == 0 &&
         a.year.digits == b.year.digits && a.year.is_negative == b.year.is_negative;
}

}  // namespace

bool can_reach(const Date& first, const Date& last) {
  if (is_long_form(first.year) || is_long_form(last.year)) return first_of(first.year) <= last_of(last.year);
  if (are_seasons_of_one_year(first, last)) return first.month.digits <= last.month.digits;
  return bounds_of(first).earliest <= bounds_of(last).latest;
}

bool can_run(const Date& start, const Date& end) {
  if (has_mask(end) || end.is_season()) return can_reach(start, end);
  return bounds_of(start).earliest <= bounds_of(end).earliest;
}

}  // namespace throughline
