// SPDX-License-Identifier: Apache-2.0
// V16, V17: what a screen reader reads: names, descriptions, languages, and in which order.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "lint/korean.hpp"
#include "lint/looks.hpp"
#include "lint/rule.hpp"
#include "lint/words.hpp"

namespace throughline::lint {
namespace {

void complain(Measured& measured, std::string message, std::uint32_t element = 0) {
  add(measured, finding_of(std::move(message), element));
}

// <title> and <desc> themselves are no elements that are drawn: their texts tell whether they are there.
void measure_root(const Figure& figure, Measured& measured) {
  const Element& root = figure.elements[0];
  if (!has_word(root.role, "graphics-document") && !has_word(root.role, "img"))
    complain(measured, "the root has no `role` of `graphics-document` or `img`");
  if (root.title.empty()) complain(measured, "the root has no <title>");
  if (root.description.empty()) complain(measured, "the root has no <desc>");
  if (root.labelled_by.empty() && root.label.empty()) complain(measured, "no `aria-labelledby` names the title");
  if (root.described_by.empty()) complain(measured, "no `aria-describedby` names the description");
  if (root.language.empty()) complain(measured, "the root does not say its language");
}

// "node1", "a->b", "peace_zone", or the element's own id where that is no plain word.
bool is_raw(const Element& element) {
  const std::string& name = element.name();
  if (name.empty() || name.find(' ') != std::string::npos) return false;
  const auto has = [&](std::string_view sign) { return name.find(sign) != std::string::npos; };
  const bool is_numbered =
      name.back() >= '0' && name.back() <= '9' && (name.starts_with("node") || name.starts_with("edge"));
  return is_numbered || has("_") || has("->") || has("--") || (name == element.id && has("-"));
}

void measure_groups(const Figure& figure, Measured& measured) {
  for (std::uint32_t i = 1; i < figure.elements.size(); ++i) {
    const Element& element = figure.elements[i];
    const bool is_named = has_word(element.role, "graphics-object") || has_word(element.role, "graphics-symbol");
    if (is_named && element.name().empty())
      complain(measured, fmt::format("a group of role `{}` has no name", element.role), i);
    if (is_named && is_raw(element))
      complain(measured, fmt::format("a group is named `{}`, which is an id", element.name()), i);
  }
}

void measure_things(const Subject& subject, Measured& measured) {
  std::size_t unnamed = 0;
  std::uint32_t first = no_element;
  const auto check = [&](std::uint32_t number) {
    const Element& element = subject.figure.elements[number];
    if (!element.role.empty() && !element.name().empty()) return;
    if (unnamed++ == 0) first = number;
  };
  for (const Node& node : subject.roles.nodes) check(node.element);
  for (const Edge& edge : subject.roles.edges) check(edge.element);
  if (unnamed == 0) return;
  const std::string_view verb = unnamed == 1 ? "has" : "have";
  complain(measured, fmt::format("{} of nodes and lines {} no role and name", count_of(unnamed, "group"), verb), first);
}

void measure_languages(const Subject& subject, Measured& measured) {
  for (const Text& text : subject.figure.texts)
    if (has_hangul(text.text) && !text.language.starts_with("ko"))
      add(measured, finding_at(text, fmt::format("{} is Korean and {}", shown(text),
                                                 text.language.empty() ? "says no language"
                                                                       : fmt::format("says `{}`", text.language))));
}

Measured measure_accessible(const Subject& subject) {
  Measured measured;
  measure_root(subject.figure, measured);
  measure_groups(subject.figure, measured);
  measure_things(subject, measured);
  measure_languages(subject, measured);
  measured.value = count_of(count_found(measured), "gap");
  return measured;
}

std::string kind_of(const Subject& subject, const Node& node) {
  return subject.roles.is_timeline ? fmt::format("{}", node.lane)
                                   : print_color(main_color(subject.figure, node.shapes));
}

double earliest(const Node& node, bool is_vertical) { return is_vertical ? node.box.y : node.box.x; }

// On a time axis from left to right, or down, within a lane; in a diagram by name among neighbours that look alike.
Measured measure_order(const Subject& subject) {
  const std::vector<Node>& nodes = subject.roles.nodes;
  if (nodes.size() < 2) return not_measured("fewer than two nodes were found");
  Measured measured;
  const bool is_vertical = subject.roles.is_vertical;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (subject.roles.is_timeline && (nodes[i].shapes.empty() || nodes[i - 1].shapes.empty())) continue;
    if (kind_of(subject, nodes[i - 1]) != kind_of(subject, nodes[i])) continue;
    const bool is_late = subject.roles.is_timeline
                             ? earliest(nodes[i], is_vertical) < earliest(nodes[i - 1], is_vertical) - 2
                             : fold_for_search(nodes[i].name) < fold_for_search(nodes[i - 1].name);
    if (!is_late) continue;
    Finding finding = finding_at(nodes[i], fmt::format("{} is read after {}", shown(nodes[i]), shown(nodes[i - 1])));
    finding.other = nodes[i - 1].element;
    add(measured, std::move(finding));
  }
  measured.value = fmt::format("{} out of order", count_found(measured));
  return measured;
}

}  // namespace

extern const Rule accessible_rule, reading_order_rule;
constinit const Rule accessible_rule{"V16", "names for screen readers", "role, title, desc, names, languages",
                                     Force::hard, measure_accessible};
constinit const Rule reading_order_rule{"V17", "reading order", "by time, or by group and name", Force::advice,
                                        measure_order};

}  // namespace throughline::lint
