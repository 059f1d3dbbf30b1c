// SPDX-License-Identifier: Apache-2.0
// A timeline while it is being placed: the axis, the rows of each lane, the items in them, the gaps that relations run
// along. timeline_scene fills it step by step; the drawing files read it.
//
// Places are told along the axis (x) and across it (y). Where time runs down, the plan is the same and on_page turns it
// over its diagonal: rows are then columns. Only words are placed on the page itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "view/timeline_axis.hpp"
#include "view/timeline_rows.hpp"
#include "view/timeline_settings.hpp"
#include "view/timeline_tracks.hpp"
#include "view/timeline_view.hpp"

namespace throughline {

// Free above and below what a lane holds, and a line of its name.
inline constexpr double lane_padding = 9;
inline constexpr double lane_label_line = 18;

struct PlannedRow {
  PackedRow packed;
  double middle = 0;  // y
};

struct PlannedGap {  // above the row of the same number; one more below the last
  Tracks tracks;
  bool has_ends = false;  // of relations that go straight up or down from here
  double top = 0;
};

struct PlannedLane {
  const TimelineLane* lane = nullptr;
  std::vector<std::string> label;  // lines
  double least = 0;                // it takes at least so much across the axis
  std::size_t first_row = 0;
  std::size_t row_count = 0;
  double top = 0;
  double bottom = 0;
};

// The day or stretch that a question about time asks for, as lengths on the axis.
struct PlannedAsked {
  std::string label;
  double left = 0;
  double right = 0;
  bool is_day = false;  // drawn as a line in the middle, else as a band
};

PlannedAsked plan_asked(const TimelineAsked& asked, const TimeAxis& axis);

struct TimelinePlan {
  explicit TimelinePlan(TimeAxis time_axis) : axis(std::move(time_axis)) {}

  TimeAxis axis;
  std::optional<Clock> clock;  // whose minutes the axis counts
  bool is_vertical = false;
  double from = 0;  // what the line of the axis covers
  double to = 0;
  double width = 0;   // of the page
  double gutter = 0;  // free of items on both sides of the axis, for relations
  double top = 0;     // the line below the ticks
  double bottom = 0;  // the line below the last lane
  std::optional<PlannedAsked> asked;
  std::vector<PlannedLane> lanes;
  std::vector<PlannedRow> rows;
  std::vector<PlannedGap> gaps;
  std::vector<PlannedItem> items;  // lane by lane, in order of time
};

// Gives rows, gaps and lanes their heights, from `plan.top` downwards, and each item its middle.
void place_rows(TimelinePlan& plan);

// Between the plan and the page, either way; the same box and point where time runs to the right.
Box on_page(const Box& box, const TimelinePlan& plan);
Point on_page(Point point, const TimelinePlan& plan);
std::vector<Mark> on_page(std::vector<Mark> marks, const TimelinePlan& plan, const TextMetrics& metrics);

// What an item covers with its mark or bar, in the plan, and with its label, on the page.
Box mark_box(const PlannedItem& item);
std::vector<Box> label_boxes(const PlannedItem& item, const TextMetrics& metrics);
Text placed(Text text, const PlannedItem& item);  // a text of the item's label

}  // namespace throughline
