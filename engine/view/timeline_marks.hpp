// SPDX-License-Identifier: Apache-2.0
// How one item of a timeline is painted: the mark with its whisker, the bar with its certain and its possible parts and
// its caps. The legend paints its samples with the same functions, so that it shows what is drawn.
#pragma once

#include <vector>

#include "view/timeline_settings.hpp"

namespace throughline {

// Around the middle line at `middle`, at the places of `moment`.
std::vector<Mark> paint_moment(const MomentSpan& moment, const NodeLook& look, double middle);

// A bar is interrupted at each of `holes` (the breaks of the axis).
struct BarPaint {
  BarSpan span;
  double middle = 0;
  double half_height = 0;
  std::vector<AxisSpan> holes;
};

// What stands for an item in a further lane: a dot, hollow where the day is not known, or a slender bar.
Shape paint_dot(double x, bool day_known, const NodeLook& look, double middle);
std::vector<Mark> paint_echo(const PlannedItem& item, std::vector<AxisSpan> holes);
inline constexpr double thread_width = 1.2;

std::vector<Mark> paint_bar(const BarPaint& bar, const NodeLook& look);

// The look of a relation's line, in the legend and in the figure.
Curve paint_link(std::vector<Point> way, const TimelineLink& link);

}  // namespace throughline
