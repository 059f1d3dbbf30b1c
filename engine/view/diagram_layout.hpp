// SPDX-License-Identifier: Apache-2.0
// From a diagram to places: several arrangements are laid out, the best is kept.
//
//   const auto diagram = arrange(view, engine, metrics);   // engine: render/graphviz.hpp, or a fake in a test
#pragma once

#include <optional>
#include <vector>

#include "view/diagram_plan.hpp"
#include "view/layout.hpp"

namespace throughline {

struct PlacedEdge {
  std::vector<std::vector<Point>> curves;  // one, or two with the bead between; in the edge's own direction
};

struct PlacedGroup {
  Box box;
  Box label;
};

struct PlacedDiagram {
  double width = 0;
  double height = 0;
  std::vector<Box> nodes;
  std::vector<Box> beads;
  std::vector<PlacedEdge> edges;
  std::vector<std::optional<PlacedGroup>> groups;  // nothing where the members of a group don't stand together
  std::string engine;
  std::string note;  // on how it was placed, for the reader of the figure; empty: nothing to say

  std::size_t faults = 0;     // overlaps, and lines through boxes or labels that are not theirs
  std::size_t crossings = 0;  // of lines with lines
};

struct PlannedDiagram {
  DiagramPlan plan;
  PlacedDiagram placed;
};

// Judged by faults first, then by size, shape and crossings. When every engine fails, the nodes stand in a grid and
// `engine` of the result is "grid". The plan points into the view.
PlannedDiagram arrange(const DiagramView& view, const LayoutEngine& engine, const TextMetrics& metrics);

}  // namespace throughline
