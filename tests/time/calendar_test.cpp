// SPDX-License-Identifier: Apache-2.0
#include "time/calendar.hpp"

#include <gtest/gtest.h>

#include "edtf_text.hpp"

namespace throughline {
namespace {

TEST(Calendar, counts_days_from_1970) {
  EXPECT_EQ(day_of(1970, 1, 1), 0);
  EXPECT_EQ(day_of(1969, 12, 31), -1);
  EXPECT_EQ(day_of(2000, 1, 1), 10957);
  EXPECT_EQ(day_of(2018, 4, 27), 17648);
  EXPECT_EQ(day_of(1, 1, 1), -719162);
  EXPECT_EQ(day_of(0, 1, 1), -719528);
}

// Two million days, through 1 BC, century years and leap years, each found from the one before.
TEST(Calendar, each_day_follows_the_one_before) {
  Civil expected{-2800, 1, 1};
  const Day last = day_of(2800, 1, 1);
  for (Day day = day_of(-2800, 1, 1); day < last; ++day) {
    ASSERT_EQ(civil_of(day), expected) << print_day(day);
    ASSERT_EQ(day_of(expected.year, expected.month, expected.day), day);
    if (++expected.day <= days_in_month(expected.year, expected.month)) continue;
    expected.day = 1;
    if (++expected.month <= 12) continue;
    expected.month = 1;
    ++expected.year;
  }
}

TEST(Calendar, every_day_of_the_range_comes_back) {
  check_property(
      [] {
        const auto year = *rc::gen::inRange<std::int64_t>(-max_year, max_year + 1);
        const int month = *rc::gen::inRange(1, 13);
        const Civil civil{year, month, *rc::gen::inRange(1, days_in_month(year, month) + 1)};
        RC_ASSERT(civil_of(day_of(civil.year, civil.month, civil.day)) == civil);
      },
      2000);
}

TEST(Calendar, reaches_its_limits) {
  EXPECT_EQ(civil_of(last_day(max_year, 12)), (Civil{max_year, 12, 31}));
  EXPECT_EQ(civil_of(first_day(-max_year, 1)), (Civil{-max_year, 1, 1}));
}

TEST(Calendar, leap_years) {
  EXPECT_EQ(days_in_month(2016, 2), 29);
  EXPECT_EQ(days_in_month(2018, 2), 28);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
  EXPECT_EQ(days_in_month(0, 2), 29);
  EXPECT_EQ(days_in_month(-4, 2), 29);
  EXPECT_EQ(days_in_month(-100, 2), 28);
}

TEST(Calendar, prints_days) {
  EXPECT_EQ(print_day(day_of(2018, 4, 27)), "2018-04-27");
  EXPECT_EQ(print_day(day_of(45, 1, 2)), "0045-01-02");
  EXPECT_EQ(print_day(day_of(0, 12, 31)), "0000-12-31");
  EXPECT_EQ(print_day(day_of(-43, 3, 15)), "-0043-03-15");
  EXPECT_EQ(print_day(day_of(12000, 1, 1)), "Y12000-01-01");
  EXPECT_EQ(print_day(day_of(-12000, 1, 1)), "Y-12000-01-01");
}

TEST(Calendar, no_day_lies_beyond_it) {
  EXPECT_LT(-beyond_calendar, first_day(-max_year, 1));
  EXPECT_LT(last_day(max_year, 12), beyond_calendar);
}

TEST(Calendar, moves_by_months) {
  EXPECT_EQ(print_day(earlier_by_months(day_of(2018, 3, 31), 1)), "2018-02-28");
  EXPECT_EQ(print_day(earlier_by_months(day_of(2018, 1, 1), 13)), "2016-12-01");
  EXPECT_EQ(print_day(later_by_months(day_of(2018, 1, 30), 1)), "2018-02-28");
  EXPECT_EQ(print_day(later_by_months(day_of(2018, 4, 27), 12)), "2019-04-27");
}

TEST(Calendar, the_end_of_a_month_moves_to_the_end_of_a_month) {
  EXPECT_EQ(print_day(later_by_months(day_of(2018, 2, 28), 1)), "2018-03-31");
  EXPECT_EQ(print_day(later_by_months(day_of(2018, 4, 30), 12)), "2019-04-30");
}

}  // namespace
}  // namespace throughline
