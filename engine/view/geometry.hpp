// SPDX-License-Identifier: Apache-2.0
// Boxes and Bézier curves as label placement and the tests need them: flattened, cut, measured, tested for contact.
#pragma once

#include <span>
#include <vector>

#include "view/scene.hpp"

namespace throughline {

Box grown(Box box, double by);
Box united(const Box& a, const Box& b);
Box moved(Box box, double dx, double dy);
bool overlap(const Box& a, const Box& b, double gap = 0);  // true when closer than `gap`
bool contains(const Box& outer, const Box& inner);

double distance(Point a, Point b);
Point between(Point a, Point b, double share);

// The 1 + 3n points of a straight line, of a polyline.
std::vector<Point> straight(Point from, Point to);
std::vector<Point> through(std::span<const Point> corners);

// The curve as a polyline that strays less than a quarter of a pixel from it. `curve` has 1 + 3n points, or none.
std::vector<Point> flatten(std::span<const Point> curve);
double length_of(std::span<const Point> polyline);
Point point_along(std::span<const Point> polyline, double length);  // clamped to the ends

// The curve without the piece that lies within `length` of its last point; never shortened to nothing.
std::vector<Point> without_end(std::span<const Point> curve, double length);
std::vector<Point> reversed(std::span<const Point> curve);

bool touches(Point from, Point to, const Box& box);
bool touches(std::span<const Point> polyline, const Box& box);
bool cross(Point a, Point b, Point c, Point d);  // do the open segments ab and cd cross?

}  // namespace throughline
