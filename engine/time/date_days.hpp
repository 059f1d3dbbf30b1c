// SPDX-License-Identifier: Apache-2.0
// The days that a date leaves open, one of which it names: a year of 365, December of any year, about 27 April. Used by
// day_worlds, which puts the dates of a value together.
//
//   days_of(date of "2018~", {Tolerance{}, YearScale{}}).hull()  // 2017-01-01 to 2019-12-31
#pragma once

#include "time/day_set.hpp"
#include "time/far_years.hpp"
#include "time/worlds.hpp"

namespace throughline {

// How far `~` reaches, and where years beyond the calendar lie.
struct Lens {
  Tolerance tolerance;
  YearScale years;
};

inline constexpr Tolerance no_tolerance{0, std::nullopt};

// Empty only if no day of the calendar fits (30 February), which parse_edtf refuses.
DaySet days_of(const Date& date, const Lens& lens);

// How far `~` of the date reaches, significant digits aside; nowhere if it has none.
Widening widening_of(const Date& date, const Tolerance& tolerance);

}  // namespace throughline
