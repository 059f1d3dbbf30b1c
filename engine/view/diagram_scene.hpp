// SPDX-License-Identifier: Apache-2.0
// The finished scene of a relationship diagram: groups, lines, boxes, their texts, legend and frame.
#pragma once

#include "view/diagram_layout.hpp"
#include "view/diagram_plan.hpp"
#include "view/scene.hpp"

namespace throughline {

Scene diagram_scene(const DiagramPlan& plan, const PlacedDiagram& placed, const TextMetrics& metrics);

// What the diagram says, in sentences: a summary, then one for each relation, then the nodes that have none.
std::string diagram_description(const DiagramPlan& plan);
std::string sentence_of(const DiagramPlan& plan, const PlannedEdge& edge);

}  // namespace throughline
