// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "view/timeline_facts.hpp"
#include "view/timeline_links.hpp"
#include "view/timeline_order.hpp"
#include "view/timeline_sample.hpp"
#include "view/timeline_scene.hpp"

namespace throughline {
namespace {

TimelineView harbour() {
  TimelineView view;
  view.headline.title = "The harbour";
  view.headline.subtitle = "As of 2021";
  view.headline.sources = "Sources: none";
  view.lanes = {
      {"port",
       "Port office",
       {item("strike", "Strike", "2018-04-27"), item("plan", "Plan", "2019/..", "initiative", {.planned = true})}},
      {"town", "Town", {item("vote", "Vote", "2018")}}};
  view.links = {link("strike", "plan", "prompts")};
  view.undated = {{"song", "A song", "initiative", "Town", ""}};
  return view;
}

std::set<std::string> legend_of(const TimelineView& view) {
  std::set<std::string> labels;
  for (const Group& group : place_timeline(view, metrics()).groups) {
    if (group.id != "legend") continue;
    for (const Item& entry : group.items) labels.insert(entry.name);
  }
  return labels;
}

std::vector<std::string> notes_of(const Scene& scene) {
  std::vector<std::string> notes;
  for (const Group& group : scene.groups) {
    for (const Item& drawn : group.items) {
      if (drawn.id.starts_with("notes")) notes.push_back(drawn.name);
    }
  }
  return notes;
}

const Group* find_group(const Scene& scene, std::string_view id) {
  const auto found =
      std::find_if(scene.groups.begin(), scene.groups.end(), [&](const Group& group) { return group.id == id; });
  return found == scene.groups.end() ? nullptr : &*found;
}

TEST(TimelineViewTest, IsToldLineByLine) {
  EXPECT_EQ(describe(harbour()),
            "timeline The harbour\n"
            "subtitle As of 2021\n"
            "lane port: Port office\n"
            "  mark strike [event] 27 Apr 2018 \"Strike\"\n"
            "  bar plan [initiative] since 2019 \"Plan\" (planned)\n"
            "lane town: Town\n"
            "  mark vote [event] 2018 \"Vote\"\n"
            "link strike-prompts-plan strike -> plan \"prompts\"\n"
            "undated song [initiative] \"A song\" Town\n"
            "sources Sources: none\n");
}

TEST(TimelineViewTest, FactsStandInOrderOfTimeAndNothingIsLeftOut) {
  TimelineView view = harbour();
  view.lanes[1].items.push_back(item("strike", "Strike", "2018-04-27"));  // in two lanes, one event
  EXPECT_EQ(timeline_facts(view),
            "Timeline: 3 dated items in 2 lanes, 1 relation, 1 without a date.\n"
            "2018: Vote (event), Town.\n"
            "27 Apr 2018: Strike (event), Port office, Town.\n"
            "since 2019: Plan (initiative, planned), Port office.\n"
            "Strike – prompts – Plan.\n"
            "Without a date: A song.");
}

TEST(TimelineViewTest, OneEventInTwoLanesIsDrawnOnceAndEchoed) {
  TimelineView view = harbour();
  view.lanes[1].items.push_back(item("strike", "Strike", "2018-04-27"));
  const Scene scene = place_timeline(view, metrics());
  const auto has = [&](std::string_view lane, std::string_view id) {
    const auto& items = find_group(scene, lane)->items;
    return std::any_of(items.begin(), items.end(), [&](const Item& drawn) { return drawn.id == id; });
  };
  EXPECT_TRUE(has("lane-port", "strike"));
  EXPECT_FALSE(has("lane-town", "strike"));
  EXPECT_TRUE(legend_of(view).contains("the same in another lane"));
}

TEST(TimelineViewTest, TheLegendListsWhatIsDrawnAndNothingElse) {
  EXPECT_EQ(legend_of(harbour()), (std::set<std::string>{"event", "initiative", "day known", "some day in this span",
                                                         "may have begun", "ongoing", "planned", "relation"}));
  TimelineView view;
  view.lanes = {{"a", "A", {item("x", "X", "2018-04-27")}}};
  EXPECT_EQ(legend_of(view), std::set<std::string>{"event"});
  view.lanes[0].items = {item("x", "X", "2018-04-27/", "actor"),
                         item("y", "Y", "/2020-01-01", "actor"),
                         item("z", "Z", "../2020-01-01", "actor"),
                         item("w", "W", "2018-01-01?/2019-01-01", "actor"),
                         item("v", "V", "2018-01-01/2019-01-01~", "actor"),
                         item("d", "D", "2018-01-01/2019-01-01", "actor", {.denied = true})};
  EXPECT_EQ(legend_of(view), (std::set<std::string>{"actor", "end unknown", "start unknown", "open start",
                                                    "date doubtful (?)", "denied (✕)"}));
}

TEST(TimelineViewTest, RelationsThatAllSayTheSameAreNamedInTheLegend) {
  TimelineView view = harbour();
  view.links.push_back(link("vote", "plan", "prompts"));
  EXPECT_TRUE(legend_of(view).contains("prompts"));
  EXPECT_FALSE(legend_of(view).contains("relation"));
}

TEST(TimelineViewTest, TooManyRelationsAreCountedAndTold) {
  TimelineView view;
  view.lanes = {{"a", "A", {}}, {"b", "B", {}}};
  for (int i = 0; i < 20; ++i) {
    view.lanes[0].items.push_back(
        item(fmt::format("a{}", i), fmt::format("First {}", i), fmt::format("20{:02}-03-04", i)));
    view.lanes[1].items.push_back(
        item(fmt::format("b{}", i), fmt::format("Second {}", i), fmt::format("20{:02}-05-04", i)));
  }
  for (int i = 0; i < 20; ++i) {
    view.links.push_back(link(fmt::format("a{}", i), fmt::format("b{}", i)));
    view.links.push_back(link(fmt::format("a{}", i), fmt::format("a{}", (i + 1) % 20)));
  }
  view.links.push_back(link("a1", "nobody"));
  const Scene scene = place_timeline(view, metrics());
  EXPECT_EQ(find_group(scene, "relations")->items.size(), most_links);
  const auto notes = notes_of(scene);
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_EQ(notes[0],
            "15 of 41 relations are not drawn, to keep the others readable; the text of the figure lists all.");
  EXPECT_EQ(notes[1], "1 relation is not drawn, for want of a date at one end; the text of the figure lists it.");
  for (int i = 0; i < 20; ++i) {
    EXPECT_NE(scene.description.find(fmt::format("First {} – prepares – Second {}.", i, i)), std::string::npos);
    const auto& drawn = find_group(scene, "relations")->items;
    const std::string across = fmt::format("a{}-prepares-b{}", i, i);
    EXPECT_TRUE(std::any_of(drawn.begin(), drawn.end(), [&](const Item& one) { return one.id == across; }))
        << "between lanes first";
  }
}

TEST(TimelineViewTest, WhatIsRelatedStandsTogetherWhereDatesAreTheSame) {
  TimelineView view;
  view.lanes = {
      {"a", "A", {item("c", "C", "2021"), item("a", "A", "2021"), item("b", "B", "2021"), item("z", "Z", "2020")}}};
  view.links = {link("c", "a"), link("a", "c")};  // a circle
  view.links.push_back(link("b", "c"));
  std::string order;
  const TimelineView ordered = in_order(view);
  for (const TimelineItem& one : ordered.lanes[0].items) order += one.id;
  EXPECT_EQ(order, "zbca");
}

TEST(TimelineViewTest, ADateWithoutAnyBoundIsListedWithTheUndated) {
  TimelineView view = harbour();
  view.lanes[0].items.push_back(item("ghost", "Ghost", "2018"));
  view.lanes[0].items.back().extent = Extent{};
  const TimelineView ordered = in_order(view);
  EXPECT_EQ(ordered.lanes[0].items.size(), 2u);
  EXPECT_EQ(ordered.undated.size(), 2u);
}

TEST(TimelineViewTest, OneMarkForADayAndAnotherForAYear) {
  const Scene scene = place_timeline(harbour(), metrics());
  const auto first_shape = [&](std::string_view id) {
    for (const Group& group : scene.groups) {
      for (const Item& drawn : group.items) {
        if (drawn.id != id) continue;
        for (const Mark& mark : drawn.marks) {
          if (const auto* shape = std::get_if<Shape>(&mark)) return *shape;
        }
      }
    }
    return Shape{};
  };
  EXPECT_EQ(first_shape("strike").form, ShapeForm::diamond);
  EXPECT_NE(first_shape("strike").fill.color, first_shape("vote").fill.color);
}

}  // namespace
}  // namespace throughline
