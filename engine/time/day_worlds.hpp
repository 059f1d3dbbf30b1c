// SPDX-License-Identifier: Apache-2.0
// A value as sets of days: all that is needed to tell its worlds. In a world it held on one day, on a stretch of days,
// or on some days of which each member of a set chooses its own. Used by the rules in worlds.cpp and their searches.
//
//   day_worlds(value of "2018/..", Lens{}).first_days.hull()  // 2018-01-01 to 2018-12-31
#pragma once

#include <vector>

#include "time/date_days.hpp"

namespace throughline {

// Months or years in a row, whole ones, on one day of each of which it held. Its ends may be never.
struct UnitRange {
  Stretch days;
  RangeUnit unit;  // month or year
};

struct DayWorlds {
  // `day`: one of first_days. `stretch`: from one of first_days to one of last_days that is not before it. `days`:
  // those of `known`, and for each of `members` (and each unit of `ranges`) one of its days, chosen freely.
  enum class Kind : std::uint8_t { day, stretch, days } kind = Kind::day;

  // The first and the last day of a world: each of these occurs. They include never_began and never_ends where it may
  // have no first or no last day.
  DaySet first_days;
  DaySet last_days;
  DaySet possible;  // the days of all worlds together

  DaySet known;
  std::vector<DaySet> members;
  std::vector<UnitRange> ranges;
};

// Sets of days are empty if the value has no world (it ends before it starts), which parse_edtf refuses.
DayWorlds day_worlds(const Edtf& value, const Lens& lens);

// A stretch of which each day is known.
DayWorlds known_stretch(const Stretch& stretch);

// The days that are in each world.
DaySet certain_days(const DayWorlds& worlds);

// Nothing where the days have no bound.
Bounds bounds_of(const Stretch& days);

// The day itself, or the month or the year in which it lies.
Stretch unit_around(Day day, RangeUnit unit);

}  // namespace throughline
