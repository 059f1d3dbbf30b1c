// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_plan.hpp"

#include <algorithm>

#include "view/theme.hpp"

namespace throughline {

namespace {

constexpr double row_gap = 8;
constexpr double gap_with_ends = 17;  // a shaft can be seen behind the arrowhead
constexpr double narrow_day = 8;      // where hours are counted, and too little of them is seen

double height_of(const PlannedGap& gap, double least) {
  return std::max({least, gap.tracks.height, gap.has_ends ? gap_with_ends : 0});
}

Box turned(const Box& box) { return {box.y, box.x, box.height, box.width}; }

// A sign keeps upright, its middle where it was.
Text turned(Text text, const TextMetrics& metrics) {
  const double width = metrics.width(text.text, text.size, text.weight);
  const double to_middle = text.anchor == Anchor::start ? width / 2 : text.anchor == Anchor::end ? -width / 2 : 0;
  const double rise = metrics.rise(text.size);
  text.at = {text.at.y - rise, text.at.x + to_middle + rise};
  text.anchor = Anchor::middle;
  return text;
}

Mark turned(Mark mark, const TextMetrics& metrics) {
  if (auto* shape = std::get_if<Shape>(&mark)) {
    shape->box = turned(shape->box);
    shape->fill.fades_down = !shape->fill.fade_to.empty();
  }
  if (auto* curve = std::get_if<Curve>(&mark))
    for (Point& point : curve->points) std::swap(point.x, point.y);
  if (auto* text = std::get_if<Text>(&mark)) *text = turned(std::move(*text), metrics);
  return mark;
}

}  // namespace

PlannedAsked plan_asked(const TimelineAsked& asked, const TimeAxis& axis) {
  const auto& [earliest, latest] = asked.days;
  const double left = earliest ? axis.x_of(*earliest) : axis.left();
  const double right = latest ? axis.x_of(*latest + 1) : axis.right();
  const bool is_one = earliest && latest && *latest + 1 - *earliest == axis.per_day();
  const bool is_day = is_one && (axis.per_day() == 1 || right - left < narrow_day);
  if (!axis.page()) return {asked.label, left, right, is_day};
  return {asked.label, std::max(left, axis.left()), std::min(right, axis.right()), is_day};
}

void place_rows(TimelinePlan& plan) {
  double y = plan.top;
  plan.gaps.resize(plan.rows.size() + 1);
  for (PlannedLane& lane : plan.lanes) {
    lane.top = y;
    for (std::size_t i = 0; i < lane.row_count; ++i) {
      PlannedRow& row = plan.rows[lane.first_row + i];
      PlannedGap& gap = plan.gaps[lane.first_row + i];
      gap.top = y;
      y += height_of(gap, i == 0 ? lane_padding : row_gap);
      row.middle = y + row.packed.above;
      y = row.middle + row.packed.below;
    }
    y = std::max(y, lane.top + lane.least);
    if (&lane == &plan.lanes.back()) plan.gaps.back().top = y;
    y += &lane == &plan.lanes.back() ? height_of(plan.gaps.back(), lane_padding) : lane_padding;
    lane.bottom = y;
  }
  plan.bottom = y;
  for (PlannedItem& item : plan.items) {
    item.middle = plan.rows[item.row].middle;
    if (!plan.is_vertical) item.label_at = {item.set.label_at.x, item.set.label_at.y + item.middle};
  }
}

Box on_page(const Box& box, const TimelinePlan& plan) { return plan.is_vertical ? turned(box) : box; }

Point on_page(Point point, const TimelinePlan& plan) { return plan.is_vertical ? Point{point.y, point.x} : point; }

std::vector<Mark> on_page(std::vector<Mark> marks, const TimelinePlan& plan, const TextMetrics& metrics) {
  if (plan.is_vertical)
    for (Mark& mark : marks) mark = turned(std::move(mark), metrics);
  return marks;
}

Box mark_box(const PlannedItem& item) {
  const AxisSpan covered = item.covered();
  return {covered.left, item.middle - item.set.half_bar, covered.right - covered.left, 2 * item.set.half_bar};
}

Text placed(Text text, const PlannedItem& item) {
  text.at = {text.at.x + item.label_at.x, text.at.y + item.label_at.y};
  return text;
}

std::vector<Box> label_boxes(const PlannedItem& item, const TextMetrics& metrics) {
  std::vector<Box> boxes;
  for (const Text& text : item.set.label.texts) boxes.push_back(bounds(metrics, placed(text, item)));
  return boxes;
}

}  // namespace throughline
