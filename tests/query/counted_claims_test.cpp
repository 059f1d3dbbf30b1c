// SPDX-License-Identifier: Apache-2.0
// `matrix` and `shared` against brute force: on random small graphs each claim is a set of worlds, and what each cell
// and each pair counts is found by trying all worlds, day by day of those asked about.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "formats/load.hpp"
#include "query/sharings.hpp"
#include "query/verb.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

constexpr int last_day = 6;  // of January 2020
constexpr int actors = 4;
constexpr int initiatives = 3;

using World = std::pair<int, int>;  // the first and the last day

struct Claimed {
  int actor;
  int initiative;
  std::string type;
  std::string status;
  std::string when;  // empty: undated
  std::vector<World> worlds;

  bool is_denied() const { return status == "denied" || status == "disproven"; }
  bool leads() const { return type != "targets"; }
};

std::string print(int day) { return fmt::format("2020-01-{:02}", day); }

void choose_when(std::mt19937& random, Claimed& claim) {
  const int a = 1 + static_cast<int>(random() % last_day);
  const int b = 1 + static_cast<int>(random() % last_day);
  const auto [low, high] = std::minmax(a, b);
  switch (random() % 4) {
    case 0: return;
    case 1: claim.when = print(a), claim.worlds = {{a, a}}; return;
    case 2: claim.when = fmt::format("{}/{}", print(low), print(high)), claim.worlds = {{low, high}}; return;
    default: claim.when = fmt::format("[{},{}]", print(low), print(high)), claim.worlds = {{low, low}, {high, high}};
  }
}

std::vector<Claimed> random_claims(std::mt19937& random) {
  constexpr std::string_view types[] = {"announces", "opposes", "supports", "targets"};
  constexpr std::string_view statuses[] = {"asserted", "asserted", "asserted", "planned", "denied", "disproven"};
  std::vector<Claimed> claims(random() % 12);
  for (Claimed& claim : claims) {
    claim = {static_cast<int>(random() % actors),
             static_cast<int>(random() % initiatives),
             std::string(types[random() % std::size(types)]),
             std::string(statuses[random() % std::size(statuses)]),
             {},
             {}};
    choose_when(random, claim);
  }
  return claims;
}

std::string yaml_of(const std::vector<Claimed>& claims) {
  std::string yaml = "actors:\n";
  for (int i = 0; i < actors; ++i) yaml += fmt::format("  a{}: {{name: A{}}}\n", i, i);
  yaml += "initiatives:\n";
  for (int i = 0; i < initiatives; ++i) yaml += fmt::format("  i{}: {{name: I{}}}\n", i, i);
  if (!claims.empty()) yaml += "relations:\n";
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claimed& claim = claims[i];
    const std::string actor = fmt::format("a{}", claim.actor);
    const std::string initiative = fmt::format("i{}", claim.initiative);
    yaml += fmt::format("  - {{from: {}, type: {}, to: {}, role: r{}, status: {}{}}}\n",
                        claim.leads() ? actor : initiative, claim.type, claim.leads() ? initiative : actor, i,
                        claim.status, claim.when.empty() ? "" : fmt::format(", when: \"{}\"", claim.when));
  }
  return yaml;
}

Model model_of(const std::string& yaml) {
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  Model model = load(paths, RepositoryFiles(), yaml, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << yaml;
  return model;
}

// What is asked: nothing, one day, or some day of a stretch.
struct Question {
  std::string option;  // empty: nothing
  int first = 1;
  int last = last_day;

  std::string date() const {
    return option == "--as-of" ? print(first) : fmt::format("{}/{}", print(first), print(last));
  }
};

Question random_question(std::mt19937& random) {
  const int a = 1 + static_cast<int>(random() % last_day);
  const int b = 1 + static_cast<int>(random() % last_day);
  if (random() % 3 == 0) return {};
  if (random() % 2 == 0) return {"--as-of", a, a};
  return {"--during", std::min(a, b), std::max(a, b)};
}

Held held_in(std::size_t yes, std::size_t all) {
  return yes == all ? Held::certainly : yes > 0 ? Held::possibly : Held::never;
}

Held stated(const Claimed& claim) {
  return claim.is_denied() ? Held::never : claim.status == "planned" ? Held::possibly : Held::certainly;
}

Held held(const Claimed& claim, const Question& question) {
  if (claim.is_denied() || question.option.empty()) return stated(claim);
  if (claim.when.empty()) return std::min(Held::undated, stated(claim));
  std::size_t yes = 0;
  for (const auto& [first, last] : claim.worlds) yes += first <= question.last && last >= question.first ? 1 : 0;
  return std::min(held_in(yes, claim.worlds.size()), stated(claim));
}

// Both, and where a time is asked about on one day of it.
Held held(const Claimed& a, const Claimed& b, const Question& question) {
  const Held each = std::min(held(a, question), held(b, question));
  if (question.option.empty() || a.when.empty() || b.when.empty()) return each;
  std::size_t yes = 0;
  for (const auto& [first_a, last_a] : a.worlds)
    for (const auto& [first_b, last_b] : b.worlds)
      yes += std::max({first_a, first_b, question.first}) <= std::min({last_a, last_b, question.last}) ? 1 : 0;
  return std::min(each, held_in(yes, a.worlds.size() * b.worlds.size()));
}

Arguments arguments_of(const Question& question, bool certain_only) {
  Arguments arguments;
  for (const auto& [name, value] : {std::pair("--rows", "actor"),
                                    {"--columns", "initiative"},
                                    {"--who", "actor"},
                                    {"--at-least", "1"},
                                    {"--limit", "0"},
                                    {"--confidence", "doubtful"}})
    arguments.fall_back(name, value);
  if (!question.option.empty()) arguments.give(question.option, {question.date()});
  if (certain_only) arguments.give("--certain", {"yes"});
  return arguments;
}

Table answer(std::string_view verb, const Graph& graph, const Arguments& arguments) {
  Diagnostics diagnostics;
  for (const Verb* each : verbs())
    if (each->name == verb) return each->run(graph, arguments, diagnostics);
  return {};
}

using Counts = std::vector<std::size_t>;  // certain, possible, undated
using Counted = std::map<std::string, Counts>;

void count(Counted& counted, const std::string& key, Held held, bool certain_only) {
  if (held == Held::never || (certain_only && held != Held::certainly)) return;
  Counts& counts = counted.try_emplace(key, Counts(3)).first->second;
  ++counts[held == Held::certainly ? 0 : held == Held::possibly ? 1 : 2];
}

Counts counts_in(const Json& data, const char* certain) {
  return {data[certain], data["possible"], data.contains("undated") ? data["undated"].get<std::size_t>() : 0};
}

class CountedClaims : public testing::TestWithParam<bool> {};

TEST_P(CountedClaims, of_a_matrix_are_those_of_all_worlds) {
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    const auto claims = random_claims(random);
    const Question question = random_question(random);
    const Model model = model_of(yaml_of(claims));
    const Graph graph(model);
    Counted expected;
    for (const Claimed& claim : claims)
      count(expected, fmt::format("a{} i{}", claim.actor, claim.initiative), held(claim, question), GetParam());
    Counted found;
    for (const Row& row : answer("matrix", graph, arguments_of(question, GetParam())).rows) {
      const Json data = row.data();
      for (const Json& cell : data["cells"])
        found[data["id"].get<std::string>() + " " + cell["id"].get<std::string>()] = counts_in(cell, "certain");
    }
    EXPECT_EQ(found, expected) << yaml_of(claims) << question.option << " " << question.date();
  }
}

TEST_P(CountedClaims, of_what_two_share_are_those_of_all_worlds) {
  std::mt19937 random(12);
  for (int i = 0; i < 300; ++i) {
    const auto claims = random_claims(random);
    const Question question = random_question(random);
    const Model model = model_of(yaml_of(claims));
    const Graph graph(model);
    std::map<std::tuple<int, int, int>, Held> best;
    for (const Claimed& a : claims)
      for (const Claimed& b : claims)
        if (a.actor < b.actor && a.initiative == b.initiative && a.leads() && b.leads()) {
          Held& so_far = best.try_emplace({a.actor, b.actor, a.initiative}, Held::never).first->second;
          so_far = std::max(so_far, held(a, b, question));
        }
    Counted expected;
    for (const auto& [shared, held] : best)
      count(expected, fmt::format("a{} a{}", std::get<0>(shared), std::get<1>(shared)), held, GetParam());
    Counted found;
    for (const Row& row : answer("shared", graph, arguments_of(question, GetParam())).rows) {
      const Json data = row.data();
      found[data["a"]["id"].get<std::string>() + " " + data["b"]["id"].get<std::string>()] = counts_in(data, "count");
      const Counts counts = counts_in(data, "count");
      EXPECT_EQ(data["through"].size(), counts[0] + counts[1] + counts[2]);
    }
    EXPECT_EQ(found, expected) << yaml_of(claims) << question.option << " " << question.date();
  }
}

INSTANTIATE_TEST_SUITE_P(AllOrCertain, CountedClaims, testing::Bool());

TEST(Sharings, leave_out_what_most_share_first) {
  const Model model = model_of(
      "initiatives: {wide: {name: Wide}, narrow: {name: Narrow}}\n"
      "actors:\n"
      "  a: {name: A, relations: [announces: wide, announces: narrow]}\n"
      "  b: {name: B, relations: [announces: wide, announces: narrow]}\n"
      "  c: {name: C, relations: [announces: wide]}\n");
  const Graph graph(model);
  Diagnostics diagnostics;
  const Filter filter(model, {}, diagnostics);
  const Standings standings(graph, {});
  const std::vector<NodeIndex> who = {NodeIndex{0}, NodeIndex{1}, NodeIndex{2}};
  const std::vector<NodeIndex> through = {NodeIndex{3}, NodeIndex{4}};
  const Sharings bounded({graph, filter, standings}, {who, through, {}}, 3);
  ASSERT_EQ(bounded.too_widely_shared.size(), 1);
  EXPECT_EQ(model.text(model[bounded.commons()[bounded.too_widely_shared.front()].through].id), "wide");
  EXPECT_EQ(bounded.pairs().size(), 1);
  const Sharings of_one({graph, filter, standings}, {who, through, {NodeIndex{2}}}, 3);
  EXPECT_TRUE(of_one.too_widely_shared.empty());
  EXPECT_EQ(of_one.pairs().size(), 2);
}

}  // namespace
}  // namespace throughline
