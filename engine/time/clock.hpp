// SPDX-License-Identifier: Apache-2.0
// What dates mean on a clock, for figures that are drawn in hours: a summit, a flood. Worlds count days; here bounds
// are minutes since 1970-01-01T00:00 of the clock, first and last ones, both included.
//
//   const auto clock = clock_of(values);   // of "2018-04-27T09:30+09:00" and "2018-04-27": nine hours ahead of UTC
//   extent_on(value of "2018-04-27", *clock, {}).start.earliest == minutes_in_day * day_of(2018, 4, 27)
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "time/worlds.hpp"

namespace throughline {

using Minute = std::int64_t;

inline constexpr Minute minutes_in_day = 1440;

// By which a clock on earth can be ahead of UTC or behind it.
inline constexpr Minute most_minutes_ahead = 14 * 60;
inline constexpr Minute most_minutes_behind = 12 * 60;

struct Clock {
  std::optional<int> shift;   // minutes ahead of UTC; nothing where no time tells any
  bool is_shared = true;      // else times tell several shifts: it is UTC, and a day may be that of any place on earth
  bool has_unplaced = false;  // some times tell no shift, while others do: they may be those of any place on earth

  bool operator==(const Clock&) const = default;
};

// How many are counted a day: minutes where there is a clock, else the day itself.
constexpr std::int64_t counts_in_day(const std::optional<Clock>& clock) { return clock ? minutes_in_day : 1; }

// The clock that all times of day are told by, UTC if there are several; nothing when no date has a time of day.
std::optional<Clock> clock_of(std::span<const Edtf* const> values);

// As extent_of, in minutes of the clock. A day is all its minutes; a time without seconds is its minute, with them too.
// Requires days within a thousand million years.
Extent extent_on(const Edtf& value, const Clock& clock, const Reading& reading);

// Days as the minutes that they hold.
void count_minutes(Bounds& days, const Clock& clock = {});

std::string print_minute(Minute minute, const Clock& clock);  // EDTF: "2018-04-27T09:30+09:00"
std::string shift_words(int minutes);                         // "UTC+09:00", "UTC"

}  // namespace throughline
