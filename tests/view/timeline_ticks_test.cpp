// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_ticks.hpp"

#include <gtest/gtest.h>

#include <random>

#include "view/timeline_sample.hpp"

namespace throughline {
namespace {

std::string next(std::string_view day, CalendarStep step, int count) {
  const Extent extent = extent_of(date_of(day));
  std::string days;
  Day tick = tick_from(*extent.start.earliest, step);
  for (int i = 0; i < count; ++i, tick = tick_after(tick, step)) days += (i == 0 ? "" : " ") + print_day(tick);
  return days;
}

TEST(TimelineTicksTest, TicksFallOnCalendarUnits) {
  EXPECT_EQ(next("2020-02-28", {CalendarUnit::day, 1}, 4), "2020-02-28 2020-02-29 2020-03-01 2020-03-02");
  EXPECT_EQ(next("2020-01-30", {CalendarUnit::day, 1}, 3), "2020-01-30 2020-01-31 2020-02-01");
  EXPECT_EQ(next("2020-01-28", {CalendarUnit::day, 2}, 3), "2020-01-29 2020-02-01 2020-02-03");
  EXPECT_EQ(next("2018-04-27", {CalendarUnit::day, 7}, 3), "2018-04-30 2018-05-07 2018-05-14");
  EXPECT_EQ(next("2018-04-02", {CalendarUnit::month, 3}, 3), "2018-07-01 2018-10-01 2019-01-01");
  EXPECT_EQ(next("2018-01-01", {CalendarUnit::year, 5}, 3), "2020-01-01 2025-01-01 2030-01-01");
}

TEST(TimelineTicksTest, CenturiesAreCountedAsPeopleDo) {
  const CalendarStep step{CalendarUnit::year, 500};
  EXPECT_EQ(next("-0999-01-01", step, 5), "-0999-01-01 -0499-01-01 0001-01-01 0500-01-01 1000-01-01");
  EXPECT_EQ(next("-0003-01-01", {CalendarUnit::year, 1}, 3), "-0003-01-01 -0002-01-01 -0001-01-01");
}

std::vector<AxisTick> ticks_between(Day first, Day last, const std::string& language = "en") {
  const TimeAxis axis({{first, first}, {last, last}}, {200, 1000, 14, 14, 60});
  return find_ticks(axis, metrics(), {12, 16, 60, 0, 1052, language});
}

TEST(TimelineTicksTest, WordsFitTheScale) {
  const auto words = [](const AxisTick& tick) { return tick.context + "|" + tick.label; };
  const auto days = ticks_between(day_of(2021, 1, 29), day_of(2021, 2, 4));
  EXPECT_EQ(words(days[0]), "Jan 2021|29");
  EXPECT_EQ(words(days[1]), "|30");
  EXPECT_EQ(words(days[3]), "Feb 2021|1");
  const auto months = ticks_between(day_of(2020, 10, 1), day_of(2021, 8, 1));
  EXPECT_EQ(words(months[0]), "2020|Oct");
  EXPECT_EQ(words(months[3]), "2021|Jan");
  const auto years = ticks_between(day_of(2000, 1, 1), day_of(2020, 1, 1));
  EXPECT_EQ(words(years[0]), "|2000");
  EXPECT_EQ(words(years[1]), "|2002");
  EXPECT_EQ(words(ticks_between(day_of(2000, 1, 1), day_of(2020, 1, 1), "ko")[0]), "|2000년");
  EXPECT_EQ(words(ticks_between(day_of(-170'000'000, 1, 1), day_of(2000, 1, 1))[0]), "|150,000,000 BC");
}

// The day is named where it begins, and where the axis does.
TEST(TimelineTicksTest, HoursStandBelowTheirDay) {
  const auto ticks_of = [](Minute first, Minute last, const std::string& language) {
    const TimeAxis axis({{first, first}, {last, last}}, {200, 1000, 14, 14, 60, minutes_in_day});
    std::string all;
    for (const AxisTick& tick : find_ticks(axis, metrics(), {12, 16, 60, 0, 1052, language}))
      all += fmt::format("{}{}{} ", tick.context, tick.context.empty() ? "" : "|", tick.label);
    return all;
  };
  const Minute day = day_of(2018, 4, 27) * minutes_in_day;
  EXPECT_EQ(ticks_of(day + 9 * 60, day + 10 * 60, "en"),
            "27 Apr 2018|08:30 08:45 09:00 09:15 09:30 09:45 10:00 10:15 10:30 ");
  EXPECT_EQ(ticks_of(day + 9 * 60, day + 17 * 60, "ko"),
            "2018년 4월 27일|09:00 10:00 11:00 12:00 13:00 14:00 15:00 16:00 17:00 ");
  EXPECT_EQ(ticks_of(day + 20 * 60, day + 50 * 60, "en"), "28 Apr 2018|00:00 06:00 12:00 18:00 29 Apr 2018|00:00 ");
  EXPECT_EQ(ticks_of(day, day + 9 * minutes_in_day, "en"), "Apr 2018|27 28 29 30 May 2018|1 2 3 4 5  ");
}

TEST(TimelineTicksTest, TicksKeepTheirDistanceAndWordsDoNotMeet) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::int64_t spans[] = {1, 10, 100, 1000, 30'000, 1'000'000, 100'000'000};
    std::vector<DayRange> occupied;
    for (unsigned long i = 1 + random() % 8; i > 0; --i) {
      const Day day = static_cast<Day>(random()) % spans[round % 7] - spans[round % 7] / 3;
      occupied.push_back({day, day});
    }
    const TimeAxis axis(occupied, {200, 1000, 14, 14, 80});
    const auto ticks = find_ticks(axis, metrics(), {12, 16, 60, 0, 1052, "en"});
    ASSERT_FALSE(ticks.empty());
    double reached = 0;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
      const double before = i > 0 ? ticks[i - 1].x : ticks[i].x - 60;
      EXPECT_GE(ticks[i].x - before, 59.9) << "round " << round;
      if (ticks[i].label.empty()) continue;
      const double half = std::max(metrics().width(ticks[i].label, 12), metrics().width(ticks[i].context, 12)) / 2;
      EXPECT_GE(ticks[i].label_x - half, reached) << "round " << round;
      reached = ticks[i].label_x + half + 2;
    }
    EXPECT_LE(reached, 1054);
  }
}

}  // namespace
}  // namespace throughline
