// SPDX-License-Identifier: Apache-2.0
// Whole chains for a figure, taken one after the other while there is room for their nodes; those that have no room are
// counted. Used by what draws chains between two nodes, and by what draws links.
//
//   GatheredChains gathered(scope.max_nodes);
//   gathered.take(chain);
//   const Selection selection = gathered.selection();
#pragma once

#include <map>
#include <set>

#include "view/selection.hpp"

namespace throughline {

class GatheredChains {
 public:
  explicit GatheredChains(std::size_t max_nodes) : max_nodes_(max_nodes) {}

  void take(const Chain& chain);

  // What was taken; of the chains only their numbers are filled in.
  Selection selection() const;
  // How many relations from the start of a chain, at the least; nodes in the order of the model.
  const std::map<NodeIndex, std::size_t>& places() const { return places_; }

 private:
  bool has_room_for(const Chain& chain) const;

  std::size_t max_nodes_;
  ShownChains shown_;
  std::map<NodeIndex, std::size_t> places_;
  std::set<RelationIndex> relations_;
  std::set<NodeIndex> passed_over_;
};

}  // namespace throughline
