// SPDX-License-Identifier: Apache-2.0
#include "graph/graph.hpp"

#include "base/failure.hpp"
#include "graph/boost_graph.hpp"

namespace throughline {
namespace {

// Counting sort by the node an arc leaves; within a node all forward arcs come first, each group in the order of
// relations. The result is in the form that Boost takes without copying its own intermediate edge list.
struct SortedArcs {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<Arc> arcs;
};

SortedArcs sorted_arcs(const Model& model) {
  std::vector<std::uint32_t> next(model.nodes.size() + 1, 0);
  const auto is_loop = [](const Relation& r) { return r.from == r.to; };
  for (const Relation& relation : model.relations) {
    ++next[position(relation.from) + 1];
    if (!is_loop(relation)) ++next[position(relation.to) + 1];
  }
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  SortedArcs sorted;
  sorted.ends.resize(next.back());
  sorted.arcs.resize(next.back());
  const auto put = [&](NodeIndex from, NodeIndex to, std::size_t code) {
    const std::uint32_t at = next[position(from)]++;
    sorted.ends[at] = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
    sorted.arcs[at] = Arc{static_cast<std::uint32_t>(code)};
  };
  for (std::size_t i = 0; i < model.relations.size(); ++i) put(model.relations[i].from, model.relations[i].to, 2 * i);
  for (std::size_t i = 0; i < model.relations.size(); ++i)
    if (!is_loop(model.relations[i])) put(model.relations[i].to, model.relations[i].from, 2 * i + 1);
  return sorted;
}

std::unique_ptr<const BoostGraph> build(const Model& model) {
  if (model.relations.size() > 0x7FFFFFFF) throw Failure("more than 2,147,483,647 relations in one graph");
  const SortedArcs sorted = sorted_arcs(model);
  return std::make_unique<const BoostGraph>(
      BoostGraph{CompressedGraph(boost::edges_are_sorted, sorted.ends.begin(), sorted.ends.end(), sorted.arcs.begin(),
                                 static_cast<std::uint32_t>(model.nodes.size()))});
}

}  // namespace

Graph::Graph(const Model& model) : model_(model), graph_(build(model)) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;

std::vector<Step> Graph::steps_from(NodeIndex node) const {
  std::vector<Step> steps;
  const auto [begin, end] = out_edges(static_cast<std::uint32_t>(node), graph_->arcs);
  for (auto edge = begin; edge != end; ++edge) steps.push_back(step_of(graph_->arcs, *edge));
  return steps;
}

std::size_t Graph::degree(NodeIndex node) const { return out_degree(static_cast<std::uint32_t>(node), graph_->arcs); }

}  // namespace throughline
