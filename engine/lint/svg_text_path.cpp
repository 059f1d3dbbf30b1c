// SPDX-License-Identifier: Apache-2.0
#include "lint/svg_text_path.hpp"

#include <algorithm>

#include "lint/svg_path.hpp"
#include "lint/svg_values.hpp"

namespace throughline::lint {

Polyline points_of_path(const pugi::xml_node& path) {
  std::size_t room = 20000;
  const Affine placed = parse_transform(attribute_of(path, "transform").value());
  const auto lines = flatten_path(attribute_of(path, "d").value(), placed, room);
  return lines.empty() ? Polyline() : lines[0].points;
}

std::vector<Polyline> quads_along(const Polyline& path, const PathText& text, const Affine& to_page) {
  std::vector<Polyline> quads;
  if (path.size() < 2) return quads;
  const auto pieces = static_cast<std::size_t>(std::clamp(text.width / std::max(text.size, 1e-3), 1.0, 500.0));
  const double step = text.width / static_cast<double>(pieces);
  const double top = text.ink.above - text.at.y;
  const double bottom = -text.ink.below - text.at.y;
  for (std::size_t i = 0; i < pieces; ++i) {
    const Point a = point_along(path, text.at.x + step * static_cast<double>(i));
    const Point b = point_along(path, text.at.x + step * static_cast<double>(i + 1));
    const double length = distance(a, b);
    if (length < 1e-6) continue;
    const Point up{(b.y - a.y) / length, (a.x - b.x) / length};
    Polyline quad;
    for (const auto& [from, by] : {std::pair{a, top}, {b, top}, {b, bottom}, {a, bottom}})
      quad.push_back(to_page({from.x + up.x * by, from.y + up.y * by}));
    quads.push_back(std::move(quad));
  }
  return quads;
}

}  // namespace throughline::lint
