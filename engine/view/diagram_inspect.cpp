// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_inspect.hpp"

#include <algorithm>
#include <cmath>

#include "view/frame.hpp"
#include "view/geometry.hpp"

namespace throughline {
namespace {

constexpr double node_distance = 8;
constexpr double label_distance = 2;

struct Line {
  std::vector<Point> points;
  Box box;
  std::size_t edge = 0;
};

Box box_of(const std::vector<Point>& points) {
  Box box{points[0].x, points[0].y, 0, 0};
  for (const Point p : points) box = united(box, {p.x, p.y, 0, 0});
  return box;
}

std::vector<Line> lines_of(const PlacedDiagram& diagram) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < diagram.edges.size(); ++i)
    for (const auto& curve : diagram.edges[i].curves)
      if (std::vector<Point> points = flatten(curve); !points.empty()) lines.push_back({points, box_of(points), i});
  return lines;
}

bool crosses_any(const std::vector<Line>& lines, const Box& box) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const Line& line) { return overlap(line.box, box) && touches(line.points, box); });
}

// At the top left if it can be; else where no line runs and no box stands, at last outside the box.
void label_groups(const DiagramPlan& plan, PlacedDiagram& diagram, const std::vector<Line>& lines) {
  for (std::size_t i = 0; i < plan.groups.size(); ++i) {
    if (!diagram.groups[i]) continue;
    PlacedGroup& group = *diagram.groups[i];
    const double width = plan.groups[i].label_width;
    const double height = plan.groups[i].label_height;
    const double inset = diagram::group_label;
    const double left = group.box.x + inset;
    const double right = group.box.right() - inset - width;
    const double top = group.box.y + 6;
    const double bottom = group.box.bottom() - 6 - height;
    group.label = {left, top, width, height};
    const double above = group.box.y - height - 2;
    const double below = group.box.bottom() + 2;
    for (const Point at : {Point{left, top},
                           {right, top},
                           {(left + right) / 2, top},
                           {left, bottom},
                           {right, bottom},
                           {left, above},
                           {right, above},
                           {left, below},
                           {right, below}}) {
      const Box box{at.x, at.y, width, height};
      const auto stands_on = [&](const Box& other) { return overlap(box, other, 2); };
      if (crosses_any(lines, grown(box, 2)) || std::any_of(diagram.nodes.begin(), diagram.nodes.end(), stands_on) ||
          std::any_of(diagram.beads.begin(), diagram.beads.end(), stands_on))
        continue;
      group.label = box;
      break;
    }
  }
}

std::size_t faults_of(const DiagramPlan& plan, const PlacedDiagram& diagram, const std::vector<Line>& lines) {
  std::size_t faults = 0;
  std::vector<Box> boxes = diagram.nodes;
  boxes.insert(boxes.end(), diagram.beads.begin(), diagram.beads.end());
  for (const auto& group : diagram.groups)
    if (group) boxes.push_back(group->label);
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      faults += overlap(boxes[i], boxes[j], j < plan.nodes.size() ? node_distance : label_distance) ? 1 : 0;
  for (std::size_t i = 0; i < plan.edges.size(); ++i) {
    const auto& curves = diagram.edges[i].curves;
    const bool missing = curves.empty() || curves[0].empty();
    faults += missing && plan.edges[i].from != plan.edges[i].to ? 1 : 0;
  }
  for (const Line& line : lines) {
    const PlannedEdge& edge = plan.edges[line.edge];
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const bool own = i == edge.from || i == edge.to || (edge.bead && i == plan.nodes.size() + *edge.bead);
      const Box box = grown(boxes[i], own ? -3 : 1);
      if (overlap(line.box, box) && touches(line.points, box)) ++faults;
    }
  }
  return faults;
}

std::size_t crossings_of(const Line& a, const Line& b) {
  std::size_t count = 0;
  for (std::size_t m = 1; m < a.points.size(); ++m)
    for (std::size_t n = 1; n < b.points.size(); ++n)
      count += cross(a.points[m - 1], a.points[m], b.points[n - 1], b.points[n]) ? 1 : 0;
  return count;
}

std::size_t crossings_of(const DiagramPlan& plan, const std::vector<Line>& lines) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      const PlannedEdge& a = plan.edges[lines[i].edge];
      const PlannedEdge& b = plan.edges[lines[j].edge];
      const bool together = lines[i].edge == lines[j].edge || (a.bead && a.bead == b.bead);
      if (!together && overlap(lines[i].box, lines[j].box)) count += crossings_of(lines[i], lines[j]);
    }
  return count;
}

void crop(PlacedDiagram& diagram, const std::vector<Line>& lines) {
  std::optional<Box> all;
  const auto add = [&](const Box& box) { all = all ? united(*all, box) : box; };
  for (const Box& box : diagram.nodes) add(box);
  for (const Box& box : diagram.beads) add(box);
  for (const auto& group : diagram.groups)
    if (group) add(united(group->box, group->label));
  for (const Line& line : lines) add(grown(line.box, 1));
  if (!all) return;
  const double dx = -all->x;
  const double dy = -all->y;
  for (Box& box : diagram.nodes) box = moved(box, dx, dy);
  for (Box& box : diagram.beads) box = moved(box, dx, dy);
  for (auto& group : diagram.groups)
    if (group) group = PlacedGroup{moved(group->box, dx, dy), moved(group->label, dx, dy)};
  for (PlacedEdge& edge : diagram.edges)
    for (auto& curve : edge.curves)
      for (Point& p : curve) p = {p.x + dx, p.y + dy};
  diagram.width = all->width;
  diagram.height = all->height;
}

}  // namespace

void inspect(const DiagramPlan& plan, PlacedDiagram& diagram) {
  const std::vector<Line> lines = lines_of(diagram);
  label_groups(plan, diagram, lines);
  diagram.faults = faults_of(plan, diagram, lines);
  diagram.crossings = crossings_of(plan, lines);
  crop(diagram, lines);
}

std::size_t lines_within_columns(const DiagramPlan& plan) {
  if (!plan.arrangement.columns) return 0;
  return static_cast<std::size_t>(std::count_if(plan.edges.begin(), plan.edges.end(), [&](const PlannedEdge& edge) {
    return edge.from != edge.to && plan.nodes[edge.from].column == plan.nodes[edge.to].column;
  }));
}

double widest_drawing(const DiagramPlan& plan) { return inner_width(plan.view->sheet); }

double cost_of_faults(const PlacedDiagram& diagram) { return 1000.0 * static_cast<double>(diagram.faults); }

double cost_of(const DiagramPlan& plan, const PlacedDiagram& diagram) {
  constexpr double tallest = 1350;  // a page of A4, at the widest
  const double widest = widest_drawing(plan);
  const double good_aspect = std::clamp(widest / 840, 0.6, 1.25);  // width to height: the narrower, the higher
  const double beyond = diagram.width - widest;                    // has to be shrunk, and its texts with it
  const double over = beyond > 0 ? 100 + 3 * beyond : 0;
  const double too_tall = 0.5 * std::max(0.0, diagram.height - tallest);
  const double aspect = (diagram.width + 1) / (diagram.height + 1);
  const double misshape = std::abs(std::log(aspect / good_aspect));
  const double area = diagram.width * diagram.height / 1e4;  // in squares of 100 px
  // Where lines cross more often than twice each, one more crossing hardly matters.
  const std::size_t many = std::min(diagram.crossings, 2 * plan.edges.size());
  const double tangle = 6.0 * static_cast<double>(many) + 0.5 * static_cast<double>(diagram.crossings - many);
  const double plainness = (plan.arrangement.density == Density::usual ? 0 : 12) +
                           (plan.arrangement.engine == "dot" ? 0 : 20);  // others bend lines at their labels
  return cost_of_faults(diagram) + over + too_tall + area + 40 * misshape * std::min(1.0, area / 20) + tangle +
         25 * static_cast<double>(lines_within_columns(plan)) + plainness;
}

}  // namespace throughline
