// SPDX-License-Identifier: Apache-2.0
// With a question about time `rank` and `groups` answer as they would on two smaller graphs: one that holds only what
// certainly held, one that also holds what possibly did.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace throughline {
namespace {

constexpr int nodes = 5;

enum class Stands { certainly, possibly, undated, never, denied };

struct Tie {
  int from;
  int to;
  Stands stands;
};

// As of 1 June 2020; so that each node has a place in every network, each certainly was there.
std::string yaml_of(const std::vector<Tie>& ties) {
  constexpr std::string_view stated[] = {
      "type: supports, when: 2019/2021", "type: supports, when: 2020", "type: supports", "type: supports, when: 2015",
      "type: opposes, when: 2019/2021, status: denied"};  // of another type: what is also denied is not certain
  std::string text = "actors:\n";
  for (int i = 0; i < nodes; ++i) text += fmt::format("  n{}: {{name: N{}, when: 1950/..}}\n", i, i);
  if (!ties.empty()) text += "relations:\n";
  for (const Tie& tie : ties)
    text += fmt::format("  - {{from: n{}, to: n{}, {}}}\n", tie.from, tie.to, stated[static_cast<int>(tie.stands)]);
  return text;
}

using Field = std::map<std::string, nlohmann::json>;  // by node

Field ask(const std::vector<Tie>& ties, std::vector<std::string> question, const std::string& field) {
  question.insert(question.begin(), {"-g", "ties.yaml"});
  question.insert(question.end(), {"--format", "jsonl"});
  const Outcome outcome = run_program(question, {}, {{"ties.yaml", yaml_of(ties)}});
  Field values;
  std::string_view rest = outcome.out;
  while (!rest.empty()) {
    const auto row = nlohmann::json::parse(rest.substr(0, rest.find('\n')));
    values[row["id"]] = row[field];
    rest.remove_prefix(rest.find('\n') + 1);
  }
  return values;
}

std::vector<Tie> any_ties() {
  std::vector<Tie> ties;
  for (int left = *rc::gen::inRange(0, 10); left > 0; --left)
    ties.push_back(
        {*rc::gen::inRange(0, nodes), *rc::gen::inRange(0, nodes), static_cast<Stands>(*rc::gen::inRange(0, 5))});
  return ties;
}

std::vector<Tie> at_least(std::vector<Tie> ties, Stands least) {
  std::erase_if(ties, [&](const Tie& tie) { return tie.stands > least; });
  return ties;
}

// Of the smaller graphs without a question about time; `supports` all the same.
void expect_equal(const std::vector<std::string>& question, const std::string& field) {
  const std::vector<Tie> ties = any_ties();
  std::vector<std::string> as_of = question;
  as_of.insert(as_of.end(), {"--as-of", "2020-06-01"});
  std::vector<std::string> certain = as_of;
  certain.emplace_back("--certain");
  const Field expected = ask(at_least(ties, Stands::certainly), question, field);
  RC_ASSERT(expected.size() == nodes);
  RC_ASSERT(ask(ties, as_of, field) == expected);
  RC_ASSERT(ask(ties, certain, field) == expected);
  RC_ASSERT(ask(ties, as_of, field + "_possible") == ask(at_least(ties, Stands::possibly), question, field));
}

TEST(Counted, a_score_is_that_of_a_graph_that_holds_only_what_held) {
  EXPECT_TRUE(rc::check([] {
    const auto* measure = *rc::gen::element("degree", "pagerank", "betweenness", "closeness", "coreness");
    expect_equal({"rank", "--by", measure}, "score");
  }));
}

TEST(Counted, a_group_is_that_of_a_graph_that_holds_only_what_held) {
  EXPECT_TRUE(rc::check([] {
    const auto* way = *rc::gen::element("components", "strong", "core", "community");
    expect_equal({"groups", "--by", way}, "group");
  }));
}

}  // namespace
}  // namespace throughline
