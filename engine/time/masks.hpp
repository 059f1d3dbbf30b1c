// SPDX-License-Identifier: Apache-2.0
// Unspecified digits (X) of a date: which there are, from which level of EDTF on they may be written, and the years,
// months and days they leave open. Used wherever `201X` or `2004-XX` is not like `2010` or `2004`.
//
//   mask_level(date of "201X") == 1; first_year(year of "201X") == 2010, last_year == 2019
#pragma once

#include <vector>

#include "time/edtf.hpp"

namespace throughline {

constexpr bool has_mask(const Date& date) { return (date.year.mask | date.month.mask | date.day.mask) != 0; }

// 0 without unspecified digits; 1 when they are the last ones of a bare year, or whole parts at the right of a date;
// else 2. (The specification shows one or two of a bare year at level 1; other implementations count all four there,
// and `XXXX-XX`, and so do we.)
int mask_level(const Date& date);

// The earliest and the latest year the digits allow, astronomical. `-000X` ends at -1: there is no year -0. Both
// require four digits, as years with X have.
std::int64_t first_year(const Year& year);
std::int64_t last_year(const Year& year);

// Does the number, written out, look like the digits where they are specified?
bool fits(std::uint64_t number, std::uint64_t digits, std::uint8_t mask);

// The months (1–12) and days (1–31) that are left open, ascending; a day is among them if some month and year has it.
// Require a date with such a part, in a year of four digits; empty when the calendar has none.
std::vector<int> months_that_fit(const Date& date);
std::vector<int> days_that_fit(const Date& date);

}  // namespace throughline
