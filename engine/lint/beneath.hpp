// SPDX-License-Identifier: Apache-2.0
// What colour lies under a point when the first shapes of a figure have been painted: one, or several where a gradient
// does not say which.
//
//   const Ground ground = ground_at(figure, text.box, text.order);
#pragma once

#include <vector>

#include "lint/figure.hpp"

namespace throughline::lint {

struct Ground {
  std::vector<Rgb> colors;
  bool is_known = true;  // false: a picture or a pattern lies there
  std::size_t work = 0;  // shapes and corners looked at
};

// More than this, for all texts of a figure, is not worth the wait.
inline constexpr std::size_t most_ground_work = 200'000'000;

// Over all of `points`, which are at least one. Paper is white.
Ground ground_at(const Figure& figure, const Polyline& points, std::size_t order);

// The lowest contrast of a paint on a ground.
double lowest_contrast(const Paint& paint, const Ground& ground);

}  // namespace throughline::lint
