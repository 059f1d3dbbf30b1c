// SPDX-License-Identifier: Apache-2.0
// Path data of SVG, all commands, as polylines on the page: Béziers and arcs stray less than a quarter of a pixel.
// An error in the data ends the path where it stands, as SVG asks.
//
//   flatten_path("M0,0 a10,10 0 0 1 20,0", {}, 1000)
#pragma once

#include <string_view>
#include <vector>

#include "lint/shape.hpp"

namespace throughline::lint {

struct Subpath {
  Polyline points;
  bool is_closed = false;
  bool is_curved = false;
};

// `room` is how many points may still be made; when they don't suffice, it is 0 afterwards and the path is cut.
std::vector<Subpath> flatten_path(std::string_view data, const Affine& to_page, std::size_t& room);

Subpath flatten_ellipse(Point center, double rx, double ry, const Affine& to_page);
Subpath flatten_rectangle(const Box& box, double rx, double ry, const Affine& to_page);

}  // namespace throughline::lint
