// SPDX-License-Identifier: Apache-2.0
#include "time/duration.hpp"

#include <gtest/gtest.h>

namespace throughline {
namespace {

TEST(Duration, is_read_in_four_units) {
  EXPECT_EQ(parse_duration("3 days"), (Duration{Duration::Unit::days, 3}));
  EXPECT_EQ(parse_duration("1 week"), (Duration{Duration::Unit::days, 7}));
  EXPECT_EQ(parse_duration("18 months"), (Duration{Duration::Unit::months, 18}));
  EXPECT_EQ(parse_duration("2 years"), (Duration{Duration::Unit::months, 24}));
}

TEST(Duration, refuses_all_else) {
  for (const char* text : {"", "3", "weeks", "3weeks", "3  weeks", "0 days", "-1 days", "3 fortnights", "6 hours",
                           "3 week s", "1.5 years", "1000001 days", "3 weeks "})
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
}

TEST(Duration, of_hours_is_a_length_and_takes_days_begun) {
  const auto hours = parse_length("25 hours");
  EXPECT_EQ(hours, (Duration{Duration::Unit::hours, 25}));
  EXPECT_EQ(latest_within(day_of(2018, 4, 27), *hours), day_of(2018, 4, 29));
  EXPECT_EQ(parse_length("3 days"), parse_duration("3 days"));
}

TEST(Duration, of_months_is_a_step_of_the_calendar) {
  const Duration month{Duration::Unit::months, 1};
  EXPECT_EQ(latest_within(day_of(2018, 1, 31), month), day_of(2018, 2, 28));
  EXPECT_EQ(latest_within(day_of(2018, 2, 28), month), day_of(2018, 3, 31));
  EXPECT_EQ(earliest_within(day_of(2018, 3, 31), month), day_of(2018, 2, 28));
  EXPECT_EQ(latest_within(day_of(2018, 4, 27), {Duration::Unit::days, 21}), day_of(2018, 5, 18));
}

}  // namespace
}  // namespace throughline
