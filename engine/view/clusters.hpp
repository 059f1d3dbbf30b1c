// SPDX-License-Identifier: Apache-2.0
// Which nodes of a diagram stand in one box: those of a kind, of a type, of an organisation, or told of by one source.
// What would belong to several boxes stands outside, and a note counts it.
//
//   clusters_of(model, scope, selection).of_nodes[0] == "organisation-rok-government"
#pragma once

#include <string>
#include <vector>

#include "view/diagram_view.hpp"
#include "view/selection.hpp"

namespace throughline {

struct Clusters {
  std::vector<std::string> of_nodes;  // by node of the selection, the id of its group; empty: none
  std::vector<DiagramGroup> groups;
  std::string in_common;  // what members share: "one organisation"
  std::string note;
};

// An actor's organisation is what it is in the end a part of, a member of or works for, at the time that is asked
// about.
Clusters clusters_of(const Model& model, const Scope& scope, const Selection& selection);

}  // namespace throughline
