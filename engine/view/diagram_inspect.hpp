// SPDX-License-Identifier: Apache-2.0
// Looks at a placed diagram as a critical reader would: puts group labels where no line runs, counts faults and
// crossings.
#pragma once

#include "view/diagram_layout.hpp"

namespace throughline {

// Fills in the groups' labels, `faults` and `crossings`; moves everything so that the drawing begins at 0,0, and
// measures it.
void inspect(const DiagramPlan& plan, PlacedDiagram& diagram);

// Lines that leave a column and come back to it are hard to follow.
std::size_t lines_within_columns(const DiagramPlan& plan);

// The room between the margins of the page.
double widest_drawing(const DiagramPlan& plan);

// The lower the better.
double cost_of_faults(const PlacedDiagram& diagram);  // its part of the cost
double cost_of(const DiagramPlan& plan, const PlacedDiagram& diagram);

}  // namespace throughline
