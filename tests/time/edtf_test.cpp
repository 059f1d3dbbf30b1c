// SPDX-License-Identifier: Apache-2.0
#include "time/edtf.hpp"

#include <gtest/gtest.h>

#include "edtf_values.hpp"
#include "time/masks.hpp"

namespace throughline {
namespace {

const Date& date(const Edtf& value) { return std::get<Date>(value.value); }
const Interval& interval(const Edtf& value) { return std::get<Interval>(value.value); }

TEST(Edtf, keeps_the_parts_of_a_date) {
  const Edtf value = edtf("2018-04-27");
  EXPECT_EQ(date(value).year.value(), 2018);
  EXPECT_EQ(date(value).month.digits, 4);
  EXPECT_EQ(date(value).day.digits, 27);
  EXPECT_FALSE(date(value).time);
}

TEST(Edtf, what_is_not_written_is_not_given) {
  const Edtf value = edtf("2018");
  EXPECT_FALSE(date(value).month.is_given());
  EXPECT_FALSE(date(value).day.is_given());
}

TEST(Edtf, counts_years_before_1_from_year_0) {
  EXPECT_EQ(date(edtf("0000")).year.value(), 0);
  EXPECT_EQ(date(edtf("-0043")).year.value(), -43);
  EXPECT_EQ(date(edtf("Y-12000")).year.value(), -12000);
}

TEST(Edtf, a_qualifier_at_the_end_holds_for_all_parts) {
  const Edtf value = edtf("2018-04%");
  EXPECT_EQ(date(value).year.qualifier, Qualifier::both);
  EXPECT_EQ(date(value).month.qualifier, Qualifier::both);
  EXPECT_EQ(date(value).day.qualifier, Qualifier::none);
  EXPECT_TRUE(is_uncertain(date(value).qualifier()) && is_approximate(date(value).qualifier()));
}

TEST(Edtf, a_qualifier_behind_a_part_holds_for_what_stands_before_it) {
  const Edtf whole = edtf("2018-04~-27");
  const Date& value = date(whole);
  EXPECT_EQ(value.year.qualifier, Qualifier::approximate);
  EXPECT_EQ(value.month.qualifier, Qualifier::approximate);
  EXPECT_EQ(value.day.qualifier, Qualifier::none);
}

TEST(Edtf, a_qualifier_before_a_part_holds_for_it_alone) {
  const Edtf value = edtf("2018-?04-27");
  EXPECT_EQ(date(value).year.qualifier, Qualifier::none);
  EXPECT_EQ(date(value).month.qualifier, Qualifier::uncertain);
  EXPECT_EQ(date(value).day.qualifier, Qualifier::none);
}

TEST(Edtf, a_long_year_keeps_its_exponent_and_its_significant_digits) {
  const Year year = date(edtf("Y-17101E4S3")).year;
  EXPECT_EQ(year.digits, 17101U);
  EXPECT_TRUE(year.is_negative);
  EXPECT_EQ(year.zeros, 4);
  EXPECT_EQ(year.significant, 3);
}

TEST(Edtf, a_set_keeps_its_members_in_order) {
  const Edtf value = edtf("{2018-05, ..2016}");
  const Set& set = std::get<Set>(value.value);
  EXPECT_EQ(set.kind, Set::Kind::all_of);
  ASSERT_EQ(set.members.size(), 2U);
  EXPECT_EQ(std::get<Date>(set.members[0]).month.digits, 5);
  EXPECT_FALSE(std::get<Range>(set.members[1]).first);
  EXPECT_EQ(std::get<Range>(set.members[1]).last->year.value(), 2016);
}

TEST(Edtf, unspecified_digits_leave_months_and_days_open) {
  EXPECT_EQ(months_that_fit(date(edtf("2016-X1"))), (std::vector{1, 11}));
  EXPECT_EQ(days_that_fit(date(edtf("2016-02-X9"))), (std::vector{9, 19, 29}));
  EXPECT_EQ(days_that_fit(date(edtf("2017-02-X9"))), (std::vector{9, 19}));
  EXPECT_EQ(days_that_fit(date(edtf("2016-XX-3X"))), (std::vector{30, 31}));
  EXPECT_EQ(days_that_fit(date(edtf("1XX2-02-X9"))), (std::vector{9, 19, 29})) << "1112 was a leap year";
}

TEST(Edtf, unspecified_digits_are_marked_from_the_right) {
  EXPECT_EQ(date(edtf("201X")).year.mask, 0b1);
  EXPECT_EQ(date(edtf("20XX")).year.mask, 0b11);
  EXPECT_EQ(date(edtf("20XX")).year.digits, 2000U);
  EXPECT_EQ(date(edtf("2018-XX-XX")).month.mask, 0b11);
  EXPECT_EQ(date(edtf("2018-XX-XX")).day.mask, 0b11);
}

TEST(Edtf, unspecified_digits_leave_years_open) {
  EXPECT_EQ(first_year(date(edtf("201X")).year), 2010);
  EXPECT_EQ(last_year(date(edtf("201X")).year), 2019);
  EXPECT_EQ(first_year(date(edtf("-19XX")).year), -1999);
  EXPECT_EQ(last_year(date(edtf("-19XX")).year), -1900);
  EXPECT_EQ(last_year(date(edtf("-00XX")).year), -1) << "there is no year -0";
}

TEST(Edtf, keeps_the_time_of_day_as_written) {
  const TimeOfDay time = *date(edtf("2018-04-27T09:30-04:30")).time;
  EXPECT_EQ(time.hour, 9);
  EXPECT_EQ(time.minute, 30);
  EXPECT_FALSE(time.second);
  EXPECT_EQ(time.shift, Shift::hours_and_minutes);
  EXPECT_EQ(time.shift_minutes, -270);
}

TEST(Edtf, open_and_unknown_ends_differ) {
  EXPECT_TRUE(std::holds_alternative<Open>(interval(edtf("2022/..")).end));
  EXPECT_TRUE(std::holds_alternative<Unknown>(interval(edtf("2022/")).end));
  EXPECT_TRUE(std::holds_alternative<Open>(interval(edtf("../2022")).start));
  EXPECT_TRUE(std::holds_alternative<Unknown>(interval(edtf("/2022")).start));
  EXPECT_NE(edtf("2022/.."), edtf("2022/"));
}

TEST(Edtf, compares_as_values) {
  EXPECT_EQ(edtf("2018-04"), edtf("2018-04"));
  EXPECT_NE(edtf("2018"), edtf("2018-XX"));
  EXPECT_NE(edtf("2018"), edtf("2018?"));
  EXPECT_NE(edtf("2018"), edtf("2018/2018"));
}

void expect_to_come_back(const rc::Gen<std::string>& texts) {
  check_property(
      [&] {
        const std::string text = *texts;
        EdtfError error;
        const auto value = parse_edtf(text, error);
        RC_PRE(value.has_value());
        RC_ASSERT(print_edtf(*value) == text);
        RC_ASSERT(edtf(print_edtf(*value)) == *value);
      },
      2000);
}

TEST(Edtf, any_date_comes_back) { expect_to_come_back(any_date_text()); }
TEST(Edtf, any_masked_date_comes_back) { expect_to_come_back(any_masked_text()); }
TEST(Edtf, any_date_with_time_comes_back) { expect_to_come_back(any_timed_text()); }
TEST(Edtf, any_interval_comes_back) { expect_to_come_back(any_interval_text()); }

TEST(Edtf, any_value_comes_back) {
  check_property(
      [] {
        const Edtf value = *any_value();
        EdtfError error;
        const auto again = parse_edtf(print_edtf(value), error);
        RC_ASSERT(error.message == "");
        RC_ASSERT(again == value);
      },
      5000);
}

TEST(Edtf, any_mark_is_kept_by_the_canonical_text) {
  check_property(
      [] {
        const std::string text = *any_marked_text();
        const Edtf value = edtf(text);
        RC_ASSERT(edtf(print_edtf(value)) == value);
        RC_ASSERT(level_of(print_edtf(value), value) == level_of(value));
        RC_ASSERT(level_of(text, value) >= level_of(value));
      },
      3000);
}

TEST(Edtf, nearly_every_generated_text_is_valid) {
  check_property([] { RC_ASSERT(is_edtf(*any_masked_text()) && is_edtf(*any_timed_text())); }, 1000);
}

}  // namespace
}  // namespace throughline
