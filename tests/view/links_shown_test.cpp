// SPDX-License-Identifier: Apache-2.0
// A figure of links shows what lies on the chains that `links` answers, and nothing else.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "formats/load.hpp"
#include "query/answer.hpp"
#include "query/links_question.hpp"
#include "support/memory_files.hpp"
#include "view/selection.hpp"

namespace throughline {

extern const Verb links_verb;

namespace {

// Actors that work together, events between them, initiatives that they announce; dated, undated and denied.
std::string random_story(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  const std::vector<std::string> extras{"",
                                        ", when: 2018",
                                        ", when: 2015/2016",
                                        ", when: 2018?",
                                        ", when: 2017~",
                                        ", status: denied",
                                        ", confidence: doubtful"};
  const std::size_t count = 3 + below(6);
  std::string actors = "actors:\n";
  std::string initiatives = "initiatives:\n";
  for (std::size_t i = 0; i < count; ++i) {
    actors += "  a" + std::to_string(i) + ": {name: A, relations: [";
    for (std::size_t j = 0, relations = below(4); j < relations; ++j)
      actors += (j > 0 ? ", " : "") + std::string("{") + (below(3) == 0 ? "partners_with: a" : "announces: i") +
                std::to_string(below(count)) + extras[below(extras.size())] + "}";
    actors += "]}\n";
    initiatives += "  i" + std::to_string(i) + ": {name: I, relations: [" +
                   (below(2) == 0 ? "{includes: i" + std::to_string(below(count)) + "}" : "") + "]}\n";
  }
  return actors + initiatives;
}

struct Shown {
  std::set<std::string> nodes;
  std::set<std::string> relations;
  bool operator==(const Shown&) const = default;
};

// Of the rows of the answer that hold; those that never held together are not drawn.
Shown answered(const Graph& graph, const Arguments& arguments) {
  Shown shown;
  Diagnostics diagnostics;
  const Table table = answer(links_verb, graph, arguments, diagnostics);
  for (const Row& row : table.rows) {
    const Json data = row.data();
    if (data.contains("held") && data["held"] == "never") continue;
    shown.nodes.insert(data["from"]["id"]);
    for (const Json& step : data["steps"]) {
      const bool is_forward = step["direction"] == "forward";
      const std::string from = step[is_forward ? "from" : "to"]["id"];
      const std::string to = step[is_forward ? "to" : "from"]["id"];
      shown.nodes.insert({from, to});
      shown.relations.insert(fmt::format("{} {} {}", from, step["relation"].get<std::string>(), to));
    }
  }
  return shown;
}

Shown drawn(const Graph& graph, const Arguments& arguments) {
  const Model& model = graph.model();
  Diagnostics diagnostics;
  Scope scope;
  scope.max_nodes = 0;
  scope.links = arguments;
  scope.time = standpoint_of(model, arguments, diagnostics);
  const Selection selection = select(graph, scope);
  Shown shown;
  for (const NodeIndex node : selection.nodes) shown.nodes.emplace(model.text(model[node].id));
  for (const RelationIndex index : selection.relations) {
    const Relation& relation = model[index];
    shown.relations.insert(fmt::format("{} {} {}", model.text(model[relation.from].id), model.type_of(relation).name,
                                       model.text(model[relation.to].id)));
  }
  return shown;
}

TEST(LinksShown, are_what_links_answers) {
  const std::vector<std::pair<std::string, std::string>> options{
      {"--as-of", "2018"},    {"--during", "2016/2018"},  {"--hops", "3"},  {"--all", "yes"},
      {"--certain", "yes"},   {"--any-direction", "yes"}, {"--from", "a0"}, {"--to", "actor"},
      {"--through", "actor"}, {"--relation", "announces"}};
  std::size_t shown = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    Arguments arguments;
    fall_back_as_links(arguments);
    for (std::size_t i = 0; i < options.size(); ++i)
      if ((seed * 2654435761U >> (8 + i)) % 4 == 0 && !(i == 1 && arguments.has("--as-of")))
        arguments.give(options[i].first, {options[i].second});
    const std::string paths[] = {"-"};
    Diagnostics diagnostics;
    const Model model = load(paths, RepositoryFiles(), random_story(seed), diagnostics);
    ASSERT_FALSE(diagnostics.has_errors()) << random_story(seed);
    const Graph graph(model);
    const Shown expected = answered(graph, arguments);
    const Shown found = drawn(graph, arguments);
    EXPECT_EQ(found.nodes, expected.nodes) << "seed " << seed;
    EXPECT_EQ(found.relations, expected.relations) << "seed " << seed;
    shown += found.relations.size();
  }
  EXPECT_GT(shown, 300);
}

}  // namespace
}  // namespace throughline
