// SPDX-License-Identifier: Apache-2.0
// Components against union-find and reachability; communities against what they promise.
#include "graph/communities.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "graph/random_graph.hpp"

namespace throughline {
namespace {

// Two divisions are the same when the same pairs of nodes are together.
bool same_division(const Groups& a, const Groups& b) {
  std::map<std::uint32_t, std::uint32_t> there;
  std::map<std::uint32_t, std::uint32_t> back;
  for (std::size_t node = 0; node < a.size(); ++node)
    if (there.emplace(a[node], b[node]).first->second != b[node] ||
        back.emplace(b[node], a[node]).first->second != a[node])
      return false;
  return a.size() == b.size();
}

Groups components_by_union(const Matrix& arcs) {
  Groups root(arcs.size());
  std::iota(root.begin(), root.end(), 0U);
  const auto find = [&](std::uint32_t node) {
    while (root[node] != node) node = root[node];
    return node;
  };
  for (std::uint32_t a = 0; a < arcs.size(); ++a)
    for (std::uint32_t b = 0; b < arcs.size(); ++b)
      if (arcs[a][b] > 0) root[find(a)] = find(b);
  Groups groups(arcs.size());
  for (std::uint32_t node = 0; node < arcs.size(); ++node) groups[node] = find(node);
  return groups;
}

// Each node with the first that it reaches and that reaches it.
Groups strong_by_reaching(const Matrix& arcs) {
  Matrix reaches = arcs;
  for (std::size_t node = 0; node < arcs.size(); ++node) reaches[node][node] = 1;
  for (std::size_t over = 0; over < arcs.size(); ++over)
    for (std::size_t a = 0; a < arcs.size(); ++a)
      for (std::size_t b = 0; b < arcs.size(); ++b)
        if (reaches[a][over] > 0 && reaches[over][b] > 0) reaches[a][b] = 1;
  Groups groups(arcs.size());
  for (std::uint32_t a = 0; a < arcs.size(); ++a)
    for (std::uint32_t b = 0; groups[a] = b, b < a; ++b)
      if (reaches[a][b] > 0 && reaches[b][a] > 0) break;
  return groups;
}

// Pair by pair: the weight between two nodes of a group, less what their degrees would give.
double modularity_by_pairs(Matrix arcs, const Groups& groups) {
  for (std::size_t node = 0; node < arcs.size(); ++node) arcs[node][node] *= 2;
  std::vector<double> degrees;
  for (const auto& row : arcs) degrees.push_back(std::accumulate(row.begin(), row.end(), 0.0));
  const double total = std::accumulate(degrees.begin(), degrees.end(), 0.0);
  double sum = 0;
  for (std::size_t a = 0; a < arcs.size(); ++a)
    for (std::size_t b = 0; b < arcs.size(); ++b)
      if (groups[a] == groups[b] && total > 0) sum += arcs[a][b] / total - degrees[a] * degrees[b] / (total * total);
  return sum;
}

Matrix within(Matrix arcs, const Groups& groups) {
  for (std::size_t a = 0; a < arcs.size(); ++a)
    for (std::size_t b = 0; b < arcs.size(); ++b)
      if (groups[a] != groups[b]) arcs[a][b] = 0;
  return arcs;
}

Groups each_alone(std::size_t nodes) {
  Groups groups(nodes);
  std::iota(groups.begin(), groups.end(), 0U);
  return groups;
}

template <typename Check>
void for_random_graphs(int rounds, bool undirected, Check check) {
  std::mt19937 random(2008);
  for (int round = 0; round < rounds; ++round) {
    const RandomGraph graph(random, 14, 40);
    for (const bool each_relation : {false, true}) {
      const Counting counting{undirected, each_relation};
      check(graph.network(counting), graph.matrix(counting));
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

TEST(Components, are_those_of_union_and_find) {
  for_random_graphs(2000, true, [](const Network& network, const Matrix& arcs) {
    ASSERT_TRUE(same_division(strong_components(network), components_by_union(arcs)));
  });
}

TEST(StrongComponents, are_nodes_that_reach_each_other) {
  for_random_graphs(2000, false, [](const Network& network, const Matrix& arcs) {
    ASSERT_TRUE(same_division(strong_components(network), strong_by_reaching(arcs)));
  });
}

TEST(StrongComponents, of_a_long_chain_do_not_exhaust_the_stack) {
  constexpr std::uint32_t nodes = 300'000;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i + 1 < nodes; ++i) pairs.emplace_back(i, i + 1);
  const Groups groups = strong_components(network_of_pairs(nodes, pairs, true));
  EXPECT_TRUE(std::all_of(groups.begin(), groups.end(), [&](std::uint32_t group) { return group == groups[0]; }));
}

TEST(Modularity, is_what_all_pairs_sum_up_to) {
  std::mt19937 random(2004);
  for_random_graphs(2000, true, [&](const Network& network, const Matrix& arcs) {
    Groups groups(arcs.size());
    for (std::uint32_t& group : groups) group = static_cast<std::uint32_t>(random() % arcs.size());
    ASSERT_NEAR(modularity(network, groups), modularity_by_pairs(arcs, groups), 1e-12);
  });
}

TEST(Communities, are_no_worse_than_nodes_alone_or_components) {
  for_random_graphs(1500, true, [](const Network& network, const Matrix& arcs) {
    const double reached = modularity(network, communities(network));
    ASSERT_GE(reached, modularity(network, each_alone(arcs.size())) - 1e-12);
    ASSERT_GE(reached, modularity(network, strong_components(network)) - 1e-12);
  });
}

TEST(Communities, are_connected) {
  for_random_graphs(1500, true, [](const Network& network, const Matrix& arcs) {
    const Groups groups = communities(network);
    ASSERT_TRUE(same_division(groups, components_by_union(within(arcs, groups))));
  });
}

TEST(Communities, gain_nothing_by_moving_a_node) {
  for_random_graphs(1000, true, [](const Network& network, const Matrix& arcs) {
    const Groups groups = communities(network);
    const double reached = modularity_by_pairs(arcs, groups);
    for (std::size_t node = 0; node < arcs.size(); ++node)
      for (std::uint32_t group = 0; group < arcs.size(); ++group) {
        Groups moved = groups;
        moved[node] = group;
        ASSERT_LE(modularity_by_pairs(arcs, moved), reached + 1e-12);
      }
  });
}

// Cliques in a ring, each joined to the next by one arc: every clique is a community.
TEST(Communities, of_a_ring_of_cliques_are_the_cliques) {
  constexpr std::uint32_t cliques = 8;
  constexpr std::uint32_t size = 6;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  Groups expected;
  for (std::uint32_t clique = 0; clique < cliques; ++clique) {
    for (std::uint32_t a = 0; a < size; ++a)
      for (std::uint32_t b = 0; b < a; ++b) pairs.emplace_back(clique * size + a, clique * size + b);
    pairs.emplace_back(clique * size, (clique + 1) % cliques * size + 1);
    expected.insert(expected.end(), size, clique);
  }
  EXPECT_TRUE(same_division(communities(network_of_pairs(cliques * size, pairs, true)), expected));
}

TEST(Communities, without_relations_are_single_nodes) {
  const Network network = network_of_pairs(4, {}, true);
  EXPECT_EQ(communities(network), each_alone(4));
  EXPECT_EQ(modularity(network, each_alone(4)), 0);
  EXPECT_TRUE(communities(Network{.undirected = true}).empty());
}

TEST(Groups, are_numbered_by_size_then_by_their_first_node) {
  EXPECT_EQ(by_size({5, 3, 3, 9, 9, 9, 5}), (Groups{1, 2, 2, 0, 0, 0, 1}));
  EXPECT_EQ(by_size({}), Groups{});
}

}  // namespace
}  // namespace throughline
