// SPDX-License-Identifier: Apache-2.0
// A diagram arranged like an earlier figure of it: nodes and labels keep their places, lines are led anew. What the
// result must not have is what an ordinary arrangement would not have; where it has, the places are stretched, then
// given up.
//
//   const KeptDiagram kept = arrange_like(earlier, view, engine, metrics);
//   kept.diagram.placed, kept.moved == 0
#pragma once

#include "view/diagram_layout.hpp"
#include "view/kept_places.hpp"

namespace throughline {

struct KeptDiagram {
  PlannedDiagram diagram;
  std::size_t kept = 0;   // nodes that the earlier figure has, too
  std::size_t moved = 0;  // of these, that do not stand where they stood, relative to each other
};

// How many nodes of the view the earlier figure has.
std::size_t shared_nodes(const EarlierPlaces& earlier, const DiagramView& view);

// Requires that it has one.
KeptDiagram arrange_like(const EarlierPlaces& earlier, const DiagramView& view, const LayoutEngine& engine,
                         const TextMetrics& metrics);

// "the places of 2 of 14 nodes could not be kept as in last.svg".
std::string moved_text(const KeptDiagram& kept, const EarlierPlaces& earlier);

}  // namespace throughline
