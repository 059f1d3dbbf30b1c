// SPDX-License-Identifier: Apache-2.0
// Marks and bars in narrow strips along an axis, their labels in a column beside the strips: each needs a free way
// across the strips that follow its own, along which a line leads to its label.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "view/timeline_rows.hpp"

namespace throughline {

// What is to be hung up: what it covers, where a line may leave it, and where best.
struct Hanging {
  AxisSpan covered;
  AxisSpan exits;
  double best = 0;
  double half = 0;  // of its size across the axis
  bool is_bar = false;
  bool has_label = true;
  AxisSpan mark = {};  // of what is no bar: beyond it the days that are possible, a line that others may cross
};

struct Hung {
  std::size_t strip = 0;
  double leaves = 0;   // the mark
  double crosses = 0;  // the strips that follow: elsewhere where the mark has no way out
};

struct Strips {
  std::vector<PackedRow> rows;  // what is covered, marks and lines; from the outermost to the one by the labels
  std::vector<std::optional<Hung>> hung;  // nothing for what found no room
  double width = 0;                       // of all, with what stands beside them
};

struct StripRules {
  double from = 0;
  double to = 0;        // ways lie within
  double room = 0;      // for all strips
  double beside = 8;    // what a strip takes besides its marks
  double distance = 4;  // between two marks, and between two ways
  double bend = 16;     // and where a line turns in the gap behind it
  double more_bends = 6;
};

// Items in order of time.
Strips hang(const std::vector<Hanging>& items, const StripRules& rules);

}  // namespace throughline
