// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_layout.hpp"

#include "view/frame.hpp"

namespace throughline {

namespace {

constexpr double axis_inset = 14;  // half a mark and a little air
constexpr double gutter_with_links = 24;
constexpr double beside_lanes = 60;  // words of ticks

}  // namespace

double gutter_of(const TimelineView& view) {
  const bool has_links = view.page ? view.page->has_links : !view.links.empty();
  return has_links ? gutter_with_links : 0;
}

TimelinePlan plan_along(const TimelineView& view, const Extremes& extremes, double left, double right,
                        double break_width) {
  const double gutter = gutter_of(view);
  TimeAxis::Room room;
  room.left = left + gutter;
  room.right = right - gutter;
  room.inset_left = extremes.opens_left ? open_axis_inset : axis_inset;
  room.inset_right = extremes.opens_right ? open_axis_inset : axis_inset;
  room.break_width = break_width;
  room.per_day = counts_in_day(view.clock);
  room.page = view.page;
  TimelinePlan plan{TimeAxis(extremes.occupied, room, extremes.silences)};
  plan.width = inner_width(view.sheet);
  plan.gutter = gutter;
  plan.clock = view.clock;
  if (view.asked) plan.asked = plan_asked(*view.asked, plan.axis);
  return plan;
}

double lane_share(const TimelineView& view) {
  return (inner_width(view.sheet) - beside_lanes) / static_cast<double>(view.lanes.size());
}

}  // namespace throughline
