// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "view/geometry.hpp"

namespace throughline {
namespace {

constexpr double node_gap = 18;
constexpr double rank_gap = 26;
constexpr double widest = 1052;       // of the drawing, so that the figure stays within 1100 px
constexpr double good_aspect = 1.25;  // width to height

struct Route {
  std::optional<std::size_t> first;   // layout edges, in the direction of the layout
  std::optional<std::size_t> second;  // none when there is no bead
};

struct Question {
  LayoutGraph graph;
  std::vector<Route> routes;
};

class Asker {
 public:
  Asker(const DiagramPlan& plan, const Arrangement& arrangement) : plan_(plan), arrangement_(arrangement) {}

  Question ask() {
    LayoutGraph& graph = question_.graph;
    graph.engine = arrangement_.engine;
    graph.left_to_right = arrangement_.left_to_right;
    graph.node_gap = node_gap * arrangement_.spread * (arrangement_.left_to_right ? 0.8 : 1.2);
    graph.rank_gap = rank_gap * arrangement_.spread;
    for (const PlannedNode& node : plan_.nodes) graph.nodes.push_back({node.width, node.height, node.group});
    for (const Bead& bead : plan_.beads) graph.nodes.push_back({bead.width, bead.height, group_of(bead)});
    for (const DiagramGroup* group : plan_.groups) graph.clusters.push_back(8.0 * static_cast<double>(group->label.size()));
    for (const PlannedEdge& edge : plan_.edges) question_.routes.push_back(route(edge));
    if (arrangement_.columns) add_columns();
    return std::move(question_);
  }

 private:
  bool same_level(const PlannedEdge& edge) const { return plan_.nodes[edge.from].level == plan_.nodes[edge.to].level; }

  std::optional<std::size_t> group_of(const Bead& bead) const {
    std::set<std::optional<std::size_t>> groups;
    for (const std::size_t i : bead.edges)
      groups.insert({plan_.nodes[plan_.edges[i].from].group, plan_.nodes[plan_.edges[i].to].group});
    return groups.size() == 1 ? *groups.begin() : std::nullopt;
  }

  std::size_t connect(std::size_t from, std::size_t to, const LayoutEdge& like) {
    const auto [known, is_new] = edges_.try_emplace({from, to}, question_.graph.edges.size());
    if (is_new) {
      LayoutEdge edge = like;
      edge.from = from;
      edge.to = to;
      question_.graph.edges.push_back(edge);
    }
    return known->second;
  }

  Route route(const PlannedEdge& edge) {
    const std::size_t start = edge.turned ? edge.to : edge.from;
    const std::size_t end = edge.turned ? edge.from : edge.to;
    LayoutEdge like;
    like.ranked = !(arrangement_.columns && same_level(edge)) && start != end;
    if (!edge.bead) return {connect(start, end, like), {}};
    const std::size_t bead = plan_.nodes.size() + *edge.bead;
    LayoutEdge in = like;
    LayoutEdge out = like;
    if (arrangement_.engine == "dot" && like.ranked) {
      in.to_side = arrangement_.left_to_right ? Side::left : Side::top;
      out.from_side = arrangement_.left_to_right ? Side::right : Side::bottom;
    }
    const std::size_t first = connect(start, bead, in);
    return {first, connect(bead, end, out)};
  }

  void add_columns() {
    std::map<int, std::vector<std::size_t>> columns;
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) columns[plan_.nodes[i].level].push_back(i);
    std::vector<std::size_t> heads;
    for (const auto& [level, members] : columns) heads.push_back(members.front());
    for (std::size_t i = 0; i < plan_.beads.size(); ++i) {
      const PlannedEdge& edge = plan_.edges[plan_.beads[i].edges[0]];
      if (same_level(edge)) columns[plan_.nodes[edge.from].level].push_back(plan_.nodes.size() + i);
    }
    for (auto& [level, members] : columns) question_.graph.ranks.push_back(std::move(members));
    for (std::size_t i = 1; i < heads.size(); ++i)
      question_.graph.edges.push_back({.from = heads[i - 1], .to = heads[i], .weight = 0});
  }

  const DiagramPlan& plan_;
  const Arrangement& arrangement_;
  Question question_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> edges_;
};

PlacedDiagram placed(const DiagramPlan& plan, const Question& question, Layout layout) {
  PlacedDiagram result;
  const auto split = layout.nodes.begin() + static_cast<std::ptrdiff_t>(plan.nodes.size());
  result.nodes.assign(layout.nodes.begin(), split);
  result.beads.assign(split, layout.nodes.end());
  result.groups = std::move(layout.clusters);
  result.engine = question.graph.engine;
  for (std::size_t i = 0; i < plan.edges.size(); ++i) {
    const Route& route = question.routes[i];
    PlacedEdge edge;
    if (route.first) edge.curves.push_back(layout.edges[*route.first]);
    if (route.second) edge.curves.push_back(layout.edges[*route.second]);
    if (plan.edges[i].turned) {
      std::reverse(edge.curves.begin(), edge.curves.end());
      for (auto& curve : edge.curves) curve = reversed(curve);
    }
    result.edges.push_back(std::move(edge));
  }
  return result;
}

// Moved so that everything drawn begins at 0,0; splines may reach beyond the engine's own frame.
void crop(PlacedDiagram& diagram) {
  std::optional<Box> all;
  const auto add = [&](const Box& box) { all = all ? united(*all, box) : box; };
  for (const Box& box : diagram.nodes) add(box);
  for (const Box& box : diagram.beads) add(box);
  for (const auto& box : diagram.groups)
    if (box) add(*box);
  for (const PlacedEdge& edge : diagram.edges)
    for (const auto& curve : edge.curves)
      for (const Point p : flatten(curve)) add({p.x - 1, p.y - 1, 2, 2});
  if (!all) return;
  const double dx = -all->x;
  const double dy = -all->y;
  for (Box& box : diagram.nodes) box = moved(box, dx, dy);
  for (Box& box : diagram.beads) box = moved(box, dx, dy);
  for (auto& box : diagram.groups)
    if (box) box = moved(*box, dx, dy);
  for (PlacedEdge& edge : diagram.edges)
    for (auto& curve : edge.curves)
      for (Point& p : curve) p = {p.x + dx, p.y + dy};
  diagram.width = all->width;
  diagram.height = all->height;
}

struct Line {
  std::vector<Point> points;
  std::size_t edge = 0;
};

void inspect(const DiagramPlan& plan, PlacedDiagram& diagram) {
  std::vector<Box> boxes = diagram.nodes;
  boxes.insert(boxes.end(), diagram.beads.begin(), diagram.beads.end());
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = i + 1; j < boxes.size(); ++j) diagram.faults += overlap(boxes[i], boxes[j], 2) ? 1 : 0;

  std::vector<Line> lines;
  for (std::size_t i = 0; i < diagram.edges.size(); ++i) {
    diagram.faults += diagram.edges[i].curves.empty() ? 1 : 0;
    for (const auto& curve : diagram.edges[i].curves) lines.push_back({flatten(curve), i});
  }
  for (const Line& line : lines) {
    const PlannedEdge& edge = plan.edges[line.edge];
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const bool own = i == edge.from || i == edge.to || (edge.bead && i == plan.nodes.size() + *edge.bead);
      if (touches(line.points, grown(boxes[i], own ? -3 : 1))) ++diagram.faults;
    }
  }
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      const PlannedEdge& a = plan.edges[lines[i].edge];
      const PlannedEdge& b = plan.edges[lines[j].edge];
      if (lines[i].edge == lines[j].edge || (a.bead && a.bead == b.bead)) continue;
      for (std::size_t m = 1; m < lines[i].points.size(); ++m)
        for (std::size_t n = 1; n < lines[j].points.size(); ++n)
          diagram.crossings +=
              cross(lines[i].points[m - 1], lines[i].points[m], lines[j].points[n - 1], lines[j].points[n]) ? 1 : 0;
    }
}

double cost(const PlacedDiagram& diagram) {
  const double over = std::max(0.0, diagram.width - widest);
  const double aspect = diagram.width / std::max(diagram.height, 1.0);
  const double misshape = std::abs(std::log(aspect / good_aspect));
  const double area = diagram.width * diagram.height / 1e4;  // in squares of 100 px
  return 1000.0 * static_cast<double>(diagram.faults) + over * 2 + area + 40 * misshape +
         6 * static_cast<double>(diagram.crossings);
}

std::vector<Arrangement> arrangements_for(const DiagramPlan& plan) {
  const std::string& wanted = plan.view->layout;
  if (!wanted.empty() && wanted != "dot") return {{wanted, true, false, 1}, {wanted, true, false, 1.6}};
  std::set<int> levels;
  for (const PlannedNode& node : plan.nodes) levels.insert(node.level);
  std::vector<Arrangement> all{{"dot", true, false, 1}, {"dot", false, false, 1}};
  if (levels.size() > 1) all.push_back({"dot", true, true, 1});
  if (levels.size() == 1 && wanted.empty()) all.push_back({"neato", true, false, 1});
  return all;
}

}  // namespace

std::optional<PlacedDiagram> place_diagram(const DiagramPlan& plan, const LayoutEngine& engine) {
  std::optional<PlacedDiagram> best;
  for (const Arrangement& arrangement : arrangements_for(plan)) {
    const Question question = Asker(plan, arrangement).ask();
    std::optional<Layout> layout = engine(question.graph);
    if (!layout) continue;
    PlacedDiagram diagram = placed(plan, question, std::move(*layout));
    inspect(plan, diagram);
    crop(diagram);
    if (getenv("TL_DEBUG")) fprintf(stderr, "%s lr=%d col=%d: %.0fx%.0f faults %zu crossings %zu cost %.0f\n", arrangement.engine.c_str(), arrangement.left_to_right, arrangement.columns, diagram.width, diagram.height, diagram.faults, diagram.crossings, cost(diagram));
    if (!best || cost(diagram) < cost(*best)) best = std::move(diagram);
  }
  return best;
}

}  // namespace throughline
