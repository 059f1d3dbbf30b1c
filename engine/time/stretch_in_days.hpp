// SPDX-License-Identifier: Apache-2.0
// A stretch and a set of which all members are meant: can the members choose their days so that they fill the stretch,
// or are the stretch? Used by pair_rules.cpp.
//
//   can_lie_in(worlds of "2018-05-31/2018-06-01", worlds of "{2018-05, 2018-06}")
#pragma once

#include "time/day_worlds.hpp"

namespace throughline {

// Both require worlds that have been through expand_ranges together: of kind stretch, then of kind days.
bool can_lie_in(const DayWorlds& stretch, const DayWorlds& days);
bool can_be_all_of(const DayWorlds& stretch, const DayWorlds& days);

}  // namespace throughline
