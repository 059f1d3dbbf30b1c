// SPDX-License-Identifier: Apache-2.0
// The definition is the test: each predicate is asked in every pair of worlds of small values.
#include <gtest/gtest.h>

#include <algorithm>

#include "edtf_text.hpp"
#include "enumeration.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

bool world_overlaps(const World& a, const World& b) { return std::max(a.start, b.start) <= std::min(a.end, b.end); }
bool world_before(const World& a, const World& b) { return a.end < b.start; }
bool world_during(const World& a, const World& b) { return b.start <= a.start && a.end <= b.end; }

void expect_agreement(const std::string& a, const std::string& b) {
  const Edtf left = edtf(a);
  const Edtf right = edtf(b);
  const Pair worlds = pair_of(a, b);
  EXPECT_EQ(overlaps(left, right, {}), ask(worlds, world_overlaps)) << a << " overlaps " << b;
  EXPECT_EQ(before(left, right, {}), ask(worlds, world_before)) << a << " before " << b;
  EXPECT_EQ(during(left, right, {}), ask(worlds, world_during)) << a << " during " << b;
}

// A few days around the turn of a month and of a year, so that ends touch, miss by a day and cross often.
const std::vector<std::string> points = {"2018-01-30",  "2018-01-31",  "2018-02-01", "2018-02-02", "2018-01-31~",
                                         "2018-02-01?", "2018-02-01%", "2018-01",    "2018-02",    "2018-01-XX",
                                         "2018-02~",    "2017-12-31",  "2018-01-01", "2018-01-02"};
const std::vector<std::string> long_points = {"2018", "2018-21", "2018-XX", "2018-XX-XX", "2017~", "2018-24~"};
const std::vector<std::string> edges = {"", ".."};

bool has_worlds(const std::string& text) { return !worlds_of(text, 0, window_of({text})).empty(); }

std::vector<std::string> intervals() {
  std::vector<std::string> texts;
  for (const std::string& edge : edges)
    for (const char* date : {"2018-01-31", "2018-02-01", "2018-02", "2018-02~", "2018-01-31?"}) {
      texts.push_back(std::string(date) + "/" + edge);
      texts.push_back(edge + "/" + date);
    }
  for (const char* text : {"2018-01-31/2018-01-31", "2018-01-30/2018-02-01", "2018-02-01/2018-02-02",
                           "2018-01/2018-02-01", "2018-01-31/2018-02", "2018-02/2018-02", "2018-01-30~/2018-02-02",
                           "2018-01-30/2018-02-01~", "2018-01-31%/2018-02-02", "2017-12-31/2018-01-02"})
    texts.emplace_back(text);
  return texts;
}

std::vector<std::string> points_and_intervals() {
  std::vector<std::string> texts = points;
  for (const std::string& text : intervals()) texts.push_back(text);
  return texts;
}

TEST(WorldsProperty, dates_of_some_days_agree_with_every_world) {
  for (const std::string& a : points)
    for (const std::string& b : points) expect_agreement(a, b);
}

TEST(WorldsProperty, intervals_agree_with_every_world) {
  for (const std::string& a : intervals())
    for (const std::string& b : points) expect_agreement(a, b), expect_agreement(b, a);
}

TEST(WorldsProperty, long_dates_agree_with_every_world) {
  for (const std::string& a : long_points)
    for (const char* b :
         {"2018-01-01", "2018-02", "2018-12-31", "2019-01-01", "2018-02/2018-02", "2018-02-01/..", "2018"})
      expect_agreement(a, b), expect_agreement(b, a);
}

TEST(WorldsProperty, held_on_agrees_with_every_world) {
  for (const std::string& text : points_and_intervals())
    for (Day day = day_of(2017, 12, 28); day <= day_of(2018, 3, 5); ++day)
      EXPECT_EQ(held_on(edtf(text), day, {}), ask(pair_of(text, print_day(day)), world_overlaps))
          << text << " on " << print_day(day);
}

TEST(WorldsProperty, held_during_agrees_with_every_world) {
  for (const std::string& text : points_and_intervals())
    for (Day day = day_of(2018, 1, 28); day <= day_of(2018, 2, 4); ++day)
      for (Day last = day; last < day + 4; ++last)
        EXPECT_EQ(held_during(edtf(text), {day, last}, {}),
                  ask(pair_of(text, print_day(day) + "/" + print_day(last)), world_overlaps))
            << text << " from " << print_day(day) << " to " << print_day(last);
}

TEST(WorldsProperty, every_bound_of_an_extent_is_reached) {
  for (const std::string& text : points_and_intervals()) {
    const Worlds worlds = worlds_of(text, 1, window_of({text}));
    const Extent extent = extent_of(edtf(text), Reading{});
    Window starts{never_ends, never_began};
    Window ends{never_ends, never_began};
    for (const World& world : worlds) {
      starts = {std::min(starts.first, world.start), std::max(starts.last, world.start)};
      ends = {std::min(ends.first, world.end), std::max(ends.last, world.end)};
    }
    EXPECT_EQ(extent.start.earliest.value_or(never_began), starts.first) << text;
    EXPECT_EQ(extent.end.latest.value_or(never_ends), ends.last) << text;
    EXPECT_TRUE(extent.start_open || extent.start.latest == starts.last) << text;
    EXPECT_TRUE(extent.ongoing || extent.end.earliest == ends.first) << text;
  }
}

rc::Gen<std::string> any_small_date() {
  return rc::gen::exec([] {
    const Day day = day_of(2017, 12, 1) + *rc::gen::inRange(0, 120);
    const auto size = *rc::gen::element<std::size_t>(7, 10, 10, 10);
    return print_day(day).substr(0, size) + *rc::gen::elementOf(std::vector<std::string>{"", "", "", "?", "~", "%"});
  });
}

rc::Gen<std::string> any_small_interval() {
  return rc::gen::exec([] {
    const std::string date = *any_small_date();
    const std::string edge = *rc::gen::elementOf(edges);
    switch (*rc::gen::inRange(0, 5)) {
      case 0: return date + "/" + edge;
      case 1: return edge + "/" + date;
      default: return date + "/" + *any_small_date();
    }
  });
}

TEST(WorldsProperty, an_interval_is_refused_if_it_has_no_world) {
  check_property(
      [] {
        const std::string text = *any_small_interval();
        RC_ASSERT(is_edtf(text) == has_worlds(text));
      },
      500);
}

TEST(WorldsProperty, random_values_agree_with_every_world) {
  check_property(
      [] {
        const std::string a = *rc::gen::oneOf(any_small_date(), any_small_interval());
        const std::string b = *rc::gen::oneOf(any_small_date(), any_small_interval());
        RC_PRE(is_edtf(a) && is_edtf(b));
        const Pair worlds = pair_of(a, b);
        RC_PRE(worlds.wide_a.size() * worlds.wide_b.size() < 300'000);
        RC_ASSERT(overlaps(edtf(a), edtf(b), {}) == ask(worlds, world_overlaps));
        RC_ASSERT(before(edtf(a), edtf(b), {}) == ask(worlds, world_before));
        RC_ASSERT(during(edtf(a), edtf(b), {}) == ask(worlds, world_during));
      },
      300);
}

TEST(WorldsProperty, overlap_has_no_direction) {
  check_property(
      [] {
        const std::string a = *rc::gen::oneOf(any_date_text(), any_masked_text(), any_interval_text());
        const std::string b = *rc::gen::oneOf(any_date_text(), any_masked_text(), any_interval_text());
        RC_PRE(is_edtf(a) && is_edtf(b));
        RC_ASSERT(overlaps(edtf(a), edtf(b), {}) == overlaps(edtf(b), edtf(a), {}));
      },
      1000);
}

TEST(WorldsProperty, a_wider_tolerance_never_makes_surer) {
  check_property(
      [] {
        const std::string a = *rc::gen::oneOf(any_date_text(), any_masked_text(), any_interval_text());
        const std::string b = *rc::gen::oneOf(any_date_text(), any_masked_text(), any_interval_text());
        RC_PRE(is_edtf(a) && is_edtf(b));
        const Verdict narrow = overlaps(edtf(a), edtf(b), Reading{{1, std::nullopt}}).verdict;
        const Verdict wide = overlaps(edtf(a), edtf(b), Reading{{5, std::nullopt}}).verdict;
        RC_ASSERT(wide == narrow || wide == Verdict::possible);
      },
      1000);
}

}  // namespace
}  // namespace throughline
