// SPDX-License-Identifier: Apache-2.0
#include "query/links_search.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/paths_between.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_chains = 100'000;

class LinkSearch {
 public:
  LinkSearch(const Graph& graph, const Passage& passage, const Standings& standings, const LinkQuestion& question)
      : graph_(graph),
        passage_(passage),
        standings_(standings),
        question_(question),
        reach_(graph, passage),
        is_target_(graph.model().nodes.size(), false) {
    for (const NodeIndex node : question.to) is_target_[position(node)] = true;
  }

  Links find() {
    for (const NodeIndex start : question_.from) {
      if (!links_.is_complete) break;
      question_.all ? find_all(start) : find_best(start);
    }
    sort();
    return std::move(links_);
  }

 private:
  // A chain that certainly held comes before a shorter one that only may have.
  void find_best(NodeIndex start) {
    std::map<NodeIndex, StandingChain> best;
    for (const Held least : held_groups) {
      for (const NodeIndex end : reach_.explore(start, question_.hops, least))
        if (is_target_[position(end)]) improve(best, end, least);
      if (!standings_.is_asked()) break;  // all stand alike
    }
    for (auto& [end, chain] : best) links_.chains.push_back(std::move(chain));
  }

  void improve(std::map<NodeIndex, StandingChain>& best, NodeIndex end, Held least) {
    const auto known = best.find(end);
    if (known != best.end() && known->second.held >= least) return;
    StandingChain found = standing_chain(reach_.chain_to(end), least);
    if (known == best.end())
      best.emplace(end, std::move(found));
    else if (found.held > known->second.held)
      known->second = std::move(found);
  }

  // The shortest chain may be one whose steps share no day of those asked about: then the best that does stand so.
  StandingChain standing_chain(Chain shortest, Held wanted) {
    const Held held = standings_.of(shortest).held;
    if (held >= wanted) return {std::move(shortest), held};
    const auto stands = [&](const Chain& beginning) { return standings_.of(beginning).held >= wanted; };
    BestChain best =
        best_wanted_chain(graph_, passage_.at_least(wanted), {shortest.start, shortest.end(), question_.hops}, stands);
    links_.is_complete &= best.is_complete;
    return best.chain ? StandingChain{std::move(*best.chain), wanted} : StandingChain{std::move(shortest), held};
  }

  void find_all(NodeIndex start) {
    for (const NodeIndex end : reach_.explore(start, question_.hops, Held::undated)) {
      if (!is_target_[position(end)]) continue;
      const std::size_t left = most_chains - std::min(most_chains, links_.chains.size());
      Chains chains = all_chains(graph_, passage_.at_least(Held::undated), {start, end, question_.hops}, left + 1);
      for (Chain& chain : chains.chains) {
        const Held held = standings_.of(chain).held;
        links_.chains.push_back({std::move(chain), held});
      }
      links_.is_complete &= chains.is_complete && links_.chains.size() <= most_chains;
      if (!links_.is_complete) return;
    }
  }

  void sort() {
    const Model& model = graph_.model();
    const auto key = [&](const StandingChain& each) {
      const Chain& chain = each.chain;
      return std::tuple(-static_cast<int>(each.held), model.text(model[chain.start].name), chain.start,
                        model.text(model[chain.end()].name), chain.end(), chain.steps.size());
    };
    std::stable_sort(links_.chains.begin(), links_.chains.end(),
                     [&](const StandingChain& a, const StandingChain& b) { return key(a) < key(b); });
  }

  const Graph& graph_;
  const Passage& passage_;
  const Standings& standings_;
  const LinkQuestion& question_;
  Reach reach_;
  std::vector<bool> is_target_;
  Links links_;
};

}  // namespace

Links find_links(const Graph& graph, const Passage& passage, const Standings& standings, const LinkQuestion& question) {
  return LinkSearch(graph, passage, standings, question).find();
}

}  // namespace throughline
