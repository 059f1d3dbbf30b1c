// SPDX-License-Identifier: Apache-2.0
// The key to a diagram: exactly the kinds, standings and lines that it draws, each as it is drawn.
#pragma once

#include <vector>

#include "view/diagram_plan.hpp"
#include "view/frame.hpp"

namespace throughline {

// `has_groups`: whether boxes around nodes are drawn.
std::vector<LegendEntry> diagram_legend(const DiagramPlan& plan, bool has_groups, const TextMetrics& metrics);

}  // namespace throughline
