// SPDX-License-Identifier: Apache-2.0
// Figures that are asked about a time: which of the graph they show, how each thing stands, and what they say of the
// rest.
#include <gtest/gtest.h>

#include "formats/load.hpp"
#include "support/memory_files.hpp"
#include "view/build_view.hpp"
#include "view/theme.hpp"

namespace throughline {
namespace {

constexpr const char* story = R"(
actors:
  ada:
    name: Ada
    when: 1990/..
    relations:
      - {announces: plan, when: 2018}
      - {supports: plan}
      - {opposes: law, when: 2015}
      - {funds: law, when: 2017/2020}
  ben:
    name: Ben
    relations:
      - {supports: plan}
      - {opposes: plan, status: denied, when: 2017/2020}
initiatives:
  plan: {name: Plan, when: 2018/.., status: [{is: planned, when: 2017}, {is: ended, when: 2022}]}
  law: {name: Law}
  old: {name: Old, when: 2001/2005}
)";

struct World {
  Model model;
  Graph graph;

  explicit World(std::string_view yaml = story) : model(loaded(yaml)), graph(model) {}
  World(const World&) = delete;  // the graph refers to the model beside it

  static Model loaded(std::string_view yaml) {
    Diagnostics diagnostics;
    const std::string paths[] = {"-"};
    return load(paths, RepositoryFiles(), std::string(yaml.substr(1)), diagnostics);
  }

  Scope asked(std::string_view option, const std::string& date, bool certain_only = false) const {
    Arguments arguments;
    arguments.give(option, {date});
    if (certain_only) arguments.give("--certain", {"yes"});
    Scope scope;
    Diagnostics problems;
    scope.time = standpoint_of(model, arguments, problems);
    return scope;
  }

  std::string diagram(const Scope& scope) const {
    return describe(build_diagram(graph, scope, select(graph, scope), "stamp"));
  }
  std::string timeline(const Scope& scope) const {
    return describe(build_timeline(graph, scope, select(graph, scope), "stamp"));
  }
};

TEST(TimeFigure, a_diagram_shows_what_held_and_says_what_did_not) {
  const World world;
  EXPECT_EQ(world.diagram(world.asked("--as-of", "2018")),
            "diagram Who links to what\n"
            "subtitle as of 2018 · nodes: 1 certainly, 1 possibly, 2 undated · "
            "relations: 1 certainly, 1 possibly, 2 undated\n"
            "node ada [actor] \"Ada\" actor · since 1990\n"
            "node ben [actor] \"Ben\" actor (no date)\n"
            "node law [initiative] \"Law\" initiative (no date)\n"
            "node plan [initiative] \"Plan\" initiative · planned · since 2018 (planned, uncertain)\n"
            "edge ada--funds--law ada -> law \"funds\" 2017–2020\n"
            "edge ada--supports--plan--undated ada -> plan \"supports\" (no date)\n"
            "edge ada--announces--plan--uncertain ada -> plan \"announces\" 2018 (uncertain)\n"
            "edge ben--opposes--plan--denied ben -> plan \"opposes\" 2017–2020 (denied)\n"
            "edge ben--supports--plan--undated ben -> plan \"supports\" (no date)\n"
            "note Not drawn: 1 node was not there as of 2018; 1 relation did not hold as of 2018.\n");
}

TEST(TimeFigure, of_certain_things_only_counts_the_others) {
  const World world;
  const std::string text = world.diagram(world.asked("--as-of", "2018", true));
  EXPECT_EQ(text.find("plan"), std::string::npos) << text;
  EXPECT_NE(
      text.find(
          "only what is certain is drawn, not of nodes 1 possibly, 2 undated, of relations 1 possibly, 2 undated"),
      std::string::npos)
      << text;
}

TEST(TimeFigure, a_timeline_marks_the_time_and_keeps_the_undated) {
  const World world;
  const std::string text = world.timeline(world.asked("--during", "2003/2004"));
  EXPECT_NE(text.find("asked during 2003 to 2004\n"), std::string::npos) << text;
  EXPECT_NE(text.find("bar old [initiative] 2001–2005 \"Old\"\n"), std::string::npos) << text;
  EXPECT_NE(text.find("undated ben [actor] \"Ben\""), std::string::npos) << text;
  EXPECT_EQ(text.find(" plan "), std::string::npos) << text;
}

TEST(TimeFigure, says_where_a_tolerance_decided) {
  const World world(R"(
actors: {ada: {name: Ada, relations: [{announces: plan, when: 2018~}]}}
initiatives: {plan: {name: Plan}}
)");
  const std::string text = world.diagram(world.asked("--as-of", "2019"));
  EXPECT_NE(text.find("note Approximate dates: ±1 year decided about 1 thing.\n"), std::string::npos) << text;
}

TEST(TimeFigure, the_looks_of_possible_undated_and_certain_differ_without_colour) {
  const NodeLook certain = theme::node_look("actor", {});
  const NodeLook possible = theme::node_look("actor", {.uncertain = true});
  const NodeLook undated = theme::node_look("actor", {.undated = true});
  EXPECT_NE(certain.sign, possible.sign);
  EXPECT_NE(certain.sign, undated.sign);
  EXPECT_NE(possible.sign, undated.sign);
  EXPECT_NE(theme::line_look({.uncertain = true}).stroke.dash, theme::line_look({.undated = true}).stroke.dash);
  EXPECT_NE(theme::line_look({.planned = true}).stroke.width, theme::line_look({.undated = true}).stroke.width);
}

}  // namespace
}  // namespace throughline
