// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_strips.hpp"

#include <gtest/gtest.h>

namespace throughline {
namespace {

Hanging mark(double at) { return {{at - 7, at + 7}, {at - 3, at + 3}, at, 7}; }
Hanging bar(double from, double to) { return {{from, to}, {from + 5, to - 5}, from + 9, 5, true}; }

constexpr StripRules wide{0, 500, 400};

TEST(Strips, marks_apart_share_one) {
  const Strips strips = hang({mark(50), mark(100), mark(150)}, wide);
  ASSERT_EQ(strips.rows.size(), 1U);
  EXPECT_EQ(strips.hung[1]->crosses, 100);
}

TEST(Strips, each_line_leads_out_past_what_stands_beside) {
  const Strips strips = hang({bar(0, 400), mark(100), mark(100), mark(100)}, wide);
  std::vector<double> ways;
  for (const auto& hung : strips.hung) {
    ASSERT_TRUE(hung);
    for (std::size_t i = hung->strip + 1; i < strips.rows.size(); ++i)
      for (const AxisSpan& taken : strips.rows[i].covered)
        EXPECT_TRUE(hung->crosses == taken.left || hung->crosses < taken.left || hung->crosses > taken.right);
    for (const double way : ways) EXPECT_NE(way, hung->crosses);
    ways.push_back(hung->crosses);
  }
}

TEST(Strips, what_has_no_room_is_left_out_and_nothing_is_wider_than_the_room) {
  const Strips strips = hang({bar(0, 400), bar(0, 400), bar(0, 400)}, {0, 500, 40});
  EXPECT_EQ(strips.rows.size(), 2U);
  EXPECT_FALSE(strips.hung[0]);
  EXPECT_LE(strips.width, 40);
}

TEST(Strips, bars_go_before_marks_where_room_is_scarce) {
  const Strips strips = hang({bar(0, 400), bar(0, 400), mark(100), mark(100)}, {0, 500, 60});
  EXPECT_TRUE(strips.hung[0] && strips.hung[1]);
  EXPECT_FALSE(strips.hung[2] && strips.hung[3]);
}

}  // namespace
}  // namespace throughline
