// SPDX-License-Identifier: Apache-2.0
// The outlines of shapes: corners where there are only corners, Béziers where something is round.
#pragma once

#include <vector>

#include "view/scene.hpp"

namespace throughline {

struct Outline {
  std::vector<Point> corners;  // of a polygon, not closed; empty when the outline is round
  std::vector<Point> curve;    // closed, 1 + 3n points; always there
};

Outline outline_of(const Shape& shape);

// The corners of the head that ends at `tip`, for a line that arrives there from `from`. Empty for the round dot.
std::vector<Point> arrow_corners(ArrowHead head, Point from, Point tip);

}  // namespace throughline
