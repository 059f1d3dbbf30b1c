// SPDX-License-Identifier: Apache-2.0
// A plan put to a layout engine: nodes and beads become boxes, edges become lines by way of their beads; and the answer
// read back.
#pragma once

#include <optional>
#include <vector>

#include "view/diagram_layout.hpp"

namespace throughline {

struct Route {
  std::optional<std::size_t> first;   // lines of the layout, in its direction; nothing for a loop
  std::optional<std::size_t> second;  // nothing when there is no bead
};

struct Question {
  LayoutGraph graph;          // the plan's nodes, then its beads
  std::vector<Route> routes;  // one for each edge of the plan
};

Question question_of(const DiagramPlan& plan);
PlacedDiagram answer_of(const DiagramPlan& plan, const Question& question, Layout layout);

}  // namespace throughline
