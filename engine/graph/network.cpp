// SPDX-License-Identifier: Apache-2.0
#include "graph/network.hpp"

#include <algorithm>
#include <numeric>

namespace throughline {
namespace {

class NetworkBuilder {
 public:
  NetworkBuilder(const Graph& graph, const Passage& passage, Counting counting)
      : graph_(graph), passage_(passage), counting_(counting), number_(graph.model().nodes.size()) {
    network_.undirected = counting.undirected;
    for (std::uint32_t i = 0; i < number_.size(); ++i) {
      if (!graph.has(NodeIndex{i})) continue;
      number_[i] = static_cast<std::uint32_t>(network_.nodes.size());
      network_.nodes.push_back(NodeIndex{i});
    }
  }

  Network build() {
    for (const NodeIndex node : network_.nodes) {
      gather(node);
      add_arcs();
      network_.starts.push_back(static_cast<std::uint32_t>(network_.targets.size()));
    }
    return std::move(network_);
  }

 private:
  bool counts(const Step& step) const {
    if (!passage_.allows(step)) return false;
    const Model& model = graph_.model();
    return step.direction == Direction::forward || counting_.undirected ||
           model.type_of(model[step.relation]).symmetric;
  }

  void gather(NodeIndex node) {
    gathered_.clear();
    for (const Step& step : graph_.steps_from(node))
      if (counts(step)) gathered_.push_back(number_[position(step.to)]);
    std::sort(gathered_.begin(), gathered_.end());
  }

  void add_arcs() {
    for (auto at = gathered_.begin(); at != gathered_.end();) {
      const auto next = std::upper_bound(at, gathered_.end(), *at);
      network_.targets.push_back(*at);
      network_.weights.push_back(counting_.each_relation ? static_cast<double>(next - at) : 1.0);
      at = next;
    }
  }

  const Graph& graph_;
  const Passage& passage_;
  Counting counting_;
  Network network_;
  std::vector<std::uint32_t> number_;    // in the network, of each node of the model
  std::vector<std::uint32_t> gathered_;  // the targets of one node, as often as there are relations
};

}  // namespace

Network network_of(const Graph& graph, const Passage& passage, Counting counting) {
  return NetworkBuilder(graph, passage, counting).build();
}

// A counting sort by target; the sources of a target come out ascending.
Network reversed(const Network& network) {
  Network turned{.undirected = network.undirected,
                 .starts = std::vector<std::uint32_t>(network.starts.size(), 0),
                 .targets = std::vector<std::uint32_t>(network.targets.size()),
                 .weights = std::vector<double>(network.weights.size()),
                 .nodes = network.nodes};
  for (const std::uint32_t target : network.targets) ++turned.starts[target + 1];
  std::partial_sum(turned.starts.begin(), turned.starts.end(), turned.starts.begin());
  std::vector<std::uint32_t> next(turned.starts.begin(), turned.starts.end() - 1);
  for (std::uint32_t node = 0; node < network.node_count(); ++node)
    for (std::uint32_t arc = network.starts[node]; arc < network.starts[node + 1]; ++arc) {
      const std::uint32_t at = next[network.targets[arc]]++;
      turned.targets[at] = node;
      turned.weights[at] = network.weights[arc];
    }
  return turned;
}

}  // namespace throughline
