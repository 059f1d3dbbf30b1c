// SPDX-License-Identifier: Apache-2.0
// The model's nodes and relations as a Boost graph: a compressed_sparse_row_graph in which every relation is two arcs,
// one in each direction, so that any walk and any Boost algorithm can go both ways (24 bytes a relation). Built once,
// then immutable.
//
// A graph may also hold a part of the model (snapshot.hpp): its vertices are then only the nodes of that part. Whoever
// walks it still speaks of the model's nodes and relations; from a node that is not in it no step leads.
//
// Boost stays inside graph/*.cpp; the rest of the engine sees steps and chains (paths.hpp).
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "model/model.hpp"

namespace throughline {

enum class Direction : std::uint8_t { forward, backward };

// One relation, walked from one end to the other.
struct Step {
  RelationIndex relation;
  NodeIndex to;  // where the step arrives
  Direction direction = Direction::forward;

  friend bool operator==(const Step&, const Step&) = default;
};

struct BoostGraph;

class Graph {
 public:
  // Keeps a reference: the model must outlive the graph and stay where it is.
  explicit Graph(const Model& model);
  // A part of the model: these nodes and relations, each ascending. Requires both ends of each relation among the
  // nodes.
  Graph(const Model& model, std::vector<NodeIndex> nodes, std::span<const RelationIndex> relations);
  ~Graph();
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) = delete;

  const Model& model() const { return model_; }
  std::size_t node_count() const;
  std::size_t relation_count() const { return relation_count_; }
  bool has(NodeIndex node) const;

  // All steps from a node, those along relations that start there first; in the order of the model. A relation of a
  // node with itself gives one step.
  std::vector<Step> steps_from(NodeIndex node) const;
  // How many relations of the graph touch the node.
  std::size_t degree(NodeIndex node) const;

  const BoostGraph& boost_graph() const { return *graph_; }

 private:
  const Model& model_;
  std::size_t relation_count_;
  std::unique_ptr<const BoostGraph> graph_;
};

}  // namespace throughline
