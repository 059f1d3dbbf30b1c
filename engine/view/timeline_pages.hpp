// SPDX-License-Identifier: Apache-2.0
// A long timeline in several figures of one scale and one look: its time is cut at borders of the calendar, decades at
// years divisible by ten. Each thing stands on every page that it may touch; what no page can draw, a note tells.
//
//   for (const TimelineView& page : pages_of(view, *parse_length("10 years"))) …   // "…: 1990 to 1999, page 2 of 4"
#pragma once

#include <cstddef>
#include <vector>

#include "view/timeline_view.hpp"

namespace throughline {

// Figures of one timeline, and the stretches without anything that an option could cut it into.
inline constexpr std::size_t most_pages = 400;

// How many stretches of this length there are from the first date to the last; more than most_pages are not counted.
std::size_t count_stretches(const TimelineView& view, const Duration& length);

// Those of them in which something is, in order of time; the view itself when nothing has a date. Requires no more
// than most_pages, and time that runs to the right.
std::vector<TimelineView> pages_of(const TimelineView& view, const Duration& length);

// Whether what has these bounds happens, begins, ends or lasts within the stretch, or may.
bool touches(const Extent& extent, const PageWindow& stretch);

}  // namespace throughline
