// SPDX-License-Identifier: Apache-2.0
// The ways one item of a timeline can be set: its mark or bar stands where the date says, its label inside the bar,
// right or left of it, or above. The packing (timeline_rows) chooses.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "view/text_metrics.hpp"
#include "view/theme.hpp"
#include "view/timeline_label.hpp"
#include "view/timeline_rows.hpp"
#include "view/timeline_span.hpp"

namespace throughline {

inline constexpr double mark_size = 15;
inline constexpr double bar_height = 22;
inline constexpr double echo_size = 9;

// One way to set an item, with all that drawing it needs. Heights are relative to the middle line of the row.
struct ItemSetting {
  Setting setting;
  Label label;
  Point label_at;       // the label's upper left corner
  double half_bar = 0;  // half the height of the bar or the mark
  bool is_above = false;
};

// From a mark to a label in a column of labels: along the row to another place where the mark itself has no way out,
// then across the rows that follow, to the label.
struct PlannedLeader {
  double from = 0;   // along the axis: where it leaves the mark
  double to = 0;     // where it crosses the rows
  double label = 0;  // where it meets the label
  double top = 0;    // of the label
  std::size_t label_row = 0;
  std::size_t run = 0;  // of the gap behind the mark's row; meant only if `from` and `to` differ
};

struct PlannedItem {
  const TimelineItem* item = nullptr;
  std::string id;  // unique in the scene
  std::size_t lane = 0;
  bool is_bar = false;
  MomentSpan moment;
  BarSpan bar;
  NodeLook look;
  ItemSetting set;
  std::size_t row = 0;
  double middle = 0;                    // y
  Point label_at;                       // the label's upper left corner, on the page
  std::optional<PlannedLeader> leader;  // to a label that stands apart
  bool is_tick = false;                 // no room for its mark: a stroke says where it belongs
  bool is_echo = false;                 // stands in an earlier lane: here is a sign of it, without words
  bool is_listed = false;               // stands at the mark of the item before it
  std::size_t listed_here = 0;          // how many items follow that stand at the mark of this one

  // The mark or the bar, without its label.
  AxisSpan covered() const;

  // Whether it is on another page, too, for its dates; what is open is not said to be.
  bool goes_elsewhere() const;
};

// A bar without its caps.
AxisSpan body_of(const BarSpan& bar);

// Where nothing changes along a bar and no break interrupts it, so that a label may stand there.
std::vector<AxisSpan> even_stretches(const BarSpan& bar, const TimeAxis& axis);

PlannedItem plan_item(const TimelineItem& item, std::size_t lane, const TimeAxis& axis);

// The name, with the sign of its standing where nothing else shows it, and the date.
LabelWords label_words(const PlannedItem& item);

// Of an item alone, or of one and those that stand at its mark. Never empty; the last one always stays within the axis.
std::vector<ItemSetting> settings_of(std::span<const PlannedItem> items, const TimeAxis& axis,
                                     const TextMetrics& metrics);

}  // namespace throughline
