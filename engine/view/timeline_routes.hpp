// SPDX-License-Identifier: Apache-2.0
// Ways for relations through a timeline: along the gaps between rows, and across a row only where nothing stands. So no
// relation can meet a label, a mark or a bar that it doesn't belong to. Works on rows and columns; pixels of height
// come later.
//
// Gap 0 lies above row 0, gap n below row n-1. A port is where a relation leaves its item upwards or downwards.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "view/timeline_rows.hpp"

namespace throughline {

struct RouteField {
  std::vector<double> columns;             // x, ascending; the outermost are free in every row
  std::vector<std::vector<Stretch>> rows;  // what is covered, from left to right
  double clearance = 5;                    // between a relation and what is covered
};

struct Port {
  std::size_t owner = 0;  // the item, for the caller
  std::size_t gap = 0;
  std::size_t column = 0;
  double cost = 0;
};

// A run along a gap.
struct Leg {
  std::size_t gap = 0;
  std::size_t from = 0;  // columns
  std::size_t to = 0;
};

struct Route {
  Port from;
  Port to;
  std::vector<Leg> legs;  // joined by vertical runs; none when the way is straight down or up
};

// Finds ways one after the other; later ones keep off the earlier where they can.
class RouteFinder {
 public:
  explicit RouteFinder(RouteField field);

  // Nothing only when one of the two has no port.
  std::optional<Route> find(const std::vector<Port>& from, const std::vector<Port>& to);

 private:
  struct Search;

  bool is_blocked(std::size_t row, std::size_t column) const { return blocked_[row * field_.columns.size() + column]; }
  std::size_t gaps() const { return field_.rows.size() + 1; }
  double crossing_row(std::size_t row, std::size_t column) const;
  double along_gap(std::size_t gap, std::size_t column) const;  // from this column to the next
  double through_gap(std::size_t gap, std::size_t column) const;
  void remember(const Route& route);
  void remember_vertical(std::size_t column, std::size_t from_gap, std::size_t to_gap);

  RouteField field_;
  std::vector<char> blocked_;
  std::vector<int> row_uses_;         // by row and column: vertical runs across the row
  std::vector<int> gap_uses_;         // by gap and column: vertical runs that touch the gap
  std::vector<int> horizontal_uses_;  // by gap and column: horizontal runs from here to the next column
};

}  // namespace throughline
