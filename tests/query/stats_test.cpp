// SPDX-License-Identifier: Apache-2.0
// Laws of the figures on random small graphs: parts sum to the whole, and what is split by a question adds up.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "formats/load.hpp"
#include "query/verb.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

std::string random_graph(std::mt19937& random) {
  constexpr const char* whens[] = {"", ", when: 2018", ", when: 2018/..", ", when: 2019~", ", when: 2017?"};
  constexpr const char* rests[] = {"", ", status: denied", ", status: planned", ", source: s",
                                   ", confidence: inferred"};
  std::string relations;
  std::string nodes;
  for (std::size_t i = random() % 5; i > 0; --i) {
    nodes += fmt::format("  n{}: {{name: N{}}}\n", i, random() % 2 == 0 ? ", type: person" : "");
    relations += fmt::format("      - {{{}: n{}, role: '{}'{}{}}}\n", random() % 2 == 0 ? "heads" : "assists", i, i,
                             whens[random() % 5], rests[random() % 5]);
  }
  return fmt::format("sources: {{s: {{title: S}}}}\nactors:\n  a:\n    name: A\n{}{}{}",
                     relations.empty() ? "" : "    relations:\n", relations, nodes);
}

std::vector<Json> figures_of(const std::string& yaml, std::string_view as_of) {
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  const Model model = load(paths, RepositoryFiles(), yaml, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << yaml;
  const auto verb =
      std::find_if(verbs().begin(), verbs().end(), [](const Verb* each) { return each->name == "stats"; });
  Arguments arguments;
  if (!as_of.empty()) arguments.give("--as-of", {std::string(as_of)});
  const Graph graph(model);
  const Table table = (*verb)->run(graph, arguments, diagnostics);
  std::vector<Json> figures;
  for (const Row& row : table.rows) figures.push_back(row.data());
  return figures;
}

std::size_t sum_of(const std::vector<Json>& figures, std::string_view section, std::string_view key) {
  std::size_t sum = 0;
  for (const Json& figure : figures)
    if (figure["section"] == section && figure["key"] == key) sum += figure["value"].get<std::size_t>();
  return sum;
}

TEST(Stats, parts_sum_to_the_whole) {
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i)
    for (const std::string_view as_of : {"", "2018", "2018-07-01"}) {
      const auto figures = figures_of(random_graph(random), as_of);
      EXPECT_EQ(sum_of(figures, "relations", "type"), sum_of(figures, "relations", "all"));
      EXPECT_EQ(sum_of(figures, "claims", "confidence"), sum_of(figures, "relations", "all"));
      EXPECT_EQ(sum_of(figures, "claims", "relation") + sum_of(figures, "nodes", "all"),
                sum_of(figures, "evidence", "claims"));
      EXPECT_EQ(sum_of(figures, "dates", "all"),
                sum_of(figures, "dates", "year") + sum_of(figures, "dates", "interval"));
    }
}

TEST(Stats, what_a_question_splits_adds_up) {
  std::mt19937 random(2);
  for (int i = 0; i < 200; ++i)
    for (const Json& figure : figures_of(random_graph(random), "2018")) {
      if (!figure.contains("certain")) continue;
      const std::size_t sum = figure["certain"].get<std::size_t>() + figure["possible"].get<std::size_t>() +
                              figure["undated"].get<std::size_t>();
      EXPECT_EQ(figure["value"].get<std::size_t>(), sum);
    }
}

}  // namespace
}  // namespace throughline
