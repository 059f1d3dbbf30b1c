// SPDX-License-Identifier: Apache-2.0
// The Boost type behind Graph. Included by graph/*.cpp only: Boost.Graph costs nine seconds of compile time a file.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>
#include <limits>
#include <vector>

#include "graph/gists.hpp"
#include "graph/graph.hpp"

namespace throughline {

// What an arc is: the position of its relation, times two, plus one when it is walked backwards; and the relation's
// gist, which a part of the model does without.
struct Arc {
  std::uint32_t code = 0;
  Gist gist = no_gist;
};

using CompressedGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc,
                                                           boost::no_property, std::uint32_t, std::uint32_t>;

// Vertices are dense: of the whole model they are its nodes; of a part of it, `nodes` and `vertices` lead from one to
// the other and back. Both are empty for the whole model.
struct BoostGraph {
  CompressedGraph arcs;
  std::vector<NodeIndex> nodes;         // by vertex, ascending
  std::vector<std::uint32_t> vertices;  // by node; no_vertex where the graph does not have it
};

inline constexpr std::uint32_t no_vertex = std::numeric_limits<std::uint32_t>::max();

inline NodeIndex node_of(const BoostGraph& graph, std::uint32_t vertex) {
  return graph.nodes.empty() ? NodeIndex{vertex} : graph.nodes[vertex];
}
inline std::uint32_t vertex_of(const BoostGraph& graph, NodeIndex node) {
  return graph.vertices.empty() ? static_cast<std::uint32_t>(node) : graph.vertices[position(node)];
}

inline std::uint32_t code_of(RelationIndex relation, Direction direction) {
  return 2 * static_cast<std::uint32_t>(relation) + (direction == Direction::backward ? 1 : 0);
}
inline Step step_of(std::uint32_t code, NodeIndex to) {
  return {RelationIndex{code / 2}, to, code % 2 == 0 ? Direction::forward : Direction::backward};
}
inline Step step_of(const BoostGraph& graph, const CompressedGraph::edge_descriptor& edge) {
  return step_of(graph.arcs[edge].code, node_of(graph, target(edge, graph.arcs)));
}

// Has the arcs of a node fetched from memory while others are still looked at: walks that know where they go next wait
// for memory most of the time.
inline void fetch_steps(const Graph& graph, NodeIndex node) {
  constexpr std::uint32_t arcs_a_line = 64 / sizeof(Arc);
  constexpr std::uint32_t most = 16 * arcs_a_line;
  const BoostGraph& boost_graph = graph.boost_graph();
  const std::uint32_t vertex = vertex_of(boost_graph, node);
  if (vertex == no_vertex) return;
  const auto [begin, end] = out_edges(vertex, boost_graph.arcs);
  const auto count = static_cast<std::uint32_t>(end - begin);
  for (std::uint32_t i = 0; i < std::min(count, most); i += arcs_a_line)
    __builtin_prefetch(&boost_graph.arcs[*(begin + i)]);
}

// Calls visit(step, gist) for the steps that lead where `is_wanted(node)`: what is not wanted costs next to nothing.
template <typename IsWanted, typename Visit>
void for_each_step_to(const Graph& graph, NodeIndex node, IsWanted is_wanted, Visit visit) {
  const BoostGraph& boost_graph = graph.boost_graph();
  const std::uint32_t vertex = vertex_of(boost_graph, node);
  if (vertex == no_vertex) return;
  const auto [begin, end] = out_edges(vertex, boost_graph.arcs);
  for (auto edge = begin; edge != end; ++edge)
    if (is_wanted(node_of(boost_graph, target(*edge, boost_graph.arcs))))
      visit(step_of(boost_graph, *edge), boost_graph.arcs[*edge].gist);
}

template <typename Visit>
void for_each_step(const Graph& graph, NodeIndex node, Visit visit) {
  for_each_step_to(
      graph, node, [](NodeIndex) { return true; }, visit);
}

}  // namespace throughline
