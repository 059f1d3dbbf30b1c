// SPDX-License-Identifier: Apache-2.0
// What an EDTF value denotes, and what follows from it. A value stands for a set of worlds, and in each world it held
// on some days. An answer is certain if it is yes in every world, possible if in some, else impossible.
//
//   held_on(value of "2018", day_of(2018, 4, 27), Reading{}).verdict == Verdict::possible
//   before(value of "2017/2019", value of "2020-05", Reading{}).verdict == Verdict::certain
//
// The worlds of each form:
// - A date: one of its days. With unspecified digits these are the days that fit (`XXXX-12-XX`: of any December);
//   `1950S2` is 1900 to 1999. A day is the one written, where it was written.
// - A part of the year: 21–24, seasons of neither hemisphere, are some day of the year. 25–28 are spring, summer,
//   autumn, winter in the north: March–May, June–August, September–November, December–February of the next year.
//   29–32 are the same in the south: September–November, December–February of the next year, March–May, June–August.
//   33–36 are quarters, 37–39 four months each, 40–41 halves.
// - An interval: from a day of its start to a day of its end that is not before it. An open end (`..`) lies beyond all
//   days in every world; an unknown one may be any day, or open too.
// - One of a set: one day of one member. A range runs from the first day of its first date to the last day of its last
//   one; without one of them it has no bound there.
// - All of a set: one day of each date, chosen freely. `{a..b}` means `{a, …, b}`. A range stands for each day between
//   its ends if both name days, else for each month if both name at least months, else for each year. Its first and
//   its last unit go no further than the dates. Without one of the dates it goes on forever there.
//
// `?` leaves the worlds and lowers certain to possible. `~` adds worlds: it widens each stretch of days of the date by
// the tolerance of the Reading.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

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

// How far `~` reaches: `amount` units, of the precision stated in the date itself unless a unit is given. Significant
// digits state the unit of the last one (100 years in `1950S2~`), a part of the year its own length (three months where
// no months are named).
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

// As stated: `~` reaches nowhere.
inline constexpr Reading exact_reading{{0, std::nullopt}};

// Where the first and the last day on which it held may lie, for drawing and sorting. Each bound is reached in some
// world: in `2018/2018-06` the start is not after 2018-06-30. For a date and one of a set, start and end are the same
// day, so the bounds are equal too. A day in a year beyond ±max_year says no more than that it lies there; print_extent
// has the exact year.
struct Extent {
  Bounds start;  // {nothing, the latest end} if open or unknown
  Bounds end;    // {the earliest start, nothing} if open or unknown
  bool is_interval = false;
  bool ongoing = false;                  // `2022/..`, `{2022..}`
  bool end_unknown = false;              // `2022/`
  bool start_open = false;               // `../2010`, `{..2010}`
  bool start_unknown = false;            // `/2010`
  bool uncertain = false;                // `?` or `%` anywhere
  bool approximate = false;              // `~` or `%` anywhere
  Precision precision = Precision::day;  // the coarsest of the dates; a day if there are none

  bool operator==(const Extent&) const = default;
};

// With month and day whatever the year: beyond four digits that is a value, though no EDTF text.
Date date_on(Day day);

Bounds bounds_of(const Date& date);  // as stated, both set; neither if no day fits (30 February)
Precision precision_of(const Date& date);

// What a range in an all-of set stands for each of.
enum class RangeUnit : std::uint8_t { day, month, year };
RangeUnit unit_of(const Range& range);

Extent extent_of(const Edtf& value);                          // as stated, without tolerance
Extent extent_of(const Edtf& value, const Reading& reading);  // `~` widened

struct BoundTexts {
  std::optional<std::string> earliest;
  std::optional<std::string> latest;

  bool operator==(const BoundTexts&) const = default;
};
struct ExtentTexts {
  BoundTexts start;
  BoundTexts end;
};

// The days of an Extent, as stated, printed: also in years of a thousand digits, "Y170000000000000000000-12-31".
ExtentTexts print_extent(const Edtf& value);

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

// Was there a day on which all of them held?
struct Together {
  Verdict verdict = Verdict::impossible;
  bool by_tolerance = false;
  Bounds window;                         // of the days on which all can have held; neither if impossible
  std::optional<Bounds> certain_window;  // of those on which all held for certain; that there is none doesn't lower the
                                         // verdict: `2018-05/2018-05` and `{2018-05-01..2018-05-31}` meet somewhere

  bool operator==(const Together&) const = default;
};
Together held_together(std::span<const Edtf* const> values, const Reading& reading);

// Were there days, one of each value on which it held, so that none is before the one ahead of it? Two may be the same
// day, whatever their times: `2018/2019`, then `2018-05` is possible, for the first may have begun in June.
Answer held_in_order(std::span<const Edtf* const> values, const Reading& reading);

// Questions about two values, which are independent of each other even if they are the same text. They are asked of
// the days on which `a` and `b` held in a world:
//   overlaps  some day is among both
//   before    all days of `a` come before all of `b` (two times of one day, in order, too); after: the other way round
//   meets     the last day of `a` is the day before the first of `b`
//   during    each day of `a` is among those of `b`; contains: the other way round
//   equals    the days are the same
Answer overlaps(const Edtf& a, const Edtf& b, const Reading& reading);
Answer before(const Edtf& a, const Edtf& b, const Reading& reading);
Answer after(const Edtf& a, const Edtf& b, const Reading& reading);
Answer meets(const Edtf& a, const Edtf& b, const Reading& reading);
Answer during(const Edtf& a, const Edtf& b, const Reading& reading);
Answer contains(const Edtf& a, const Edtf& b, const Reading& reading);
Answer equals(const Edtf& a, const Edtf& b, const Reading& reading);

}  // namespace throughline
