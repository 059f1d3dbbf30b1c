// SPDX-License-Identifier: Apache-2.0
#include "view/geometry.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline {
namespace {

using Cubic = std::array<Point, 4>;

std::pair<Cubic, Cubic> split(const Cubic& c, double at) {
  const Point ab = between(c[0], c[1], at);
  const Point bc = between(c[1], c[2], at);
  const Point cd = between(c[2], c[3], at);
  const Point abc = between(ab, bc, at);
  const Point bcd = between(bc, cd, at);
  const Point middle = between(abc, bcd, at);
  return {{c[0], ab, abc, middle}, {middle, bcd, cd, c[3]}};
}

double distance_to_line(Point p, Point a, Point b) {
  const double run = distance(a, b);
  if (run < 1e-9) return distance(p, a);
  return std::abs((b.x - a.x) * (a.y - p.y) - (a.x - p.x) * (b.y - a.y)) / run;
}

void flatten_into(const Cubic& c, int depth, std::vector<Point>& out) {
  constexpr double tolerance = 0.25;
  const double stray = std::max(distance_to_line(c[1], c[0], c[3]), distance_to_line(c[2], c[0], c[3]));
  // The hull test alone would miss control points beyond the ends of a flat cubic; two forced splits settle it.
  if (depth >= 2 && (stray < tolerance || depth > 10)) return out.push_back(c[3]);
  const auto [first, second] = split(c, 0.5);
  flatten_into(first, depth + 1, out);
  flatten_into(second, depth + 1, out);
}

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

}  // namespace

Box grown(Box box, double by) { return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by}; }

Box united(const Box& a, const Box& b) {
  const double x = std::min(a.x, b.x);
  const double y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Box moved(Box box, double dx, double dy) { return {box.x + dx, box.y + dy, box.width, box.height}; }

bool overlap(const Box& a, const Box& b, double gap) {
  return a.x < b.right() + gap && b.x < a.right() + gap && a.y < b.bottom() + gap && b.y < a.bottom() + gap;
}

bool contains(const Box& outer, const Box& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

Point between(Point a, Point b, double share) { return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share}; }

std::vector<Point> straight(Point from, Point to) { return {from, from, to, to}; }

std::vector<Point> through(std::span<const Point> corners) {
  std::vector<Point> curve;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    if (i > 0) curve.insert(curve.end(), {corners[i - 1], corners[i]});
    curve.push_back(corners[i]);
  }
  return curve;
}

std::vector<Point> flatten(std::span<const Point> curve) {
  std::vector<Point> line;
  if (curve.empty()) return line;
  line.push_back(curve[0]);
  for (std::size_t i = 0; i + 3 < curve.size(); i += 3)
    flatten_into({curve[i], curve[i + 1], curve[i + 2], curve[i + 3]}, 0, line);
  return line;
}

double length_of(std::span<const Point> polyline) {
  double total = 0;
  for (std::size_t i = 1; i < polyline.size(); ++i) total += distance(polyline[i - 1], polyline[i]);
  return total;
}

Point point_along(std::span<const Point> polyline, double length) {
  if (length <= 0) return polyline.front();
  for (std::size_t i = 1; i < polyline.size(); ++i) {
    const double step = distance(polyline[i - 1], polyline[i]);
    if (length <= step) return between(polyline[i - 1], polyline[i], step > 0 ? length / step : 0);
    length -= step;
  }
  return polyline.back();
}

std::vector<Point> without_end(std::span<const Point> curve, double length) {
  std::vector<Point> kept(curve.begin(), curve.end());
  while (kept.size() >= 4) {
    const std::size_t start = kept.size() - 4;
    const Cubic last{kept[start], kept[start + 1], kept[start + 2], kept[start + 3]};
    const Point end = curve.back();
    if (distance(last[0], end) <= length && start > 0) {  // this piece goes altogether
      kept.resize(start + 1);
      continue;
    }
    double low = 0;  // the share of the last cubic that is far enough from the end
    double high = 1;
    for (int round = 0; round < 24; ++round) {
      const double middle = (low + high) / 2;
      (distance(split(last, middle).second[0], end) > length ? low : high) = middle;
    }
    const Cubic rest = split(last, std::max(low, 0.02)).first;
    std::copy(rest.begin(), rest.end(), kept.begin() + static_cast<std::ptrdiff_t>(start));
    break;
  }
  return kept;
}

std::vector<Point> reversed(std::span<const Point> curve) { return {curve.rbegin(), curve.rend()}; }

bool touches(Point from, Point to, const Box& box) {
  // Liang–Barsky: clip the segment against the four sides in turn.
  double enter = 0;
  double leave = 1;
  const auto clip = [&](double direction, double room) {
    if (direction == 0) return room >= 0;
    const double at = room / direction;
    if (direction < 0) enter = std::max(enter, at);
    if (direction > 0) leave = std::min(leave, at);
    return enter <= leave;
  };
  return clip(from.x - to.x, from.x - box.x) && clip(to.x - from.x, box.right() - from.x) &&
         clip(from.y - to.y, from.y - box.y) && clip(to.y - from.y, box.bottom() - from.y);
}

bool touches(std::span<const Point> polyline, const Box& box) {
  for (std::size_t i = 1; i < polyline.size(); ++i)
    if (touches(polyline[i - 1], polyline[i], box)) return true;
  return false;
}

bool cross(Point a, Point b, Point c, Point d) {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

}  // namespace throughline
