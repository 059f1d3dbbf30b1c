// SPDX-License-Identifier: Apache-2.0
#include "render/outline.hpp"

#include <algorithm>

#include "view/geometry.hpp"
#include "view/theme.hpp"

namespace throughline {
namespace {

constexpr double corner_radius = 9;
constexpr double quarter_circle = 0.5523;  // how far the control points of a quarter circle stand off, in radii
constexpr double arrow_half_width = 0.36;  // of its length
constexpr double tee_half_width = 5;

std::vector<Point> rounded(const Box& b) {
  const double r = std::min({corner_radius, b.width / 2, b.height / 2});
  const double c = r * (1 - quarter_circle);
  std::vector<Point> path{{b.x + r, b.y}};
  const auto side = [&](Point to) { path.insert(path.end(), {path.back(), to, to}); };
  const auto corner = [&](Point one, Point two, Point to) { path.insert(path.end(), {one, two, to}); };
  side({b.right() - r, b.y});
  corner({b.right() - c, b.y}, {b.right(), b.y + c}, {b.right(), b.y + r});
  side({b.right(), b.bottom() - r});
  corner({b.right(), b.bottom() - c}, {b.right() - c, b.bottom()}, {b.right() - r, b.bottom()});
  side({b.x + r, b.bottom()});
  corner({b.x + c, b.bottom()}, {b.x, b.bottom() - c}, {b.x, b.bottom() - r});
  side({b.x, b.y + r});
  corner({b.x, b.y + c}, {b.x + c, b.y}, {b.x + r, b.y});
  return path;
}

std::vector<Point> ellipse(const Box& b) {
  const Point m = b.center();
  const double dx = b.width / 2 * quarter_circle;
  const double dy = b.height / 2 * quarter_circle;
  std::vector<Point> path{{b.x, m.y}};
  path.insert(path.end(), {{b.x, m.y - dy}, {m.x - dx, b.y}, {m.x, b.y}});
  path.insert(path.end(), {{m.x + dx, b.y}, {b.right(), m.y - dy}, {b.right(), m.y}});
  path.insert(path.end(), {{b.right(), m.y + dy}, {m.x + dx, b.bottom()}, {m.x, b.bottom()}});
  path.insert(path.end(), {{m.x - dx, b.bottom()}, {b.x, m.y + dy}, {b.x, m.y}});
  return path;
}

std::vector<Point> document(const Box& b) {
  const double fold = std::min({12.0, b.width / 3, b.height / 3});
  return {{b.x, b.y}, {b.right() - fold, b.y}, {b.right(), b.y + fold}, {b.right(), b.bottom()}, {b.x, b.bottom()}};
}

std::vector<Point> hexagon(const Box& b) {
  const double cut = std::min(b.height / 3, b.width / 4);
  const double middle = b.center().y;
  return {{b.x + cut, b.y},        {b.right() - cut, b.y}, {b.right(), middle}, {b.right() - cut, b.bottom()},
          {b.x + cut, b.bottom()}, {b.x, middle}};
}

std::vector<Point> plaque(const Box& b) {
  const double cut = std::min({8.0, b.width / 3, b.height / 3});
  return {{b.x + cut, b.y},
          {b.right() - cut, b.y},
          {b.right(), b.y + cut},
          {b.right(), b.bottom() - cut},
          {b.right() - cut, b.bottom()},
          {b.x + cut, b.bottom()},
          {b.x, b.bottom() - cut},
          {b.x, b.y + cut}};
}

Outline polygon(std::vector<Point> corners) {
  std::vector<Point> ring = corners;
  ring.push_back(corners.front());
  return {std::move(corners), through(ring)};
}

}  // namespace

Outline outline_of(const Shape& shape) {
  const Box& b = shape.box;
  const Point m = b.center();
  switch (shape.form) {
    case ShapeForm::rounded: return {{}, rounded(b)};
    case ShapeForm::ellipse: return {{}, ellipse(b)};
    case ShapeForm::diamond: return polygon({{m.x, b.y}, {b.right(), m.y}, {m.x, b.bottom()}, {b.x, m.y}});
    case ShapeForm::hexagon: return polygon(hexagon(b));
    case ShapeForm::document: return polygon(document(b));
    case ShapeForm::plaque: return polygon(plaque(b));
    case ShapeForm::rectangle: break;
  }
  return polygon({{b.x, b.y}, {b.right(), b.y}, {b.right(), b.bottom()}, {b.x, b.bottom()}});
}

std::vector<Point> arrow_corners(ArrowHead head, Point from, Point tip) {
  const double run = std::max(distance(from, tip), 1e-6);
  const Point along{(tip.x - from.x) / run, (tip.y - from.y) / run};
  if (head == ArrowHead::tee)
    return {{tip.x - along.y * tee_half_width, tip.y + along.x * tee_half_width},
            {tip.x + along.y * tee_half_width, tip.y - along.x * tee_half_width}};
  if (head != ArrowHead::triangle && head != ArrowHead::hollow) return {};
  const double length = theme::arrow_length;
  const double half = length * arrow_half_width;
  const Point base{tip.x - along.x * length, tip.y - along.y * length};
  return {tip, {base.x - along.y * half, base.y + along.x * half}, {base.x + along.y * half, base.y - along.x * half}};
}

}  // namespace throughline
