// SPDX-License-Identifier: Apache-2.0
// From a selection of the graph to what a figure shows. Both figures say the same of a thing: same words, same
// standing, same order, same tooltip.
#pragma once

#include <string>
#include <string_view>

#include "view/diagram_view.hpp"
#include "view/selection.hpp"
#include "view/timeline_view.hpp"

namespace throughline {

DiagramView build_diagram(const Graph& graph, const Scope& scope, const Selection& selection, std::string_view stamp);

// Nodes with a date stand in the lanes that the scope asks for; those without stand in the strip below.
TimelineView build_timeline(const Graph& graph, const Scope& scope, const Selection& selection, std::string_view stamp);

}  // namespace throughline
