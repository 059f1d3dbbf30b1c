// SPDX-License-Identifier: Apache-2.0
// Text along a path: the boxes that its letters cover, one about every em.
#pragma once

#include <vector>

#include "formats/xml_file.hpp"
#include "lint/shape.hpp"
#include "view/text_metrics.hpp"

namespace throughline::lint {

struct PathText {
  Point at;  // x: how far along the path; y: below it
  double width = 0;
  double size = 0;
  Ink ink;
};

Polyline points_of_path(const pugi::xml_node& path);
std::vector<Polyline> quads_along(const Polyline& path, const PathText& text, const Affine& to_page);

}  // namespace throughline::lint
