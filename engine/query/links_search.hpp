// SPDX-License-Identifier: Apache-2.0
// Which nodes of one sort link to which of another, and by which chains: the search behind the verb `links`.
//
//   const Links links = find_links(graph, walk.passage, standings, {from, to, 2});
#pragma once

#include <vector>

#include "graph/paths.hpp"
#include "query/standings.hpp"

namespace throughline {

struct LinkQuestion {
  std::vector<NodeIndex> from;
  std::vector<NodeIndex> to;
  std::size_t hops = 0;
  bool all = false;  // every chain, not only the best of each pair
};

struct StandingChain {
  Chain chain;
  Held held;
};

struct Links {
  std::vector<StandingChain> chains;
  bool is_complete = true;  // else the search was stopped: there are more chains, or better ones
};

// By how they stand, the best first; then by the names of their ends and the ids; then the shorter one first. Of a pair
// the best chain is the one that stands best; of these the shortest; then that with the fewest uncertain steps.
Links find_links(const Graph& graph, const Passage& passage, const Standings& standings, const LinkQuestion& question);

}  // namespace throughline
