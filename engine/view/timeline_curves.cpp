// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "view/geometry.hpp"
#include "view/theme.hpp"
#include "view/timeline_links.hpp"

namespace throughline {

namespace {

constexpr double tip_gap = 1.5;  // between an end and what it points to
constexpr double corner_radius = 9;
constexpr double circle = 0.5523;  // of the radius: control points of a quarter circle

struct Middle {
  double left = 0;
  double right = 0;
  double y = 0;
};

Middle middle_of(const PlannedItem& item) {
  const Stretch covered = item.covered();
  return {covered.left, covered.right, item.middle};
}

std::vector<Point> direct(const PlannedItem& from, const PlannedItem& to) {
  const Middle a = middle_of(from);
  const Middle b = middle_of(to);
  if (a.right < b.left) return straight({a.right + tip_gap, a.y}, {b.left - tip_gap, b.y});
  return straight({a.left - tip_gap, a.y}, {b.right + tip_gap, b.y});
}

double edge_of(const PlannedItem& item, bool upper) {
  const double reach = item.set.half_bar + tip_gap;
  return upper ? item.middle - reach : item.middle + reach;
}

void add_corner(std::vector<Point>& corners, Point corner) {
  const bool is_same = !corners.empty() && distance(corners.back(), corner) < 0.01;
  if (!is_same) corners.push_back(corner);
}

std::vector<Point> corners_of(const PlannedLink& link, const TimelinePlan& plan) {
  std::vector<Point> corners;
  add_corner(corners, {link.from_x, edge_of(plan.items[link.from], link.leaves_upwards)});
  for (const PlannedLeg& leg : link.legs) {
    const PlannedGap& gap = plan.gaps[leg.gap];
    const double y = gap.top + gap.tracks.run_y[leg.run];
    add_corner(corners, {leg.from_x, y});
    add_corner(corners, {leg.to_x, y});
  }
  add_corner(corners, {link.to_x, edge_of(plan.items[link.to], link.arrives_from_above)});
  return corners;
}

Point towards(Point from, Point to, double by) {
  const double length = distance(from, to);
  return length == 0 ? from : between(from, to, by / length);
}

void line_to(std::vector<Point>& curve, Point to) {
  const Point from = curve.back();
  if (distance(from, to) > 0.001) curve.insert(curve.end(), {from, to, to});
}

double room_for(double run, bool is_end) { return is_end ? std::max(run / 4, run - theme::arrow_length) : run / 2; }

// Straight runs joined by quarter circles.
std::vector<Point> rounded(const std::vector<Point>& corners) {
  std::vector<Point> curve = {corners.front()};
  for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
    const Point corner = corners[i];
    // Between two corners each may take half; at an end the arrowhead needs its length straight.
    const double before = room_for(distance(corners[i - 1], corner), i == 1);
    const double after = room_for(distance(corner, corners[i + 1]), i + 2 == corners.size());
    const double radius = std::min({corner_radius, before, after});
    const Point start = towards(corner, corners[i - 1], radius);
    const Point end = towards(corner, corners[i + 1], radius);
    line_to(curve, start);
    curve.insert(curve.end(), {towards(start, corner, circle * radius), towards(end, corner, circle * radius), end});
  }
  line_to(curve, corners.back());
  return curve;
}

}  // namespace

std::vector<Point> curve_of(const PlannedLink& link, const TimelinePlan& plan) {
  if (link.is_direct) return direct(plan.items[link.from], plan.items[link.to]);
  return rounded(corners_of(link, plan));
}

}  // namespace throughline
