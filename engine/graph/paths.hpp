// SPDX-License-Identifier: Apache-2.0
// Chains of relations: which nodes can be reached in so many steps, and by which chain. A Passage says which relations
// may be walked.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "graph/node_set.hpp"
#include "graph/passage.hpp"

namespace throughline {

struct Chain {
  NodeIndex start;
  std::vector<Step> steps;

  NodeIndex end() const { return steps.empty() ? start : steps.back().to; }
};

// Breadth-first from one node, at most `hops` steps: to each node reached, one shortest chain; of equally short ones
// that with the fewest weak steps, then the first in the order of the model. The search state is kept between calls, so
// that asking from every node of a large graph costs what is reached, not the size of the graph.
//
// Several searches can be made at once, each over relations that stand at least so; most of the way they go together.
class Reach {
 public:
  Reach(const Graph& graph, Passage passage) : Reach(graph, std::move(passage), std::array{Held::never}) {}
  // Requires one level at least, and no more than there are.
  Reach(const Graph& graph, Passage passage, std::span<const Held> levels);

  // The nodes reached on the first level, nearest first, then in the order of the model; without `start`.
  const std::vector<NodeIndex>& explore(NodeIndex start, std::size_t hops);

  // Of the last explore(), of each level: the nodes; the chain to one that was reached.
  const std::vector<NodeIndex>& reached(std::size_t level = 0) const { return levels_[level].reached; }
  Chain chain_to(NodeIndex node, std::size_t level = 0) const;
  std::size_t distance(NodeIndex node, std::size_t level = 0) const;  // in steps; `unreached` otherwise

  static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

 private:
  using LevelBits = std::uint8_t;
  struct Label {
    std::uint32_t distance = 0;
    std::uint32_t weak = 0;
    std::uint32_t step = 0;  // the last one, as the code of an arc (boost_graph.hpp)
  };
  struct Level {
    std::vector<std::uint32_t> through;  // by node, its label by chains that may go on
    std::vector<std::uint32_t> ends;     // by chains that may not, their last step being a `last` one
    std::vector<NodeIndex> reached;
    std::size_t reached_before = 0;  // this layer
    std::uint32_t weak_here = 0;     // of the chain to the node that is being expanded
  };

  void forget();
  void expand(NodeIndex node, bool goes_on);
  LevelBits open_levels(LevelBits here, NodeIndex to) const;
  LevelBits improvable_levels(LevelBits open, NodeIndex to) const;
  void take(std::size_t level, const Step& step, bool goes_on);
  void finish_layer();
  const Label* best(NodeIndex node, std::size_t level) const;
  const Label* label(const std::vector<std::uint32_t>& labels, NodeIndex node) const;

  const Graph& graph_;
  Passage passage_;
  std::array<LevelBits, held_count> levels_of_;  // by how a relation stands, the levels on which it may be walked
  std::vector<Level> levels_;
  std::vector<Label> labels_;
  std::vector<LevelBits> closed_;      // by node, on which levels no chain that leads there would be any better
  std::vector<LevelBits> improvable_;  // reached in this layer, by weak steps
  std::vector<LevelBits> now_;         // reached in the layer before: a node may be reached on another level meanwhile
  std::vector<LevelBits> next_;        // of the layer being made
  std::vector<NodeIndex> next_layer_;
  NodeSet to_sort_;
  NodeIndex start_{};
  std::uint32_t depth_ = 0;
};

}  // namespace throughline
