// SPDX-License-Identifier: Apache-2.0
// What a layout engine is asked and what it answers: bare boxes, lines between them and boxes around them, in pixels.
// view/ fills in the one and places by the other; render/graphviz.cpp stands between.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "view/scene.hpp"

namespace throughline {

struct LayoutNode {
  double width = 0;
  double height = 0;
  std::optional<std::size_t> cluster;
};

struct LayoutLabel {
  double width = 0;
  double height = 0;
};

enum class Side { any, left, right, top, bottom };

struct LayoutEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  int weight = 1;              // how hard the engine tries to keep it short and straight
  bool ranked = true;          // whether it puts `to` after `from` in a layered drawing
  Side from_side = Side::any;  // where it leaves `from`
  Side to_side = Side::any;
};

struct LayoutGraph {
  std::string engine = "dot";
  bool left_to_right = true;
  unsigned variation = 0;       // layouts depend on the order in which things are named: another number, another order
  bool straight_lines = false;  // faster, but through whatever stands in the way; not for a layered layout
  double node_gap = 20;
  double rank_gap = 40;
  std::vector<LayoutNode> nodes;
  std::vector<LayoutEdge> edges;
  std::vector<LayoutLabel> clusters;            // the room that each cluster's label needs
  std::vector<std::vector<std::size_t>> ranks;  // sets of nodes that stand in one rank
  double clearance = 4;                         // between lines and boxes
  std::vector<Point> places;  // the middles of the nodes, for the engine "nop", which only leads lines; else empty
};

struct Layout {
  double width = 0;
  double height = 0;
  std::vector<Box> nodes;
  std::vector<std::vector<Point>> edges;  // from border to border; empty where the engine gave none
  std::vector<std::optional<Box>> clusters;
};

// One for each that was asked, nothing where the engine failed or ran into its limit. Several are asked at once where
// that is quicker than one after the other.
using LayoutEngine = std::function<std::vector<std::optional<Layout>>(std::span<const LayoutGraph>)>;

// All numbers below `count`, shuffled; in order for variation 0. The same on every machine, which std::shuffle is not.
std::vector<std::size_t> varied_order(std::size_t count, unsigned variation);

// A layout as lines of numbers, for the way out of a child process.
std::string to_text(const Layout& layout);
Layout layout_from_text(const std::string& text, const LayoutGraph& request);

}  // namespace throughline
