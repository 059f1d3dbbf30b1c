// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "view/diagram_order.hpp"
#include "view/line_breaks.hpp"

namespace throughline {
namespace {

struct Measures {
  double name_width = 0;       // 164 are about 24 Latin or 13 Hangul characters
  double widest_name = 0;      // before a name takes more than
  std::size_t most_lines = 0;  // these
  double label_width = 0;
};

const Measures& measures_of(Density density) {
  static constexpr Measures measures[] = {{164, 208, 3, 128}, {124, 208, 3, 108}, {100, 123, 5, 72}};
  return measures[static_cast<std::size_t>(density)];
}

using Wrap = std::vector<std::string>(const TextMetrics&, std::string_view, double, Weight, double);

std::vector<std::string> wrap_short(const TextMetrics& metrics, std::string_view text, double size, Weight weight,
                                    double first_width, const Measures& measures, Wrap* wrap = wrap_evenly) {
  for (double width = first_width;; width += 23) {
    std::vector<std::string> lines = wrap(metrics, text, size, weight, width);
    if (lines.size() <= measures.most_lines || width >= measures.widest_name) return lines;
  }
}

double widest(const TextMetrics& metrics, const std::vector<std::string>& lines, double size, Weight weight) {
  double width = 0;
  for (const std::string& line : lines) width = std::max(width, metrics.width(line, size, weight));
  return width;
}

double sign_width(const PlannedNode& planned) {
  return planned.look.diamond ? diagram::diamond + diagram::diamond_gap : 0;
}

// Breaks the node's texts at `width` and gives it the box that they need.
void fit(PlannedNode& planned, double width, const Measures& measures, const TextMetrics& metrics) {
  const DiagramNode& node = *planned.node;
  const std::string& name = node.name.empty() ? node.id : node.name;
  const std::string signed_name = planned.look.sign.empty() ? name : planned.look.sign + " " + name;
  planned.name = wrap_short(metrics, signed_name, theme::name_size, Weight::bold, width, measures);
  planned.detail = wrap_short(metrics, node.detail, theme::small_size, Weight::regular, width, measures, wrap_pieces);
  for (Loop& loop : planned.loops)
    loop.lines = wrap_short(metrics, loop.text, theme::small_size, Weight::regular, width, measures);
  double text = std::max(widest(metrics, planned.name, theme::name_size, Weight::bold),
                         widest(metrics, planned.detail, theme::small_size, Weight::regular));
  std::size_t small_lines = planned.detail.size();
  for (const Loop& loop : planned.loops) {
    text = std::max(text, widest(metrics, loop.lines, theme::small_size, Weight::regular));
    small_lines += loop.lines.size();
  }
  planned.width = std::ceil(std::max(text + sign_width(planned) + 2 * diagram::padding_x, 64.0));
  planned.height = diagram::name_line * static_cast<double>(planned.name.size()) +
                   diagram::small_line * static_cast<double>(small_lines) + 2 * diagram::padding_y;
}

// What changed is said before how it stands.
std::string with_change(std::string sign, Novelty change) {
  if (change == Novelty::none) return sign;
  return fmt::format("{}{}{}", sign_of(change), sign.empty() ? "" : " ", sign);
}

PlannedNode plan_node(const DiagramNode& node, const Arrangement& arrangement) {
  PlannedNode planned;
  planned.node = &node;
  planned.look = theme::node_look(node.kind, node.standing, node.emphasis);
  planned.look.sign = with_change(std::move(planned.look.sign), node.change);
  planned.level = level_of_kind(node.kind);
  if (planned.level == 1 && arrangement.events_join) planned.level = 2;
  return planned;
}

// Boxes of one kind are equally wide, so that columns read as columns, but for those whose names need more; texts then
// use that width.
void fit_all(std::vector<PlannedNode>& nodes, const Arrangement& arrangement, const TextMetrics& metrics) {
  const Measures measures = measures_of(arrangement.density);
  std::map<std::string, double> widths;
  for (PlannedNode& planned : nodes) {
    fit(planned, measures.name_width, measures, metrics);
    const double usual = measures.name_width + sign_width(planned) + 2 * diagram::padding_x + 1;
    double& kind_width = widths[planned.node->kind];
    if (planned.width <= usual) kind_width = std::max(kind_width, planned.width);
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    PlannedNode& planned = nodes[i];
    const bool is_told = i < arrangement.widths.size() && arrangement.widths[i] > 0;
    const double kind_width = is_told ? arrangement.widths[i] : std::max(planned.width, widths[planned.node->kind]);
    fit(planned, kind_width - sign_width(planned) - 2 * diagram::padding_x, measures, metrics);
    planned.width = std::max(planned.width, kind_width);
  }
}

std::string label_of(const PlannedEdge& planned) {
  const DiagramEdge& edge = *planned.edge;
  std::string label = edge.label;
  if (!edge.detail.empty()) label += (label.empty() ? "" : ", ") + edge.detail;
  if (!planned.look.sign.empty()) label = planned.look.sign + (label.empty() ? "" : " ") + label;
  return label;
}

// Edges whose labels can share one bead: same words and look, and one end in common.
using BundleKey = std::tuple<std::size_t, bool, std::string, std::string_view, bool, bool, bool>;

struct Bundling {
  explicit Bundling(DiagramPlan& plan_to_fill, const TextMetrics& measure) : plan(plan_to_fill), metrics(measure) {
    for (std::size_t i = 0; i < plan.edges.size(); ++i) {
      labels.push_back(label_of(plan.edges[i]));
      if (labels[i].empty()) continue;
      if (plan.edges[i].from == plan.edges[i].to) continue;
      for (const bool at_source : {true, false}) bundles[key(i, at_source)].push_back(i);
    }
  }

  BundleKey key(std::size_t i, bool at_source) const {
    const PlannedEdge& planned = plan.edges[i];
    return {at_source ? planned.from : planned.to,
            at_source,
            labels[i],
            theme::word_of(planned.edge->standing),
            planned.edge->directed,
            planned.turned,
            plan.nodes[planned.from].column == plan.nodes[planned.to].column};
  }

  // The largest bundle first; of equals, the first in canonical order.
  void run() {
    for (;;) {
      const auto largest = std::max_element(bundles.begin(), bundles.end(), [](const auto& a, const auto& b) {
        return a.second.size() < b.second.size();
      });
      if (largest == bundles.end() || largest->second.empty()) return;
      const std::vector<std::size_t> members = largest->second;
      add_bead(members);
      for (auto& [unused, others] : bundles)
        std::erase_if(others, [&](std::size_t i) { return plan.edges[i].bead.has_value(); });
    }
  }

  void add_bead(const std::vector<std::size_t>& members) {
    const double width = measures_of(plan.arrangement.density).label_width;
    Bead bead;
    bead.edges = members;
    bead.lines = wrap_evenly(metrics, labels[members[0]], theme::small_size, Weight::regular, width);
    bead.width = std::ceil(widest(metrics, bead.lines, theme::small_size, Weight::regular)) + 2 * diagram::bead_padding;
    bead.height = diagram::small_line * static_cast<double>(bead.lines.size());
    std::stable_sort(bead.edges.begin(), bead.edges.end(), [&](std::size_t a, std::size_t b) {
      return plan.edges[a].edge->emphasis > plan.edges[b].edge->emphasis;
    });
    for (const std::size_t i : members) plan.edges[i].bead = plan.beads.size();
    plan.beads.push_back(std::move(bead));
  }

  DiagramPlan& plan;
  const TextMetrics& metrics;
  std::vector<std::string> labels;
  std::map<BundleKey, std::vector<std::size_t>> bundles;
};

// A relation of a node to itself is a line of text in its box: an arc would have no free place that all engines
// respect.
void plan_loops(DiagramPlan& plan) {
  for (std::size_t i = 0; i < plan.edges.size(); ++i) {
    const PlannedEdge& planned = plan.edges[i];
    if (planned.from != planned.to) continue;
    const std::string_view word = theme::word_of(planned.edge->standing);
    std::string text = "↻ " + label_of(planned);
    if (!word.empty()) text += fmt::format(" ({})", said_of(plan.view->headline, word));
    plan.nodes[planned.from].loops.push_back({i, std::move(text), {}});
  }
}

void plan_groups(DiagramPlan& plan, const TextMetrics& metrics) {
  const Measures& usual = measures_of(Density::usual);
  for (const DiagramGroup& group : plan.view->groups) {
    const bool used = std::any_of(plan.nodes.begin(), plan.nodes.end(),
                                  [&](const PlannedNode& planned) { return planned.node->group == group.id; });
    if (!used) continue;
    PlannedGroup planned{&group, {}, 0, 0};
    planned.lines = wrap_short(metrics, group.label, theme::small_size, Weight::bold, usual.name_width, usual);
    planned.label_width = std::ceil(widest(metrics, planned.lines, theme::small_size, Weight::bold));
    planned.label_height = diagram::small_line * static_cast<double>(planned.lines.size());
    plan.groups.push_back(std::move(planned));
  }
  std::sort(plan.groups.begin(), plan.groups.end(),
            [](const PlannedGroup& a, const PlannedGroup& b) { return a.group->id < b.group->id; });
  for (PlannedNode& planned : plan.nodes)
    for (std::size_t i = 0; i < plan.groups.size(); ++i)
      if (plan.groups[i].group->id == planned.node->group) planned.group = i;
}

}  // namespace

int level_of_kind(std::string_view kind) {
  if (kind == "actor") return 0;
  if (kind == "event") return 1;
  if (kind == "initiative") return 2;
  return 3;
}

DiagramPlan plan_diagram(const DiagramView& view, const Arrangement& arrangement, const TextMetrics& metrics) {
  DiagramPlan plan;
  plan.view = &view;
  plan.arrangement = arrangement;
  for (const DiagramNode& node : view.nodes) plan.nodes.push_back(plan_node(node, arrangement));
  std::sort(plan.nodes.begin(), plan.nodes.end(), [](const auto& a, const auto& b) { return a.node->id < b.node->id; });

  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) index[plan.nodes[i].node->id] = i;
  for (const DiagramEdge& edge : view.edges) {
    const auto from = index.find(edge.from);
    const auto to = index.find(edge.to);
    if (from == index.end() || to == index.end()) continue;
    LineLook look = theme::line_look(edge.standing, edge.emphasis);
    look.sign = with_change(std::move(look.sign), edge.change);
    plan.edges.push_back({&edge, from->second, to->second, std::move(look), {}, false});
  }
  std::sort(plan.edges.begin(), plan.edges.end(), [](const PlannedEdge& a, const PlannedEdge& b) {
    return std::tie(a.from, a.to, a.edge->type, a.edge->label, a.edge->id) <
           std::tie(b.from, b.to, b.edge->type, b.edge->label, b.edge->id);
  });

  plan_loops(plan);
  fit_all(plan.nodes, arrangement, metrics);
  plan_groups(plan, metrics);
  put_in_order(plan);
  Bundling(plan, metrics).run();
  return plan;
}

}  // namespace throughline
