// SPDX-License-Identifier: Apache-2.0
// Small random graphs for the tests of chains, and all of their chains, by trying everything.
//
//   const auto world = any_chain_world([&](int limit) { return random() % limit; });
//   for (const Chain& chain : chains_from(*world, NodeIndex{0}, 3)) …
#pragma once

#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#include "graph/paths.hpp"

namespace throughline {

struct ChainWorld {
  Model model;
  Graph graph;
  Passage passage;

  explicit ChainWorld(Model made) : model(std::move(made)), graph(model), passage(model.relations.size()) {}
  ChainWorld(const ChainWorld&) = delete;  // the graph refers to the model beside it
};

// Parallel relations and loops; each may be walked in any direction, is weak or not, may be the last or not. `below(n)`
// gives a number less than n.
template <typename Below>
std::unique_ptr<ChainWorld> any_chain_world(Below below) {
  Model model;
  const auto nodes = static_cast<std::uint32_t>(2 + below(5));
  model.nodes.resize(nodes);
  const auto node = [&] { return NodeIndex{static_cast<std::uint32_t>(below(static_cast<int>(nodes)))}; };
  for (int more = static_cast<int>(below(10)); more > 0; --more) {
    const NodeIndex from = node();
    model.relations.push_back({.from = from, .to = node(), .type = model.vocabulary.find_relation_type("part_of")});
  }
  auto world = std::make_unique<ChainWorld>(std::move(model));
  for (std::uint32_t i = 0; i < world->model.relations.size(); ++i)
    world->passage.allow(RelationIndex{i}, {.forward = below(4) > 0,
                                            .backward = below(2) > 0,
                                            .weak = below(2) > 0,
                                            .last = below(4) == 0,
                                            .last_backward = below(4) == 0});
  return world;
}

// Goes on from the end of the chain by every relation, in both directions, that leads to a node not yet on it.
inline void add_chains(const ChainWorld& world, Chain& chain, std::set<NodeIndex>& on_chain, std::size_t hops,
                       std::vector<Chain>& found) {
  if (!chain.steps.empty()) found.push_back(chain);
  if (chain.steps.size() == hops) return;
  if (!chain.steps.empty() && world.passage.is_last(chain.steps.back())) return;
  for (std::uint32_t i = 0; i < world.model.relations.size(); ++i) {
    const Relation& relation = world.model.relations[i];
    for (const Direction direction : {Direction::forward, Direction::backward}) {
      const bool forward = direction == Direction::forward;
      const Step step{RelationIndex{i}, forward ? relation.to : relation.from, direction};
      const NodeIndex start = forward ? relation.from : relation.to;
      if (start != chain.end() || !world.passage.allows(step) || on_chain.contains(step.to)) continue;
      chain.steps.push_back(step);
      on_chain.insert(step.to);
      add_chains(world, chain, on_chain, hops, found);
      on_chain.erase(step.to);
      chain.steps.pop_back();
    }
  }
}

// All chains without a repeated node, at most `hops` steps.
inline std::vector<Chain> chains_from(const ChainWorld& world, NodeIndex start, std::size_t hops) {
  std::vector<Chain> found;
  Chain chain{start, {}};
  std::set<NodeIndex> on_chain = {start};
  add_chains(world, chain, on_chain, hops, found);
  return found;
}

inline std::size_t weak_steps(const ChainWorld& world, const Chain& chain) {
  return static_cast<std::size_t>(std::count_if(chain.steps.begin(), chain.steps.end(),
                                                [&](const Step& s) { return world.passage.is_weak(s.relation); }));
}

}  // namespace throughline
