// SPDX-License-Identifier: Apache-2.0
// Packing a lane: each item brings the ways it could be set (label right of the mark, left, inside the bar, above),
// each with the stretch it would cover; rows take as many items side by side as keep their distance. Rows grow, nothing
// overlaps.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace throughline {

struct AxisSpan {
  double left = 0;
  double right = 0;
};

// One way to set an item, measured from the middle line of its row.
struct Setting {
  AxisSpan covered;  // mark and label
  double above = 0;
  double below = 0;
  double penalty = 0;  // in pixels of height it should save to be preferred
};

struct Place {
  std::size_t row = 0;
  std::size_t setting = 0;
};

struct PackedRow {
  double above = 0;
  double below = 0;
  std::vector<AxisSpan> covered;  // from left to right
};

struct Packing {
  std::vector<Place> places;  // one for each item
  std::vector<PackedRow> rows;
};

struct PackingRules {
  double left = 0;
  double right = 0;      // nothing may reach beyond these
  double distance = 16;  // between two items in a row
  double row_gap = 8;    // what a new row costs besides its height
};

// Each item must have a setting that stays within left and right; those that don't are passed over.
Packing pack_rows(std::span<const std::vector<Setting>> items, const PackingRules& rules);

}  // namespace throughline
