// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_axis.hpp"

#include <gtest/gtest.h>

#include <random>

namespace throughline {
namespace {

DayRange on(std::int64_t year, int month, int day) { return {day_of(year, month, day), day_of(year, month, day)}; }
DayRange in(std::int64_t year) { return {day_of(year, 1, 1), day_of(year, 12, 31)}; }

TEST(TimelineAxisTest, EvenDatesHaveNoBreak) {
  EXPECT_TRUE(find_silences({in(2000), in(2010), in(2020), in(2030)}).empty());
  EXPECT_TRUE(find_silences({in(2000)}).empty());
  EXPECT_TRUE(find_silences({}).empty());
}

TEST(TimelineAxisTest, SilencesBetweenSingleDatesStay) {
  // Breaking them would leave nothing to look at.
  EXPECT_TRUE(find_silences({on(1900, 5, 1), on(2000, 5, 1)}).empty());
  EXPECT_TRUE(find_silences({on(1900, 5, 1), on(1950, 5, 1), on(2000, 5, 1)}).empty());
}

TEST(TimelineAxisTest, ASilenceIsLongerThanTheUsualDistance) {
  EXPECT_TRUE(find_silences({in(1995), in(2007), in(2010), in(2017)}).empty());
}

TEST(TimelineAxisTest, ALongSilenceIsBrokenByWholeYears) {
  const auto silences = find_silences({on(1953, 7, 27), on(2018, 4, 27), on(2018, 9, 19), on(2021, 1, 21)});
  ASSERT_EQ(silences.size(), 1u);
  EXPECT_EQ(print_day(silences[0].from), "1954-01-01");
  EXPECT_EQ(print_day(silences[0].to), "2018-01-01");
  EXPECT_EQ(silences[0].span, "64 years");
}

TEST(TimelineAxisTest, ShorterSilencesAreToldInMonthsOrDays) {
  const auto months = find_silences({on(2020, 1, 10), on(2020, 1, 20), on(2020, 12, 10), on(2020, 12, 20)});
  ASSERT_EQ(months.size(), 1u);
  EXPECT_EQ(months[0].span, "10 months");
  const auto days = find_silences({on(2020, 1, 1), on(2020, 1, 3), on(2020, 1, 30), on(2020, 1, 31)});
  ASSERT_EQ(days.size(), 1u);
  EXPECT_EQ(days[0].span, std::to_string(days[0].to - days[0].from) + " days");
}

TEST(TimelineAxisTest, NoBreakCutsADate) {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::vector<DayRange> occupied;
    for (unsigned long i = 2 + random() % 12; i > 0; --i) {
      const Day first = static_cast<Day>(random() % (round % 2 == 0 ? 400 : 90'000));
      occupied.push_back({first, first + static_cast<Day>(random() % 3 == 0 ? random() % 365 : 0)});
    }
    for (const Omission& silence : find_silences(occupied)) {
      EXPECT_LT(silence.from, silence.to);
      for (const DayRange& range : occupied)
        EXPECT_TRUE(range.last < silence.from || silence.to <= range.first) << "round " << round;
    }
  }
}

TEST(TimelineAxisTest, TimeRunsEvenlyBesideABreak) {
  const std::vector<DayRange> occupied = {on(1953, 7, 27), on(2018, 4, 27), on(2018, 9, 19), on(2021, 1, 21)};
  const TimeAxis axis(occupied, {100, 1000, 20, 20, 60});
  ASSERT_EQ(axis.breaks().size(), 1u);
  for (const AxisPiece& piece : axis.pieces()) {
    const double length = axis.x_of(piece.to) - axis.x_of(piece.from);
    EXPECT_NEAR(length, axis.pixels_per_day() * static_cast<double>(piece.to - piece.from), 1e-6);
  }
  EXPECT_NEAR(axis.breaks()[0].right - axis.breaks()[0].left, 60, 1e-9);
  EXPECT_NEAR(axis.x_of(day_of(1953, 7, 27)), 120, 1e-6);
  EXPECT_NEAR(axis.x_of(day_of(2021, 1, 22)), 980, 1e-6);
}

TEST(TimelineAxisTest, ASingleDayStandsInItsWeekAndAYearAmongYears) {
  const TimeAxis day({on(2018, 4, 27)}, {0, 700, 0, 0, 0});
  EXPECT_NEAR(day.pixels_per_day(), 100, 1e-9);
  EXPECT_NEAR(day.middle_of(day_of(2018, 4, 27)), 350, 1e-6);
  const TimeAxis year({in(2021)}, {0, 900, 0, 0, 0});
  EXPECT_NEAR(year.x_of(day_of(2022, 1, 1)) - year.x_of(day_of(2021, 1, 1)), 300, 1e-6);
}

TEST(TimelineAxisTest, SilencesAreLeftOutAsAskedFor) {
  const std::vector<DayRange> occupied = {in(2000), in(2004), in(2011), in(2020)};
  const Breaks five_years{false, parse_duration("5 years")};
  const auto silences = find_silences(occupied, five_years);
  ASSERT_EQ(silences.size(), 2U);
  EXPECT_EQ(silences[0].span, "4 years");
  EXPECT_EQ(days_left_out(silences[0]), "2006 to 2009");
  EXPECT_EQ(find_silences(occupied, {false, parse_duration("20 years")}).size(), 0U);
  EXPECT_TRUE(find_silences({in(1900), in(1990), in(1991), in(1992), in(1993)}, {true, std::nullopt}).empty());
}

}  // namespace
}  // namespace throughline
