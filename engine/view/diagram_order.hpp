// SPDX-License-Identifier: Apache-2.0
// Which way the lines of a diagram run: every node gets its column, every edge is turned so that all run from left to
// right (or from top to bottom) without a cycle.
#pragma once

#include "view/diagram_plan.hpp"

namespace throughline {

// Needs nodes and edges; fills in PlannedNode::column and PlannedEdge::turned.
void put_in_order(DiagramPlan& plan);

}  // namespace throughline
