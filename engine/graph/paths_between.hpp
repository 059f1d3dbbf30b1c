// SPDX-License-Identifier: Apache-2.0
// Chains from one node to another: the best one, or all. Used by `path` and, for chains that stand better than the
// shortest, by standings.hpp.
//
//   shortest_chain(graph, passage, {from, to, 6});
//
// A shorter chain comes before a longer one; of the best one's equals in length that with the fewest weak steps; then
// the first in the order of the model: whose first step comes first among those of Graph::steps_from, then its second.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "graph/paths.hpp"

namespace throughline {

// A chain has no node twice, and at most so many steps. There is none from a node to itself.
struct Ends {
  NodeIndex from;
  NodeIndex to;
  std::size_t hops;
};

// Breadth-first from both ends until they meet (Pohl 1971): it costs what lies within half of the way.
std::optional<Chain> shortest_chain(const Graph& graph, const Passage& passage, const Ends& ends);

// May a chain begin so? What is refused must stay refused however the chain goes on.
using Wanted = std::function<bool(const Chain& beginning)>;

// The best of the chains that are wanted. Looking at them can take longer than anybody waits: the search stops after
// half a million beginnings, and a better one may then be missed.
struct BestChain {
  std::optional<Chain> chain;
  bool is_complete = true;
};
BestChain best_wanted_chain(const Graph& graph, const Passage& passage, const Ends& ends, const Wanted& wanted);

// All chains that are wanted (empty: all), shortest first, then in the order of the model. The search stops after
// `most` chains, half a million beginnings that were judged, or 50 million steps.
struct Chains {
  std::vector<Chain> chains;
  bool is_complete = true;
};
Chains all_chains(const Graph& graph, const Passage& passage, const Ends& ends, std::size_t most,
                  const Wanted& wanted = {});

}  // namespace throughline
