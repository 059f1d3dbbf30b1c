// SPDX-License-Identifier: Apache-2.0
// The two forms of a timeline: time to the right, lanes below each other, labels wherever rows have room; and time
// down, lanes beside each other (or told in the labels of one column), labels in columns of their own. Both end in one
// plan.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "view/timeline_links.hpp"
#include "view/timeline_plan.hpp"
#include "view/timeline_ticks.hpp"

namespace throughline {

// What the axis has to show.
struct Extremes {
  std::vector<DayRange> occupied;
  bool opens_left = false;
  bool opens_right = false;
  std::vector<Omission> silences = {};  // that the axis leaves out
};

struct TimelineLayout {
  TimelinePlan plan;
  ChosenLinks chosen;
  std::vector<PlannedLink> links;
  std::vector<PlannedLink> threads;
  std::vector<AxisTick> ticks;
};

// The width of the names of lanes, where they stand left of the axis; 0 without names.
double label_column(const TimelineView& view);

TimelineLayout lay_right(const TimelineView& view, const Extremes& extremes, const TextMetrics& metrics);
TimelineLayout lay_down(const TimelineView& view, const Extremes& extremes, const TextMetrics& metrics);

// All lanes in one where the page is too narrow for columns; the labels then say the lanes, if the kinds don't.
TimelineView folded(TimelineView view, bool even_columns = false);

// What relations have on each side of the axis.
double gutter_of(const TimelineView& view);

// A plan whose axis, with its gutters, lies between `left` and `right`.
TimelinePlan plan_along(const TimelineView& view, const Extremes& extremes, double left, double right,
                        double break_width);

// What each lane has where they stand beside each other.
double lane_share(const TimelineView& view);

// From the edge of the axis to the first date where bars go on beyond it.
inline constexpr double open_axis_inset = 48;
inline constexpr double lane_gap = 14;

}  // namespace throughline
