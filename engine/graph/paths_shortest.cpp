// SPDX-License-Identifier: Apache-2.0
// The shortest chain, from both ends. Two waves meet half way; of the nodes where they do, the shortest chains are
// gathered layer by layer in both directions. Their layers, from the far end, tell the fewest weak steps still to walk;
// then the chain is walked from its start, always by the first step that is as good as can be.
#include <algorithm>
#include <unordered_map>

#include "graph/paths_wave.hpp"

namespace throughline {
namespace {

// The wave with less to do moves on. False when one comes to an end or the hops are spent: then there is no chain.
bool meet(Wave& one, Wave& other, std::size_t hops) {
  while (one.depth() + other.depth() < hops) {
    Wave& moving = one.work() <= other.work() ? one : other;
    const Wave& waiting = &moving == &one ? other : one;
    if (!moving.advance()) return false;
    const auto has_met = [&](NodeIndex node) { return waiting.has_reached(node); };
    if (std::any_of(moving.layer().begin(), moving.layer().end(), has_met)) return true;
  }
  return false;
}

class ShortestChains {
 public:
  // The waves have met.
  ShortestChains(const Graph& graph, const Passage& passage, const Ends& ends, const Wave& from, const Wave& to)
      : graph_(graph), passage_(passage), ends_(ends), layers_(from.depth() + to.depth() + 1) {
    for (const NodeIndex node : from.layer())
      if (to.has_reached(node)) layers_[from.depth()].push_back(node);
    for (std::size_t i = from.depth(); i > 0; --i) gather_before(i, from);
    for (std::size_t i = from.depth(); i + 1 < layers_.size(); ++i) gather_behind(i, to);
    for (std::size_t i = layers_.size(); i-- > 0;)
      for (const NodeIndex node : layers_[i]) places_[node] = {i, fewest_weak(node, i)};
  }

  Chain first_of_the_best() const {
    Chain chain{ends_.from, {}};
    for (std::size_t i = 0; i + 1 < layers_.size(); ++i) chain.steps.push_back(best_step(chain.end(), i));
    return chain;
  }

 private:
  struct Place {
    std::size_t layer;
    std::size_t weak;  // steps still to walk, at the fewest
  };

  void gather_before(std::size_t layer, const Wave& from) {
    for (const NodeIndex node : layers_[layer])
      for_each_step(graph_, node, [&](const Step& step, Gist gist) {
        const bool is_nearer = from.has_reached(step.to) && from.distance(step.to) == layer - 1;
        if (is_nearer && may_walk(passage_, reversed(step, node), gist, ends_.to))
          layers_[layer - 1].push_back(step.to);
      });
    keep_once(layers_[layer - 1]);
  }

  void gather_behind(std::size_t layer, const Wave& to) {
    const std::size_t left = layers_.size() - 1 - layer;
    for (const NodeIndex node : layers_[layer])
      for_each_step(graph_, node, [&](const Step& step, Gist gist) {
        const bool is_nearer = to.has_reached(step.to) && to.distance(step.to) == left - 1;
        if (is_nearer && may_walk(passage_, step, gist, ends_.to)) layers_[layer + 1].push_back(step.to);
      });
    keep_once(layers_[layer + 1]);
  }

  static void keep_once(std::vector<NodeIndex>& nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  }

  // Calls visit(step, weak steps from there on with this one) for the steps of shortest chains.
  template <typename Visit>
  void for_each_way_on(NodeIndex node, std::size_t layer, Visit visit) const {
    for_each_step(graph_, node, [&](const Step& step, Gist gist) {
      const auto place = places_.find(step.to);
      if (place == places_.end() || place->second.layer != layer + 1 || !may_walk(passage_, step, gist, ends_.to))
        return;
      visit(step, place->second.weak + (passage_.is_weak(step.relation) ? 1 : 0));
    });
  }

  std::size_t fewest_weak(NodeIndex node, std::size_t layer) const {
    if (layer + 1 == layers_.size()) return 0;
    std::size_t fewest = layers_.size();
    for_each_way_on(node, layer, [&](const Step&, std::size_t weak) { fewest = std::min(fewest, weak); });
    return fewest;
  }

  Step best_step(NodeIndex node, std::size_t layer) const {
    std::optional<Step> best;
    for_each_way_on(node, layer, [&](const Step& step, std::size_t weak) {
      if (!best && weak == places_.at(node).weak) best = step;
    });
    return *best;
  }

  const Graph& graph_;
  const Passage& passage_;
  Ends ends_;
  std::vector<std::vector<NodeIndex>> layers_;
  std::unordered_map<NodeIndex, Place> places_;
};

}  // namespace

std::optional<Chain> shortest_chain(const Graph& graph, const Passage& passage, const Ends& ends) {
  if (ends.from == ends.to) return std::nullopt;
  Wave from(graph, passage, ends, Wave::Side::from);
  Wave to(graph, passage, ends, Wave::Side::to);
  if (!meet(from, to, ends.hops)) return std::nullopt;
  return ShortestChains(graph, passage, ends, from, to).first_of_the_best();
}

}  // namespace throughline
