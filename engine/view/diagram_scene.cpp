// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>

#include "base/text.hpp"
#include "view/diagram_legend.hpp"
#include "view/frame.hpp"
#include "view/geometry.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_relations = 45;

const std::string& name_of(const DiagramNode& node) { return node.name.empty() ? node.id : node.name; }

// Lines of text below one another, centred on `middle`.
class Lines {
 public:
  Lines(const TextMetrics& metrics, double middle, double top) : metrics_(metrics), middle_(middle), y_(top) {}

  void add(Item& item, const std::vector<std::string>& lines, double size, Weight weight, const Color& color,
           double height) {
    for (const std::string& words : lines) {
      const double ascent = metrics_.ascent(size);
      const double base = y_ + (height - ascent - metrics_.descent(size)) / 2 + ascent;
      item.marks.emplace_back(Text{{middle_, base}, words, size, weight, color, Anchor::middle});
      y_ += height;
    }
  }

  void add_small(Item& item, const std::vector<std::string>& lines, const Color& color) {
    add(item, lines, theme::small_size, Weight::regular, color, diagram::small_line);
  }

 private:
  const TextMetrics& metrics_;
  double middle_;
  double y_;
};

// Where the texts of a box begin: they are centred in it together, right of an event's sign.
Lines lines_in(const PlannedNode& planned, const Box& box, const TextMetrics& metrics) {
  const double sign = planned.look.diamond ? diagram::diamond + diagram::diamond_gap : 0;
  const double text_height = planned.height - 2 * diagram::padding_y;
  return {metrics, box.center().x + sign / 2, box.center().y - text_height / 2};
}

Mark event_sign(const PlannedNode& planned, const Box& box, const TextMetrics& metrics) {
  double width = 0;
  for (const std::string& words : planned.name)
    width = std::max(width, metrics.width(words, theme::name_size, Weight::bold));
  const double text_height = planned.height - 2 * diagram::padding_y;
  const double left = box.center().x - (width + diagram::diamond + diagram::diamond_gap) / 2;
  const double middle =
      box.center().y - text_height / 2 + diagram::name_line * static_cast<double>(planned.name.size()) / 2;
  const Box place{left, middle - diagram::diamond / 2, diagram::diamond, diagram::diamond};
  return Shape{ShapeForm::diamond, place, {planned.look.stroke.color, {}}, {planned.look.stroke.color, 1, Dash::solid}};
}

Item node_item(const PlannedNode& planned, const Box& box, const TextMetrics& metrics) {
  const DiagramNode& node = *planned.node;
  Item item{node.id, name_of(node), node.description, node.link, {}};
  if (!node.detail.empty()) item.name += ", " + node.detail;
  if (node.change != Novelty::none) item.name += fmt::format(", {}", word_of(node.change));
  item.marks.emplace_back(Shape{planned.look.form, box, planned.look.fill, planned.look.stroke});
  if (planned.look.diamond) item.marks.push_back(event_sign(planned, box, metrics));
  Lines lines = lines_in(planned, box, metrics);
  lines.add(item, planned.name, theme::name_size, planned.look.weight, planned.look.text, diagram::name_line);
  lines.add_small(item, planned.detail, planned.look.detail);
  return item;
}

// The texts of an edge from a node to itself stand below the node's own.
void add_loop(Item& item, const PlannedNode& planned, const Box& box, std::size_t edge, const TextMetrics& metrics) {
  Lines lines = lines_in(planned, box, metrics);
  Item skipped;
  lines.add(skipped, planned.name, theme::name_size, Weight::bold, {}, diagram::name_line);
  lines.add_small(skipped, planned.detail, {});
  for (const Loop& loop : planned.loops)
    lines.add_small(loop.edge == edge ? item : skipped, loop.lines, planned.look.detail);
}

// Edges with one bead share the line on one side of it; drawn twice it would look bolder.
bool is_drawn_before(const DiagramPlan& plan, const PlacedDiagram& placed, std::size_t index, std::size_t piece) {
  if (!plan.edges[index].bead) return false;
  const std::size_t first = plan.beads[*plan.edges[index].bead].edges.front();
  if (first == index) return false;
  const PlannedEdge& one = plan.edges[first];
  const PlannedEdge& two = plan.edges[index];
  return piece < placed.edges[first].curves.size() && (piece == 0 ? one.from == two.from : one.to == two.to);
}

Item edge_item(const DiagramPlan& plan, std::size_t index, const PlacedDiagram& placed, const TextMetrics& metrics) {
  const PlannedEdge& planned = plan.edges[index];
  const DiagramEdge& edge = *planned.edge;
  Item item{edge.id, sentence_of(plan, planned), edge.description, {}, {}};
  if (planned.from == planned.to) add_loop(item, plan.nodes[planned.from], placed.nodes[planned.from], index, metrics);
  const auto& curves = placed.edges[index].curves;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    if (is_drawn_before(plan, placed, index, i)) continue;
    const bool has_head = edge.directed && i + 1 == curves.size();
    item.marks.emplace_back(
        Curve{curves[i], planned.look.stroke, has_head ? ArrowHead::triangle : ArrowHead::none, ArrowHead::none});
  }
  if (!planned.bead || plan.beads[*planned.bead].edges.front() != index) return item;
  const Bead& bead = plan.beads[*planned.bead];
  const Point center = placed.beads[*planned.bead].center();
  const double height = diagram::small_line * static_cast<double>(bead.lines.size());
  Lines(metrics, center.x, center.y - height / 2).add_small(item, bead.lines, planned.look.text);
  return item;
}

Item group_item(const PlannedGroup& planned, const PlacedGroup& placed, const TextMetrics& metrics) {
  Item item{planned.group->id, planned.group->label, {}, {}, {}};
  item.marks.emplace_back(Shape{ShapeForm::rounded, placed.box, {theme::panel, {}}, {theme::rule, 1, Dash::solid}});
  double base = placed.label.y + metrics.ascent(theme::small_size);
  for (const std::string& words : planned.lines) {
    item.marks.emplace_back(
        Text{{placed.label.x, base}, words, theme::small_size, Weight::bold, theme::soft_ink, Anchor::start});
    base += diagram::small_line;
  }
  return item;
}

// By group, then kind, then name.
std::vector<std::size_t> reading_order(const DiagramPlan& plan) {
  std::vector<std::size_t> order(plan.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::size_t i) {
    const DiagramNode& node = *plan.nodes[i].node;
    return std::tuple(plan.nodes[i].group, level_of_kind(node.kind), std::cref(node.kind), std::cref(name_of(node)));
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto& [group_a, level_a, kind_a, name_a] = key(a);
    const auto& [group_b, level_b, kind_b, name_b] = key(b);
    return std::tie(group_a, level_a, kind_a.get(), name_a.get()) <
           std::tie(group_b, level_b, kind_b.get(), name_b.get());
  });
  return order;
}

// Lines that recede run below the others.
std::vector<std::size_t> painting_order(const DiagramPlan& plan) {
  std::vector<std::size_t> order(plan.edges.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return plan.edges[a].edge->emphasis < plan.edges[b].edge->emphasis;
  });
  return order;
}

// The names of what is emphasised, for those who do not see it.
std::string strong_sentence(const DiagramPlan& plan) {
  std::vector<std::string> names;
  for (const PlannedNode& planned : plan.nodes)
    if (planned.node->emphasis == Emphasis::strong) names.push_back(name_of(*planned.node));
  for (const PlannedEdge& planned : plan.edges)
    if (planned.edge->emphasis == Emphasis::strong) names.push_back(sentence_of(plan, planned));
  return names.empty() ? "" : fmt::format(" What is {}: {}.", plan.view->headline.strong, join(names, "; "));
}

// The view's own words, and what the drawing could not keep.
Headline headline_of(const DiagramPlan& plan, const PlacedDiagram& placed) {
  Headline headline = plan.view->headline;
  const std::string wanted = plan.view->layout.empty() ? "dot" : plan.view->layout;
  if (placed.engine == "grid" && !plan.nodes.empty())
    headline.notes.emplace_back(
        "The layout was stopped: nodes stand in a grid, lines run behind them, and their labels are left out.");
  else if (placed.engine == "sfdp" && wanted == "dot")
    headline.notes.emplace_back("Laid out by forces: in columns so much would take too long.");
  if (!placed.note.empty()) headline.notes.push_back(placed.note);
  if (placed.faults > 0 && placed.engine != "grid")
    headline.notes.push_back(
        fmt::format("Lines could not be kept clear of boxes and labels in {}.", count_of(placed.faults, "place")));
  if (plan.edges.size() > most_relations)
    headline.notes.push_back(fmt::format("{} relations are more than one figure shows well ({}): better draw a part.",
                                         plan.edges.size(), most_relations));
  const bool lost = std::any_of(placed.groups.begin(), placed.groups.end(), [](const auto& group) { return !group; });
  if (lost) headline.notes.emplace_back("Groups whose members do not stand together here are not drawn.");
  return headline;
}

std::string date_after(const DiagramEdge& edge) { return edge.detail.empty() ? "" : ", " + edge.detail; }

}  // namespace

std::string sentence_of(const DiagramPlan& plan, const PlannedEdge& edge) {
  const std::string_view word = theme::word_of(edge.edge->standing);
  const auto name = [&](std::size_t i) { return std::string_view(name_of(*plan.nodes[i].node)); };
  const std::string label = edge.edge->label.empty() ? (edge.edge->directed ? "→" : "–") : edge.edge->label;
  const std::string_view change = word_of(edge.edge->change);
  return fmt::format("{}{}{} {} {}{}{}", change, change.empty() ? "" : ": ", name(edge.from), label, name(edge.to),
                     date_after(*edge.edge),
                     word.empty() ? "" : fmt::format(" ({})", said_of(plan.view->headline, word)));
}

std::string diagram_description(const DiagramPlan& plan) {
  std::string text = plan.view->headline.subtitle;
  if (!text.empty()) text += ". ";
  text += fmt::format("Relationship diagram of {} and {}.", count_of(plan.nodes.size(), "node"),
                      count_of(plan.edges.size(), "relation"));
  text += strong_sentence(plan);
  for (const PlannedEdge& edge : plan.edges) text += fmt::format(" {}.", sentence_of(plan, edge));
  return text;
}

Scene diagram_scene(const DiagramPlan& plan, const PlacedDiagram& placed, const TextMetrics& metrics) {
  Content content{placed.width, placed.height, {}};
  Group groups{"groups", "Groups", {}};
  for (std::size_t i = 0; i < plan.groups.size(); ++i)
    if (placed.groups[i]) groups.items.push_back(group_item(plan.groups[i], *placed.groups[i], metrics));
  const bool has_groups = !groups.items.empty();
  Group nodes{"nodes", "Nodes", {}};
  for (const std::size_t i : reading_order(plan))
    nodes.items.push_back(node_item(plan.nodes[i], placed.nodes[i], metrics));
  Group relations{"relations", "Relations", {}};
  for (const std::size_t i : painting_order(plan)) relations.items.push_back(edge_item(plan, i, placed, metrics));
  // In a grid lines run behind boxes; elsewhere the two never meet, and nodes are read first.
  if (placed.engine == "grid") std::swap(nodes, relations);
  for (Group* group : {&groups, &nodes, &relations})
    if (!group->items.empty()) content.groups.push_back(std::move(*group));
  return framed(headline_of(plan, placed), plan.view->sheet, std::move(content),
                diagram_legend(plan, has_groups, metrics), diagram_description(plan), metrics);
}

}  // namespace throughline
