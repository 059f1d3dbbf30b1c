// SPDX-License-Identifier: Apache-2.0
#include "lint/shape.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace throughline::lint {
namespace {

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

struct Range {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
};

Range along(std::span<const Point> points, Point axis) {
  Range range;
  for (const Point& point : points) {
    const double at = point.x * axis.x + point.y * axis.y;
    range.low = std::min(range.low, at);
    range.high = std::max(range.high, at);
  }
  return range;
}

// The gap along the normals of one polygon's sides.
double widest_gap(std::span<const Point> sides, std::span<const Point> one, std::span<const Point> other) {
  double widest = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const Point a = sides[i];
    const Point b = sides[(i + 1) % sides.size()];
    const double length = distance(a, b);
    if (length < 1e-9) continue;
    // The direction of a side parts, too, what lies beyond the ends of a segment.
    for (const Point axis :
         {Point{(b.y - a.y) / length, (a.x - b.x) / length}, Point{(b.x - a.x) / length, (b.y - a.y) / length}}) {
      const Range x = along(one, axis);
      const Range y = along(other, axis);
      widest = std::max(widest, std::max(y.low - x.high, x.low - y.high));
    }
  }
  return widest;
}

double distance_to_segment(Point p, Point a, Point b) {
  const double run = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
  const double share =
      run < 1e-18 ? 0 : std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / run, 0.0, 1.0);
  return distance(p, between(a, b, share));
}

}  // namespace

double Affine::scale() const { return std::sqrt(std::abs(a * d - b * c)); }

Affine operator*(const Affine& o, const Affine& i) {
  return {o.a * i.a + o.c * i.b, o.b * i.a + o.d * i.b,       o.a * i.c + o.c * i.d,
          o.b * i.c + o.d * i.d, o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f};
}

Affine inverse(const Affine& m) {
  const double size = m.a * m.d - m.b * m.c;
  if (std::abs(size) < 1e-18) return {};
  return {
      m.d / size, -m.b / size, -m.c / size, m.a / size, (m.c * m.f - m.d * m.e) / size, (m.b * m.e - m.a * m.f) / size};
}

Box box_of(std::span<const Point> points) {
  if (points.empty()) return {};
  const Range x = along(points, {1, 0});
  const Range y = along(points, {0, 1});
  return {x.low, y.low, x.high - x.low, y.high - y.low};
}

Polyline corners_of(const Box& box) {
  return {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
}

// Andrew's monotone chain.
Polyline hull_of(std::span<const Point> points) {
  Polyline sorted(points.begin(), points.end());
  std::sort(sorted.begin(), sorted.end(), [](Point p, Point q) { return p.x < q.x || (p.x == q.x && p.y < q.y); });
  sorted.erase(std::unique(sorted.begin(), sorted.end(), [](Point p, Point q) { return p.x == q.x && p.y == q.y; }),
               sorted.end());
  if (sorted.size() < 3) return sorted;
  Polyline hull;
  const auto add = [&](Point point, std::size_t kept) {
    while (hull.size() > kept + 1 && turn(hull[hull.size() - 2], hull.back(), point) <= 0) hull.pop_back();
    hull.push_back(point);
  };
  for (const Point& point : sorted) add(point, 0);
  const std::size_t lower = hull.size() - 1;
  for (std::size_t i = sorted.size() - 1; i-- > 0;) add(sorted[i], lower);
  hull.pop_back();
  return hull;
}

double area_of(std::span<const Point> polygon) {
  double doubled = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point& next = polygon[(i + 1) % polygon.size()];
    doubled += polygon[i].x * next.y - next.x * polygon[i].y;
  }
  return std::abs(doubled) / 2;
}

bool is_inside(Point point, std::span<const Point> polygon) {
  int winding = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point& a = polygon[i];
    const Point& b = polygon[(i + 1) % polygon.size()];
    if (a.y <= point.y && b.y > point.y && turn(a, b, point) > 0) ++winding;
    if (a.y > point.y && b.y <= point.y && turn(a, b, point) < 0) --winding;
  }
  return winding != 0;
}

double gap_between(std::span<const Point> one, std::span<const Point> other) {
  return std::max(widest_gap(one, one, other), widest_gap(other, one, other));
}

double distance_to(Point point, std::span<const Point> polyline) {
  if (polyline.size() == 1) return distance(point, polyline[0]);
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < polyline.size(); ++i)
    nearest = std::min(nearest, distance_to_segment(point, polyline[i - 1], polyline[i]));
  return nearest;
}

}  // namespace throughline::lint
