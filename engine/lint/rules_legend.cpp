// SPDX-License-Identifier: Apache-2.0
// V13, V14: a legend that says all that is drawn and nothing else; labels where the things are.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "lint/looks.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

struct Use {
  std::size_t count = 0;
  std::string first;  // who
  std::uint32_t element = no_element;
  Box box;
};

using Uses = std::map<std::string, Use>;

void count(const Appearance& look, const std::string& who, std::uint32_t element, const Box& box, Uses& uses) {
  for (const std::set<std::string>* words : {&look.colors, &look.forms})
    for (const std::string& word : *words) {
      Use& use = uses[word];
      if (use.count++ == 0) use = {1, who, element, box};
    }
}

// What the samples of a legend are of: lines with their heads, or all the rest.
bool is_line_sample(const Figure& figure, const LegendEntry& entry) {
  bool has_line = false;
  for (const std::size_t i : entry.shapes) {
    const Shape& shape = figure.shapes[i];
    const bool is_line = form_of(shape) == "line";
    const double most = form_of(shape) == "a triangle" ? 20 : 12;
    const bool is_head = shape.is_closed() && shape.box.width < most && shape.box.height < most;
    if (!is_line && !is_head) return false;
    has_line = has_line || is_line;
  }
  return has_line;
}

Appearance appearance_of_sample(const Figure& figure, const LegendEntry& entry) {
  Parts lines;
  Parts heads;
  for (const std::size_t i : entry.shapes) (form_of(figure.shapes[i]) == "line" ? lines : heads).push_back(i);
  return appearance_of_line(figure, lines, heads);
}

struct Tally {
  Uses nodes;
  Uses lines;
};

Tally used(const Subject& subject) {
  Tally tally;
  for (const Node& node : subject.roles.nodes)
    count(appearance_of(subject.figure, node.shapes, node.texts), shown(node), node.element, node.box, tally.nodes);
  for (const Edge& edge : subject.roles.edges)
    if (!edge.lines.empty())
      count(appearance_of_line(subject.figure, edge.lines, edge.heads), shown(subject.figure, edge), edge.element,
            subject.figure.shapes[edge.lines[0]].box, tally.lines);
  return tally;
}

// A light fill and its outline are one colour to a reader: of a sample the colours count that are drawn, or all when
// none is.
void keep_drawn(Appearance& look, const Uses& drawn) {
  std::set<std::string> kept;
  for (const std::string& color : look.colors)
    if (drawn.contains(color)) kept.insert(color);
  if (!kept.empty()) look.colors = std::move(kept);
}

Tally explained(const Subject& subject, const Tally& drawn) {
  Tally tally;
  for (const LegendEntry& entry : subject.roles.legend) {
    if (entry.shapes.empty() && entry.texts.size() < 2) continue;
    const Box box = entry.shapes.empty() ? Box() : subject.figure.shapes[entry.shapes[0]].box;
    const std::string who = fmt::format("`{}`", entry.label);
    const bool is_line = is_line_sample(subject.figure, entry);
    Appearance look = is_line ? appearance_of_sample(subject.figure, entry)
                              : appearance_of(subject.figure, entry.shapes, entry.texts);
    keep_drawn(look, is_line ? drawn.lines : drawn.nodes);
    count(look, who, entry.element, box, is_line ? tally.lines : tally.nodes);
  }
  return tally;
}

// What may be explained and need not be: what the axis draws, boxes around groups, and signs within the text of a
// label, where a question mark may be part of a date.
Uses excused(const Subject& subject) {
  Uses uses;
  for (std::size_t i = 0; i < subject.figure.shapes.size(); ++i)
    if (subject.roles.of_shapes[i] == Role::axis || subject.roles.of_shapes[i] == Role::cluster)
      count(appearance_of(subject.figure, {i}, {}), "the axis or a group", subject.figure.shapes[i].element, {}, uses);
  const auto excuse_words_of = [&](const Parts& texts) {
    for (const std::size_t i : texts)
      for (const std::string_view word : split(subject.figure.texts[i].text, ' '))
        uses[fmt::format("the sign {}", word)];
  };
  for (const Node& node : subject.roles.nodes) excuse_words_of(node.texts);
  for (const Edge& edge : subject.roles.edges) excuse_words_of(edge.texts);
  // A bar whose ends are uncertain, or on another page, has no closed form; its sample has.
  if (subject.roles.is_timeline)
    for (const char* form : {"a rounded rectangle", "a rectangle", "a hollow shape"}) uses[form];
  return uses;
}

void compare(const Uses& used, const Uses& explained, const Uses& excused, std::string_view what, Measured& measured) {
  for (const auto& [word, use] : used)
    if (!explained.contains(word))
      add(measured,
          {fmt::format("the legend lacks {}, drawn for {}, first {}", word, count_of(use.count, what), use.first),
           use.element,
           no_element,
           {},
           use.box});
  for (const auto& [word, use] : explained)
    if (!used.contains(word) && !excused.contains(word))
      add(measured, {fmt::format("the legend has {}, at {}, and no {} has it", word, use.first, what),
                     use.element,
                     no_element,
                     {},
                     use.box});
}

// Without a legend all nodes must look alike, and all lines.
Measured measure_without(const Subject& subject) {
  std::map<Appearance, std::string> nodes;
  std::map<Appearance, std::string> lines;
  for (const Node& node : subject.roles.nodes)
    if (!node.shapes.empty()) nodes.try_emplace(appearance_of(subject.figure, node.shapes, {}), shown(node));
  for (const Edge& edge : subject.roles.edges)
    if (!edge.lines.empty())
      lines.try_emplace(appearance_of_line(subject.figure, edge.lines, edge.heads), shown(subject.figure, edge));
  if (nodes.empty() && lines.empty()) return not_measured(nothing_drawn);
  Measured measured;
  measured.value = "no legend";
  for (const auto& [looks, what] : {std::pair{&nodes, "nodes"}, {&lines, "lines"}})
    if (looks->size() > 1)
      add(measured, finding_of(fmt::format("{} look {} different ways, as {} and {}, and no legend says why", what,
                                           looks->size(), looks->begin()->second, std::next(looks->begin())->second)));
  return measured;
}

Measured measure_legend(const Subject& subject) {
  if (subject.roles.legend.empty()) return measure_without(subject);
  Measured measured;
  measured.value =
      subject.roles.legend.size() == 1 ? "1 entry" : fmt::format("{} entries", subject.roles.legend.size());
  const Tally drawn = used(subject);
  const Tally told = explained(subject, drawn);
  const Uses free = excused(subject);
  compare(drawn.nodes, told.nodes, free, subject.roles.is_timeline ? "item" : "node", measured);
  compare(drawn.lines, told.lines, free, "line", measured);
  return measured;
}

bool has_heading(const Subject& subject, std::uint32_t lane) {
  const Figure& figure = subject.figure;
  for (std::size_t i = 0; i < figure.texts.size(); ++i)
    if (subject.roles.of_texts[i] == Role::note && figure.is_within(figure.texts[i].element, lane)) return true;
  return false;
}

Measured measure_direct(const Subject& subject) {
  const Figure& figure = subject.figure;
  if (subject.roles.nodes.empty()) return not_measured("no node was found");
  Measured measured;
  std::set<std::uint32_t> lanes;
  std::size_t labelled = 0;
  for (const Node& node : subject.roles.nodes) {
    if (node.lane != no_element) lanes.insert(node.lane);
    if (node.texts.empty())
      add(measured, finding_at(node, fmt::format("{} has no label of its own", shown(node))));
    else
      ++labelled;
  }
  for (const std::uint32_t lane : lanes)
    if (!has_heading(subject, lane))
      add(measured, finding_of(fmt::format("the lane `{}` has no heading", figure.elements[lane].name()), lane));
  measured.value = fmt::format("{} of {} labelled", labelled, subject.roles.nodes.size());
  return measured;
}

}  // namespace

extern const Rule legend_rule, direct_labels_rule;
constinit const Rule legend_rule{"V13", "legend", "what is drawn, and nothing else", Force::hard, measure_legend};
constinit const Rule direct_labels_rule{"V14", "labels in place", "all", Force::advice, measure_direct};

}  // namespace throughline::lint
