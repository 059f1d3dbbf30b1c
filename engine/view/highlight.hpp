// SPDX-License-Identifier: Apache-2.0
// What a figure is to make its reader see first, and what follows from it for all that it shows.
//
//   const Spotlight spotlight(model, selection);  // its scope named `mou`
//   spotlight.on(mou) == Emphasis::strong
//
// What is named is strong, and so is a relation between two nodes that are named. Other relations of a named node, the
// nodes at their ends and the ends of a named relation stay as they are. All else recedes, or stays as it is, too.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/model.hpp"
#include "view/diagram_view.hpp"

namespace throughline {

struct Highlight {
  std::vector<NodeIndex> nodes;
  std::vector<RelationIndex> relations;
  bool rest_recedes = true;

  bool is_asked() const { return !nodes.empty() || !relations.empty(); }
};

// A word is a relation as figures name it ("mou--announces--plan"), a relation type, or what a question takes for
// nodes: a kind, an id, a type, a name. Reports TL501 with what is near, TL502 when a name is shared.
void add_highlight(const Model& model, std::string_view word, Highlight& highlight, Diagnostics& diagnostics);

class Spotlight {
 public:
  // Of a figure that shows these nodes and relations.
  Spotlight(const Model& model, const Highlight& highlight, const std::vector<NodeIndex>& nodes,
            const std::vector<RelationIndex>& relations);

  Emphasis on(NodeIndex node) const { return is_on_ ? nodes_[position(node)] : Emphasis::plain; }
  Emphasis on(RelationIndex relation) const;

 private:
  const Model& model_;
  bool is_on_;
  Emphasis rest_;
  std::vector<Emphasis> nodes_;  // by node
  std::vector<bool> named_;      // by relation
};

}  // namespace throughline
