// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_question.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "view/geometry.hpp"

namespace throughline {
namespace {

constexpr double node_gap = 16;
constexpr double rank_gaps[] = {27, 23, 16};  // by density

class Asker {
 public:
  explicit Asker(const DiagramPlan& plan) : plan_(plan), arrangement_(plan.arrangement) {}

  Question ask() {
    LayoutGraph& graph = question_.graph;
    graph.engine = arrangement_.engine;
    graph.variation = arrangement_.variation;
    graph.straight_lines = arrangement_.straight_lines;
    graph.left_to_right = arrangement_.left_to_right;
    graph.node_gap = node_gap * arrangement_.spread * (arrangement_.left_to_right ? 0.9 : 1.3);
    graph.rank_gap = rank_gaps[static_cast<std::size_t>(arrangement_.density)] * arrangement_.spread;
    for (const PlannedNode& node : plan_.nodes) graph.nodes.push_back({node.width, node.height, node.group});
    for (const Bead& bead : plan_.beads) graph.nodes.push_back({bead.width, bead.height, group_of(bead)});
    for (const PlannedGroup& group : plan_.groups) graph.clusters.push_back({group.label_width, group.label_height});
    for (const PlannedEdge& edge : plan_.edges) question_.routes.push_back(route(edge));
    if (arrangement_.columns) add_columns();
    return std::move(question_);
  }

 private:
  bool same_column(const PlannedEdge& edge) const {
    return plan_.nodes[edge.from].column == plan_.nodes[edge.to].column;
  }

  // A bead belongs to a group when all its edges stay within it.
  std::optional<std::size_t> group_of(const Bead& bead) const {
    std::set<std::optional<std::size_t>> groups;
    for (const std::size_t i : bead.edges)
      groups.insert({plan_.nodes[plan_.edges[i].from].group, plan_.nodes[plan_.edges[i].to].group});
    return groups.size() == 1 ? *groups.begin() : std::nullopt;
  }

  std::size_t connect(std::size_t from, std::size_t to, const LayoutEdge& like) {
    const auto [known, is_new] = lines_.try_emplace({from, to}, question_.graph.edges.size());
    if (is_new) {
      LayoutEdge edge = like;
      edge.from = from;
      edge.to = to;
      question_.graph.edges.push_back(edge);
    }
    return known->second;
  }

  Route route(const PlannedEdge& edge) {
    if (edge.from == edge.to) return {};
    const std::size_t start = edge.turned ? edge.to : edge.from;
    const std::size_t end = edge.turned ? edge.from : edge.to;
    LayoutEdge in;
    in.ranked = !(arrangement_.columns && same_column(edge));
    if (!edge.bead) return {connect(start, end, in), {}};
    LayoutEdge out = in;
    if (arrangement_.engine == "dot" && in.ranked) {
      in.to_side = arrangement_.left_to_right ? Side::left : Side::top;
      out.from_side = arrangement_.left_to_right ? Side::right : Side::bottom;
    }
    const std::size_t bead = plan_.nodes.size() + *edge.bead;
    const std::size_t first = connect(start, bead, in);
    return {first, connect(bead, end, out)};
  }

  void add_columns() {
    std::map<int, std::vector<std::size_t>> columns;
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) columns[plan_.nodes[i].column].push_back(i);
    std::vector<std::size_t> heads;
    for (const auto& [column, members] : columns) heads.push_back(members.front());
    for (std::size_t i = 0; i < plan_.beads.size(); ++i) {
      const PlannedEdge& edge = plan_.edges[plan_.beads[i].edges[0]];
      if (edge.from != edge.to && same_column(edge))
        columns[plan_.nodes[edge.from].column].push_back(plan_.nodes.size() + i);
    }
    for (auto& [column, members] : columns) question_.graph.ranks.push_back(std::move(members));
    for (std::size_t i = 1; i < heads.size(); ++i) {  // columns keep their order even when no line joins them
      LayoutEdge fence;
      fence.from = heads[i - 1];
      fence.to = heads[i];
      fence.weight = 0;
      question_.graph.edges.push_back(fence);
    }
  }

  const DiagramPlan& plan_;
  const Arrangement& arrangement_;
  Question question_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> lines_;
};

// Engines other than dot know no clusters: a group is boxed only if nothing foreign stands in the box.
void box_group(const DiagramPlan& plan, std::size_t group, const Layout& layout, PlacedDiagram& result) {
  constexpr double padding = 12;
  constexpr double label_gap = 4;
  std::optional<Box> box = layout.clusters[group];
  if (!box) {
    for (std::size_t i = 0; i < plan.nodes.size(); ++i)
      if (plan.nodes[i].group == group) box = box ? united(*box, layout.nodes[i]) : layout.nodes[i];
    if (!box) return;
    box = grown(*box, padding);
    box->width = std::max(box->width, plan.groups[group].label_width + 2 * diagram::group_label);
    box->y -= plan.groups[group].label_height + label_gap;
    box->height += plan.groups[group].label_height + label_gap;
    for (std::size_t i = 0; i < plan.nodes.size(); ++i)
      if (plan.nodes[i].group != group && overlap(*box, layout.nodes[i])) return;
    for (std::size_t i = 0; i < group; ++i)
      if (result.groups[i] && overlap(*box, result.groups[i]->box)) return;
  }
  result.groups[group] = PlacedGroup{*box, {}};
}

}  // namespace

Question question_of(const DiagramPlan& plan) { return Asker(plan).ask(); }

PlacedDiagram answer_of(const DiagramPlan& plan, const Question& question, Layout layout) {
  PlacedDiagram result;
  const auto split = layout.nodes.begin() + static_cast<std::ptrdiff_t>(plan.nodes.size());
  result.nodes.assign(layout.nodes.begin(), split);
  result.beads.assign(split, layout.nodes.end());
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
  result.groups.resize(plan.groups.size());
  for (std::size_t i = 0; i < plan.groups.size(); ++i) box_group(plan, i, layout, result);
  return result;
}

}  // namespace throughline
