// SPDX-License-Identifier: Apache-2.0
#include "graph/snapshot.hpp"

namespace throughline {

Snapshots::Snapshots(const Model& model, std::span<const Held> nodes, std::span<const Held> relations)
    : certain(snapshot(model, nodes, relations, Held::certainly)),
      possible(snapshot(model, nodes, relations, Held::possibly)),
      with_undated(snapshot(model, nodes, relations, Held::undated)) {}

const Graph& Snapshots::at_least(Held held) const {
  return held == Held::certainly ? certain : held == Held::possibly ? possible : with_undated;
}

Graph snapshot(const Model& model, std::span<const Held> nodes, std::span<const Held> relations, Held least) {
  std::vector<bool> is_in(model.nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) is_in[i] = nodes[i] >= least;
  std::vector<RelationIndex> chosen_relations;
  for (std::uint32_t i = 0; i < relations.size(); ++i) {
    if (relations[i] < least) continue;
    chosen_relations.push_back(RelationIndex{i});
    is_in[position(model.relations[i].from)] = is_in[position(model.relations[i].to)] = true;
  }
  std::vector<NodeIndex> chosen_nodes;
  for (std::uint32_t i = 0; i < is_in.size(); ++i)
    if (is_in[i]) chosen_nodes.push_back(NodeIndex{i});
  return {model, std::move(chosen_nodes), chosen_relations};
}

}  // namespace throughline
