// SPDX-License-Identifier: Apache-2.0
// Diagrams for tests: by hand, or at random from a seed.
#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "view/diagram_view.hpp"

namespace throughline {

inline DiagramNode sample_node(std::string id, std::string kind, std::string name, std::string detail = {},
                               Standing standing = {}) {
  DiagramNode node;
  node.id = std::move(id);
  node.kind = std::move(kind);
  node.name = std::move(name);
  node.detail = std::move(detail);
  node.standing = standing;
  return node;
}

inline DiagramEdge sample_edge(std::string from, std::string to, std::string label, std::string detail = {},
                               Standing standing = {}) {
  DiagramEdge edge;
  edge.id = from + "--" + label + "--" + to;
  edge.from = std::move(from);
  edge.to = std::move(to);
  edge.type = label;
  edge.label = std::move(label);
  edge.detail = std::move(detail);
  edge.standing = standing;
  return edge;
}

// A small world: a ministry announces a plan at a forum, a charity doubts it.
inline DiagramView sample_diagram() {
  DiagramView view;
  view.headline = {"One plan, two hosts", "Actors, events and initiatives · as of 3 December 2025",
                   {"A note."},           "Sources: an invented report",
                   "drawn by a test",     "en"};
  view.nodes = {sample_node("min", "actor", "Ministry of Bridges", "다리부 · ministry"),
                sample_node("cha", "actor", "River Charity"),
                sample_node("for", "event", "Bridge forum", "3 December 2025"),
                sample_node("pla", "initiative", "Ten bridges", "planned", {.planned = true})};
  view.edges = {sample_edge("min", "for", "hosts", "3 Dec 2025"), sample_edge("for", "pla", "announces"),
                sample_edge("cha", "pla", "doubts", "", {.uncertain = true})};
  return view;
}

// Up to `most_nodes` nodes and twice as many relations, with long, short, Korean and empty texts.
inline DiagramView random_diagram(unsigned seed, std::size_t most_nodes) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  const auto pick = [&](const std::vector<std::string>& from) { return from[below(from.size())]; };
  const std::vector<std::string> words{"Ministry", "of",       "Unification", "남북교류협력", "통일부", "peace",
                                       "zone",     "2021",     "an",          "km",           "forum",  "humanitarian",
                                       "12",       "Republic", "한반도",      "plan",         "I",      "&",
                                       "<b>",      "\\N",      "charity",     "cooperation"};
  const auto text = [&](std::size_t most) {
    std::string all;
    for (std::size_t i = 0, count = 1 + below(most); i < count; ++i) all += (i > 0 ? " " : "") + pick(words);
    return all;
  };
  const auto standing = [&] {
    Standing any;
    switch (below(9)) {
      case 0: any.planned = true; break;
      case 1: any.ended = true; break;
      case 2: any.uncertain = true; break;
      case 3: any.denied = true; break;
      case 4: any.stalled = true; break;
      default: break;
    }
    return any;
  };
  DiagramView view;
  view.headline.title = text(8);
  view.headline.subtitle = below(3) == 0 ? "" : text(12);
  view.headline.sources = text(30);
  for (std::size_t i = 0, count = 1 + below(3); i < count; ++i)
    view.groups.push_back({"g" + std::to_string(i), text(5)});
  const bool grouped = below(3) == 0;
  const std::vector<std::string> kinds{"actor", "actor", "event", "initiative", "place"};
  const std::size_t kind_count = 1 + below(kinds.size());
  const std::size_t count = 1 + below(most_nodes);
  for (std::size_t i = 0; i < count; ++i) {
    view.nodes.push_back(sample_node("n" + std::to_string(i), kinds[below(kind_count)], text(7),
                                     below(3) == 0 ? "" : text(6), standing()));
    if (grouped && below(2) == 0) view.nodes.back().group = "g" + std::to_string(below(3));
  }
  const std::vector<std::string> labels{"announces", "hosts", "part of", "cooperates with", "주최하다", "", "signs"};
  for (std::size_t i = 0, edges = below(2 * count + 1); i < edges; ++i) {
    DiagramEdge edge = sample_edge("n" + std::to_string(below(count)), "n" + std::to_string(below(count)), pick(labels),
                                   below(3) == 0 ? "21 Jan 2021" : "", standing());
    edge.id += "-" + std::to_string(i);
    edge.directed = below(4) > 0;
    view.edges.push_back(edge);
  }
  return view;
}

}  // namespace throughline
