// SPDX-License-Identifier: Apache-2.0
// Looks at a placed diagram as a critical reader would: puts group labels where no line runs, counts faults and
// crossings.
#pragma once

#include "view/diagram_layout.hpp"

namespace throughline {

inline constexpr double widest_drawing = 1052;  // so that the figure stays within 1100 px

// Fills in the groups' labels, `faults` and `crossings`; moves everything so that the drawing begins at 0,0, and
// measures it.
void inspect(const DiagramPlan& plan, PlacedDiagram& diagram);

// Lines that leave a column and come back to it are hard to follow.
std::size_t lines_within_columns(const DiagramPlan& plan);

// The lower the better.
double cost_of(const DiagramPlan& plan, const PlacedDiagram& diagram);

}  // namespace throughline
