// SPDX-License-Identifier: Apache-2.0
// Snapshots against brute force: on thousands of small random graphs the compact graph has exactly the nodes and steps
// that filtering the whole graph leaves, and the best chain in it is the best that may be walked.
#include "graph/snapshot.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "formats/load.hpp"
#include "graph/paths.hpp"
#include "graph/paths_between.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

struct World {
  Model model;
  Graph graph;
  std::vector<Held> nodes;
  std::vector<Held> relations;

  explicit World(Model loaded) : model(std::move(loaded)), graph(model) {}
  World(const World&) = delete;  // the graph refers to the model beside it

  // A relation brings its ends along.
  bool has(NodeIndex node, Held least) const {
    if (nodes[position(node)] >= least) return true;
    for (std::size_t i = 0; i < relations.size(); ++i)
      if (relations[i] >= least && (model.relations[i].from == node || model.relations[i].to == node)) return true;
    return false;
  }
};

std::unique_ptr<World> random_world(std::mt19937& random) {
  const auto nodes = 1 + random() % 6;
  const auto relations = random() % 10;
  std::string rows;
  for (std::size_t i = 0; i < nodes; ++i)
    rows += fmt::format("{{\"record\":\"node\",\"kind\":\"actor\",\"id\":\"n{}\",\"name\":\"N\"}}\n", i);
  for (std::size_t i = 0; i < relations; ++i)
    rows += fmt::format(
        "{{\"record\":\"relation\",\"from\":\"n{}\",\"type\":\"part_of\",\"to\":\"n{}\",\"role\":\"{}\"}}\n",
        random() % nodes, random() % nodes, i);
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  auto world = std::make_unique<World>(load(paths, RepositoryFiles(), rows, diagnostics));
  for (std::size_t i = 0; i < world->model.nodes.size(); ++i) world->nodes.push_back(static_cast<Held>(random() % 4));
  for (std::size_t i = 0; i < world->model.relations.size(); ++i)
    world->relations.push_back(static_cast<Held>(random() % 4));
  return world;
}

Passage passage_of(const World& world, Held least) {
  Passage passage(world.model.relations.size());
  for (std::uint32_t i = 0; i < world.relations.size(); ++i) {
    const bool may = world.relations[i] >= least;
    passage.allow(RelationIndex{i}, {.forward = may, .backward = may});
  }
  return passage;
}

void expect_steps(const World& world, const Graph& compact, Held least) {
  std::size_t nodes = 0;
  for (std::uint32_t i = 0; i < world.model.nodes.size(); ++i) {
    const NodeIndex node{i};
    std::vector<Step> expected = world.graph.steps_from(node);
    std::erase_if(expected, [&](const Step& step) { return world.relations[position(step.relation)] < least; });
    EXPECT_EQ(compact.steps_from(node), expected);
    EXPECT_EQ(compact.degree(node), expected.size());
    EXPECT_EQ(compact.has(node), world.has(node, least));
    nodes += compact.has(node) ? 1 : 0;
  }
  EXPECT_EQ(compact.node_count(), nodes);
}

void expect_reach(const World& world, const Graph& compact, Held least) {
  Passage everything(world.model.relations.size());
  for (std::uint32_t i = 0; i < world.relations.size(); ++i)
    everything.allow(RelationIndex{i}, {.forward = true, .backward = true});
  const Passage filtered = passage_of(world, least);
  Reach in_snapshot(compact, everything);
  Reach in_whole(world.graph, filtered);
  for (std::uint32_t start = 0; start < world.model.nodes.size(); ++start) {
    ASSERT_EQ(in_snapshot.explore(NodeIndex{start}, 4), in_whole.explore(NodeIndex{start}, 4));
    for (std::uint32_t end = 0; end < world.model.nodes.size(); ++end) {
      const NodeIndex from{start};
      const NodeIndex to{end};
      EXPECT_EQ(in_snapshot.distance(to), in_whole.distance(to));
      const auto some = all_chains(compact, everything, {from, to, 4}, 1000).chains;
      const auto all = all_chains(world.graph, filtered, {from, to, 4}, 1000).chains;
      ASSERT_EQ(some.size(), all.size());
      for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(some[i].steps, all[i].steps);
    }
  }
}

TEST(Snapshots, agree_with_filtering_the_whole_graph) {
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    const auto world = random_world(random);
    const Snapshots then(world->model, world->nodes, world->relations);
    for (const Held least : held_groups) {
      expect_steps(*world, then.at_least(least), least);
      expect_reach(*world, then.at_least(least), least);
    }
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Snapshots, of_nothing_have_nothing) {
  std::mt19937 random(1);
  const auto world = random_world(random);
  const Graph empty = snapshot(world->model, std::vector<Held>(world->nodes.size(), Held::never),
                               std::vector<Held>(world->relations.size(), Held::never), Held::undated);
  EXPECT_EQ(empty.node_count(), 0U);
  EXPECT_EQ(empty.relation_count(), 0U);
  EXPECT_TRUE(empty.steps_from(NodeIndex{0}).empty());
}

}  // namespace
}  // namespace throughline
