// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_legend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "view/geometry.hpp"

namespace throughline {
namespace {

constexpr double sample_width = 30;
constexpr double sample_height = 16;

const std::vector<std::pair<std::string_view, Standing>>& standings() {
  static const std::vector<std::pair<std::string_view, Standing>> all{
      {"planned", {.planned = true}},     {"stalled", {.stalled = true}}, {"ended", {.ended = true}},
      {"uncertain", {.uncertain = true}}, {"no date", {.undated = true}}, {"denied", {.denied = true}}};
  return all;
}

std::vector<Mark> box_sample(const NodeLook& look, const Box& box, const TextMetrics& metrics) {
  std::vector<Mark> marks{Shape{look.form, box, look.fill, look.stroke}};
  const Point middle = box.center();
  if (look.diamond)
    marks.emplace_back(Shape{ShapeForm::diamond,
                             grown({middle.x, middle.y, 0, 0}, diagram::diamond / 2),
                             {look.stroke.color, {}},
                             {look.stroke.color, 1, Dash::solid}});
  if (!look.sign.empty() && !look.diamond) {
    const double base = middle.y + metrics.rise(theme::small_size);
    marks.emplace_back(Text{{middle.x, base}, look.sign, theme::small_size, Weight::bold, look.text, Anchor::middle});
  }
  return marks;
}

Mark line_at(double y, const LineLook& look, bool directed) {
  return Curve{straight({1, y}, {sample_width - 1, y}), look.stroke, directed ? ArrowHead::triangle : ArrowHead::none,
               ArrowHead::none};
}

// "planned relation", but "relation: possibly, as of 2019".
std::string relation_label(const Headline& headline, std::string_view word) {
  const std::string_view said = said_of(headline, word);
  return said == word && word != "no date" ? fmt::format("{} relation", said) : fmt::format("relation: {}", said);
}

// Samples of one kind, and all of lines, have one colour: that of what recedes only where nothing else is drawn.
Emphasis shown_as(Emphasis strongest) { return std::min(strongest, Emphasis::plain); }

// A panel with two members on it.
LegendEntry group_entry(const DiagramPlan& plan) {
  const NodeLook& look = plan.nodes.front().look;
  LegendEntry entry{fmt::format("box around: {}", plan.view->grouped_by), sample_width, sample_height, {}};
  entry.sample.emplace_back(Shape{
      ShapeForm::rounded, {1, 0, sample_width - 2, sample_height}, {theme::panel, {}}, {theme::rule, 1, Dash::solid}});
  for (const double left : {5.0, 17.0})
    entry.sample.emplace_back(Shape{look.form, {left, 4, 8, 8}, look.fill, look.stroke});
  return entry;
}

class LegendMaker {
 public:
  LegendMaker(const DiagramPlan& plan, const TextMetrics& metrics) : plan_(plan), metrics_(metrics) {
    for (const PlannedNode& planned : plan.nodes) count(*planned.node);
    for (const PlannedEdge& planned : plan.edges) count(planned);
  }

  std::vector<LegendEntry> make() {
    for (const auto& [kind, strongest] : kinds_) add(std::string(kind.second), sample(kind.second, {}, strongest));
    for (const auto& [word, standing] : standings())
      if (const auto at = node_words_.find(word); at != node_words_.end())
        add(said(word), sample(at->second, standing, strongest_of(at->second)));
    add_emphasised_nodes();
    for (const bool directed : directions_)
      add(directed ? "relation, read along the arrow" : "relation both ways", {line({}, directed)});
    for (const auto& [word, standing] : standings())
      if (const auto at = line_words_.find(word); at != line_words_.end())
        add(relation_label(headline(), word), {line(standing, at->second)});
    add_emphasised_lines();
    if (has_loops_) add_loop();
    add_changes();
    return std::move(legend_);
  }

 private:
  static constexpr double middle = sample_height / 2;
  void count(const DiagramNode& node) {
    Emphasis& strongest = kinds_.try_emplace({level_of_kind(node.kind), node.kind}, node.emphasis).first->second;
    strongest = std::max(strongest, node.emphasis);
    node_words_.try_emplace(theme::word_of(node.standing), node.kind);
    nodes_.try_emplace(node.emphasis, &node);
  }

  void count(const PlannedEdge& planned) {
    if (planned.from == planned.to) {
      has_loops_ = true;
      return;
    }
    const DiagramEdge& edge = *planned.edge;
    const std::string_view word = theme::word_of(edge.standing);
    line_words_[word] |= edge.directed;
    lines_.try_emplace(edge.emphasis, &edge);
    if (word.empty()) directions_.insert(edge.directed);
  }

  const Headline& headline() const { return plan_.view->headline; }
  std::string said(std::string_view word) const { return std::string(said_of(headline(), word)); }

  Emphasis strongest_of(std::string_view kind) const { return kinds_.at({level_of_kind(kind), kind}); }

  Mark line(const Standing& standing, bool directed) const {
    return line_at(middle, theme::line_look(standing, shown_as(lines_.rbegin()->first)), directed);
  }

  std::vector<Mark> sample(std::string_view kind, const Standing& standing, Emphasis strongest) const {
    return box_sample(theme::node_look(kind, standing, shown_as(strongest)), {1, 0, sample_width - 2, sample_height},
                      metrics_);
  }

  void add(std::string label, std::vector<Mark> sample) {
    legend_.push_back({std::move(label), sample_width, sample_height, std::move(sample)});
  }

  // What recedes is many: a pair of small boxes, of thin lines.
  void add_emphasised_nodes() {
    if (const auto at = nodes_.find(Emphasis::strong); at != nodes_.end())
      add(headline().strong, box_sample(theme::node_look(at->second->kind, at->second->standing, Emphasis::strong),
                                        {1, 0, sample_width - 2, sample_height}, metrics_));
    if (const auto at = nodes_.find(Emphasis::receding); at != nodes_.end()) {
      const NodeLook look = theme::node_look(at->second->kind, {}, Emphasis::receding);
      constexpr double width = 20;
      std::vector<Mark> pair = box_sample(look, {1, 2, width, 12}, metrics_);
      for (Mark& mark : box_sample(look, {width + 5, 2, width, 12}, metrics_)) pair.push_back(std::move(mark));
      legend_.push_back({headline().receding, 2 * width + 6, sample_height, std::move(pair)});
    }
  }

  void add_emphasised_lines() {
    if (const auto at = lines_.find(Emphasis::strong); at != lines_.end())
      add(fmt::format("{} relation", headline().strong),
          {line_at(middle, theme::line_look(at->second->standing, Emphasis::strong), at->second->directed)});
    if (const auto at = lines_.find(Emphasis::receding); at != lines_.end()) {
      const LineLook look = theme::line_look(Standing{}, Emphasis::receding);
      add(fmt::format("relation, {}", headline().receding),
          {line_at(middle - 4, look, at->second->directed), line_at(middle + 4, look, at->second->directed)});
    }
  }

  // "new: 2 nodes, 1 relation", beside the sign that all of them carry.
  void add_changes() {
    for (const Novelty change : novelties) {
      const auto nodes = std::count_if(plan_.nodes.begin(), plan_.nodes.end(),
                                       [&](const PlannedNode& each) { return each.node->change == change; });
      const auto lines = std::count_if(plan_.edges.begin(), plan_.edges.end(),
                                       [&](const PlannedEdge& each) { return each.edge->change == change; });
      std::vector<std::string> counts;
      if (nodes > 0) counts.push_back(count_of(static_cast<std::size_t>(nodes), "node"));
      if (lines > 0) counts.push_back(count_of(static_cast<std::size_t>(lines), "relation"));
      if (counts.empty()) continue;
      add(fmt::format("{}: {}", word_of(change), join(counts, ", ")),
          {sign(sign_of(change), theme::name_size, Weight::bold, theme::ink)});
    }
  }

  void add_loop() { add("relation to itself", {sign("↻", theme::small_size, Weight::regular, theme::soft_ink)}); }

  Text sign(std::string_view text, double size, Weight weight, const Color& color) const {
    const Point at{sample_width / 2, middle + metrics_.rise(theme::small_size)};
    return {at, std::string(text), size, weight, color, Anchor::middle};
  }

  const DiagramPlan& plan_;
  const TextMetrics& metrics_;
  std::map<std::pair<int, std::string_view>, Emphasis> kinds_;  // by level, then name: the strongest of it
  std::map<std::string_view, std::string_view> node_words_;     // standing → a kind that shows it
  std::map<Emphasis, const DiagramNode*> nodes_;                // the first that is so
  std::map<std::string_view, bool> line_words_;                 // standing → whether one that shows it is directed
  std::map<Emphasis, const DiagramEdge*> lines_;
  std::set<bool> directions_;  // of plain relations
  bool has_loops_ = false;
  std::vector<LegendEntry> legend_;
};

}  // namespace

std::vector<LegendEntry> diagram_legend(const DiagramPlan& plan, bool has_groups, const TextMetrics& metrics) {
  std::vector<LegendEntry> legend = LegendMaker(plan, metrics).make();
  if (has_groups && !plan.view->grouped_by.empty()) legend.push_back(group_entry(plan));
  return legend;
}

}  // namespace throughline
