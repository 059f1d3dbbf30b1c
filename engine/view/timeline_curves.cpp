// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

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
  const AxisSpan covered = item.covered();
  return {covered.left, covered.right, item.middle};
}

std::vector<Point> direct(const PlannedItem& from, const PlannedItem& to) {
  const Middle a = middle_of(from);
  const Middle b = middle_of(to);
  if (a.right < b.left) return straight({a.right + tip_gap, a.y}, {b.left - tip_gap, b.y});
  return straight({a.left - tip_gap, a.y}, {b.right + tip_gap, b.y});
}

// How far the outline of an item reaches from its middle line, off its middle by `aside`.
double reach_of(const PlannedItem& item, double aside) {
  const double half = item.set.half_bar;
  if (item.is_bar) return half;
  if (item.look.diamond) return half - aside;
  if (item.look.form == ShapeForm::rounded) return std::sqrt(half * half - aside * aside);
  return half;
}

double edge_of(const PlannedItem& item, double x, bool upper) {
  const double reach = reach_of(item, std::min(std::abs(x - item.moment.x), item.set.half_bar)) + tip_gap;
  return upper ? item.middle - reach : item.middle + reach;
}

void add_corner(std::vector<Point>& corners, Point corner) {
  const bool is_same = !corners.empty() && distance(corners.back(), corner) < 0.01;
  if (!is_same) corners.push_back(corner);
}

std::vector<Point> corners_of(const PlannedLink& link, const TimelinePlan& plan) {
  std::vector<Point> corners;
  add_corner(corners, {link.from_x, edge_of(plan.items[link.from], link.from_x, link.leaves_upwards)});
  for (const PlannedLeg& leg : link.legs) {
    const PlannedGap& gap = plan.gaps[leg.gap];
    const double y = gap.top + gap.tracks.run_y[leg.run];
    add_corner(corners, {leg.from_x, y});
    add_corner(corners, {leg.to_x, y});
  }
  add_corner(corners, {link.to_x, edge_of(plan.items[link.to], link.to_x, link.arrives_from_above)});
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

struct Segment {
  Point from;
  Point to;
};

// How far along a horizontal or vertical segment, from its start, one of `drawn` covers it from `reached` on.
double covered_from(double reached, const Segment& way, const std::vector<Segment>& drawn) {
  const Point start = towards(way.from, way.to, reached);
  double furthest = reached;
  for (const Segment& other : drawn) {
    const bool lies_on =
        distance(other.from, start) + distance(start, other.to) < distance(other.from, other.to) + 0.01;
    if (!lies_on) continue;
    for (const Point end : {other.from, other.to}) {
      // As far as both go the same direction.
      const double along = distance(way.from, end);
      const bool is_ahead = distance(way.from, end) + distance(end, way.to) < distance(way.from, way.to) + 0.01;
      const bool is_beyond = distance(way.from, way.to) + distance(way.to, end) < along + 0.01;
      if (is_ahead) furthest = std::max(furthest, along);
      if (is_beyond) furthest = distance(way.from, way.to);
    }
  }
  return furthest;
}

double covered_length(const Segment& way, const std::vector<Segment>& drawn) {
  double reached = 0;
  for (double next = covered_from(0, way, drawn); next > reached + 0.01; next = covered_from(reached, way, drawn))
    reached = next;
  return reached;
}

// The corners from where the way leaves what is drawn, with the bit before that it needs for its own round corner.
std::vector<Point> branch_of(const std::vector<Point>& corners, const std::vector<Segment>& drawn) {
  std::size_t i = 0;
  double covered = 0;
  for (; i + 1 < corners.size(); ++i) {
    covered = covered_length({corners[i], corners[i + 1]}, drawn);
    if (covered < distance(corners[i], corners[i + 1]) - 0.01) break;
  }
  if (i == 0 && covered < 0.01) return corners;
  if (i + 1 == corners.size()) return {corners[i - 1], corners[i]};  // the same way again: its last run
  const bool leaves_at_corner = covered < 0.01;
  const std::size_t before = leaves_at_corner ? i - 1 : i;
  const double reached = leaves_at_corner ? distance(corners[before], corners[i]) : covered;
  const Point from = towards(corners[before], corners[before + 1], std::max(0.0, reached - corner_radius));
  std::vector<Point> branch = {from};
  branch.insert(branch.end(), corners.begin() + static_cast<std::ptrdiff_t>(leaves_at_corner ? i : i + 1),
                corners.end());
  return branch;
}

}  // namespace

std::vector<std::vector<Point>> curves_of(const std::vector<PlannedLink>& links, const TimelinePlan& plan) {
  std::vector<std::size_t> order(links.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return links[a].turn < links[b].turn; });
  std::vector<std::vector<Point>> curves(links.size());
  std::map<std::size_t, std::vector<Segment>> drawn;  // by bundle
  for (const std::size_t i : order) {
    if (links[i].is_direct) {
      curves[i] = direct(plan.items[links[i].from], plan.items[links[i].to]);
      continue;
    }
    auto& bundle = drawn[links[i].bundle];
    const auto corners = corners_of(links[i], plan);
    curves[i] = rounded(branch_of(corners, bundle));
    for (std::size_t c = 1; c < corners.size(); ++c) bundle.push_back({corners[c - 1], corners[c]});
  }
  return curves;
}

}  // namespace throughline
