// SPDX-License-Identifier: Apache-2.0
// A diagram before layout: every box and every label measured, labels that say the same merged where lines fan out or
// in.
//
// A label is a bead on its line: the layout engine places it like a node, so it keeps clear of boxes, of other labels
// and of foreign lines by construction, and the line runs into it and out of it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "view/diagram_view.hpp"
#include "view/text_metrics.hpp"
#include "view/theme.hpp"

namespace throughline {

// How close together things stand: the narrower, the more lines a text takes.
enum class Density { usual, compact, narrow };

// One way to arrange a diagram. Which is best shows only after layout, so several are tried.
struct Arrangement {
  std::string engine = "dot";
  bool left_to_right = true;
  bool columns = false;  // actors, events and initiatives in columns of their own; else the lines alone decide
  // How many columns each level takes, so that lines within it can run from one to the other.
  std::array<int, 4> split{1, 1, 1, 1};
  bool events_join = false;  // events share the columns of initiatives
  Density density = Density::usual;
  unsigned variation = 0;       // see LayoutGraph
  bool straight_lines = false;  // see LayoutGraph
  double spread = 1;            // how much wider than usual the gaps are
};

// An edge from a node to itself, written in its box.
struct Loop {
  std::size_t edge = 0;
  std::string text;
  std::vector<std::string> lines;
};

struct PlannedNode {
  const DiagramNode* node = nullptr;
  NodeLook look;
  std::vector<std::string> name;    // lines
  std::vector<std::string> detail;  // lines
  double width = 0;
  double height = 0;
  int level = 0;   // 0 to 3: actors stand before events, events before initiatives
  int column = 0;  // the same for nodes of one column; columns count from left to right, not without gaps
  std::optional<std::size_t> group;
  std::vector<Loop> loops;
};

// Carries the label of every edge in `edges`: they all start at the same node, or all end at the same node. The most
// emphasised comes first: the label and the line that they share look like it.
struct Bead {
  std::vector<std::string> lines;
  double width = 0;
  double height = 0;
  std::vector<std::size_t> edges;
};

struct PlannedEdge {
  const DiagramEdge* edge = nullptr;
  std::size_t from = 0;
  std::size_t to = 0;
  LineLook look;
  std::optional<std::size_t> bead;  // none when there is no label, or for a loop
  bool turned = false;              // laid out from `to` to `from`, so that all lines run one way, without a cycle
};

struct PlannedGroup {
  const DiagramGroup* group = nullptr;
  std::vector<std::string> lines;  // of its label
  double label_width = 0;
  double label_height = 0;
};

// Nodes and edges in canonical order. Points into the view, which has to stay.
struct DiagramPlan {
  const DiagramView* view = nullptr;
  Arrangement arrangement;
  std::vector<PlannedNode> nodes;
  std::vector<PlannedEdge> edges;
  std::vector<Bead> beads;
  std::vector<PlannedGroup> groups;  // those that have a member
};

namespace diagram {
inline constexpr double padding_x = 12;  // inside a box
inline constexpr double padding_y = 8;
inline constexpr double diamond = 9;  // the width of an event's sign, left of its name
inline constexpr double diamond_gap = 7;
inline constexpr double name_line = 19;  // distances of base lines
inline constexpr double small_line = 17.6;
inline constexpr double bead_padding = 4;
inline constexpr double group_label = 12;  // from the corner of a group's box to its label
}  // namespace diagram

// Actors 0, events 1, initiatives 2, any other kind 3.
int level_of_kind(std::string_view kind);

DiagramPlan plan_diagram(const DiagramView& view, const Arrangement& arrangement, const TextMetrics& metrics);

}  // namespace throughline
