// SPDX-License-Identifier: Apache-2.0
#include "lint/beneath.hpp"

#include <algorithm>

namespace throughline::lint {
namespace {

constexpr std::size_t most_colors = 32;
constexpr Rgb paper{1, 1, 1};

void add_color(std::vector<Rgb>& colors, Rgb color) {
  if (std::find(colors.begin(), colors.end(), color) == colors.end() && colors.size() < most_colors)
    colors.push_back(color);
}

void paint_over(Ground& ground, const Paint& paint) {
  if (paint.sort == Paint::Sort::unknown) {
    ground.is_known = false;
    return;
  }
  const bool is_opaque =
      std::all_of(paint.colors.begin(), paint.colors.end(), [](const Rgba& color) { return color.alpha >= 1; });
  if (is_opaque) ground.is_known = true;  // whatever lay there is hidden
  std::vector<Rgb> painted;
  for (const Rgba& top : paint.colors)
    for (const Rgb& below : ground.colors) add_color(painted, over(top, below));
  ground.colors = std::move(painted);
}

bool covers(const Shape& shape, Point point) {
  if (!is_in(point, shape.box)) return false;
  int inside = 0;  // holes are drawn as further outlines
  for (const Subpath& line : shape.lines) inside += is_inside(point, line.points) ? 1 : 0;
  return inside % 2 == 1;
}

}  // namespace

Ground ground_at(const Figure& figure, const Polyline& points, std::size_t order) {
  const Box box = box_of(points);
  std::size_t work = 0;
  std::vector<Ground> grounds(points.size(), Ground{{paper}, true, 0});
  for (const Shape& shape : figure.shapes) {
    if (shape.order >= order) break;
    ++work;
    if (!shape.fill.is_visible() || !overlap(shape.box, box, 0.01)) continue;
    for (const Subpath& line : shape.lines) work += line.points.size() * points.size();
    for (std::size_t i = 0; i < points.size(); ++i)
      if (covers(shape, points[i])) paint_over(grounds[i], shape.fill);
  }
  Ground all{{}, true, work};
  for (const Ground& ground : grounds) {
    all.is_known = all.is_known && ground.is_known;
    for (const Rgb& color : ground.colors) add_color(all.colors, color);
  }
  return all;
}

double lowest_contrast(const Paint& paint, const Ground& ground) {
  double lowest = 21;
  for (const Rgb& below : ground.colors)
    for (const Rgba& top : paint.colors) lowest = std::min(lowest, contrast(over(top, below), below));
  return lowest;
}

}  // namespace throughline::lint
