// SPDX-License-Identifier: Apache-2.0
// Polygons and polylines as the rules need them: hulls, distances, what a point lies in, how two lines cross. The
// curves of a figure are flattened before they come here.
#pragma once

#include <span>
#include <vector>

#include "view/geometry.hpp"

namespace throughline::lint {

using Polyline = std::vector<Point>;

// x′ = a·x + c·y + e, y′ = b·x + d·y + f, as SVG's matrix(a b c d e f).
struct Affine {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Point operator()(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  double scale() const;  // of lengths, on average
};
Affine operator*(const Affine& outer, const Affine& inner);
Affine inverse(const Affine& affine);  // the identity when there is none

Box box_of(std::span<const Point> points);
Polyline corners_of(const Box& box);
Polyline hull_of(std::span<const Point> points);  // convex, without repeated points
double area_of(std::span<const Point> polygon);   // never negative

inline bool is_in(Point point, const Box& box) { return touches(point, point, box); }
// Whether a point lies in a closed polygon, by winding number.
bool is_inside(Point point, std::span<const Point> polygon);
// How far two convex polygons are apart along the axis that parts them best; negative: how deep they overlap. A
// segment is a polygon of two points.
double gap_between(std::span<const Point> one, std::span<const Point> other);
double distance_to(Point point, std::span<const Point> polyline);

}  // namespace throughline::lint
