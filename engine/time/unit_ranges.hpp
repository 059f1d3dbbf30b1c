// SPDX-License-Identifier: Apache-2.0
// Turns ranges of months and years (`{1670..1672}`) into a member for each unit, also where they are billions of years
// long or endless: then whole cycles of the calendar are first cut out where nothing of interest happens. Used before
// questions that look at each member.
//
//   std::vector<DayWorlds> both = {worlds of "{2001..}", worlds of "2005/2007"};
//   expand_ranges(both);  // both[0].members: 2001, 2002, … until well after 2007
#pragma once

#include <span>

#include "time/day_worlds.hpp"

namespace throughline {

// The worlds must be those of one question: they are cut in the same places. They keep their order, overlaps and
// distances, except that long empty times become shorter. Ranges that go on forever do so well beyond the stretch that
// is returned, and outside of it nothing changes; it is all of time if there was nothing to do.
Stretch expand_ranges(std::span<DayWorlds> values);

}  // namespace throughline
