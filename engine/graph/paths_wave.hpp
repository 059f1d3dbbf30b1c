// SPDX-License-Identifier: Apache-2.0
// Breadth-first from one end of chains between two nodes, a layer at a time: how many steps each node lies from that
// end. Used by paths_*.cpp, which let two waves meet, or prune by the distance that is left.
//
//   Wave wave(graph, passage, ends, Wave::Side::to);
//   while (wave.advance()) …
#pragma once

#include "graph/boost_graph.hpp"
#include "graph/paths_between.hpp"

namespace throughline {

// The steps that a chain to an end may walk: what must be last leads there and nowhere else.
inline bool may_walk(const Passage& passage, const Step& step, Gist gist, NodeIndex end) {
  return passage.allows(step, gist) && (step.to == end || !passage.is_last(step));
}

// The same relation, walked to where it is seen from.
inline Step reversed(const Step& step, NodeIndex from) {
  return {step.relation, from, step.direction == Direction::forward ? Direction::backward : Direction::forward};
}

class Wave {
 public:
  enum class Side : std::uint8_t { from, to };  // where it starts
  Wave(const Graph& graph, const Passage& passage, const Ends& ends, Side side);

  // To the next layer; false when there is none.
  bool advance();
  const std::vector<NodeIndex>& layer() const { return layer_; }
  std::size_t depth() const { return depth_; }  // of the layer
  std::size_t work() const { return work_; }    // how many steps the next advance looks at

  bool has_reached(NodeIndex node) const { return marks_[position(node)] > 0; }
  bool has_reached(NodeIndex node, std::size_t distance) const { return marks_[position(node)] == distance + 1; }
  // Requires a node that was reached.
  std::size_t distance(NodeIndex node) const { return marks_[position(node)] - 1; }

 private:
  void reach(NodeIndex node);
  bool may_go(NodeIndex node, const Step& step, Gist gist) const;

  const Graph& graph_;
  const Passage& passage_;
  Ends ends_;
  Side side_;
  std::vector<NodeIndex> layer_;
  std::vector<std::uint32_t> marks_;  // distance + 1; 0: not reached
  std::size_t depth_ = 0;
  std::size_t work_ = 0;
};

}  // namespace throughline
