// SPDX-License-Identifier: Apache-2.0
// The order in which things stand in a timeline, whatever order they came in: by time; where dates are the same, what
// is related next to each other; then by id.
#pragma once

#include "view/timeline_view.hpp"

namespace throughline {

// Lanes stay as they are; items and the undated are put in order, and an item whose date has no bound at all is moved
// to the undated.
TimelineView in_order(TimelineView view);

}  // namespace throughline
