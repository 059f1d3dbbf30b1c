// SPDX-License-Identifier: Apache-2.0
#include "view/chains_between.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "query/path_search.hpp"

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

class Gatherer {
 public:
  Gatherer(const Scope& scope, const Standings& standings) : scope_(scope), standings_(standings) {}

  void take(const RatedChains& found) {
    between_.is_complete = found.is_complete;
    for (const RatedChain& each : found.chains) take(each);
  }

  Selection selection(std::size_t hops) {
    Selection selection;
    for (const auto& [node, place] : places_) {
      selection.nodes.push_back(node);
      between_.places.push_back(node == scope_.between[1] ? last_ : place);
    }
    selection.relations.assign(relations_.begin(), relations_.end());
    for (const NodeIndex node : passed_over_)
      if (!places_.contains(node)) selection.left_out.push_back(node);
    between_.hops = hops;
    selection.between = std::move(between_);
    return selection;
  }

 private:
  void take(const RatedChain& rated) {
    if (rated.held < standings_.least()) return ++between_.apart, void();
    if (!has_room_for(rated.chain)) {
      for (const Step& step : rated.chain.steps) passed_over_.insert(step.to);
      return ++between_.left_out, void();
    }
    ++between_.chains;
    places_.try_emplace(rated.chain.start, 0);
    for (std::size_t i = 0; i < rated.chain.steps.size(); ++i) {
      const Step& step = rated.chain.steps[i];
      relations_.insert(step.relation);
      std::size_t& place = places_.try_emplace(step.to, i + 1).first->second;
      place = std::min(place, i + 1);
      last_ = std::max(last_, i + 1);
    }
  }

  bool has_room_for(const Chain& chain) const {
    if (scope_.max_nodes == 0 || between_.chains == 0) return true;
    const auto more = std::count_if(chain.steps.begin(), chain.steps.end(),
                                    [&](const Step& step) { return !places_.contains(step.to); });
    return places_.size() + static_cast<std::size_t>(more) <= scope_.max_nodes;
  }

  const Scope& scope_;
  const Standings& standings_;
  Between between_;
  std::map<NodeIndex, std::size_t> places_;
  std::set<RelationIndex> relations_;
  std::set<NodeIndex> passed_over_;
  std::size_t last_ = 1;
};

}  // namespace

Selection chains_between(const Graph& graph, const Scope& scope, const Standings& standings,
                         const std::function<bool(RelationIndex)>& may_walk) {
  const Passage passage = passage_along(graph, standings, may_walk);
  ChainQuestion question{{scope.between[0], scope.between[1], scope.hops == 0 ? usual_hops : scope.hops}};
  if (scope.hops == 0)
    if (const RatedChains best = find_chains(graph, passage, standings, question); !best.chains.empty())
      question.ends.hops = best.chains.front().chain.steps.size();
  question.all = true;
  Gatherer gatherer(scope, standings);
  gatherer.take(find_chains(graph, passage, standings, question));
  return gatherer.selection(question.ends.hops);
}

}  // namespace throughline
