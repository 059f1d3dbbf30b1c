// SPDX-License-Identifier: Apache-2.0
// Which nodes of one sort link to which of another, and by which chains: the search behind the verb `links`.
//
//   const Links links = find_links(graph, walk.passage, standings, {from, to, 2});
//   for (std::size_t i = 0; i < links.size(); ++i) print(links.chain(i));
#pragma once

#include <memory>
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

// Of millions of links only how many there are is kept. The best chains of one start are at hand; those of another are
// found again when one of them is asked for.
class Links {
 public:
  std::size_t size() const;
  std::size_t count(Held held) const;
  bool is_complete() const;  // else the search was stopped: there are more chains, or better ones

  // Requires a number below size().
  StandingChain chain(std::size_t number) const;

  // Forgets those that stand worse.
  void keep_certain() { certain_only_ = true; }

 private:
  friend Links find_links(const Graph& graph, const Passage& passage, const Standings& standings,
                          const LinkQuestion& question);
  struct State;

  std::shared_ptr<State> state_;
  bool certain_only_ = false;
};

// By how they stand, the best first; then by the names of their ends and the ids; then the shorter one first. Of a pair
// the best chain is the one that stands best; of these the shortest; then that with the fewest uncertain steps.
// What it refers to, and what the passage refers to, must outlive the links.
Links find_links(const Graph& graph, const Passage& passage, const Standings& standings, const LinkQuestion& question);

}  // namespace throughline
