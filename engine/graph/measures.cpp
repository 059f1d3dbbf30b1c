// SPDX-License-Identifier: Apache-2.0
#include "graph/measures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/parallel.hpp"

namespace throughline {
namespace {

constexpr double damping = 0.85;
constexpr double tolerance = 1e-10;
constexpr std::uint32_t unseen = 0xFFFFFFFF;

// One turn of the walk: where it is found next.
void walk_on(const Network& network, const Scores& leaving, const Scores& score, Scores& next) {
  const auto nodes = static_cast<double>(network.node_count());
  double stranded = 0;
  for (std::size_t node = 0; node < score.size(); ++node)
    if (leaving[node] == 0) stranded += score[node];
  std::fill(next.begin(), next.end(), (1 - damping + damping * stranded) / nodes);
  for (std::size_t node = 0; node < score.size(); ++node) {
    const auto neighbours = network.neighbours(node);
    const auto weights = network.weights_of(node);
    const double share = damping * score[node] / leaving[node];
    for (std::size_t i = 0; i < neighbours.size(); ++i) next[neighbours[i]] += share * weights[i];
  }
}

double distance_between(const Scores& a, const Scores& b) {
  return std::transform_reduce(a.begin(), a.end(), b.begin(), 0.0, std::plus<>(),
                               [](double x, double y) { return std::abs(x - y); });
}

// Breadth-first from one node after another; the memory is kept.
class Surveyor {
 public:
  explicit Surveyor(const Network& network) : network_(network), distance_(network.node_count(), unseen) {}

  double closeness(std::uint32_t start) {
    double total = 0;
    explore(start);
    for (const std::uint32_t node : order_) {
      total += distance_[node];
      distance_[node] = unseen;
    }
    const auto others = static_cast<double>(order_.size() - 1);
    return total == 0 ? 0 : others / total * (others / static_cast<double>(network_.node_count() - 1));
  }

 private:
  void explore(std::uint32_t start) {
    order_ = {start};
    distance_[start] = 0;
    for (std::size_t i = 0; i < order_.size(); ++i)
      for (const std::uint32_t next : network_.neighbours(order_[i])) {
        if (distance_[next] != unseen) continue;
        distance_[next] = distance_[order_[i]] + 1;
        order_.push_back(next);
      }
  }

  const Network& network_;
  std::vector<std::uint32_t> distance_;
  std::vector<std::uint32_t> order_;  // as reached
};

}  // namespace

Scores out_degree(const Network& network) {
  if (network.undirected) return degree(network);
  Scores scores(network.node_count());
  for (std::size_t node = 0; node < scores.size(); ++node) {
    const auto weights = network.weights_of(node);
    scores[node] = std::accumulate(weights.begin(), weights.end(), 0.0);
  }
  return scores;
}

Scores in_degree(const Network& network) {
  if (network.undirected) return degree(network);
  Scores scores(network.node_count(), 0.0);
  for (std::size_t arc = 0; arc < network.targets.size(); ++arc) scores[network.targets[arc]] += network.weights[arc];
  return scores;
}

Scores degree(const Network& network) {
  Scores scores(network.node_count(), 0.0);
  for (std::size_t node = 0; node < scores.size(); ++node) {
    const auto neighbours = network.neighbours(node);
    const auto weights = network.weights_of(node);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      scores[node] += weights[i];
      if (!network.undirected || neighbours[i] == node) scores[neighbours[i]] += weights[i];
    }
  }
  return scores;
}

Scores pagerank(const Network& network) {
  Scores leaving(network.node_count());
  for (std::size_t node = 0; node < leaving.size(); ++node) {
    const auto weights = network.weights_of(node);
    leaving[node] = std::accumulate(weights.begin(), weights.end(), 0.0);
  }
  Scores score(network.node_count(), 1.0 / static_cast<double>(network.node_count()));
  Scores next(score.size());
  // Each turn brings the walk nearer to its end by the factor of the damping, so what is left is a geometric series.
  for (double left = score.empty() ? 0 : 1; left > tolerance;) {
    walk_on(network, leaving, score, next);
    left = distance_between(score, next) * damping / (1 - damping);
    score.swap(next);
  }
  return score;
}

Scores closeness(const Network& network, std::size_t threads) {
  constexpr std::size_t block_size = 64;
  const Network arriving = reversed(network);
  Scores scores(network.node_count());
  for_each_block((scores.size() + block_size - 1) / block_size, threads, [&](std::size_t block) {
    Surveyor surveyor(arriving);
    const std::size_t end = std::min(scores.size(), (block + 1) * block_size);
    for (std::size_t node = block * block_size; node < end; ++node)
      scores[node] = surveyor.closeness(static_cast<std::uint32_t>(node));
  });
  return scores;
}

}  // namespace throughline
