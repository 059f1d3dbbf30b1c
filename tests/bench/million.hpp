// SPDX-License-Identifier: Apache-2.0
// A graph of a million relations and a hundred thousand nodes, made once, and verbs asked of it, from the arguments to
// the table: for the benchmarks of questions.
//
//   const Table table = Asked("links", links_of(actor(0), {{"--as-of", "2015"}})).answer();
#pragma once

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generated_graph.hpp"
#include "graph/graph.hpp"
#include "query/verb.hpp"

namespace throughline {

inline const Graph& million() {
  static const Model model = generated_model({.nodes = 100'000, .relations = 1'000'000});
  static const Graph graph(model);
  return graph;
}

// The actors, those with the most relations first.
inline std::vector<NodeIndex> busiest_actors() {
  const Graph& graph = million();
  const Model& model = graph.model();
  std::vector<std::pair<std::size_t, std::uint32_t>> actors;
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i)
    if (model.kind_of(model.nodes[i]).name == "actor") actors.emplace_back(graph.degree(NodeIndex{i}), i);
  std::sort(actors.begin(), actors.end(), std::greater<>());
  std::vector<NodeIndex> nodes;
  for (const auto& [degree, index] : actors) nodes.push_back(NodeIndex{index});
  return nodes;
}

// 0 has the most relations, 1 comes hundredth, 2 stands in the middle.
inline NodeIndex actor(std::int64_t which) {
  static const std::vector<NodeIndex> actors = busiest_actors();
  return actors[which == 0 ? 0 : which == 1 ? 99 : actors.size() / 2];
}

inline std::string id_of(NodeIndex node) { return std::string(million().model().text(million().model()[node].id)); }

using Options = std::vector<std::pair<std::string, std::string>>;

// A verb and what it is asked.
struct Asked {
  Asked(std::string_view name, const Options& options) {
    verb = *std::find_if(verbs().begin(), verbs().end(), [&](const Verb* each) { return each->name == name; });
    for (const Parameter& parameter : verb->parameters)
      if (!parameter.fallback.empty()) arguments.fall_back(parameter.name, parameter.fallback);
    arguments.fall_back("--today", "2026-01-01");
    arguments.fall_back("--limit", "0");
    for (const auto& [option, value] : options) arguments.give(option, {value});
  }

  Table answer() const {
    Diagnostics diagnostics;
    Table table = verb->run(million(), arguments, diagnostics);
    if (diagnostics.has_errors()) throw std::invalid_argument(diagnostics.list().front().message);
    return table;
  }

  const Verb* verb;
  Arguments arguments;
};

inline Options links_of(NodeIndex start, const Options& more) {
  Options options = {{"--from", id_of(start)}, {"--hops", "3"}};
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

}  // namespace throughline
