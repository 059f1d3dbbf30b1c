// SPDX-License-Identifier: Apache-2.0
// Chains against brute force: on thousands of small random graphs the best chain and its length must be those that
// trying everything finds.
#include "graph/paths.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>

#include "random_chains.hpp"

namespace throughline {
namespace {

std::unique_ptr<ChainWorld> random_world(std::mt19937& random) {
  return any_chain_world([&](int limit) { return random() % static_cast<unsigned>(limit); });
}

using Quality = std::pair<std::size_t, std::size_t>;  // length, weak steps

TEST(Paths, the_best_chain_is_the_one_that_brute_force_finds) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const auto owner = random_world(random);
    const ChainWorld& world = *owner;
    const std::size_t hops = 1 + random() % 4;
    Reach reach(world.graph, world.passage);
    for (std::uint32_t start = 0; start < world.model.nodes.size(); ++start) {
      std::map<NodeIndex, Quality> best;
      for (const Chain& chain : chains_from(world, NodeIndex{start}, hops)) {
        const Quality quality{chain.steps.size(), weak_steps(world, chain)};
        const auto [known, is_new] = best.emplace(chain.end(), quality);
        if (!is_new) known->second = std::min(known->second, quality);
      }
      const std::vector<NodeIndex> reached = reach.explore(NodeIndex{start}, hops);
      ASSERT_EQ(reached.size(), best.size());
      for (const NodeIndex node : reached) {
        const Chain chain = reach.chain_to(node);
        ASSERT_EQ(chain.end(), node);
        ASSERT_EQ((Quality{chain.steps.size(), weak_steps(world, chain)}), best.at(node));
        ASSERT_EQ(reach.distance(node), chain.steps.size());
      }
    }
  }
}

// Relations that stand in all ways, to be walked on all levels at once.
void let_stand(ChainWorld& world, std::mt19937& random) {
  for (std::uint32_t i = 0; i < world.model.relations.size(); ++i)
    world.passage.allow(RelationIndex{i}, {.forward = random() % 4 > 0,
                                           .backward = random() % 2 > 0,
                                           .weak = random() % 2 > 0,
                                           .last = random() % 4 == 0,
                                           .last_backward = random() % 4 == 0,
                                           .held = static_cast<Held>(random() % held_count)});
}

TEST(Paths, several_searches_at_once_find_what_each_finds_alone) {
  std::mt19937 random(8);
  std::size_t apart = 0;  // how often two levels lead elsewhere
  for (int round = 0; round < 3000; ++round) {
    const auto owner = random_world(random);
    let_stand(*owner, random);
    const ChainWorld& world = *owner;
    const std::size_t hops = 1 + random() % 4;
    Reach at_once(world.graph, world.passage, held_groups);
    std::vector<Reach> alone;
    for (const Held held : held_groups) alone.emplace_back(world.graph, world.passage.at_least(held));
    for (std::uint32_t start = 0; start < world.model.nodes.size(); ++start) {
      at_once.explore(NodeIndex{start}, hops);
      for (std::size_t level = 0; level < alone.size(); ++level) {
        ASSERT_EQ(at_once.reached(level), alone[level].explore(NodeIndex{start}, hops)) << round;
        for (const NodeIndex node : at_once.reached(level)) {
          ASSERT_EQ(at_once.chain_to(node, level).steps, alone[level].chain_to(node).steps) << round;
          ASSERT_EQ(at_once.distance(node, level), alone[level].distance(node));
        }
      }
      apart += at_once.reached(0) == at_once.reached(2) ? 0 : 1;
    }
  }
  EXPECT_GT(apart, 1000U);
}

TEST(Graph, steps_are_the_relations_of_a_node_in_both_directions) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const auto owner = random_world(random);
    const ChainWorld& world = *owner;
    for (std::uint32_t node = 0; node < world.model.nodes.size(); ++node) {
      const auto touches = [&](const Relation& r) { return r.from == NodeIndex{node} || r.to == NodeIndex{node}; };
      const auto expected = std::count_if(world.model.relations.begin(), world.model.relations.end(), touches);
      EXPECT_EQ(world.graph.steps_from(NodeIndex{node}).size(), static_cast<std::size_t>(expected));
      EXPECT_EQ(world.graph.degree(NodeIndex{node}), static_cast<std::size_t>(expected));
    }
  }
}

}  // namespace
}  // namespace throughline
