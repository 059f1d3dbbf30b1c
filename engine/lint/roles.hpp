// SPDX-License-Identifier: Apache-2.0
// What the shapes and texts of a figure are: nodes, edges, labels, legend, title. Our own figures say so by ids and
// groups, Graphviz and others by classes; what says nothing is told by geometry.
//
//   const Roles roles = roles_of(figure); for (const Node& node : roles.nodes) …
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lint/figure.hpp"

namespace throughline::lint {

enum class Role {
  none,
  background,
  node,
  edge,
  cluster,
  legend,
  title,
  subtitle,
  source,
  stamp,
  note,
  axis,
  decoration
};

// Indices into the shapes and texts of the figure.
using Parts = std::vector<std::size_t>;

struct Node {
  std::uint32_t element = no_element;  // its group, or its shape
  std::string name;
  Parts shapes;
  Parts texts;
  Box box;                          // of its shapes
  Polyline hull;                    // convex, of its shapes
  std::uint32_t lane = no_element;  // of a timeline
};

struct Edge {
  std::uint32_t element = no_element;
  std::string name;
  Parts lines;
  Parts heads;
  Parts texts;
  Parts ends;  // the nodes it joins, as far as they are known
};

struct LegendEntry {
  std::uint32_t element = no_element;
  std::string label;
  Parts shapes;
  Parts texts;  // the label's, and signs beside it
};

struct Roles {
  std::vector<Role> of_shapes;
  std::vector<Role> of_texts;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<LegendEntry> legend;
  bool has_legend = false;
  bool is_timeline = false;
  bool is_vertical = false;  // time runs down
  bool is_ours = false;
  bool is_by_geometry = false;  // no id or class told a node or an edge
};

Roles roles_of(const Figure& figure);

}  // namespace throughline::lint
