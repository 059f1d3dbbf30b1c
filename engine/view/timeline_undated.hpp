// SPDX-License-Identifier: Apache-2.0
// The strip below the lanes: what has no date stands here by name, all of it.
#pragma once

#include <vector>

#include "view/scene.hpp"
#include "view/text_metrics.hpp"
#include "view/timeline_view.hpp"

namespace throughline {

// By lane, then name. What has no lane comes last.
std::vector<TimelineUndated> in_order(std::vector<TimelineUndated> undated);

struct UndatedStrip {
  Group group;
  double height = 0;
};

// Starts at `top`; the names run from `left` to `right`, the words "Without a date" stand at 0 before them, or above
// when `left` is 0.
UndatedStrip draw_undated(const std::vector<TimelineUndated>& undated, Box room, const TextMetrics& metrics);

}  // namespace throughline
