// SPDX-License-Identifier: Apache-2.0
// Chains against brute force: on thousands of small random graphs the best chain, its length and the set of all chains
// must be those that trying everything finds.
#include "graph/paths.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>

#include "formats/load.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

struct World {
  Model model;
  Graph graph;
  Passage passage;

  explicit World(Model loaded) : model(std::move(loaded)), graph(model), passage(model.relations.size()) {}
  World(const World&) = delete;  // the graph refers to the model beside it
};

// Passage is drawn anew for each relation: any direction, weak or not, last or not.
std::unique_ptr<World> random_world(std::mt19937& random) {
  const int nodes = 2 + static_cast<int>(random() % 5);
  const int relations = static_cast<int>(random() % 9);
  std::string rows;
  for (int i = 0; i < nodes; ++i)
    rows += fmt::format("{{\"record\":\"node\",\"kind\":\"actor\",\"id\":\"n{}\",\"name\":\"N\"}}\n", i);
  for (int i = 0; i < relations; ++i)
    rows += fmt::format(
        "{{\"record\":\"relation\",\"from\":\"n{}\",\"type\":\"part_of\",\"to\":\"n{}\",\"role\":\"{}\"}}\n",
        random() % nodes, random() % nodes, i);
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  auto world = std::make_unique<World>(load(paths, RepositoryFiles(), rows, diagnostics));
  for (std::uint32_t i = 0; i < world->model.relations.size(); ++i) {
    const auto bits = random();
    world->passage.allow(RelationIndex{i}, {.forward = (bits & 3) != 0,
                                            .backward = (bits & 4) != 0,
                                            .weak = (bits & 8) != 0,
                                            .last = (bits & 0x30) == 0,
                                            .last_backward = (bits & 0xc0) == 0});
  }
  return world;
}

// All chains without a repeated node, by trying everything.
void collect(const World& world, Chain& chain, std::set<NodeIndex>& on_chain, std::size_t hops,
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
      collect(world, chain, on_chain, hops, found);
      on_chain.erase(step.to);
      chain.steps.pop_back();
    }
  }
}

std::vector<Chain> chains_from(const World& world, NodeIndex start, std::size_t hops) {
  std::vector<Chain> found;
  Chain chain{start, {}};
  std::set<NodeIndex> on_chain = {start};
  collect(world, chain, on_chain, hops, found);
  return found;
}

std::size_t weak_steps(const World& world, const Chain& chain) {
  return static_cast<std::size_t>(std::count_if(chain.steps.begin(), chain.steps.end(),
                                                [&](const Step& s) { return world.passage.is_weak(s.relation); }));
}

using Quality = std::pair<std::size_t, std::size_t>;  // length, weak steps

TEST(Paths, the_best_chain_is_the_one_that_brute_force_finds) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const auto owner = random_world(random);
    const World& world = *owner;
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

TEST(Paths, all_chains_are_those_that_brute_force_finds) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    const auto owner = random_world(random);
    const World& world = *owner;
    const std::size_t hops = 1 + random() % 4;
    const NodeIndex from{0};
    const NodeIndex to{1};
    std::multiset<std::vector<std::uint32_t>> expected;
    const auto code = [](const Chain& chain) {
      std::vector<std::uint32_t> steps;
      for (const Step& step : chain.steps)
        steps.push_back(static_cast<std::uint32_t>(step.relation) * 2 + (step.direction == Direction::forward ? 0 : 1));
      return steps;
    };
    for (const Chain& chain : chains_from(world, from, hops))
      if (chain.end() == to) expected.insert(code(chain));
    std::multiset<std::vector<std::uint32_t>> found;
    std::size_t length = 0;
    for (const Chain& chain : all_chains(world.graph, world.passage, from, to, hops, 100'000).chains) {
      found.insert(code(chain));
      ASSERT_GE(chain.steps.size(), length) << "shortest first";
      length = chain.steps.size();
    }
    ASSERT_EQ(found, expected);
  }
}

TEST(Graph, steps_are_the_relations_of_a_node_in_both_directions) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const auto owner = random_world(random);
    const World& world = *owner;
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
