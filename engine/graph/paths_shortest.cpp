// SPDX-License-Identifier: Apache-2.0
// The shortest chain, from both ends. Two waves meet half way; of the nodes where they do, the shortest chains are
// gathered layer by layer in both directions. Their layers, from the far end, tell the fewest weak steps still to walk;
// then the chain is walked from its start, always by the first step that is as good as can be.
#include <algorithm>

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
      : graph_(graph),
        passage_(passage),
        ends_(ends),
        layers_(from.depth() + to.depth() + 1),
        places_(graph.model().nodes.size()) {
    for (const NodeIndex node : from.layer())
      if (to.has_reached(node)) place(node, from.depth());
    for (std::size_t i = from.depth(); i > 0; --i) gather_before(i, from);
    for (std::size_t i = from.depth(); i + 1 < layers_.size(); ++i) gather_behind(i, to);
    for (std::size_t i = layers_.size() - 1; i-- > 0;)
      for (const NodeIndex node : layers_[i]) places_[position(node)].weak = fewest_weak(node, i);
  }

  Chain first_of_the_best() const {
    Chain chain{ends_.from, {}};
    for (std::size_t i = 0; i + 1 < layers_.size(); ++i) chain.steps.push_back(best_step(chain.end(), i));
    return chain;
  }

 private:
  struct Place {
    std::uint32_t layer = nowhere;
    std::uint32_t weak = 0;  // steps still to walk, at the fewest
  };

  void place(NodeIndex node, std::size_t layer) {
    if (is_in(node, layer)) return;
    places_[position(node)].layer = static_cast<std::uint32_t>(layer);
    layers_[layer].push_back(node);
  }
  bool is_in(NodeIndex node, std::size_t layer) const { return places_[position(node)].layer == layer; }

  void gather_before(std::size_t layer, const Wave& from) {
    for (const NodeIndex node : layers_[layer])
      for_each_step_to(
          graph_, node, [&](NodeIndex to) { return from.has_reached(to, layer - 1); },
          [&](const Step& step, Gist gist) {
            if (may_walk(passage_, reversed(step, node), gist, ends_.to)) place(step.to, layer - 1);
          });
  }

  void gather_behind(std::size_t layer, const Wave& to) {
    const std::size_t left = layers_.size() - 1 - layer;
    for (const NodeIndex node : layers_[layer])
      for_each_step_to(
          graph_, node, [&](NodeIndex next) { return to.has_reached(next, left - 1); },
          [&](const Step& step, Gist gist) {
            if (may_walk(passage_, step, gist, ends_.to)) place(step.to, layer + 1);
          });
  }

  std::uint32_t weak_by(const Step& step) const {
    return places_[position(step.to)].weak + (passage_.is_weak(step.relation) ? 1 : 0);
  }

  std::uint32_t fewest_weak(NodeIndex node, std::size_t layer) const {
    auto fewest = static_cast<std::uint32_t>(layers_.size());
    for_each_step_to(
        graph_, node, [&](NodeIndex to) { return is_in(to, layer + 1); },
        [&](const Step& step, Gist gist) {
          if (may_walk(passage_, step, gist, ends_.to)) fewest = std::min(fewest, weak_by(step));
        });
    return fewest;
  }

  Step best_step(NodeIndex node, std::size_t layer) const {
    std::optional<Step> best;
    for_each_step_to(
        graph_, node, [&](NodeIndex to) { return !best && is_in(to, layer + 1); },
        [&](const Step& step, Gist gist) {
          const bool is_best =
              may_walk(passage_, step, gist, ends_.to) && weak_by(step) == places_[position(node)].weak;
          if (is_best) best = step;
        });
    return *best;
  }

  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  const Graph& graph_;
  const Passage& passage_;
  Ends ends_;
  std::vector<std::vector<NodeIndex>> layers_;
  std::vector<Place> places_;  // by node
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
