// SPDX-License-Identifier: Apache-2.0
// One diagram against the same of another version of the graph: what is new, changed or gone is marked, all else
// recedes. Nodes are the same when their ids are, lines when they join the same two nodes in the same way.
//
//   DiagramView view = compared(before, now, "graphs/2021", 30);
#pragma once

#include <optional>
#include <string_view>

#include "view/diagram_view.hpp"
#include "view/selection.hpp"

namespace throughline {

// The same part of another model: ids, kinds and types that it lacks are dropped; nothing when nothing can be left.
std::optional<Scope> scope_in(const Model& other, const Model& model, const Scope& scope);

// At most so many nodes (0: all): those that changed, those whose relations did, then those with the most relations.
DiagramView compared(const DiagramView& before, DiagramView now, std::string_view before_name, std::size_t max_nodes);

}  // namespace throughline
