// SPDX-License-Identifier: Apache-2.0
// The chains between two nodes that answer a question: as of some time, at one time, in the order of time. Used by the
// verb `path`.
//
//   find_chains(graph, passage, standings, {{from, to, 6}, false, true, false});  // the best one at one time
//
// A chain that stands better comes before a shorter one: first by how it held then, then by how surely it fits (at one
// time, in order), then by its length, then as paths_between.hpp says.
#pragma once

#include "graph/paths_between.hpp"
#include "query/standings.hpp"

namespace throughline {

struct ChainQuestion {
  Ends ends;
  bool all = false;          // not only the best
  bool at_one_time = false;  // only chains whose steps can have held on one day
  bool in_order = false;     // only chains that can be walked without going back in time

  bool asks_to_fit() const { return at_one_time || in_order; }
};

struct RatedChain {
  Chain chain;
  Held held;     // as Standings::of says
  Verdict fits;  // certain when nothing is asked of it
};

struct RatedChains {
  std::vector<RatedChain> chains;  // the best first
  bool is_complete = true;         // else the search was cut short: others may be as good, or better
};

// The passage says which relations may be walked, and how they stand.
RatedChains find_chains(const Graph& graph, const Passage& passage, const Standings& standings,
                        const ChainQuestion& question);

}  // namespace throughline
