// SPDX-License-Identifier: Apache-2.0
// Each measure against its definition, by brute force on thousands of small random graphs.
#include "graph/measures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "graph/random_graph.hpp"

namespace throughline {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

void expect_equal(const Scores& scores, const Scores& expected, double tolerance) {
  ASSERT_EQ(scores.size(), expected.size());
  for (std::size_t node = 0; node < scores.size(); ++node)
    ASSERT_NEAR(scores[node], expected[node], tolerance) << "node " << node;
}

// Calls check(network, matrix, undirected) with as many random graphs as wanted, counted in all four ways.
template <typename Check>
void for_random_graphs(int rounds, std::size_t most_nodes, Check check, std::size_t relations_per_node = 3) {
  std::mt19937 random(1736);
  for (int round = 0; round < rounds; ++round) {
    const RandomGraph graph(random, most_nodes, relations_per_node * most_nodes);
    for (const Counting counting : all_countings) {
      check(graph.network(counting), graph.matrix(counting), counting);
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

// --- brute force

Matrix distances(const Matrix& arcs) {
  Matrix table = arcs;
  const std::size_t nodes = arcs.size();
  for (std::size_t a = 0; a < nodes; ++a)
    for (std::size_t b = 0; b < nodes; ++b) table[a][b] = a == b ? 0 : arcs[a][b] > 0 ? 1 : infinite;
  for (std::size_t over = 0; over < nodes; ++over)
    for (std::size_t a = 0; a < nodes; ++a)
      for (std::size_t b = 0; b < nodes; ++b) table[a][b] = std::min(table[a][b], table[a][over] + table[over][b]);
  return table;
}

// Every shortest chain of relations from `at` to `end`, one by one: to `passed` is added how many pass each node.
double walk_all(const Matrix& arcs, const Matrix& table, std::size_t at, std::size_t end, double relations,
                std::vector<std::size_t>& chain, Scores& passed) {
  if (at == end) {
    for (const std::size_t node : chain) passed[node] += relations;
    return relations;
  }
  double chains = 0;
  for (std::size_t next = 0; next < arcs.size(); ++next) {
    if (next == at || arcs[at][next] == 0 || table[next][end] + 1 != table[at][end]) continue;
    if (next != end) chain.push_back(next);
    chains += walk_all(arcs, table, next, end, relations * arcs[at][next], chain, passed);
    if (next != end) chain.pop_back();
  }
  return chains;
}

Scores betweenness_by_walking(const Matrix& arcs, bool undirected) {
  const Matrix table = distances(arcs);
  Scores scores(arcs.size(), 0);
  for (std::size_t start = 0; start < arcs.size(); ++start)
    for (std::size_t end = undirected ? start + 1 : 0; end < arcs.size(); ++end) {
      if (start == end || table[start][end] == infinite) continue;
      Scores passed(arcs.size(), 0);
      std::vector<std::size_t> chain;
      const double chains = walk_all(arcs, table, start, end, 1, chain, passed);
      for (std::size_t node = 0; node < arcs.size(); ++node) scores[node] += passed[node] / chains;
    }
  return scores;
}

Scores pagerank_by_walking(const Matrix& arcs) {
  const auto nodes = static_cast<double>(arcs.size());
  Scores score(arcs.size(), 1 / nodes);
  for (int turn = 0; turn < 250; ++turn) {
    Scores next(arcs.size(), 0.15 / nodes);
    for (std::size_t from = 0; from < arcs.size(); ++from) {
      const double leaving = std::accumulate(arcs[from].begin(), arcs[from].end(), 0.0);
      for (std::size_t to = 0; to < arcs.size(); ++to)
        next[to] += 0.85 * score[from] * (leaving == 0 ? 1 / nodes : arcs[from][to] / leaving);
    }
    score = next;
  }
  return score;
}

Scores closeness_by_distances(const Matrix& arcs) {
  const Matrix table = distances(arcs);
  Scores scores(arcs.size(), 0);
  for (std::size_t node = 0; node < arcs.size(); ++node) {
    double others = 0;
    double total = 0;
    for (std::size_t from = 0; from < arcs.size(); ++from) {
      if (from == node || table[from][node] == infinite) continue;
      ++others;
      total += table[from][node];
    }
    if (others > 0) scores[node] = others / total * others / static_cast<double>(arcs.size() - 1);
  }
  return scores;
}

// For each k: nodes with fewer than k neighbours are taken away until none is left that has fewer.
Scores coreness_by_peeling(const Matrix& arcs) {
  Scores scores(arcs.size(), 0);
  std::vector<bool> stands(arcs.size(), true);
  const auto neighbours = [&](std::size_t node) {
    std::size_t count = 0;
    for (std::size_t other = 0; other < arcs.size(); ++other)
      if (other != node && stands[other] && arcs[node][other] > 0) ++count;
    return count;
  };
  for (std::size_t k = 1; k <= arcs.size(); ++k) {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t node = 0; node < arcs.size(); ++node) {
        if (!stands[node] || neighbours(node) >= k) continue;
        stands[node] = false;
        changed = true;
      }
    }
    for (std::size_t node = 0; node < arcs.size(); ++node)
      if (stands[node]) scores[node] = static_cast<double>(k);
  }
  return scores;
}

Scores sums_of_rows(const Matrix& arcs) {
  Scores sums;
  for (const auto& row : arcs) sums.push_back(std::accumulate(row.begin(), row.end(), 0.0));
  return sums;
}

Matrix turned(const Matrix& arcs) {
  Matrix result = arcs;
  for (std::size_t a = 0; a < arcs.size(); ++a)
    for (std::size_t b = 0; b < arcs.size(); ++b) result[b][a] = arcs[a][b];
  return result;
}

// --- the measures

TEST(Network, holds_the_arcs_of_the_matrix) {
  for_random_graphs(1000, 8, [](const Network& network, const Matrix& arcs, Counting) {
    ASSERT_EQ(network.node_count(), arcs.size());
    Matrix found(arcs.size(), std::vector<double>(arcs.size(), 0));
    Matrix found_turned = found;
    const Network back = reversed(network);
    for (std::size_t node = 0; node < arcs.size(); ++node) {
      const auto neighbours = network.neighbours(node);
      ASSERT_TRUE(std::is_sorted(neighbours.begin(), neighbours.end()));
      for (std::size_t i = 0; i < neighbours.size(); ++i) found[node][neighbours[i]] += network.weights_of(node)[i];
      for (std::size_t i = 0; i < back.neighbours(node).size(); ++i)
        found_turned[node][back.neighbours(node)[i]] += back.weights_of(node)[i];
    }
    ASSERT_EQ(found, arcs);
    ASSERT_EQ(found_turned, turned(arcs));
  });
}

TEST(Degree, is_the_sum_of_what_leaves_and_what_arrives) {
  for_random_graphs(1000, 8, [](const Network& network, const Matrix& arcs, Counting counting) {
    Scores leaving = sums_of_rows(arcs);
    Scores arriving = sums_of_rows(turned(arcs));
    Scores both(arcs.size());
    for (std::size_t node = 0; node < arcs.size(); ++node)
      both[node] = counting.undirected ? leaving[node] + arcs[node][node] : leaving[node] + arriving[node];
    if (counting.undirected) leaving = arriving = both;
    ASSERT_EQ(out_degree(network), leaving);
    ASSERT_EQ(in_degree(network), arriving);
    ASSERT_EQ(degree(network), both);
  });
}

TEST(PageRank, is_where_the_walk_ends) {
  for_random_graphs(1000, 8, [](const Network& network, const Matrix& arcs, Counting) {
    const Scores scores = pagerank(network);
    expect_equal(scores, pagerank_by_walking(arcs), 1e-10);
    ASSERT_NEAR(std::accumulate(scores.begin(), scores.end(), 0.0), 1, 1e-12);
  });
}

TEST(Betweenness, is_what_walking_every_shortest_chain_counts) {
  for_random_graphs(1000, 8, [](const Network& network, const Matrix& arcs, Counting counting) {
    expect_equal(betweenness(network, 1), betweenness_by_walking(arcs, counting.undirected), 1e-10);
  });
}

// Where many arcs lead to few nodes that are left, they are looked for from there.
TEST(Betweenness, is_the_same_where_arcs_are_dense) {
  const auto check = [](const Network& network, const Matrix& arcs, Counting counting) {
    expect_equal(betweenness(network, 1), betweenness_by_walking(arcs, counting.undirected), 1e-10);
  };
  for_random_graphs(500, 8, check, 10);
}

TEST(Closeness, is_what_the_distances_to_a_node_say) {
  for_random_graphs(1000, 10, [](const Network& network, const Matrix& arcs, Counting) {
    expect_equal(closeness(network, 1), closeness_by_distances(arcs), 1e-14);
  });
}

TEST(Coreness, is_what_peeling_leaves) {
  for_random_graphs(1000, 12, [](const Network& network, const Matrix& arcs, Counting counting) {
    if (counting.undirected) expect_equal(coreness(network), coreness_by_peeling(arcs), 0);
  });
}

// Not nearly the same: the same bytes.
TEST(Measures, do_not_depend_on_the_number_of_threads) {
  std::mt19937 random(7);
  const RandomGraph graph(random, 900, 3000);
  ASSERT_GT(graph.node_count(), 256U) << "several blocks";
  for (const Counting counting : all_countings) {
    const Network network = graph.network(counting);
    for (const std::size_t threads : {2, 5}) {
      EXPECT_EQ(betweenness(network, threads), betweenness(network, 1));
      EXPECT_EQ(closeness(network, threads), closeness(network, 1));
    }
  }
}

TEST(Measures, of_a_graph_without_nodes_are_empty) {
  const Network nothing;
  EXPECT_TRUE(degree(nothing).empty());
  EXPECT_TRUE(pagerank(nothing).empty());
  EXPECT_TRUE(betweenness(nothing, 2).empty());
  EXPECT_TRUE(closeness(nothing, 2).empty());
  EXPECT_TRUE(coreness(nothing).empty());
}

// A string of diamonds doubles the number of shortest chains with each: 2^1100 is more than a double holds.
TEST(Betweenness, bears_more_chains_than_a_number_can_count) {
  constexpr std::uint32_t diamonds = 1100;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < diamonds; ++i)
    for (const std::uint32_t side : {1U, 2U}) {
      pairs.emplace_back(3 * i, 3 * i + side);
      pairs.emplace_back(3 * i + side, 3 * (i + 1));
    }
  const std::size_t nodes = 3 * diamonds + 1;
  const Scores scores = betweenness(network_of_pairs(nodes, pairs, false), 2);
  for (std::uint32_t i = 0; i <= diamonds; ++i) {
    const double before = 3.0 * i;
    const double after = 3.0 * (diamonds - i);
    EXPECT_NEAR(scores[3 * i], before * after, 1e-9 * before * after) << "joint " << i;
  }
  // Half of what passes the joints on both sides, which are themselves among the starts and ends.
  const double middle = 3.0 * (diamonds / 2) + 1;
  const double beyond = 3.0 * (diamonds - diamonds / 2 - 1) + 1;
  EXPECT_NEAR(scores[3 * (diamonds / 2) + 1], middle * beyond / 2, 1e-9 * middle * beyond);
}

}  // namespace
}  // namespace throughline
