// SPDX-License-Identifier: Apache-2.0
// The outlines of rect, circle, ellipse, line, polyline, polygon, path and image, on the page.
#pragma once

#include <string_view>
#include <vector>

#include "formats/xml_file.hpp"
#include "lint/svg_path.hpp"

namespace throughline::lint {

struct ShapePlace {
  const Affine& to_page;
  double font_size;
  double width;  // of the viewport, in user units
  double height;
};

bool is_shape(std::string_view tag);

// Empty for what is no shape, or has no size. `room` as for flatten_path.
std::vector<Subpath> outline_of(const pugi::xml_node& node, const ShapePlace& place, std::size_t& room);

}  // namespace throughline::lint
