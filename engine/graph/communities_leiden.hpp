// SPDX-License-Identifier: Apache-2.0
// The three steps of the Leiden algorithm, for communities.cpp alone: move single nodes, divide what came out into
// parts that hold together, make each part a node.
//
//   move_nodes(level, groups);
//   const Groups parts = well_linked_parts(level, groups);
#pragma once

#include "graph/communities.hpp"

namespace throughline {

// The network, or one whose nodes are parts of it. Weights are counts of relations, and gains are compared multiplied
// by the total: all are whole numbers, so that comparing them is exact.
struct Level {
  Network network;
  std::vector<double> strength;  // of each node: its weights, a loop twice
  double total = 0;

  explicit Level(Network made);

  std::size_t size() const { return strength.size(); }
  // What a group of that strength gains by a node with such links to it.
  double gain(std::uint32_t node, double links, double group_strength) const {
    return links * total - strength[node] * group_strength;
  }
};

// Moves one node after another to the group where it gains most, or out of one where it loses, until none gains.
// Requires that groups have numbers below the number of nodes.
void move_nodes(const Level& level, Groups& groups);

// Divides each group: nodes, at first alone, join a part of their group next to them if both are well linked to the
// rest of it. Parts are numbered from 0; their number comes with them.
struct Parts {
  Groups of_node;
  std::uint32_t count = 0;
};
Parts well_linked_parts(const Level& level, const Groups& groups);

// Each part becomes a node; the links within it become its loop.
Level merged(const Level& level, const Parts& parts);

// The same groups with numbers from 0, in the order of their first nodes. Returns how many there are.
std::uint32_t number_anew(Groups& groups);

// The nodes of each group, which are numbered from 0.
std::vector<std::vector<std::uint32_t>> members_of(const Groups& groups, std::size_t count);

}  // namespace throughline
