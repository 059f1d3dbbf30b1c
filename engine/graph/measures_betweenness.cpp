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

// The arcs that leave each node, and the same arcs where they arrive.
struct BothEnds {
  const Network& leaving;
  const Network& arriving;
};

std::size_t arcs_at(const Network& network, std::uint32_t node) {
  return network.starts[node + 1] - network.starts[node];
}

// Brandes's accumulation, one source at a time, layer by layer: the numbers of shortest chains on the way out, what
// depends on each node on the way back. Arcs between two layers are looked for from whichever side has fewer to look at
// (Beamer, Asanović and Patterson 2012), and kept for the way back, in groups: one for each node they were looked for
// from. Whether an arc counts is a matter of chance to the processor, so it is written without asking, and the next is
// written over it if it doesn't.
//
// Numbers of chains can double with each step and pass what a double holds. Only their ratios are needed, so a layer
// that grew too far is scaled down before the next is counted from it.
template <bool weighted>
class Accumulator {
 public:
  explicit Accumulator(BothEnds arcs)
      : leaving_(arcs.leaving),
        arriving_(arcs.arriving),
        nodes_(static_cast<std::uint32_t>(leaving_.node_count())),
        distance_(nodes_, unseen),
        chains_(nodes_, 0.0),
        dependency_(nodes_, 0.0),
        share_(nodes_),
        order_(nodes_ + 1),
        waiting_(nodes_ + 1),
        kept_(leaving_.targets.size() + 1),
        kept_weights_(weighted ? kept_.size() : 0) {
    group_ends_.reserve(2 * std::size_t{nodes_});
  }

  void add_chains_from(std::uint32_t source, Scores& sum) {
    explore(source);
    for (std::size_t i = layers_.size(); i-- > 1;) come_back(layers_[i], layers_[i - 1]);
    for (std::size_t i = 1; i < reached_; ++i) sum[order_[i]] += dependency_[order_[i]];
    forget();
  }

 private:
  struct Layer {
    std::size_t begin = 0;  // in order_
    std::size_t end = 0;
    std::size_t first_group = 0;  // of the arcs that arrive here
    std::size_t first_kept = 0;
    bool pulled = false;  // looked for from here, not from the layer before
    double scale = 1;
  };

  void explore(std::uint32_t source) {
    order_[0] = source;
    reached_ = 1;
    kept_count_ = 0;
    group_ends_.clear();
    distance_[source] = 0;
    chains_[source] = 1;
    layers_.assign(1, {.begin = 0, .end = 1});
    arcs_to_unseen_ = arriving_.targets.size() - arcs_at(arriving_, source);
    for (std::uint32_t steps = 1; layers_.back().begin < layers_.back().end; ++steps) add_layer(steps);
  }

  void add_layer(std::uint32_t steps) {
    const Layer& last = layers_.back();
    Layer next{.begin = reached_, .first_group = group_ends_.size(), .first_kept = kept_count_};
    std::size_t arcs = 0;
    for (std::size_t i = last.begin; i < last.end; ++i) arcs += arcs_at(leaving_, order_[i]);
    next.pulled = arcs > arcs_to_unseen_ + nodes_;
    if (next.pulled)
      pull(steps);
    else
      for (std::size_t i = last.begin; i < last.end; ++i) push_from(order_[i], steps);
    next.end = reached_;
    for (std::size_t i = next.begin; i < next.end; ++i) arcs_to_unseen_ -= arcs_at(arriving_, order_[i]);
    next.scale = scale_down(next);
    layers_.push_back(next);
  }

  void push_from(std::uint32_t node, std::uint32_t steps) {
    std::size_t reached = reached_;
    std::size_t kept = kept_count_;
    for (std::uint32_t arc = leaving_.starts[node]; arc < leaving_.starts[node + 1]; ++arc) {
      const std::uint32_t next = leaving_.targets[arc];
      const std::uint32_t known = distance_[next];
      order_[reached] = next;
      reached += known == unseen;
      distance_[next] = std::min(known, steps);
      keep(kept, next, leaving_, arc);
      kept += known >= steps;
    }
    for (std::size_t k = kept_count_; k < kept; ++k) chains_[kept_[k]] += chains_[node] * weight(k);
    reached_ = reached;
    end_group(kept);
  }

  void pull(std::uint32_t steps) {
    std::size_t waiting = 0;
    for (std::uint32_t node = 0; node < nodes_; ++node) {
      waiting_[waiting] = node;
      waiting += distance_[node] == unseen;
    }
    for (std::size_t i = 0; i < waiting; ++i) pull_to(waiting_[i], steps);
  }

  void pull_to(std::uint32_t node, std::uint32_t steps) {
    std::size_t kept = kept_count_;
    for (std::uint32_t arc = arriving_.starts[node]; arc < arriving_.starts[node + 1]; ++arc) {
      const std::uint32_t before = arriving_.targets[arc];
      keep(kept, before, arriving_, arc);
      kept += distance_[before] == steps - 1;
    }
    if (kept == kept_count_) return;
    for (std::size_t k = kept_count_; k < kept; ++k) chains_[node] += chains_[kept_[k]] * weight(k);
    distance_[node] = steps;
    order_[reached_++] = node;
    end_group(kept);
  }

  void keep(std::size_t at, std::uint32_t node, const Network& network, std::uint32_t arc) {
    kept_[at] = node;
    if constexpr (weighted) kept_weights_[at] = network.weights[arc];
  }

  void end_group(std::size_t end) {
    kept_count_ = end;
    group_ends_.push_back(end);
  }

  double weight(std::size_t kept) const {
    if constexpr (weighted) return kept_weights_[kept];
    return 1;
  }

  double scale_down(const Layer& layer) {
    double most = 0;
    for (std::size_t i = layer.begin; i < layer.end; ++i) most = std::max(most, chains_[order_[i]]);
    if (most < many_chains) return 1;
    for (std::size_t i = layer.begin; i < layer.end; ++i)
      chains_[order_[i]] = std::max(chains_[order_[i]] / most, hardly_any);
    return 1 / most;
  }

  // How much of what lies behind a node of `before`, seen from the source, is reached through it.
  void come_back(const Layer& layer, const Layer& before) {
    for (std::size_t i = layer.begin; i < layer.end; ++i) {
      const std::uint32_t node = order_[i];
      share_[node] = (1 + dependency_[node]) / chains_[node] * layer.scale;
    }
    const Layer& looked_from = layer.pulled ? layer : before;
    std::size_t k = layer.first_kept;
    for (std::size_t i = looked_from.begin; i < looked_from.end; ++i) {
      const std::uint32_t node = order_[i];
      const std::size_t end = group_ends_[layer.first_group + i - looked_from.begin];
      if (layer.pulled)
        for (; k < end; ++k) dependency_[kept_[k]] += share_[node] * weight(k);
      else
        for (; k < end; ++k) dependency_[node] += share_[kept_[k]] * weight(k);
    }
    for (std::size_t i = before.begin; i < before.end; ++i) dependency_[order_[i]] *= chains_[order_[i]];
  }

  void forget() {
    for (std::size_t i = 0; i < reached_; ++i) {
      distance_[order_[i]] = unseen;
      chains_[order_[i]] = 0;
      dependency_[order_[i]] = 0;
    }
  }

  const Network& leaving_;
  const Network& arriving_;
  std::uint32_t nodes_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> chains_;        // shortest ones from the source, scaled
  std::vector<double> dependency_;    // on the node
  std::vector<double> share_;         // of a chain to the node: one, and what goes on from there
  std::vector<std::uint32_t> order_;  // as reached; one more than nodes, as are `waiting_` and `kept_`: written unasked
  std::vector<std::uint32_t> waiting_;  // not yet reached
  std::vector<std::uint32_t> kept_;     // the other ends of arcs on shortest chains
  std::vector<double> kept_weights_;
  std::vector<std::size_t> group_ends_;  // in kept_
  std::vector<Layer> layers_;
  std::size_t reached_ = 0;
  std::size_t kept_count_ = 0;
  std::size_t arcs_to_unseen_ = 0;
};

template <bool weighted>
Scores chains_through(BothEnds arcs, std::size_t threads) {
  const std::size_t nodes = arcs.leaving.node_count();
  std::vector<Scores> sums(block_count);
  for_each_block(block_count, threads, [&](std::size_t block) {
    sums[block].assign(nodes, 0.0);
    Accumulator<weighted> accumulator(arcs);
    for (std::size_t source = block; source < nodes; source += block_count)
      accumulator.add_chains_from(static_cast<std::uint32_t>(source), sums[block]);
  });
  Scores scores(nodes, 0.0);
  for (const Scores& sum : sums)
    for (std::size_t node = 0; node < nodes; ++node) scores[node] += sum[node];
  return scores;
}

}  // namespace

Scores betweenness(const Network& network, std::size_t threads) {
  const Network arriving = reversed(network);
  const auto& weights = network.weights;
  const bool weighted = std::any_of(weights.begin(), weights.end(), [](double weight) { return weight != 1; });
  Scores scores = weighted ? chains_through<true>({network, arriving}, threads)
                           : chains_through<false>({network, arriving}, threads);
  if (network.undirected)
    for (double& score : scores) score /= 2;  // each pair was counted from both its ends
  return scores;
}

}  // namespace throughline
