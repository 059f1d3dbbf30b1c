// SPDX-License-Identifier: Apache-2.0
// Dates that are written out and intervals between them, which is what most values are: four days tell all of their
// worlds, and a question about them is a few comparisons, without the sets of days that the other forms need. Used by
// worlds.cpp, which gives the same answers in the general way, only slower.
//
//   const auto days = plain_days(value of "2018/..");  // starts on some day of 2018, never ends
//   if (days) return verdict_during(*days, stretch);
#pragma once

#include <optional>
#include <span>

#include "time/day_set.hpp"
#include "time/edtf.hpp"
#include "time/verdict.hpp"

namespace throughline {

// As the first and last days of DayWorlds: never_began and never_ends where a world has none.
struct PlainDays {
  Stretch first_days;
  Stretch last_days;
  bool is_uncertain = false;  // `?`
};

// Nothing for digits that are left open, parts of the year, `~`, sets, years that need more than four digits, and
// intervals without a date.
std::optional<PlainDays> plain_days(const Edtf& value);
// Those of each value; false when one of them has none. Requires as much room.
bool put_plain_days(std::span<const Edtf* const> values, std::span<PlainDays> days);

Verdict verdict_during(const PlainDays& days, const Stretch& stretch);
// Requires one at least.
Verdict verdict_together(std::span<const PlainDays> values);

// The days on which all of them can be together, and those on which they are in each world; nothing when there is none.
std::optional<Stretch> possible_days(std::span<const PlainDays> values);
std::optional<Stretch> certain_days(std::span<const PlainDays> values);

}  // namespace throughline
