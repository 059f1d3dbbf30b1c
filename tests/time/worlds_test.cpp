// SPDX-License-Identifier: Apache-2.0
#include "time/worlds.hpp"

#include <gtest/gtest.h>

#include "edtf_text.hpp"

namespace throughline {
namespace {

Day day(std::string_view text) { return *bounds_of(std::get<Date>(edtf(text).value)).earliest; }

std::string print(const Bounds& bounds) {
  const auto side = [](const std::optional<Day>& bound) { return bound ? print_day(*bound) : ""; };
  return side(bounds.earliest) + ".." + side(bounds.latest);
}

std::string start(std::string_view text) { return print(extent_of(edtf(text)).start); }
std::string end(std::string_view text) { return print(extent_of(edtf(text)).end); }
std::string widened(std::string_view text, Tolerance tolerance = {}) {
  return print(extent_of(edtf(text), Reading{tolerance}).start);
}

TEST(Extent, of_a_date_is_its_unit) {
  EXPECT_EQ(start("2018"), "2018-01-01..2018-12-31");
  EXPECT_EQ(start("2016-02"), "2016-02-01..2016-02-29");
  EXPECT_EQ(start("2018-04-27"), "2018-04-27..2018-04-27");
  EXPECT_EQ(start("2018-04-27T09:30"), "2018-04-27..2018-04-27");
  EXPECT_EQ(end("2018"), start("2018"));
}

TEST(Extent, of_unspecified_digits_is_all_they_allow) {
  EXPECT_EQ(start("201X"), "2010-01-01..2019-12-31");
  EXPECT_EQ(start("20XX"), "2000-01-01..2099-12-31");
  EXPECT_EQ(start("-201X"), "-2019-01-01..-2010-12-31");
  EXPECT_EQ(start("2018-XX"), "2018-01-01..2018-12-31");
  EXPECT_EQ(start("2018-04-XX"), "2018-04-01..2018-04-30");
  EXPECT_EQ(start("2018-XX-XX"), "2018-01-01..2018-12-31");
}

TEST(Extent, of_a_season_is_its_year) { EXPECT_EQ(start("2018-24"), "2018-01-01..2018-12-31"); }

TEST(Extent, of_an_interval_has_two_ends) {
  EXPECT_EQ(start("2017/2022-05"), "2017-01-01..2017-12-31");
  EXPECT_EQ(end("2017/2022-05"), "2022-05-01..2022-05-31");
}

TEST(Extent, leaves_out_days_that_the_other_end_forbids) {
  EXPECT_EQ(start("2018/2018-06"), "2018-01-01..2018-06-30");
  EXPECT_EQ(end("2018-04-27/2018-XX"), "2018-04-27..2018-12-31");
}

TEST(Extent, has_one_bound_where_an_end_is_open_or_unknown) {
  EXPECT_EQ(end("2022/.."), "2022-01-01..");
  EXPECT_EQ(end("2022/"), "2022-01-01..");
  EXPECT_EQ(start("../2010"), "..2010-12-31");
  EXPECT_EQ(start("/2010"), "..2010-12-31");
}

TEST(Extent, tells_open_from_unknown) {
  EXPECT_TRUE(extent_of(edtf("2022/..")).ongoing);
  EXPECT_FALSE(extent_of(edtf("2022/..")).end_unknown);
  EXPECT_TRUE(extent_of(edtf("2022/")).end_unknown);
  EXPECT_TRUE(extent_of(edtf("../2010")).start_open);
  EXPECT_TRUE(extent_of(edtf("/2010")).start_unknown);
  EXPECT_FALSE(extent_of(edtf("/2010")).start_open);
}

TEST(Extent, tells_qualities_of_both_ends) {
  const Extent extent = extent_of(edtf("2018-04?/2020~"));
  EXPECT_TRUE(extent.is_interval && extent.uncertain && extent.approximate);
  EXPECT_EQ(extent.precision, Precision::year);
  EXPECT_FALSE(extent_of(edtf("2018")).is_interval);
}

TEST(Extent, precision_is_the_smallest_unit_that_is_known) {
  const auto precision = [](std::string_view text) { return extent_of(edtf(text)).precision; };
  EXPECT_EQ(precision("2018-04-27T09:30"), Precision::moment);
  EXPECT_EQ(precision("2018-04-27"), Precision::day);
  EXPECT_EQ(precision("2018-04-XX"), Precision::month);
  EXPECT_EQ(precision("2018-21"), Precision::season);
  EXPECT_EQ(precision("2018-XX-XX"), Precision::year);
  EXPECT_EQ(precision("201X"), Precision::decade);
  EXPECT_EQ(precision("20XX"), Precision::century);
}

TEST(Tolerance, is_one_unit_of_the_stated_precision) {
  EXPECT_EQ(widened("2018-04-27~"), "2018-04-26..2018-04-28");
  EXPECT_EQ(widened("2018-03~"), "2018-02-01..2018-04-30");
  EXPECT_EQ(widened("2018-21~"), "2017-10-01..2019-03-31");
  EXPECT_EQ(widened("2018%"), "2017-01-01..2019-12-31");
  EXPECT_EQ(widened("201X~"), "2000-01-01..2029-12-31");
  EXPECT_EQ(widened("20XX~"), "1900-01-01..2199-12-31");
}

TEST(Tolerance, is_what_the_reading_says) {
  EXPECT_EQ(widened("2018~", {2, std::nullopt}), "2016-01-01..2020-12-31");
  EXPECT_EQ(widened("2018~", {6, Precision::month}), "2017-07-01..2019-06-30");
  EXPECT_EQ(widened("2018~", {10, Precision::day}), "2017-12-22..2019-01-10");
  EXPECT_EQ(widened("2018~", {0, std::nullopt}), "2018-01-01..2018-12-31");
}

TEST(Tolerance, touches_only_what_is_approximate) {
  EXPECT_EQ(widened("2018"), start("2018"));
  EXPECT_EQ(widened("2018?"), start("2018"));
  EXPECT_EQ(widened("2018/2019~"), start("2018"));
}

TEST(Tolerance, holds_at_the_limits_of_the_calendar) {
  const Reading widest{{1'000'000, Precision::century}};
  const Extent late = extent_of(edtf("Y999999999999999~"), widest);
  const Extent early = extent_of(edtf("Y-999999999999999~"), widest);
  EXPECT_GT(*late.start.latest, last_day(max_year, 12));
  EXPECT_LT(*early.start.earliest, first_day(-max_year, 1));
}

struct Case {
  const char* a;
  const char* b;
  Verdict verdict;
};

constexpr Verdict no = Verdict::impossible;
constexpr Verdict maybe = Verdict::possible;
constexpr Verdict yes = Verdict::certain;

TEST(HeldOn, follows_the_worlds) {
  for (const Case& c : std::initializer_list<Case>{{"2018-04-27", "2018-04-27", yes},
                                                   {"2018-04-27", "2018-04-28", no},
                                                   {"2018", "2018-04-27", maybe},
                                                   {"2018", "2019-01-01", no},
                                                   {"2018-21", "2018-11-01", maybe},
                                                   {"2017/2019", "2018-04-27", yes},
                                                   {"2017/2019", "2017-06-01", maybe},
                                                   {"2017/2019", "2017-12-31", yes},
                                                   {"2017/2019", "2019-01-01", yes},
                                                   {"2017/2019", "2020-01-01", no},
                                                   {"2018/2018", "2018-06-01", maybe}})
    EXPECT_EQ(held_on(edtf(c.a), day(c.b), {}).verdict, c.verdict) << c.a << " on " << c.b;
}

TEST(HeldOn, ongoing_holds_for_certain_and_an_unknown_end_possibly) {
  EXPECT_EQ(held_on(edtf("2022/.."), day("2026-01-01"), {}).verdict, yes);
  EXPECT_EQ(held_on(edtf("2022/"), day("2026-01-01"), {}).verdict, maybe);
  EXPECT_EQ(held_on(edtf("2022/.."), day("2022-06-01"), {}).verdict, maybe);
  EXPECT_EQ(held_on(edtf("2022/.."), day("2021-12-31"), {}).verdict, no);
  EXPECT_EQ(held_on(edtf("../2010"), day("1800-01-01"), {}).verdict, yes);
  EXPECT_EQ(held_on(edtf("/2010"), day("1800-01-01"), {}).verdict, maybe);
}

TEST(HeldOn, an_unknown_end_is_not_before_the_start) {
  EXPECT_EQ(held_on(edtf("2022-05-10/"), day("2022-05-10"), {}).verdict, yes);
  EXPECT_EQ(held_on(edtf("/2022-05-10"), day("2022-05-10"), {}).verdict, yes);
}

TEST(HeldOn, an_uncertain_statement_is_never_certain) {
  EXPECT_EQ(held_on(edtf("2018-04-27?"), day("2018-04-27"), {}), (Answer{maybe, false}));
  EXPECT_EQ(held_on(edtf("2018-04-27?"), day("2018-04-28"), {}), (Answer{no, false}));
  EXPECT_EQ(held_on(edtf("2017?/2019"), day("2018-04-27"), {}).verdict, maybe);
}

TEST(HeldOn, says_when_the_tolerance_decided) {
  EXPECT_EQ(held_on(edtf("2018-04-27~"), day("2018-04-27"), {}), (Answer{maybe, true}));
  EXPECT_EQ(held_on(edtf("2018-04-27~"), day("2018-04-28"), {}), (Answer{maybe, true}));
  EXPECT_EQ(held_on(edtf("2018-04-27~"), day("2018-04-29"), {}), (Answer{no, false}));
  EXPECT_EQ(held_on(edtf("2018~"), day("2018-04-27"), {}), (Answer{maybe, false}));
  EXPECT_EQ(held_on(edtf("2018-04-27%"), day("2018-04-27"), {}), (Answer{maybe, false}));
}

TEST(HeldDuring, asks_for_some_day_of_a_known_stretch) {
  const Bounds year = bounds_of(std::get<Date>(edtf("2018").value));
  EXPECT_EQ(held_during(edtf("2018"), year, {}).verdict, yes);
  EXPECT_EQ(held_during(edtf("2018-04"), year, {}).verdict, yes);
  EXPECT_EQ(held_during(edtf("201X"), year, {}).verdict, maybe);
  EXPECT_EQ(held_during(edtf("2019"), year, {}).verdict, no);
  EXPECT_EQ(held_during(edtf("2018/2019"), year, {}).verdict, yes);
  EXPECT_EQ(held_during(edtf("2018"), {}, {}).verdict, yes);
  EXPECT_EQ(held_during(edtf("2018"), {day("2018-07-01"), std::nullopt}, {}).verdict, maybe);
}

TEST(Overlaps, follows_the_worlds) {
  for (const Case& c : std::initializer_list<Case>{{"2018-04-27", "2018-04-27", yes},
                                                   {"2018", "2018", maybe},
                                                   {"2018", "2019", no},
                                                   {"2017/2019", "2018", yes},
                                                   {"2017/2018", "2018/2019", maybe},
                                                   {"2017/2018", "2019/2020", no},
                                                   {"2022/..", "2024/..", yes},
                                                   {"2022/", "2024/..", maybe},
                                                   {"../2010", "/2005", yes},
                                                   {"2010/..", "../2005", no}})
    EXPECT_EQ(overlaps(edtf(c.a), edtf(c.b), {}).verdict, c.verdict) << c.a << " overlaps " << c.b;
}

TEST(Before, follows_the_worlds) {
  for (const Case& c : std::initializer_list<Case>{{"2018-04-27", "2018-04-28", yes},
                                                   {"2018-04-27", "2018-04-27", no},
                                                   {"2018", "2019", yes},
                                                   {"2018", "2018-04-27", maybe},
                                                   {"2018", "2018-01-01", no},
                                                   {"2017/2019", "2020-05", yes},
                                                   {"2017/2019", "2019", maybe},
                                                   {"2022/..", "2030", no},
                                                   {"2022/", "2030", maybe},
                                                   {"2022/", "2022", maybe},
                                                   {"2010", "../2030", no},
                                                   {"2010", "/2030", maybe}})
    EXPECT_EQ(before(edtf(c.a), edtf(c.b), {}).verdict, c.verdict) << c.a << " before " << c.b;
}

TEST(Before, looks_at_the_clock_within_a_day) {
  for (const Case& c : std::initializer_list<Case>{{"2018-04-27T09:30", "2018-04-27T12:00", yes},
                                                   {"2018-04-27T12:00", "2018-04-27T09:30", no},
                                                   {"2018-04-27T09:30", "2018-04-27T09:30:20", maybe},
                                                   {"2018-04-27T09:30:20", "2018-04-27T09:30:20", maybe},
                                                   {"2018-04-27T09:30:20", "2018-04-27T09:30:20.5", maybe},
                                                   {"2018-04-27T09:30:20.5", "2018-04-27T09:30:20.50", maybe},
                                                   {"2018-04-27T09:30:20.40", "2018-04-27T09:30:20.5", yes},
                                                   {"2018-04-27T09:30:20.6", "2018-04-27T09:30:20.55", no},
                                                   {"2018-04-27T09:30+09:00", "2018-04-27T01:00Z", yes},
                                                   {"2018-04-27T01:00Z", "2018-04-27T09:30+09:00", no},
                                                   {"2018-04-27T20:00-05", "2018-04-28T00:30Z", no},
                                                   {"2018-04-27T24:00", "2018-04-28T00:00:30", maybe}})
    EXPECT_EQ(before(edtf(c.a), edtf(c.b), {}).verdict, c.verdict) << c.a << " before " << c.b;
}

TEST(Before, a_clock_of_unknown_shift_may_be_any_on_earth) {
  EXPECT_EQ(before(edtf("2018-04-27T09:30"), edtf("2018-04-27T12:00Z"), {}).verdict, maybe);
  EXPECT_EQ(before(edtf("2018-04-27T12:00Z"), edtf("2018-04-27T09:30"), {}).verdict, maybe);
  EXPECT_EQ(before(edtf("2018-04-27T09:30"), edtf("2018-04-27T22:00Z"), {}).verdict, yes);
  EXPECT_EQ(before(edtf("2018-04-27T09:30"), edtf("2018-04-26T19:29Z"), {}).verdict, no);
  EXPECT_EQ(before(edtf("2018-04-26T19:29Z"), edtf("2018-04-27T09:30"), {}).verdict, yes);
}

TEST(Before, a_leap_second_comes_before_midnight) {
  EXPECT_EQ(before(edtf("2016-12-31T23:59:60Z"), edtf("2017-01-01T00:00:00Z"), {}).verdict, yes);
  EXPECT_EQ(before(edtf("2016-12-31T23:59:59Z"), edtf("2016-12-31T23:59:60Z"), {}).verdict, yes);
}

TEST(During, follows_the_worlds) {
  for (const Case& c : std::initializer_list<Case>{{"2018-04-27", "2018-04-27", yes},
                                                   {"2018", "2018", maybe},
                                                   {"2018", "2017/2019", yes},
                                                   {"2017", "2017/2019", maybe},
                                                   {"2018/2020", "2017/2019", no},
                                                   {"2018/2019", "2017/2019", maybe},
                                                   {"2018", "2017/..", yes},
                                                   {"2018/..", "2017/..", yes},
                                                   {"2018/..", "2017/2019", no},
                                                   {"2018/", "2017/2019", maybe},
                                                   {"2018/2019", "2018", no},
                                                   {"2018/2018", "2018", maybe}})
    EXPECT_EQ(during(edtf(c.a), edtf(c.b), {}).verdict, c.verdict) << c.a << " during " << c.b;
}

TEST(Meets, follows_the_worlds) {
  for (const Case& c : std::initializer_list<Case>{{"2018-04-27", "2018-04-28", yes},
                                                   {"2018-04-27", "2018-04-29", no},
                                                   {"2017", "2018", maybe},
                                                   {"2017-12-31/2018-04-27", "2018-04-28/..", yes},
                                                   {"2018/..", "2019", no},
                                                   {"2018/", "2030", maybe},
                                                   {"XXXX-12-31", "XXXX-01-01", maybe},
                                                   {"XXXX-12-30", "XXXX-01-01", no},
                                                   {"{2018-01, 2018-03-31}", "2018-04-01", yes}})
    EXPECT_EQ(meets(edtf(c.a), edtf(c.b), {}).verdict, c.verdict) << c.a << " meets " << c.b;
}

TEST(Equals, follows_the_worlds) {
  for (const Case& c : std::initializer_list<Case>{{"2018-04-27", "2018-04-27", yes},
                                                   {"2018", "2018", maybe},
                                                   {"2018-04-27/2018-04-29", "{2018-04-27..2018-04-29}", yes},
                                                   {"2018-04-27/..", "{2018-04-27..}", yes},
                                                   {"2018/..", "2018-04-27/..", maybe},
                                                   {"2018/..", "2018/2030", no},
                                                   {"{2017, 2018}", "2017-12-31/2018-01-01", maybe},
                                                   {"{2017, 2018}", "2017-12-30/2018-01-01", no},
                                                   {"{2018-04-27, 2018-04-28}", "{2018-04-28, 2018-04-27}", yes},
                                                   {"{2001..2010}", "{2001-01..2010-12}", no},
                                                   {"{2001-01..2010-12}", "{2001-01..2010-12}", maybe}})
    EXPECT_EQ(equals(edtf(c.a), edtf(c.b), {}).verdict, c.verdict) << c.a << " equals " << c.b;
}

TEST(CompareInTime, sorts_by_start_then_end) {
  const std::vector<std::string> sorted = {"../2010",         "-0043",        "2017/2022", "2018",
                                           "2018/2019",       "2018/..",      "2018-04",   "2018-04-27",
                                           "2018-04-27/2019", "2018-04-27/.."};
  for (std::size_t i = 0; i + 1 < sorted.size(); ++i)
    EXPECT_TRUE(compare_in_time(extent_of(edtf(sorted[i])), extent_of(edtf(sorted[i + 1]))) < 0)
        << sorted[i] << " < " << sorted[i + 1];
}

}  // namespace
}  // namespace throughline
