// SPDX-License-Identifier: Apache-2.0
#include "graph/network.hpp"

#include <algorithm>
#include <numeric>

#include "graph/boost_graph.hpp"

namespace throughline {
namespace {

class NetworkBuilder {
 public:
  NetworkBuilder(const Graph& graph, const Passage& passage, Counting counting)
      : graph_(graph), passage_(passage), counting_(counting) {}

  Network build() {
    network_.undirected = counting_.undirected;
    network_.starts.reserve(graph_.node_count() + 1);
    for (std::uint32_t node = 0; node < graph_.node_count(); ++node) {
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

  void gather(std::uint32_t node) {
    const CompressedGraph& arcs = graph_.boost_graph().arcs;
    gathered_.clear();
    const auto [begin, end] = out_edges(node, arcs);
    for (auto edge = begin; edge != end; ++edge)
      if (const Step step = step_of(arcs, *edge); counts(step))
        gathered_.push_back(static_cast<std::uint32_t>(step.to));
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
  std::vector<std::uint32_t> gathered_;  // the targets of one node, as often as there are relations
};

}  // namespace

Network network_of(const Graph& graph, const Passage& passage, Counting counting) {
  return NetworkBuilder(graph, passage, counting).build();
}

// A counting sort by target; the sources of a target come out ascending.
Network reversed(const Network& network) {
  Network turned{network.undirected, std::vector<std::uint32_t>(network.starts.size(), 0), {}, {}};
  turned.targets.resize(network.targets.size());
  turned.weights.resize(network.weights.size());
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
