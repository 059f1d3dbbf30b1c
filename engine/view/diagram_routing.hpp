// SPDX-License-Identifier: Apache-2.0
// Lines made calm. A layered layout tells where a line runs; here its ends are spread along the sides of the boxes, and
// where nothing stands in the way one smooth S replaces the engine's spline.
#pragma once

#include <vector>

#include "view/layout.hpp"

namespace throughline {

// For a layered layout of `graph`: changes the curves of its ranked edges, nothing else. Nodes from `first_bead` on are
// labels, which lines enter and leave in the middle of a side.
void calm_lines(const LayoutGraph& graph, std::size_t first_bead, Layout& layout);

}  // namespace throughline
