// SPDX-License-Identifier: Apache-2.0
// Small random graphs for the tests of measures and groups: parallel relations, loops, relations that hold both ways,
// and some that the passage forbids. Beside each the same as a table, written down relation by relation, for brute
// force.
#pragma once

#include <algorithm>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

#include "graph/network.hpp"

namespace throughline {

// How many relations lead from one node to another.
using Matrix = std::vector<std::vector<double>>;

class RandomGraph {
 public:
  RandomGraph(std::mt19937& random, std::size_t most_nodes, std::size_t most_relations)
      : model_(random_model(random, 1 + random() % most_nodes, random() % (most_relations + 1))),
        graph_(model_),
        passage_(model_.relations.size()),
        forbidden_(model_.relations.size()) {
    for (std::uint32_t i = 0; i < model_.relations.size(); ++i) {
      forbidden_[i] = random() % 8 == 0;
      if (!forbidden_[i]) passage_.allow(RelationIndex{i}, {.forward = true, .backward = true});
    }
  }
  RandomGraph(const RandomGraph&) = delete;  // the graph refers to the model beside it

  std::size_t node_count() const { return model_.nodes.size(); }
  Network network(Counting counting) const { return network_of(graph_, passage_, counting); }

  Matrix matrix(Counting counting) const {
    Matrix counts(node_count(), std::vector<double>(node_count(), 0));
    for (std::size_t i = 0; i < model_.relations.size(); ++i) {
      if (forbidden_[i]) continue;
      const Relation& relation = model_.relations[i];
      const bool both_ways = counting.undirected || model_.type_of(relation).symmetric;
      ++counts[position(relation.from)][position(relation.to)];
      if (both_ways && relation.from != relation.to) ++counts[position(relation.to)][position(relation.from)];
    }
    if (!counting.each_relation)
      for (auto& row : counts)
        for (double& count : row) count = count > 0 ? 1 : 0;
    return counts;
  }

 private:
  static Model random_model(std::mt19937& random, std::size_t nodes, std::size_t relations) {
    Model model;
    const RelationTypeIndex types[] = {model.vocabulary.find_relation_type("part_of"),
                                       model.vocabulary.find_relation_type("meets")};
    model.nodes.resize(nodes);
    const auto node = [&] { return NodeIndex{static_cast<std::uint32_t>(random() % nodes)}; };
    for (std::size_t i = 0; i < relations; ++i) {
      const NodeIndex from = node();
      model.relations.push_back({.from = from, .to = node(), .type = types[random() % 4 == 0 ? 1 : 0]});
    }
    return model;
  }

  Model model_;
  Graph graph_;
  Passage passage_;
  std::vector<bool> forbidden_;
};

// A network of these arcs, each once; undirected, each pair is to be named once.
inline Network network_of_pairs(std::size_t nodes, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs,
                                bool undirected) {
  if (undirected)
    for (std::size_t i = 0, count = pairs.size(); i < count; ++i) pairs.emplace_back(pairs[i].second, pairs[i].first);
  std::sort(pairs.begin(), pairs.end());
  Network network{.undirected = undirected,
                  .starts = std::vector<std::uint32_t>(nodes + 1, 0),
                  .weights = std::vector<double>(pairs.size(), 1.0)};
  for (const auto& [from, to] : pairs) {
    ++network.starts[from + 1];
    network.targets.push_back(to);
  }
  std::partial_sum(network.starts.begin(), network.starts.end(), network.starts.begin());
  return network;
}

constexpr Counting all_countings[] = {{false, false}, {false, true}, {true, false}, {true, true}};

}  // namespace throughline
