// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_legend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

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

std::vector<Mark> box_sample(std::string_view kind, const Standing& standing, const TextMetrics& metrics) {
  const NodeLook look = theme::node_look(kind, standing);
  const Box box{1, 0, sample_width - 2, sample_height};
  std::vector<Mark> marks{Shape{look.form, box, look.fill, look.stroke}};
  const Point middle = box.center();
  if (look.diamond)
    marks.emplace_back(Shape{ShapeForm::diamond,
                             grown({middle.x, middle.y, 0, 0}, diagram::diamond / 2),
                             {look.stroke.color, {}},
                             {look.stroke.color, 1, Dash::solid}});
  if (!look.sign.empty() && !look.diamond) {
    const double base = middle.y + (metrics.ascent(theme::small_size) - metrics.descent(theme::small_size)) / 2;
    marks.emplace_back(Text{{middle.x, base}, look.sign, theme::small_size, Weight::bold, look.text, Anchor::middle});
  }
  return marks;
}

std::vector<Mark> line_sample(const Standing& standing, bool directed) {
  return {Curve{straight({1, sample_height / 2}, {sample_width - 1, sample_height / 2}),
                theme::line_look(standing).stroke, directed ? ArrowHead::triangle : ArrowHead::none, ArrowHead::none}};
}

// "planned relation", but "relation: possibly, as of 2019".
std::string relation_label(const Headline& headline, std::string_view word) {
  const std::string_view said = said_of(headline, word);
  return said == word && word != "no date" ? fmt::format("{} relation", said) : fmt::format("relation: {}", said);
}

}  // namespace

std::vector<LegendEntry> diagram_legend(const DiagramPlan& plan, const TextMetrics& metrics) {
  std::map<std::pair<int, std::string_view>, bool> kinds;   // by level, then name
  std::map<std::string_view, std::string_view> node_words;  // standing → a kind that shows it
  for (const PlannedNode& planned : plan.nodes) {
    kinds[{level_of_kind(planned.node->kind), planned.node->kind}] = true;
    node_words.try_emplace(theme::word_of(planned.node->standing), planned.node->kind);
  }
  std::map<std::string_view, bool> line_words;  // standing → whether one that shows it is directed
  std::set<bool> directions;
  bool loops = false;
  for (const PlannedEdge& planned : plan.edges) {
    if (planned.from == planned.to) {
      loops = true;
      continue;
    }
    const std::string_view word = theme::word_of(planned.edge->standing);
    line_words[word] |= planned.edge->directed;
    if (word.empty()) directions.insert(planned.edge->directed);
  }

  std::vector<LegendEntry> legend;
  const auto add = [&](std::string label, std::vector<Mark> sample) {
    legend.push_back({std::move(label), sample_width, sample_height, std::move(sample)});
  };
  for (const auto& [kind, drawn] : kinds) add(std::string(kind.second), box_sample(kind.second, {}, metrics));
  for (const auto& [word, standing] : standings())
    if (node_words.count(word) > 0)
      add(std::string(said_of(plan.view->headline, word)), box_sample(node_words[word], standing, metrics));
  for (const bool directed : directions)
    add(directed ? "relation, read along the arrow" : "relation both ways", line_sample({}, directed));
  for (const auto& [word, standing] : standings())
    if (line_words.count(word) > 0)
      add(relation_label(plan.view->headline, word), line_sample(standing, line_words[word]));
  if (loops) {
    const double base =
        sample_height / 2 + (metrics.ascent(theme::small_size) - metrics.descent(theme::small_size)) / 2;
    add("relation to itself",
        {Text{{sample_width / 2, base}, "↻", theme::small_size, Weight::regular, theme::soft_ink, Anchor::middle}});
  }
  return legend;
}

}  // namespace throughline
