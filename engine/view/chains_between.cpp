// SPDX-License-Identifier: Apache-2.0
#include "view/chains_between.hpp"

#include <algorithm>

#include "query/path_search.hpp"
#include "view/gathered_chains.hpp"

namespace throughline {
namespace {

Passage passage_along(const Graph& graph, const Standings& standings,
                      const std::function<bool(RelationIndex)>& may_walk) {
  return Passage(graph.model().relations.size(), [&](RelationIndex relation) {
    const bool is_way = may_walk(relation);
    return Passage::Terms{.forward = is_way,
                          .backward = is_way,
                          .weak = standings.certainty_of(relation) != Verdict::certain,
                          .held = standings.of(relation).held};
  });
}

}  // namespace

Selection chains_between(const Graph& graph, const Scope& scope, const Standings& standings,
                         const std::function<bool(RelationIndex)>& may_walk) {
  const Passage passage = passage_along(graph, standings, may_walk);
  ChainQuestion question{{scope.between[0], scope.between[1], scope.hops == 0 ? usual_hops : scope.hops}};
  if (scope.hops == 0)
    if (const RatedChains best = find_chains(graph, passage, standings, question); !best.chains.empty())
      question.ends.hops = best.chains.front().chain.steps.size();
  question.all = true;
  const RatedChains found = find_chains(graph, passage, standings, question);
  GatheredChains gathered(scope.max_nodes);
  std::size_t apart = 0;
  for (const RatedChain& each : found.chains)
    if (each.held < standings.least())
      ++apart;
    else
      gathered.take(each.chain);
  Selection selection = gathered.selection();
  ShownChains& chains = *selection.chains;
  for (const auto& [node, place] : gathered.places())
    chains.places.push_back(node == scope.between[1] ? std::max<std::size_t>(chains.longest, 1) : place);
  chains.apart = apart;
  chains.hops = question.ends.hops;
  chains.is_complete = found.is_complete;
  return selection;
}

}  // namespace throughline
