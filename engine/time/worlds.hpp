// SPDX-License-Identifier: Apache-2.0
// What an EDTF value denotes, and what follows from it. A value stands for a set of worlds: a date is some one day
// within its bounds; an interval starts on some day of its start and ends on some day of its end, not before it starts.
// An answer is certain if it is yes in every world, possible if in some, else impossible.
//
//   held_on(value of "2018", day_of(2018, 4, 27), Reading{}).verdict == Verdict::possible
//   before(value of "2017/2019", value of "2020-05", Reading{}).verdict == Verdict::certain
//
// An end that is open (`..`) lies beyond all days in every world; an unknown one may be any day, or open too.
// `?` leaves the bounds and lowers certain to possible. `~` widens them by the tolerance of the Reading. A season is
// some day of its year: which months it names depends on the hemisphere. A day is the one written, where it was
// written.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "time/calendar.hpp"
#include "time/edtf.hpp"
#include "time/verdict.hpp"

namespace throughline {

// Days, both included; nothing where there is no bound.
struct Bounds {
  std::optional<Day> earliest;
  std::optional<Day> latest;

  bool operator==(const Bounds&) const = default;
};

// The smallest unit of which the text says something, from fine to coarse: `2004-XX` has the precision of a year.
enum class Precision : std::uint8_t { moment, day, month, season, year, decade, century };

// How far `~` reaches: `amount` units, of the precision stated in the date itself unless a unit is given.
// Requires 0 <= amount <= 1,000,000.
struct Tolerance {
  std::int64_t amount = 1;
  std::optional<Precision> unit;

  bool operator==(const Tolerance&) const = default;
};

struct Reading {
  Tolerance tolerance;

  bool operator==(const Reading&) const = default;
};

// Where the start and the end may lie, for drawing and sorting. Each bound is reached in some world: in `2018/2018-06`
// the start is not after 2018-06-30. For a date, start and end are the same day, so the bounds are equal too.
struct Extent {
  Bounds start;  // {nothing, the latest end} if open or unknown
  Bounds end;    // {the earliest start, nothing} if open or unknown
  bool is_interval = false;
  bool ongoing = false;                  // `2022/..`
  bool end_unknown = false;              // `2022/`
  bool start_open = false;               // `../2010`
  bool start_unknown = false;            // `/2010`
  bool uncertain = false;                // `?` or `%` anywhere
  bool approximate = false;              // `~` or `%` anywhere
  Precision precision = Precision::day;  // the coarser of an interval's ends

  bool operator==(const Extent&) const = default;
};

Bounds bounds_of(const Date& date);  // as stated, both set
Precision precision_of(const Date& date);

Extent extent_of(const Edtf& value);                          // as stated, without tolerance
Extent extent_of(const Edtf& value, const Reading& reading);  // `~` widened

// By the earliest start, then the latest start, then the end; what has no start comes first, what has no end last.
std::weak_ordering compare_in_time(const Extent& a, const Extent& b);

struct Answer {
  Verdict verdict = Verdict::impossible;
  bool by_tolerance = false;  // without the tolerance of `~` the verdict would differ: say so, see tolerance_words

  bool operator==(const Answer&) const = default;
};

// Did it hold on this day; on some day of this stretch (which is known exactly, unlike a date of the same bounds)?
Answer held_on(const Edtf& value, Day day, const Reading& reading);
Answer held_during(const Edtf& value, const Bounds& stretch, const Reading& reading);

// Questions about two values, which are independent of each other even if they are the same text. They are asked of
// the days on which `a` and `b` held in a world:
//   overlaps  some day is among both
//   before    all days of `a` come before all of `b` (two times of one day, in order, too); after: the other way round
//   during    each day of `a` is among those of `b`; contains: the other way round
Answer overlaps(const Edtf& a, const Edtf& b, const Reading& reading);
Answer before(const Edtf& a, const Edtf& b, const Reading& reading);
Answer after(const Edtf& a, const Edtf& b, const Reading& reading);
Answer during(const Edtf& a, const Edtf& b, const Reading& reading);
Answer contains(const Edtf& a, const Edtf& b, const Reading& reading);

}  // namespace throughline
