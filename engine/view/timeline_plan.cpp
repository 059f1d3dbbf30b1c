// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_plan.hpp"

#include <algorithm>

#include "view/theme.hpp"

namespace throughline {

namespace {

constexpr double lane_padding = 9;
constexpr double row_gap = 8;
constexpr double gap_with_ends = 17;  // a shaft can be seen behind the arrowhead
constexpr double lane_label_line = 18;

double height_of(const PlannedGap& gap, double least) {
  return std::max({least, gap.tracks.height, gap.has_ends ? gap_with_ends : 0});
}

}  // namespace

PlannedAsked plan_asked(const TimelineAsked& asked, const TimeAxis& axis) {
  const auto& [earliest, latest] = asked.days;
  return {asked.label, earliest ? axis.x_of(*earliest) : axis.left(), latest ? axis.x_of(*latest + 1) : axis.right(),
          earliest && earliest == latest};
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
    y = std::max(y, lane.top + lane_padding + lane_label_line * static_cast<double>(lane.label.size()));
    if (&lane == &plan.lanes.back()) plan.gaps.back().top = y;
    y += &lane == &plan.lanes.back() ? height_of(plan.gaps.back(), lane_padding) : lane_padding;
    lane.bottom = y;
  }
  plan.bottom = y;
  for (PlannedItem& item : plan.items) item.middle = plan.rows[item.row].middle;
}

Box mark_box(const PlannedItem& item) {
  const AxisSpan covered = item.covered();
  return {covered.left, item.middle - item.set.half_bar, covered.right - covered.left, 2 * item.set.half_bar};
}

Text placed(Text text, const PlannedItem& item) {
  text.at = {text.at.x + item.set.label_at.x, text.at.y + item.set.label_at.y + item.middle};
  return text;
}

std::vector<Box> label_boxes(const PlannedItem& item, const TextMetrics& metrics) {
  std::vector<Box> boxes;
  for (const Text& text : item.set.label.texts) boxes.push_back(bounds(metrics, placed(text, item)));
  return boxes;
}

}  // namespace throughline
