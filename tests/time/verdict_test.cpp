// SPDX-License-Identifier: Apache-2.0
#include "time/verdict.hpp"

#include <gtest/gtest.h>

namespace throughline {
namespace {

constexpr Verdict no = Verdict::impossible;
constexpr Verdict maybe = Verdict::possible;
constexpr Verdict yes = Verdict::certain;

TEST(Verdict, and_is_as_sure_as_the_weaker) {
  EXPECT_EQ(both(yes, yes), yes);
  EXPECT_EQ(both(yes, maybe), maybe);
  EXPECT_EQ(both(maybe, maybe), maybe);
  EXPECT_EQ(both(maybe, no), no);
  EXPECT_EQ(both(no, yes), no);
}

TEST(Verdict, or_is_as_sure_as_the_stronger) {
  EXPECT_EQ(either(no, no), no);
  EXPECT_EQ(either(no, maybe), maybe);
  EXPECT_EQ(either(maybe, maybe), maybe);
  EXPECT_EQ(either(maybe, yes), yes);
}

TEST(Verdict, not_turns_sure_into_sure_and_leaves_doubt) {
  EXPECT_EQ(negated(yes), no);
  EXPECT_EQ(negated(maybe), maybe);
  EXPECT_EQ(negated(no), yes);
}

TEST(Verdict, de_morgan_holds) {
  for (Verdict a : {no, maybe, yes})
    for (Verdict b : {no, maybe, yes}) EXPECT_EQ(negated(both(a, b)), either(negated(a), negated(b)));
}

TEST(Verdict, has_a_name) {
  EXPECT_EQ(name(yes), "certain");
  EXPECT_EQ(name(maybe), "possible");
  EXPECT_EQ(name(no), "impossible");
}

}  // namespace
}  // namespace throughline
