// SPDX-License-Identifier: Apache-2.0
// Is there a day on which several values all held, in all of their worlds, in some, in none? Used by worlds.cpp; of two
// values it is the question whether they overlap.
//
//   together_rule(two) == Verdict::possible  // worlds of "2018/2019" and "2018-05"
#pragma once

#include <span>
#include <vector>

#include "time/day_worlds.hpp"
#include "time/verdict.hpp"

namespace throughline {

// Requires at least one world of each value.
Verdict together_rule(std::span<const DayWorlds> values);

// The same for one value and a stretch that is known: asked of each relation of a graph, so it has to be quick.
Verdict together_rule(const DayWorlds& value, const Stretch& stretch);

// The first and the last day of those that are in all of the sets; nothing if there is none.
std::optional<Stretch> common_hull(std::span<const DaySet* const> sets);

}  // namespace throughline
