// SPDX-License-Identifier: Apache-2.0
// Standings against brute force: dates of day precision and intervals of them are enumerated world by world, day by day
// of what is asked about, and the three answers must agree exactly.
#include "query/standings.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

#include "formats/load.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

Model model_of(const std::string& yaml) {
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  Model model = load(paths, RepositoryFiles(), yaml, diagnostics);
  EXPECT_TRUE(diagnostics.list().empty());
  return model;
}

Standpoint asked(const std::vector<std::pair<std::string, std::string>>& options) {
  Arguments arguments;
  for (const auto& [name, value] : options) arguments.give(name, {value});
  EXPECT_EQ(standpoint_problem(arguments), "");
  Diagnostics problems;
  return standpoint_of(Model(), arguments, problems);
}

// The days of January 2020 that a date may be; an interval from one such date to another.
struct Choice {
  std::string text;
  std::vector<int> days;
};

Choice random_date(std::mt19937& random) {
  if (random() % 3 == 0) {
    Choice month{"2020-01", {}};
    for (int day = 1; day <= 31; ++day) month.days.push_back(day);
    return month;
  }
  const int day = 1 + static_cast<int>(random() % 31);
  return {fmt::format("2020-01-{:02}", day), {day}};
}

struct When {
  std::string text;
  std::vector<std::pair<int, int>> worlds;  // first and last day
};

When random_when(std::mt19937& random) {
  const Choice start = random_date(random);
  When when{start.text, {}};
  if (random() % 2 == 0) {
    for (const int day : start.days) when.worlds.emplace_back(day, day);
    return when;
  }
  const Choice end = random_date(random);
  if (end.days.front() < start.days.front()) return {};  // refused: it might end before it starts
  when.text = start.text + "/" + end.text;
  for (const int first : start.days)
    for (const int last : end.days)
      if (first <= last) when.worlds.emplace_back(first, last);
  return when;
}

Held held_on_some(const When& when, const std::vector<int>& days, bool any_day_will_do) {
  bool always = true;
  bool sometimes = false;
  for (const auto& [first, last] : when.worlds) {
    bool on_all = true;
    bool on_any = false;
    for (const int day : days) {
      const bool holds = first <= day && day <= last;
      on_all = on_all && holds;
      on_any = on_any || holds;
    }
    always = always && (any_day_will_do ? on_any : on_all);
    sometimes = sometimes || on_any;
  }
  return always ? Held::certainly : sometimes ? Held::possibly : Held::never;
}

TEST(Standings, agree_with_enumerating_worlds_and_days) {
  std::mt19937 random(3);
  for (int i = 0; i < 400; ++i) {
    const When when = random_when(random);
    if (when.worlds.empty()) continue;
    const Model model = model_of(fmt::format(
        "actors: {{a: {{name: A, relations: [{{announces: i, when: {}}}]}}}}\ninitiatives: {{i: {{name: I}}}}\n",
        when.text));
    const Graph graph(model);
    const Choice day = random_date(random);
    EXPECT_EQ(Standings(graph, asked({{"--as-of", day.text}})).of(RelationIndex{0}).held,
              held_on_some(when, day.days, false))
        << when.text << " as of " << day.text;
    EXPECT_EQ(Standings(graph, asked({{"--during", day.text}})).of(RelationIndex{0}).held,
              held_on_some(when, day.days, true))
        << when.text << " during " << day.text;
  }
}

TEST(Standings, of_nothing_asked_are_all_certain) {
  const Model model = model_of("actors: {a: {name: A, when: 2018?}}\n");
  EXPECT_EQ(Standings(Graph(model), {}).of(NodeIndex{0}), TimeStanding{});
}

TEST(Standings, a_claim_is_known_when_any_of_its_sources_is) {
  const Model model = model_of(
      "sources:\n  early: {title: E, published: 2018}\n  late: {title: L, published: 2020}\n  none: {title: N}\n"
      "initiatives: {i: {name: I}}\n"
      "actors:\n  a:\n    name: A\n    relations:\n"
      "      - {announces: i, role: '1', evidence: [{source: early}, {source: late}]}\n"
      "      - {announces: i, role: '2', source: late}\n"
      "      - {announces: i, role: '3', evidence: [{source: late}, {source: none}]}\n"
      "      - {announces: i, role: '4'}\n");
  const Graph graph(model);
  const Standings standings(graph, asked({{"--known-by", "2019"}}));
  EXPECT_EQ(standings.of(RelationIndex{0}).held, Held::certainly);
  EXPECT_EQ(standings.of(RelationIndex{1}).held, Held::never);
  EXPECT_EQ(standings.of(RelationIndex{2}).held, Held::undated);
  EXPECT_EQ(standings.of(RelationIndex{3}).held, Held::undated);
}

TEST(Standings, dates_that_contradict_each_other_leave_nothing_certain) {
  const Model model = model_of("events: {e: {name: E, when: [{date: 2018}, {date: 2019/2021}]}}\n");
  const Graph graph(model);
  EXPECT_EQ(Standings(graph, asked({{"--as-of", "2020"}})).of(NodeIndex{0}).held, Held::possibly);
  EXPECT_EQ(Standings(graph, asked({{"--as-of", "2022"}})).of(NodeIndex{0}).held, Held::never);
}

TEST(Standings, tell_where_a_tolerance_decided) {
  const Model model = model_of("events: {e: {name: E, when: 2018~}, f: {name: F, when: 2018~/2021}}\n");
  const Graph graph(model);
  const Standings standings(graph, asked({{"--during", "2019"}}));
  EXPECT_EQ(standings.of(NodeIndex{0}), (TimeStanding{Held::possibly, false, true}));
  EXPECT_EQ(standings.of(NodeIndex{1}), (TimeStanding{Held::certainly, false, false}));
  EXPECT_EQ(standings.tolerance_text(model.nodes[0].when), "±1 year decided");
}

TEST(Standings, what_is_denied_is_told_apart_when_its_time_fits) {
  const Model model = model_of(
      "initiatives: {i: {name: I}}\n"
      "actors: {a: {name: A, relations: [{announces: i, when: 2018, status: denied}]}}\n");
  const Graph graph(model);
  EXPECT_TRUE(Standings(graph, asked({{"--as-of", "2018"}})).of(RelationIndex{0}).is_denied);
  EXPECT_FALSE(Standings(graph, asked({{"--as-of", "2019"}})).of(RelationIndex{0}).is_denied);
}

// A denial is said of a time as any claim is, and never surer than its date.
TEST(Standings, tell_how_surely_a_denial_is_of_the_time) {
  const Model model = model_of(
      "initiatives: {i: {name: I}, j: {name: J}, k: {name: K}}\n"
      "actors: {a: {name: A, relations: [{announces: i, when: 2018-04-27, status: denied},"
      " {announces: j, when: 2018, status: denied}, {announces: k, status: denied}]}}\n");
  const Graph graph(model);
  const Standings standings(graph, asked({{"--as-of", "2018-04-27"}}));
  EXPECT_EQ(standings.of_denial(RelationIndex{0}).held, Held::certainly);
  EXPECT_EQ(standings.of_denial(RelationIndex{1}).held, Held::possibly);
  EXPECT_EQ(standings.of_denial(RelationIndex{2}).held, Held::undated);
  EXPECT_EQ(Standings(graph, asked({{"--as-of", "2019"}})).of_denial(RelationIndex{1}).held, Held::never);
}

// A relation that its event dates stands as if it had that date itself; with an actor or initiative at that end, as if
// it had none.
TEST(Standings, of_relations_that_their_event_dates) {
  std::mt19937 random(7);
  const Vocabulary vocabulary;
  for (const RelationType& type : vocabulary.relation_types()) {
    if (type.dated_by == DatedBy::none) continue;
    const bool is_start = type.dated_by == DatedBy::from;
    const std::vector<std::string>& kinds = is_start ? type.to : type.from;
    const std::string other = kinds.empty() ? "actor" : kinds.front();
    for (int i = 0; i < 12; ++i) {
      const When when = random_when(random);
      if (when.text.empty()) continue;
      const std::string ends = is_start ? "from: e, to: o" : "from: o, to: e";
      const auto graph_of = [&](std::string_view date) {
        const std::string event = fmt::format("e: {{name: E, when: '{}'}}", when.text);
        const std::string nodes = other == "event"
                                      ? fmt::format("events: {{{}, o: {{name: O}}}}", event)
                                      : fmt::format("events: {{{}}}\n{}s: {{o: {{name: O}}}}", event, other);
        return model_of(fmt::format("{}\nrelations: [{{{}, type: {}{}}}]\n", nodes, ends, type.name, date));
      };
      const Model by_event = graph_of("");
      const Model by_itself = graph_of(fmt::format(", when: '{}'", when.text));
      const Graph first(by_event);
      const Graph second(by_itself);
      for (const std::string asks : {"2020-01-10", "2020-01", "2020"})
        EXPECT_EQ(Standings(first, asked({{"--as-of", asks}})).of(RelationIndex{0}),
                  Standings(second, asked({{"--as-of", asks}})).of(RelationIndex{0}))
            << type.name << " " << when.text << " " << asks;
    }
  }
}

TEST(Standings, an_actor_at_the_end_that_dates_dates_nothing) {
  const Model model =
      model_of("initiatives: {i: {name: I}}\nactors: {a: {name: A, when: 1970/.., relations: [{announces: i}]}}\n");
  const Graph graph(model);
  EXPECT_EQ(Standings(graph, asked({{"--as-of", "2018"}})).of(RelationIndex{0}).held, Held::undated);
}

TEST(Standpoint, puts_the_command_line_before_the_view) {
  const Model model = model_of("actors: {a: {name: A}}\nviews: {v: {as_of: 2018, known_by: today}}\n");
  Arguments arguments;
  arguments.fall_back("--today", "2026-01-01");
  Diagnostics problems;
  EXPECT_EQ(words(standpoint_of(model, arguments, problems, model.find_view("v"))),
            "as of 2018, known by 1 January 2026");
  arguments.give("--during", {"2019/2020"});
  EXPECT_EQ(words(standpoint_of(model, arguments, problems, model.find_view("v"))),
            "during 2019 to 2020, known by 1 January 2026");
}

}  // namespace
}  // namespace throughline
