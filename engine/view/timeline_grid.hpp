// SPDX-License-Identifier: Apache-2.0
// The ground a timeline stands on: ticks with their words, light lines down through the lanes, the signs of breaks,
// lane names and the rules between lanes. Its lines stop short of every mark and label, so that nothing runs through
// words.
#pragma once

#include <vector>

#include "view/timeline_plan.hpp"
#include "view/timeline_ticks.hpp"

namespace throughline {

// How much the words above the axis take.
double header_height(const TimelinePlan& plan, const std::vector<AxisTick>& ticks);

// How wide the breaks must be for the words above them. 0 without breaks.
double break_width(const std::vector<Omission>& silences, const TextMetrics& metrics);

// The day or stretch asked about, as high as it is said: a line in the middle of the box, or a band with its edges.
std::vector<Mark> paint_asked(const Box& box, bool is_day);

// A break of the axis, for the legend.
std::vector<Mark> paint_break_sample(double height);
inline constexpr double break_sample_width = 30;

struct GroundDrawing {
  Group axis;
  std::vector<Item> lane_heads;  // one for each lane: its rule and its name
  double bottom = 0;             // with the words below, which a high figure has
};

// `words` are the places of texts other than the items' labels.
GroundDrawing draw_ground(const TimelinePlan& plan, const std::vector<AxisTick>& ticks, const std::vector<Box>& words,
                          const TextMetrics& metrics);

}  // namespace throughline
