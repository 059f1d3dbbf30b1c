// SPDX-License-Identifier: Apache-2.0
// Can days be picked, one on which each of several values held, so that none is before the one ahead of it: in all of
// their worlds, in some, in none? Used by worlds.cpp.
//
//   in_order_rule(two) == Verdict::possible  // worlds of "2018/2019" and "2018-05"
#pragma once

#include <span>

#include "time/day_worlds.hpp"
#include "time/verdict.hpp"

namespace throughline {

// Requires at least one world of each value.
Verdict in_order_rule(std::span<const DayWorlds> values);

}  // namespace throughline
