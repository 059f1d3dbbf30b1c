// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_view.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace throughline {

std::string standing_words(const Standing& standing) {
  std::vector<std::string> words;
  if (standing.planned) words.emplace_back("planned");
  if (standing.stalled) words.emplace_back("stalled");
  if (standing.ended) words.emplace_back("ended");
  if (standing.uncertain) words.emplace_back("uncertain");
  if (standing.denied) words.emplace_back("denied");
  if (standing.undated) words.emplace_back("no date");
  return words.empty() ? "" : fmt::format(" ({})", join(words, ", "));
}

std::string emphasis_words(Emphasis emphasis) {
  return emphasis == Emphasis::strong ? " [strong]" : emphasis == Emphasis::receding ? " [receding]" : "";
}

std::string_view word_of(Novelty change) {
  constexpr std::string_view words[] = {"", "new", "changed", "gone"};
  return words[static_cast<std::size_t>(change)];
}

std::string_view sign_of(Novelty change) {
  constexpr std::string_view signs[] = {"", "+", "≠", "−"};
  return signs[static_cast<std::size_t>(change)];
}

std::string_view said_of(const Headline& headline, std::string_view word) {
  return word == "uncertain" ? headline.possible : word == "no date" ? headline.undated : word;
}

namespace {

std::string optional(std::string_view before, std::string_view text) {
  return text.empty() ? "" : fmt::format("{}{}", before, text);
}

}  // namespace

std::string describe(const DiagramView& view) {
  std::string text = fmt::format("diagram {}\n", view.headline.title);
  if (!view.headline.subtitle.empty()) text += fmt::format("subtitle {}\n", view.headline.subtitle);
  if (!view.layout.empty()) text += fmt::format("layout {}\n", view.layout);
  for (const DiagramGroup& group : view.groups) text += fmt::format("group {}: {}\n", group.id, group.label);
  for (const DiagramNode& node : view.nodes)
    text += fmt::format("node {} [{}{}] \"{}\"{}{}{}{}\n", node.id, node.kind, optional(" ", node.type), node.name,
                        optional(" ", node.detail), optional(" in ", node.group), standing_words(node.standing),
                        emphasis_words(node.emphasis));
  for (const DiagramEdge& edge : view.edges)
    text += fmt::format("edge {} {} {} {} \"{}\"{}{}{}\n", edge.id, edge.from, edge.directed ? "->" : "--", edge.to,
                        edge.label, optional(" ", edge.detail), standing_words(edge.standing),
                        emphasis_words(edge.emphasis));
  for (const std::string& note : view.headline.notes) text += fmt::format("note {}\n", note);
  if (!view.headline.sources.empty()) text += fmt::format("sources {}\n", view.headline.sources);
  return text;
}

}  // namespace throughline
