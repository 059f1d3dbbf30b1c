// SPDX-License-Identifier: Apache-2.0
// Chains of relations: which nodes can be reached in so many steps, and by which chain. A Passage says which relations
// may be walked.
#pragma once

#include <cstdint>
#include <limits>
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
class Reach {
 public:
  Reach(const Graph& graph, Passage passage);

  // The nodes reached over relations that stand at least so, nearest first, then in the order of the model; without
  // `start`.
  const std::vector<NodeIndex>& explore(NodeIndex start, std::size_t hops, Held least = Held::never);
  // Of the last explore(): the same nodes, and the chain to one of them.
  const std::vector<NodeIndex>& reached() const { return reached_; }
  Chain chain_to(NodeIndex node) const;
  std::size_t distance(NodeIndex node) const;  // in steps; `unreached` otherwise

  static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

 private:
  struct Label {
    std::uint32_t round = 0;  // of which explore() this label is
    std::uint32_t distance = 0;
    std::uint32_t weak = 0;
    std::uint32_t step = 0;  // the last one: the position of its relation, times two, plus one when it is walked back
  };
  void expand(NodeIndex node, bool goes_on);
  void take(const Label& here, const Step& step, bool goes_on);
  void close(NodeIndex node);
  bool is_current(const Label& label) const { return label.round == round_ && round_ > 0; }
  const Label& best(NodeIndex node) const;
  Step step_of(const Label& label, NodeIndex to) const;

  const Graph& graph_;
  Passage passage_;
  std::vector<Label> labels_;            // by chains that may go on
  std::vector<Label> ends_;              // by chains that may not: their last step is a `last` one
  NodeSet closed_;                       // to these no chain leads that would be any better
  std::vector<NodeIndex> closed_nodes_;  // the same
  NodeSet improvable_;                   // of the layer being made, those reached by weak steps only
  NodeSet to_sort_;
  std::vector<NodeIndex> reached_;
  std::vector<NodeIndex> next_layer_;
  NodeIndex start_{};
  std::uint32_t round_ = 0;
};

}  // namespace throughline
