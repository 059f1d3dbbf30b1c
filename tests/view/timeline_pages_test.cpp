// SPDX-License-Identifier: Apache-2.0
// Pages of a timeline: together they show what the one figure shows, each thing on the pages that its days touch.
#include "view/timeline_pages.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "view/timeline_layout.hpp"
#include "view/timeline_order.hpp"
#include "view/timeline_random.hpp"
#include "view/timeline_scene.hpp"

namespace throughline {
namespace {

TimelineView story() {
  TimelineView view;
  view.headline.title = "The harbour";
  view.lanes = {{"port",
                 "Port",
                 {item("plan", "Plan", "1985/1996", "initiative"), item("strike", "Strike", "1992-05-01"),
                  item("about", "About then", "[1989-06..1990-06]")}},
                {"town", "Town", {item("vote", "Vote", "2021"), item("law", "Law", "2022/..", "initiative")}}};
  view.links = {link("strike", "vote", "prompts"), link("plan", "strike", "meets")};
  view.undated = {{"song", "A song", "initiative", "Town", ""}};
  return view;
}

std::vector<TimelineView> in_decades(const TimelineView& view) { return pages_of(view, *parse_length("10 years")); }

std::set<std::string> items_of(const TimelineView& view) {
  std::set<std::string> ids;
  for (const TimelineLane& lane : view.lanes)
    for (const TimelineItem& item : lane.items) ids.insert(lane.id + " " + item.id);
  return ids;
}

bool says(const TimelineView& view, const std::string& note) {
  const auto& notes = view.headline.notes;
  return std::find(notes.begin(), notes.end(), note) != notes.end();
}

TEST(TimelinePagesTest, CutAtDecadesAndSaySo) {
  const auto pages = in_decades(story());
  ASSERT_EQ(pages.size(), 3U);
  EXPECT_EQ(pages[0].headline.title, "The harbour: 1980 to 1989, page 1 of 3");
  EXPECT_EQ(pages[1].headline.title, "The harbour: 1990 to 1999, page 2 of 3");
  EXPECT_EQ(pages[2].headline.title, "The harbour: 2020 to 2029, page 3 of 3");
  EXPECT_EQ(items_of(pages[0]), (std::set<std::string>{"port plan", "port about"}));
  EXPECT_EQ(items_of(pages[1]), (std::set<std::string>{"port plan", "port about", "port strike"}));
  EXPECT_EQ(items_of(pages[2]), (std::set<std::string>{"town vote", "town law"}));
  for (const TimelineView& page : pages) EXPECT_EQ(page.lanes.size(), 2U);
}

TEST(TimelinePagesTest, TellWhatAPageAloneCannotShow) {
  const auto pages = in_decades(story());
  EXPECT_TRUE(says(pages[2], "There is no page for 2000 to 2019: nothing has a date there."));
  EXPECT_TRUE(says(pages[1], "1 relation leads to another page: Strike – prompts – Vote (page 3)."));
  EXPECT_TRUE(says(pages[2], "1 relation leads to another page: Strike – prompts – Vote (page 2)."));
  EXPECT_TRUE(says(pages[0], "What has no date (1) stands on page 3."));
  EXPECT_EQ(pages[1].links.size(), 1U);
  EXPECT_TRUE(pages[0].links.empty());
  EXPECT_TRUE(pages[0].undated.empty());
  EXPECT_EQ(pages[2].undated.size(), 1U);
}

TEST(TimelinePagesTest, AreCutAtBordersOfTheCalendar) {
  TimelineView view;
  view.lanes = {{"a", "A", {item("one", "One", "2020-02-29"), item("two", "Two", "2020-03-03")}}};
  const auto first_of = [&](const char* length) {
    const auto pages = pages_of(view, *parse_length(length));
    return print_day(pages.front().page->first) + " " + print_day(pages.front().page->last);
  };
  EXPECT_EQ(first_of("1 month"), "2020-02-01 2020-02-29");
  EXPECT_EQ(first_of("3 months"), "2020-01-01 2020-03-31");
  EXPECT_EQ(first_of("100 years"), "2000-01-01 2099-12-31");
  EXPECT_EQ(first_of("1 week"), "2020-02-24 2020-03-01");
  EXPECT_EQ(first_of("1 day"), "2020-02-29 2020-02-29");
  EXPECT_EQ(first_of("30 hours"), "2020-02-28 2020-02-29");  // two days begun
}

TEST(TimelinePagesTest, OfHoursAreCutAtHours) {
  TimelineView view;
  view.clock = Clock{540, true, false};
  view.lanes = {
      {"a", "A", {item("one", "One", "2018-04-27T09:30+09:00"), item("two", "Two", "2018-04-27T21:00+09:00")}}};
  for (TimelineItem& each : view.lanes[0].items) each.extent = extent_on(date_of(each.when), *view.clock, {});
  const auto pages = pages_of(view, *parse_length("6 hours"));
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].headline.title, ": 2018-04-27T06:00 to 2018-04-27T11:59, page 1 of 2");
}

TEST(TimelinePagesTest, TooManyAreCountedNoFurther) {
  TimelineView view;
  view.lanes = {{"a", "A", {item("one", "One", "Y-170000000"), item("two", "Two", "2020-03-03")}}};
  EXPECT_EQ(count_stretches(view, *parse_length("1 day")), most_pages + 1);
  EXPECT_LE(count_stretches(view, *parse_length("1000000 years")), 172U);
}

// All pages are as wide as each other, a month of 28 days has the days of one of 31.
TEST(TimelinePagesTest, HaveOneScale) {
  const auto scale_of = [](const TimelineView& page) {
    const Extremes extremes{{{page.page->first, page.page->last}}, page.page->opens_left, page.page->opens_right};
    return plan_along(page, extremes, 0, 1000, 0).axis.pixels_per_day();
  };
  for (unsigned seed = 0; seed < 40; ++seed) {
    const TimelineView whole = in_order(ViewMaker(seed).make(6, 700));
    if (items_of(whole).empty() || count_stretches(whole, *parse_length("1 month")) > most_pages) continue;
    const auto pages = pages_of(whole, *parse_length("1 month"));
    for (const TimelineView& page : pages) {
      ASSERT_TRUE(page.page);
      EXPECT_DOUBLE_EQ(scale_of(page), scale_of(pages.front()));
    }
  }
}

// Day by day: on which pages is a day that the thing may have held on? What no page draws is told or undated.
TEST(TimelinePagesTest, TogetherShowWhatTheOneFigureShows) {
  const char* const lengths[] = {"10 days", "1 month", "7 months", "1 year", "10 years"};
  std::size_t tried = 0;
  for (unsigned seed = 0; seed < 120; ++seed) {
    const TimelineView whole = in_order(ViewMaker(seed).make(1 + seed % 7, 1 + seed * 7 % 900));
    const Duration length = *parse_length(lengths[seed % 5]);
    if (items_of(whole).empty() || count_stretches(whole, length) > most_pages) continue;
    const auto pages = pages_of(whole, length);
    ++tried;
    std::map<std::string, std::set<std::size_t>> found;
    for (std::size_t page = 0; page < pages.size(); ++page)
      for (const std::string& id : items_of(pages[page])) found[id].insert(page);
    std::map<std::string, std::set<std::size_t>> expected;
    for (const TimelineLane& lane : whole.lanes)
      for (const TimelineItem& item : lane.items)
        for (std::size_t page = 0; page < pages.size(); ++page)
          for (Day day = pages[page].page->first; day <= pages[page].page->last; ++day) {
            const bool is_after = !item.extent.start.earliest || *item.extent.start.earliest <= day;
            const bool is_before = !item.extent.end.latest || day <= *item.extent.end.latest;
            if (!is_after || !is_before) continue;
            expected[lane.id + " " + item.id].insert(page);
            break;
          }
    EXPECT_EQ(found, expected) << seed;
    EXPECT_EQ(found.size(), items_of(whole).size()) << seed;
    std::size_t undated = 0;
    for (const TimelineView& page : pages) undated += page.undated.size();
    EXPECT_EQ(undated, whole.undated.size()) << seed;
  }
  EXPECT_GT(tried, 50U);
}

// On a page that has both ends, or in words on the pages of each.
TEST(TimelinePagesTest, LoseNoRelation) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    const TimelineView whole = in_order(ViewMaker(seed).make(6, 3000));
    if (items_of(whole).empty()) continue;
    const auto pages = pages_of(whole, *parse_length("10 years"));
    std::map<std::string, std::string> names;
    for (const TimelineLane& lane : whole.lanes)
      for (const TimelineItem& item : lane.items) names[item.id] = item.name;
    for (const TimelineLink& link : whole.links) {
      const std::string told = fmt::format("{} – {} – {}", names[link.from], link.label, names[link.to]);
      std::size_t drawn = 0;
      std::size_t notes = 0;
      for (const TimelineView& page : pages) {
        for (const TimelineLink& shown : page.links) drawn += shown.id == link.id;
        for (const std::string& note : page.headline.notes) notes += note.find(told) != std::string::npos;
      }
      EXPECT_TRUE(drawn > 0 || notes > 1) << seed << " " << link.id;
    }
  }
}

// What is cut off has no closed end there, and the legend says why.
TEST(TimelinePagesTest, ShowWhatGoesOn) {
  const auto pages = in_decades(story());
  const auto legend = [](const TimelineView& view) {
    std::set<std::string> labels;
    for (const Group& group : place_timeline(view, metrics()).groups)
      if (group.id == "legend")
        for (const Item& entry : group.items) labels.insert(entry.name);
    return labels;
  };
  EXPECT_TRUE(legend(pages[0]).contains("goes on on another page"));
  EXPECT_TRUE(legend(pages[1]).contains("goes on on another page"));
  EXPECT_FALSE(legend(pages[1]).contains("ongoing"));  // what has no end goes on to the last page
  EXPECT_FALSE(legend(pages[2]).contains("goes on on another page"));
  EXPECT_TRUE(legend(pages[2]).contains("ongoing"));
}

}  // namespace
}  // namespace throughline
