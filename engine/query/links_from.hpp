// SPDX-License-Identifier: Apache-2.0
// The links from one node to many, best chain each: breadth-first over what certainly stands, what may, and what no
// date decides. Used by links_search.hpp.
//
//   LinksFrom links(graph, passage, standings, targets, 3);
//   links.search(start);
//   links.ends(Held::certainly);  // what is linked so
#pragma once

#include <array>
#include <map>
#include <memory>
#include <vector>

#include "graph/paths_between.hpp"
#include "query/step_spans.hpp"

namespace throughline {

class LinksFrom {
 public:
  LinksFrom(const Graph& graph, Passage passage, const Standings& standings, std::span<const NodeIndex> targets,
            std::size_t hops);

  void search(NodeIndex start);

  // Of the last search(), what is linked so. `never`: by chains alone whose steps each held then, but never all of them
  // on one day.
  const std::vector<NodeIndex>& ends(Held held) const { return ends_[static_cast<std::size_t>(held)]; }
  // The best chain to one of them.
  Chain chain_to(NodeIndex end, Held held) const;

  // Those that any chain leads to, whatever its steps come to together. Forgets the last search().
  std::vector<NodeIndex> targets_near(NodeIndex start);

  bool is_complete() const { return is_complete_; }  // else a better chain may have been missed, in any search

 private:
  // What finds chains of which all steps stand at least so on one day of several that are asked about.
  struct OnOneDay {
    OnOneDay(const LinksFrom& links, Held least);
    StepSpans spans;
    ChainsAtOneTime chains;
  };

  void look_for(std::size_t level);
  void look_for_one_day(std::size_t level);
  bool stands(OnOneDay& on_one_day, const Chain& chain, Held least) const;
  std::optional<Chain> better_chain(OnOneDay& on_one_day, NodeIndex end, Held least, bool is_known);
  void settle(NodeIndex end, Held held);

  const Graph& graph_;
  Passage passage_;
  const Standings& standings_;
  std::size_t hops_;
  std::span<const Held> levels_;  // when nothing is asked, all stand alike
  Reach reach_;
  NodeSet is_target_;
  NodeSet is_settled_;
  NodeIndex start_{};
  std::array<std::vector<NodeIndex>, held_count> ends_;
  std::array<std::unique_ptr<OnOneDay>, held_count> on_one_day_;  // made when there is need
  std::map<NodeIndex, Chain> longer_;                             // where the shortest chain does not stand so well
  bool is_complete_ = true;
};

}  // namespace throughline
