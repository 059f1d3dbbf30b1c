// SPDX-License-Identifier: Apache-2.0
// From a plan to places: which layouts are worth trying, what each asks of the engine, how good the answer is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/diagram_plan.hpp"
#include "view/layout.hpp"

namespace throughline {

struct Arrangement {
  std::string engine = "dot";
  bool left_to_right = true;
  bool columns = false;  // actors, events and initiatives in a column each; else the lines alone decide
  double spread = 1;     // how much wider than usual the gaps are
};

struct PlacedEdge {
  std::vector<std::vector<Point>> curves;  // one, or two with the bead between; in the edge's own direction
};

struct PlacedDiagram {
  double width = 0;
  double height = 0;
  std::vector<Box> nodes;
  std::vector<Box> beads;
  std::vector<PlacedEdge> edges;
  std::vector<std::optional<Box>> groups;
  std::string engine;

  std::size_t faults = 0;     // overlaps, and lines through boxes or labels that are not theirs
  std::size_t crossings = 0;  // of lines with lines
};

// The best placement that `engine` finds, judged by faults first, then by size, shape and crossings. Nothing when it fails
// for every arrangement.
std::optional<PlacedDiagram> place_diagram(const DiagramPlan& plan, const LayoutEngine& engine);

}  // namespace throughline
