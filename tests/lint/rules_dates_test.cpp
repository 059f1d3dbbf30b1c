// SPDX-License-Identifier: Apache-2.0
// V21 on timelines of ours: what lies where its date is passes, what is moved is found, in both forms.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "lint/linted.hpp"
#include "render/figure.hpp"
#include "view/timeline_pages.hpp"
#include "view/timeline_sample.hpp"
#include "view/timeline_scene.hpp"

namespace throughline::lint {
namespace {

std::string timeline(bool is_vertical) {
  TimelineView view;
  view.headline.title = "A harbour";
  view.sheet.is_vertical = is_vertical;
  view.lanes = {{"a",
                 "Harbour",
                 {item("flood", "Flood", "2010-03-01"), item("vote", "Vote", "2014"),
                  item("plan", "Plan", "2016/2019-06-30", "initiative"), item("dike", "Dike", "2021/..", "initiative"),
                  item("about", "About then", "2012~")}}};
  Diagnostics diagnostics;
  return render(place_timeline(view, metrics()), "svg", diagnostics);
}

Measured measured(const std::string& svg, Verdict verdict, std::string_view rule = "V21") {
  const auto report = linted(svg);
  for (const RuleRow& row : report->rows) {
    if (row.rule->id != rule) continue;
    EXPECT_EQ(row.verdict, verdict) << row.measured.value << row.measured.reason;
    return row.measured;
  }
  return {};
}

std::string with(std::string svg, std::string_view what, std::string_view instead) {
  const std::size_t at = svg.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return svg.replace(at, what.size(), instead);
}

TEST(DatesDrawn, lie_where_they_are) {
  for (const bool is_vertical : {false, true})
    EXPECT_TRUE(measured(timeline(is_vertical), Verdict::pass).value.starts_with("0 of "));
}

TEST(DatesDrawn, of_another_day_are_found) {
  for (const bool is_vertical : {false, true}) {
    const std::string svg = timeline(is_vertical);
    for (const auto& [was, is, part] : {std::tuple{"\"2010-03-01\"", "\"2011-03-01\"", "the middle of `Flood"},
                                        {"\"2014\"", "\"2014-07\"", "`Vote"},
                                        {"\"2016/2019-06-30\"", "\"2015/2019-06-30\"", "the start"},
                                        {"\"2016/2019-06-30\"", "\"2016/2020-06-30\"", "the end"}}) {
      const auto found =
          measured(with(svg, fmt::format("data-when={}", was), fmt::format("data-when={}", is)), Verdict::fail);
      ASSERT_FALSE(found.findings.empty());
      EXPECT_NE(found.findings[0].message.find(part), std::string::npos) << found.findings[0].message;
    }
  }
}

TEST(DatesDrawn, that_are_solid_where_only_possible_are_found) {
  for (const bool is_vertical : {false, true}) {
    const auto found = measured(with(timeline(is_vertical), "\"2016/2019-06-30\"", "\"2016/2019\""), Verdict::fail);
    EXPECT_GE(found.findings.size(), 1U);
  }
}

// How far `~` reaches is not known to the figure; that it reaches as far as is stated, is.
TEST(DatesDrawn, that_are_approximate_cover_what_is_stated) {
  for (const bool is_vertical : {false, true}) {
    const auto found = measured(with(timeline(is_vertical), "\"2012~\"", "\"2018~\""), Verdict::fail);
    ASSERT_FALSE(found.findings.empty());
    EXPECT_NE(found.findings[0].message.find("the end of `About then"), std::string::npos) << found.findings[0].message;
  }
}

// V22 goes by the date where there is one: a name may say that something is ongoing.
TEST(OpenEnds, are_told_by_dates_before_words) {
  TimelineView view;
  view.headline.title = "A harbour";
  view.lanes = {{"a", "Harbour", {item("flood", "An ongoing flood", "2010-03-01"), item("vote", "Vote", "2014")}}};
  view.lanes[0].items[0].description = "An ongoing flood: event, 1 March 2010";
  Diagnostics diagnostics;
  const std::string svg = render(place_timeline(view, metrics()), "svg", diagnostics);
  EXPECT_EQ(measured(svg, Verdict::pass, "V22").value, "neither");
}

// Six hours left out, times of two zones, a day among them.
std::string hours(bool is_vertical) {
  TimelineView view;
  view.headline.title = "A flood";
  view.sheet.is_vertical = is_vertical;
  view.lanes = {{"a",
                 "River",
                 {item("alarm", "Alarm", "2021-07-14T01:17+02:00"), item("crest", "Crest", "2021-07-14T02:00+02:00"),
                  item("call", "Call", "2021-07-14T22:10Z"), item("help", "Help", "2021-07-15T01:15+02:00")}}};
  std::vector<const Edtf*> dates;
  std::vector<Edtf> values;
  for (const TimelineItem& each : view.lanes[0].items) values.push_back(date_of(each.when));
  for (const Edtf& value : values) dates.push_back(&value);
  view.clock = clock_of(dates);
  view.breaks.least = parse_length("6 hours");
  for (std::size_t i = 0; i < values.size(); ++i) view.lanes[0].items[i].extent = extent_on(values[i], *view.clock, {});
  Diagnostics diagnostics;
  return render(place_timeline(view, metrics()), "svg", diagnostics);
}

TEST(DatesDrawn, with_times_of_day_lie_where_they_are) {
  for (const bool is_vertical : {false, true}) {
    const std::string svg = hours(is_vertical);
    EXPECT_NE(svg.find("hours</text>"), std::string::npos);
    EXPECT_EQ(measured(svg, Verdict::pass).value, "0 of 4 places");
    const auto found =
        measured(with(svg, "data-when=\"2021-07-15T01:15+02:00\"", "data-when=\"2021-07-15T01:15Z\""), Verdict::fail);
    ASSERT_FALSE(found.findings.empty());
    EXPECT_NE(found.findings[0].message.find("Help"), std::string::npos) << found.findings[0].message;
  }
}

// Each page alone, though what it shows lies partly on others.
TEST(DatesDrawn, on_pages_lie_where_they_are) {
  TimelineView view;
  view.headline.title = "A harbour";
  view.lanes = {{"a",
                 "Harbour",
                 {item("flood", "Flood", "2009-12-30"), item("vote", "Vote", "[2009-06..2010-06]"),
                  item("plan", "Plan", "2003/2019-06-30", "initiative"), item("dike", "Dike", "2021/..", "initiative"),
                  item("talks", "Talks", "2005/2012~", "initiative"), item("law", "Law", "../2011", "initiative")}}};
  const auto pages = pages_of(view, *parse_length("10 years"));
  ASSERT_EQ(pages.size(), 3U);
  Diagnostics diagnostics;
  for (const TimelineView& page : pages) {
    const auto report = linted(render(place_timeline(page, metrics()), "svg", diagnostics));
    ASSERT_TRUE(report);
    EXPECT_EQ(faults_of(*report, [](const RuleRow& row) { return row.verdict == Verdict::fail; }), "")
        << page.headline.title;
  }
  const std::string svg = render(place_timeline(pages[1], metrics()), "svg", diagnostics);
  const auto found =
      measured(with(svg, "data-when=\"2003/2019-06-30\"", "data-when=\"2003/2018-06-30\""), Verdict::fail);
  ASSERT_FALSE(found.findings.empty());
  EXPECT_NE(found.findings[0].message.find("the end of `Plan"), std::string::npos) << found.findings[0].message;
}

TEST(DatesDrawn, without_dates_are_not_decided) {
  std::string svg = timeline(false);
  for (std::size_t at = 0; (at = svg.find("data-when", at)) != std::string::npos;) svg.replace(at, 9, "data-what");
  EXPECT_EQ(measured(svg, Verdict::not_measured).reason, "the figure does not hold the dates that it was drawn from");
}

}  // namespace
}  // namespace throughline::lint
