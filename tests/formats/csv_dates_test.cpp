// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_dates.hpp"

#include <gtest/gtest.h>

namespace throughline {
namespace {

std::string edtf(std::string_view text, std::string_view order) {
  return edtf_of(text, parse_date_order(order).value()).value_or("none");
}

TEST(DateOrder, is_three_words_whatever_stands_between) {
  EXPECT_TRUE(parse_date_order("day/month/year"));
  EXPECT_EQ(parse_date_order("year-month-day"), parse_date_order("Year, month day"));
  EXPECT_FALSE(parse_date_order("day/month"));
  EXPECT_FALSE(parse_date_order("day/day/year"));
  EXPECT_FALSE(parse_date_order("dd/mm/yyyy"));
  EXPECT_FALSE(parse_date_order("day/month/year/day"));
}

TEST(EdtfOfTableDate, follows_the_order) {
  EXPECT_EQ(edtf("12/03/2025", "day/month/year"), "2025-03-12");
  EXPECT_EQ(edtf("12/03/2025", "month/day/year"), "2025-12-03");
  EXPECT_EQ(edtf("3.4.2025", "day/month/year"), "2025-04-03");
  EXPECT_EQ(edtf("2025-12-03", "year/day/month"), "2025-03-12");
}

TEST(EdtfOfTableDate, reads_names_of_months) {
  EXPECT_EQ(edtf("3 Dec 2025", "day/month/year"), "2025-12-03");
  EXPECT_EQ(edtf("December 3rd, 2025", "day/month/year"), "2025-12-03");
  EXPECT_EQ(edtf("3-SEPT-2025", "day/month/year"), "2025-09-03");
  EXPECT_EQ(edtf("3 Ju 2025", "day/month/year"), "none");
}

TEST(EdtfOfTableDate, reads_korean_dates) {
  EXPECT_EQ(edtf("2025년 12월 3일", "year/month/day"), "2025-12-03");
  EXPECT_EQ(edtf("2025년 12월", "day/month/year"), "2025-12");
  EXPECT_EQ(edtf("2025년", "year/month/day"), "2025");
}

TEST(EdtfOfTableDate, reads_digits_without_gaps) {
  EXPECT_EQ(edtf("20251203", "year/month/day"), "2025-12-03");
  EXPECT_EQ(edtf("03122025", "day/month/year"), "2025-12-03");
}

TEST(EdtfOfTableDate, keeps_the_precision) {
  EXPECT_EQ(edtf("12/2025", "day/month/year"), "2025-12");
  EXPECT_EQ(edtf("Dec 2025", "month/day/year"), "2025-12");
  EXPECT_EQ(edtf("2025", "day/month/year"), "2025");
}

TEST(EdtfOfTableDate, keeps_the_time_of_day) {
  EXPECT_EQ(edtf("2014-01-01 00:00:00", "year/month/day"), "2014-01-01T00:00:00");
  EXPECT_EQ(edtf("1/2/2014 9:30", "day/month/year"), "2014-02-01T09:30");
}

TEST(EdtfOfTableDate, refuses_what_it_would_have_to_guess) {
  EXPECT_EQ(edtf("12/03/25", "day/month/year"), "none") << "a century";
  EXPECT_EQ(edtf("31/02/2025", "day/month/year"), "none") << "no such day";
  EXPECT_EQ(edtf("13/13/2025", "day/month/year"), "none");
  EXPECT_EQ(edtf("1/2/3/2025", "day/month/year"), "none");
  EXPECT_EQ(edtf("soon", "day/month/year"), "none");
  EXPECT_EQ(edtf("3 Dec", "day/month/year"), "none");
  EXPECT_EQ(edtf("", "day/month/year"), "none");
}

}  // namespace
}  // namespace throughline
