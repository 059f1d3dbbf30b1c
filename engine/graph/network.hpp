// SPDX-License-Identifier: Apache-2.0
// The relations of a graph as plain arcs between nodes, each pair once: what measures.hpp and communities.hpp count on.
// No algorithm has to ask which relations hold: they are chosen when it is made. Its nodes are numbers from 0.
//
//   const Network network = network_of(graph, passage, {.undirected = true});
//   for (const std::uint32_t next : network.neighbours(0)) model[network.nodes[next]] …
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/paths.hpp"

namespace throughline {

struct Counting {
  bool undirected = false;     // every relation goes both ways; otherwise only those of symmetric types do
  bool each_relation = false;  // an arc weighs as much as it stands for relations; otherwise 1
};

struct Network {
  bool undirected = false;
  std::vector<std::uint32_t> starts = {0};  // where a node's arcs begin; one more than nodes
  std::vector<std::uint32_t> targets = {};  // ascending and without repetition within a node
  std::vector<double> weights = {};         // one per arc
  std::vector<NodeIndex> nodes = {};        // which node of the model each is, ascending; of network_of() alone

  std::size_t node_count() const { return starts.size() - 1; }
  std::span<const std::uint32_t> neighbours(std::size_t node) const {
    return std::span(targets).subspan(starts[node], starts[node + 1] - starts[node]);
  }
  std::span<const double> weights_of(std::size_t node) const {
    return std::span(weights).subspan(starts[node], starts[node + 1] - starts[node]);
  }
};

// The nodes of the graph and the steps that the passage allows: along each relation, and against it where the counting
// or its type says so. A relation of a node with itself is one arc.
Network network_of(const Graph& graph, const Passage& passage, Counting counting);

// Every arc turned round.
Network reversed(const Network& network);

}  // namespace throughline
