// SPDX-License-Identifier: Apache-2.0
// The graph as of some time: compact graphs of what certainly held, of what possibly did, and of that and what no date
// decides. Each contains the one before, so that a chain is as sure as the first graph it is found in. Used by the
// questions that take --as-of and its like; algorithms run on them as on any Graph.
//
//   const Snapshots then(model, node_standings, relation_standings);
//   then.certain.steps_from(node);
#pragma once

#include <span>

#include "graph/graph.hpp"
#include "graph/held.hpp"

namespace throughline {

struct Snapshots {
  // One standing for each node and relation of the model.
  Snapshots(const Model& model, std::span<const Held> nodes, std::span<const Held> relations);

  // What stands at least so well. Requires one of held_groups.
  const Graph& at_least(Held held) const;

  Graph certain;
  Graph possible;
  Graph with_undated;
};

// Nodes and relations that stand at least so well; a relation brings its ends along.
Graph snapshot(const Model& model, std::span<const Held> nodes, std::span<const Held> relations, Held least);

}  // namespace throughline
