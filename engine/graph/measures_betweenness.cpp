// SPDX-License-Identifier: Apache-2.0
// The sources of chains are dealt into blocks by their number alone, and the sums of blocks are added in order: however
// many threads there are, the same numbers are added in the same order.
#include <algorithm>

#include "base/parallel.hpp"
#include "graph/measures.hpp"

namespace throughline {
namespace {

constexpr std::size_t block_count = 32;
constexpr std::uint32_t unseen = 0xFFFFFFFF;
constexpr double many_chains = 1e100;
constexpr double hardly_any = 1e-300;

// Brandes's accumulation, one source at a time. A node's predecessors are not kept: going back through the nodes in
// the order of distance, each looks at its successors instead.
//
// Numbers of chains can double with each step and pass what a double holds. Only their ratios are needed, so a layer
// that grew too far is scaled down before the next is counted from it.
class Accumulator {
 public:
  explicit Accumulator(const Network& network)
      : network_(network),
        distance_(network.node_count(), unseen),
        chains_(network.node_count()),
        share_(network.node_count()) {}

  void add_chains_from(std::uint32_t source, Scores& sum) {
    explore(source);
    for (std::size_t i = order_.size(); i-- > 1;) {
      const std::uint32_t node = order_[i];
      const double dependency = dependency_on(node);
      share_[node] = (1 + dependency) / chains_[node] * scales_[distance_[node]];
      sum[node] += dependency;
    }
    for (const std::uint32_t node : order_) distance_[node] = unseen;
  }

 private:
  void explore(std::uint32_t source) {
    order_ = {source};
    distance_[source] = 0;
    chains_[source] = 1;
    scales_.clear();
    for (std::size_t begin = 0; begin < order_.size();) {
      const std::size_t end = order_.size();
      scales_.push_back(scale_down(begin, end));
      for (std::size_t i = begin; i < end; ++i) go_on_from(order_[i]);
      begin = end;
    }
  }

  double scale_down(std::size_t begin, std::size_t end) {
    double most = 0;
    for (std::size_t i = begin; i < end; ++i) most = std::max(most, chains_[order_[i]]);
    if (most < many_chains) return 1;
    for (std::size_t i = begin; i < end; ++i) chains_[order_[i]] = std::max(chains_[order_[i]] / most, hardly_any);
    return 1 / most;
  }

  void go_on_from(std::uint32_t node) {
    const auto neighbours = network_.neighbours(node);
    const auto weights = network_.weights_of(node);
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      const std::uint32_t next = neighbours[k];
      if (distance_[next] == unseen) {
        distance_[next] = distance_[node] + 1;
        chains_[next] = 0;
        order_.push_back(next);
      }
      if (distance_[next] == distance_[node] + 1) chains_[next] += chains_[node] * weights[k];
    }
  }

  // How much of what lies behind the node, seen from the source, is reached through it.
  double dependency_on(std::uint32_t node) const {
    const auto neighbours = network_.neighbours(node);
    const auto weights = network_.weights_of(node);
    double dependency = 0;
    for (std::size_t k = 0; k < neighbours.size(); ++k)
      if (distance_[neighbours[k]] == distance_[node] + 1) dependency += weights[k] * share_[neighbours[k]];
    return dependency * chains_[node];
  }

  const Network& network_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> chains_;        // shortest ones from the source, scaled
  std::vector<double> scales_;        // of each distance
  std::vector<double> share_;         // of a chain to the node: one, and what goes on from there
  std::vector<std::uint32_t> order_;  // as reached
};

}  // namespace

Scores betweenness(const Network& network, std::size_t threads) {
  const std::size_t nodes = network.node_count();
  std::vector<Scores> sums(block_count);
  for_each_block(block_count, threads, [&](std::size_t block) {
    sums[block].assign(nodes, 0.0);
    Accumulator accumulator(network);
    for (std::size_t source = block; source < nodes; source += block_count)
      accumulator.add_chains_from(static_cast<std::uint32_t>(source), sums[block]);
  });
  Scores scores(nodes, 0.0);
  for (const Scores& sum : sums)
    for (std::size_t node = 0; node < nodes; ++node) scores[node] += sum[node];
  if (network.undirected)
    for (double& score : scores) score /= 2;  // each pair was counted from both its ends
  return scores;
}

}  // namespace throughline
