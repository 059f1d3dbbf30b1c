// SPDX-License-Identifier: Apache-2.0
// What is drawn of a date is what the date says: every edge on a stated bound.
#include "view/timeline_span.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "view/timeline_sample.hpp"

namespace throughline {
namespace {

// One pixel a day from 1 January 2010, so that x reads as a day.
class TimelineSpanTest : public testing::Test {
 protected:
  static double x(std::int64_t year, int month, int day) {
    return static_cast<double>(day_of(year, month, day) - day_of(2010, 1, 1));
  }

  static MomentSpan moment(std::string_view when) { return moment_span(extent_of(date_of(when)), axis()); }
  static BarSpan bar(std::string_view when) { return bar_span(extent_of(date_of(when)), axis()); }
  static const TimeAxis& axis() {
    static const TimeAxis the_axis = wide();
    return the_axis;
  }
  // Every day taken, so that there is nothing to break.
  static TimeAxis wide() {
    const Day first = day_of(2010, 1, 1);
    const Day last = day_of(2029, 12, 31);
    std::vector<DayRange> every_day;
    for (Day day = first; day <= last; ++day) every_day.push_back({day, day});
    return TimeAxis(every_day, {0, static_cast<double>(last + 1 - first), 0, 0, 0});
  }
};

TEST_F(TimelineSpanTest, AMomentCoversTheDaysItMayBe) {
  EXPECT_TRUE(moment("2018-04-27").day_known);
  EXPECT_NEAR(moment("2018-04-27").x, x(2018, 4, 27) + 0.5, 1e-6);
  for (const auto& [when, from, to] : {std::tuple("2018-04", x(2018, 4, 1), x(2018, 5, 1)),
                                       {"2018", x(2018, 1, 1), x(2019, 1, 1)},
                                       {"2018-21", x(2018, 1, 1), x(2019, 1, 1)},
                                       {"201X", x(2010, 1, 1), x(2020, 1, 1)}}) {
    EXPECT_FALSE(moment(when).day_known) << when;
    EXPECT_NEAR(moment(when).left, from, 1e-6) << when;
    EXPECT_NEAR(moment(when).right, to, 1e-6) << when;
  }
}

TEST_F(TimelineSpanTest, ABarIsCertainWhereEveryReadingHoldsIt) {
  const BarSpan days = bar("2018-04-27/2019-02-03");
  EXPECT_NEAR(days.left, x(2018, 4, 27), 1e-6);
  EXPECT_NEAR(days.core_left, days.left, 1e-6);
  EXPECT_NEAR(days.right, x(2019, 2, 4), 1e-6);
  EXPECT_NEAR(days.core_right, days.right, 1e-6);
  const BarSpan years = bar("2017/2020-06");
  EXPECT_NEAR(years.left, x(2017, 1, 1), 1e-6);
  EXPECT_NEAR(years.core_left, x(2017, 12, 31), 1e-6);
  EXPECT_NEAR(years.core_right, x(2020, 6, 2), 1e-6);
  EXPECT_NEAR(years.right, x(2020, 7, 1), 1e-6);
  EXPECT_TRUE(years.has_core());
  EXPECT_FALSE(bar("2018/2018").has_core());
}

TEST_F(TimelineSpanTest, APreciseYearAndAYearPreciseDateDiffer) {
  EXPECT_TRUE(bar("2018-01-01/2018-12-31").has_core());
  EXPECT_FALSE(moment("2018").day_known);
}

TEST_F(TimelineSpanTest, OngoingIsCertainToTheEdgeAndUnknownIsNot) {
  const BarSpan ongoing = bar("2022-01-01/..");
  EXPECT_EQ(ongoing.end, BarEnd::open);
  EXPECT_NEAR(ongoing.core_right, axis().right(), 1e-6);
  const BarSpan unknown = bar("2022-01-01/");
  EXPECT_EQ(unknown.end, BarEnd::unknown);
  EXPECT_NEAR(unknown.core_right, x(2022, 1, 2), 1e-6);  // the stated day is all that is certain
  EXPECT_NEAR(unknown.right, axis().right(), 1e-6);
  EXPECT_FALSE(bar("2022/").has_core());
  EXPECT_EQ(bar("../2015-03-01").start, BarEnd::open);
  EXPECT_NEAR(bar("../2015-03-01").core_left, axis().left(), 1e-6);
  EXPECT_EQ(bar("/2015-03-01").start, BarEnd::unknown);
  EXPECT_NEAR(bar("/2015-03-01").core_left, x(2015, 3, 1), 1e-6);
}

TEST_F(TimelineSpanTest, TheAxisNeedsOnlyStatedBounds) {
  const auto days = [](std::string_view when) { return occupied_days(extent_of(date_of(when))); };
  EXPECT_EQ(days("2018").size(), 1u);
  EXPECT_EQ(days("2018/2020").size(), 2u);
  EXPECT_EQ(days("2018/..").size(), 1u);
  EXPECT_EQ(days("/2018").size(), 1u);
  EXPECT_TRUE(occupied_days(Extent{}).empty());
}

}  // namespace
}  // namespace throughline
