// SPDX-License-Identifier: Apache-2.0
// What chains may be made of, for the verbs that walk: relations that a filter keeps and no source denies, as they
// stand to the standpoint; in which direction they lead; which nodes they may pass through. What a walk meets and may
// not take is counted, and said below the answer.
//
//   const Walk walk = walk_of(graph, standings, filter, {.leads_only = true});
//   Reach reach(graph, walk.passage);
//   add_notes(walk, *standings, table);
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "graph/paths.hpp"
#include "query/filter.hpp"
#include "query/standings.hpp"

namespace throughline {

struct WalkTerms {
  bool leads_only = false;          // only in the directions that the vocabulary says lead from a carrier on
  std::vector<bool> may_pass = {};  // by node: a chain may go on from it; empty: from all
  std::function<bool(const Relation&)> may_walk = {};  // by what else is asked; empty: all
};

// Of the relations that were met, each once, those that were not walked.
struct Met {
  HeldCounts counts;  // of those that may be walked, how they stand
  std::size_t denied = 0;
  std::size_t filtered = 0;
  Passage::Met by_gist = {};  // more of them
};

struct Walk {
  Passage passage;
  std::shared_ptr<const Met> met;  // grows while the passage is walked
};

// Keeps references to all but the terms.
Walk walk_of(const Graph& graph, const Standings& standings, const Filter& filter, WalkTerms terms);

// "met on the way: 3 relations did not hold as of 2019"; nothing when all were walked.
void add_notes(const Walk& walk, const Standings& standings, const Filter& filter, Table& table);

}  // namespace throughline
