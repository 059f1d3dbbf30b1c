// SPDX-License-Identifier: Apache-2.0
#include "graph/graph.hpp"

#include "base/failure.hpp"
#include "graph/boost_graph.hpp"

namespace throughline {
namespace {

// Counting sort by the vertex an arc leaves; within a vertex all forward arcs come first, each group in the order of
// relations. Boost takes these columns as its own, and its sort in place finds nothing to move.
struct SortedArcs {
  std::vector<std::uint32_t> sources;
  std::vector<std::uint32_t> targets;
  std::vector<Arc> arcs;
};

// `for_each(visit)` calls visit(forward arc, vertex of the start, vertex of the end) in the order of relations.
template <typename ForEach>
SortedArcs sorted_arcs(std::size_t vertex_count, ForEach for_each) {
  std::vector<std::uint32_t> next(vertex_count + 1, 0);
  for_each([&](const Arc&, std::uint32_t from, std::uint32_t to) {
    ++next[from + 1];
    if (from != to) ++next[to + 1];
  });
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  SortedArcs sorted;
  sorted.sources.reserve(next.back());
  for (std::uint32_t vertex = 0; vertex < vertex_count; ++vertex) sorted.sources.resize(next[vertex + 1], vertex);
  sorted.targets.resize(next.back());
  sorted.arcs.resize(next.back());
  const auto put = [&](std::uint32_t from, std::uint32_t to, const Arc& arc) {
    const std::uint32_t at = next[from]++;
    sorted.targets[at] = to;
    sorted.arcs[at] = arc;
  };
  for_each([&](const Arc& arc, std::uint32_t from, std::uint32_t to) { put(from, to, arc); });
  for_each([&](const Arc& arc, std::uint32_t from, std::uint32_t to) {
    const RelationIndex relation = step_of(arc.code, {}).relation;
    if (from != to) put(to, from, {code_of(relation, Direction::backward), arc.gist});
  });
  return sorted;
}

CompressedGraph compressed(SortedArcs sorted, std::size_t vertex_count) {
  return {boost::construct_inplace_from_sources_and_targets, sorted.sources, sorted.targets, sorted.arcs,
          static_cast<std::uint32_t>(vertex_count)};
}

std::unique_ptr<const BoostGraph> build(const Model& model) {
  if (model.relations.size() > 0x7FFFFFFF) throw Failure("more than 2,147,483,647 relations in one graph");
  const std::vector<Gist> gists = gists_of(model);
  const auto for_each = [&](auto visit) {
    for (std::uint32_t i = 0; i < model.relations.size(); ++i)
      visit(Arc{code_of(RelationIndex{i}, Direction::forward), gists[i]},
            static_cast<std::uint32_t>(model.relations[i].from), static_cast<std::uint32_t>(model.relations[i].to));
  };
  const std::size_t count = model.nodes.size();
  return std::make_unique<const BoostGraph>(BoostGraph{compressed(sorted_arcs(count, for_each), count), {}, {}});
}

std::unique_ptr<const BoostGraph> build_part(const Model& model, std::vector<NodeIndex> nodes,
                                             std::span<const RelationIndex> relations) {
  std::vector<std::uint32_t> vertices(model.nodes.size(), no_vertex);
  for (std::uint32_t vertex = 0; vertex < nodes.size(); ++vertex) vertices[position(nodes[vertex])] = vertex;
  const auto for_each = [&](auto visit) {
    for (const RelationIndex relation : relations)
      visit(Arc{code_of(relation, Direction::forward)}, vertices[position(model[relation].from)],
            vertices[position(model[relation].to)]);
  };
  CompressedGraph arcs = compressed(sorted_arcs(nodes.size(), for_each), nodes.size());
  return std::make_unique<const BoostGraph>(BoostGraph{std::move(arcs), std::move(nodes), std::move(vertices)});
}

}  // namespace

Graph::Graph(const Model& model) : model_(model), relation_count_(model.relations.size()), graph_(build(model)) {}
Graph::Graph(const Model& model, std::vector<NodeIndex> nodes, std::span<const RelationIndex> relations)
    : model_(model), relation_count_(relations.size()), graph_(build_part(model, std::move(nodes), relations)) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;

std::size_t Graph::node_count() const { return num_vertices(graph_->arcs); }

bool Graph::has(NodeIndex node) const { return vertex_of(*graph_, node) != no_vertex; }

std::vector<Step> Graph::steps_from(NodeIndex node) const {
  std::vector<Step> steps;
  for_each_step(*this, node, [&](const Step& step, Gist) { steps.push_back(step); });
  return steps;
}

std::size_t Graph::degree(NodeIndex node) const {
  const std::uint32_t vertex = vertex_of(*graph_, node);
  return vertex == no_vertex ? 0 : out_degree(vertex, graph_->arcs);
}

}  // namespace throughline
