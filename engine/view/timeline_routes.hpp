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
  std::vector<double> columns;              // x, ascending; the outermost are free in every row
  std::vector<std::vector<AxisSpan>> rows;  // what is covered, from left to right
  double clearance = 5;                     // between a relation and what is covered
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

struct RelationRoute {
  Port from;
  Port to;
  std::vector<Leg> legs;  // joined by vertical runs; none when the way is straight down or up
};

// Which bundles of relations already run where.
class RouteUses {
 public:
  explicit RouteUses(std::size_t places) : bundles_(places) {}

  void add(std::size_t place, std::size_t bundle);
  bool has(std::size_t place, std::size_t bundle) const;
  double others(std::size_t place, std::size_t bundle) const;

 private:
  std::vector<std::vector<std::size_t>> bundles_;
};

// Finds ways one after the other. Relations of one bundle run together as far as they can, then branch off; others keep
// off each other.
class RouteFinder {
 public:
  explicit RouteFinder(RouteField field);

  // Nothing only when one of the two has no port.
  std::optional<RelationRoute> find(const std::vector<Port>& from, const std::vector<Port>& to, std::size_t bundle);

 private:
  struct Search;

  std::size_t gaps() const { return field_.rows.size() + 1; }
  std::size_t place(std::size_t gap_or_row, std::size_t column) const {
    return gap_or_row * field_.columns.size() + column;
  }
  bool is_blocked(std::size_t row, std::size_t column) const { return blocked_[place(row, column)] != 0; }
  void remember(const RelationRoute& route, std::size_t bundle);
  void remember_vertical(std::size_t column, std::size_t from_gap, std::size_t to_gap, std::size_t bundle);

  RouteField field_;
  std::vector<char> blocked_;
  RouteUses rows_;   // by row and column: vertical runs across the row
  RouteUses turns_;  // by gap and column: vertical runs that touch the gap
  RouteUses runs_;   // by gap and column: horizontal runs from here to the next column
};

}  // namespace throughline
