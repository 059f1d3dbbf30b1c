// SPDX-License-Identifier: Apache-2.0
// A timeline in words, for readers who don't see it: what it shows, then its facts in order of time, relations, and
// what has no date.
#pragma once

#include <string>
#include <vector>

#include "view/timeline_view.hpp"

namespace throughline {

// Every relation of the view is told here, also those that the figure leaves out.
std::string timeline_facts(const TimelineView& view);

}  // namespace throughline
