// SPDX-License-Identifier: Apache-2.0
// Days that fit a mask, found from any day forwards and backwards, against a look at each day.
#include "time/day_set.hpp"

#include <gtest/gtest.h>

#include "edtf_text.hpp"
#include "time/date_days.hpp"

namespace throughline {
namespace {

DaySet days(std::string_view text, const Tolerance& tolerance = no_tolerance) {
  return days_of(std::get<Date>(edtf(text).value), {tolerance, {}});
}

bool fits(const std::string& printed, std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (pattern[i] != 'X' && pattern[i] != printed[i]) return false;
  return true;
}

// Walks over all days of some centuries.
void expect_days(std::string_view pattern, int first_year, int last_year) {
  const DaySet set = days(pattern);
  Day previous = never_began;
  const Day first = day_of(first_year, 1, 1);
  Day next = set.next(first).value_or(never_ends);
  for (Day day = first; day <= last_day(last_year, 12); ++day) {
    const bool is_in = fits(print_day(day), pattern);
    ASSERT_EQ(next == day, is_in) << pattern << " " << print_day(day);
    if (!is_in) continue;
    ASSERT_EQ(set.previous(day), day) << pattern;
    if (previous != never_began) { ASSERT_EQ(set.previous(day - 1), previous) << pattern << " " << print_day(day); }
    previous = day;
    next = set.next(day + 1).value_or(never_ends);
  }
}

TEST(MaskedDays, are_those_that_fit) {
  for (const char* pattern : {"XXXX-12-XX", "X9XX-02-29", "XX00-02-29", "1X99-0X-X1", "XXX6-X1-3X", "X8X9-1X", "19X1",
                              "X001-XX-07", "2004-0X", "2XX4-XX-XX"})
    expect_days(pattern, 1790, 2230);
}

TEST(MaskedDays, of_years_before_zero_are_those_that_fit) {
  for (const char* pattern : {"-000X-02-29", "-00X4-XX-31", "-XXX1-12", "-0X0X-0X-X9"}) expect_days(pattern, -420, 20);
}

TEST(MaskedDays, have_a_first_and_a_last) {
  const auto hull = [](std::string_view text) {
    const Stretch stretch = days(text).hull();
    return print_day(stretch.first) + ".." + print_day(stretch.last);
  };
  EXPECT_EQ(hull("XXXX-12-XX"), "0000-12-01..9999-12-31");
  EXPECT_EQ(hull("-XXXX-12-25"), "-9999-12-25..-0001-12-25");
  EXPECT_EQ(hull("1XXX-1X"), "1000-10-01..1999-12-31");
  EXPECT_EQ(hull("XX00-02-29"), "0000-02-29..9600-02-29");
  EXPECT_EQ(hull("201X-28"), "2010-12-01..2020-02-29");
  EXPECT_EQ(hull("201X-22"), "2010-01-01..2019-12-31");
}

TEST(MaskedDays, of_a_winter_go_on_into_the_next_year) {
  const DaySet winters = days("201X-28");
  EXPECT_EQ(winters.next(day_of(2015, 1, 15)), day_of(2015, 1, 15));
  EXPECT_EQ(winters.next(day_of(2015, 3, 1)), day_of(2015, 12, 1));
  EXPECT_EQ(winters.previous(day_of(2015, 11, 30)), day_of(2015, 2, 28));
  EXPECT_EQ(winters.run_end(day_of(2015, 12, 5)), day_of(2016, 2, 29));
}

TEST(MaskedDays, are_widened_stretch_by_stretch) {
  const DaySet christmas = days("XXXX-12-25~", Tolerance{});
  EXPECT_EQ(christmas.next(day_of(2018, 4, 27)), day_of(2018, 12, 24));
  EXPECT_EQ(christmas.run_end(day_of(2018, 12, 24)), day_of(2018, 12, 26));
  EXPECT_EQ(christmas.previous(day_of(2018, 12, 23)), day_of(2017, 12, 26));
  const DaySet summers = days("201X-06~", Tolerance{});
  EXPECT_EQ(summers.next(day_of(2018, 1, 1)), day_of(2018, 5, 1));
  EXPECT_EQ(summers.run_end(day_of(2018, 5, 1)), day_of(2018, 7, 31));
  EXPECT_EQ(days("XXXX-12-25~", Tolerance{1, Precision::year}).run_end(day_of(2018, 12, 25)), day_of(10000, 12, 25));
}

TEST(DaySet, run_ends_where_no_piece_goes_on) {
  DaySet set(Stretch{10, 12});
  set.add(Stretch{20, 25});
  set.add(Stretch{13, 15});
  EXPECT_EQ(set.run_end(10), 15);
  EXPECT_EQ(set.run_end(20), 25);
  EXPECT_EQ(set.next(16), 20);
  EXPECT_EQ(set.previous(19), 15);
  EXPECT_EQ(DaySet(Stretch{5, never_ends}).run_end(6), never_ends);
}

TEST(DaySet, common_days_are_in_all) {
  const DaySet thirteenths = days("XXXX-XX-13");
  const DaySet leap_februaries = days("XXX4-02");
  const DaySet* const sets[] = {&thirteenths, &leap_februaries};
  EXPECT_EQ(next_common(sets, day_of(2018, 1, 1)), day_of(2024, 2, 13));
  EXPECT_EQ(previous_common(sets, day_of(2018, 1, 1)), day_of(2014, 2, 13));
  EXPECT_FALSE(meet(days("XXXX-XX-31"), days("XXXX-02-XX")));
}

}  // namespace
}  // namespace throughline
