// SPDX-License-Identifier: Apache-2.0
#include "lint/color.hpp"

#include <gtest/gtest.h>

#include <rapidcheck.h>

namespace throughline::lint {
namespace {

Rgb rgb(std::string_view text) { return parse_color(text)->color; }

TEST(LintColor, WordsOfCss) {
  EXPECT_EQ(parse_color("#F80"), parse_color("#ff8800"));
  EXPECT_EQ(parse_color("rgb(255, 136, 0)"), parse_color("#ff8800"));
  EXPECT_EQ(parse_color("rgb(100% 0% 0% / 50%)"), (Rgba{{1, 0, 0}, 0.5}));
  EXPECT_EQ(print_color(rgb("hsl(120, 100%, 25%)")), "#008000");
  EXPECT_EQ(print_color(rgb("Green")), "#008000");  // of CSS, not of X11
  EXPECT_EQ(print_color(rgb("lightgrey")), "#d3d3d3");
  EXPECT_EQ(parse_color("#ff000080")->alpha, 128 / 255.0);
  EXPECT_EQ(parse_color("transparent")->alpha, 0);
  for (const char* wrong : {"", "#12345", "#ggg", "reddish", "rgb(1,2)", "url(#a)"})
    EXPECT_FALSE(parse_color(wrong)) << wrong;
}

// Values of WCAG's own formula, worked out by hand for grey: (1 + 0.05) / (L + 0.05).
TEST(LintColor, ContrastOfWcag) {
  EXPECT_NEAR(contrast(rgb("white"), rgb("black")), 21, 1e-9);
  EXPECT_NEAR(contrast(rgb("#777777"), rgb("white")), 4.478, 0.001);
  EXPECT_NEAR(contrast(rgb("#767676"), rgb("white")), 4.542, 0.001);
  EXPECT_NEAR(contrast(rgb("#949494"), rgb("white")), 3.033, 0.001);
  EXPECT_DOUBLE_EQ(contrast(rgb("red"), rgb("blue")), contrast(rgb("blue"), rgb("red")));
}

// By another program, which computes with complex numbers and gives the 2.0425 of Sharma's first pair.
TEST(LintColor, DifferenceAgreesWithAnotherProgram) {
  struct Pair {
    Lab one;
    Lab other;
    double apart;
  };
  const Pair pairs[] = {{{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
                        {{40, 30, -60}, {45, 20, -70}, 11.2593},
                        {{62, -35, 12}, {58, -30, -8}, 13.6455},  // hues on both sides of 180°
                        {{30, 5, 5}, {80, -5, -5}, 49.8373},      // opposite
                        {{75, 10, 70}, {70, 25, 60}, 11.4794},
                        {{50, 0, 0}, {50, -1, 2}, 2.3669},    // one without a hue
                        {{20, 60, 2}, {25, 55, -4}, 4.7393},  // hues on both sides of 0°
                        {{90, -1, 0.5}, {15, 1, -0.5}, 73.7161},
                        {{35, 15, -45}, {35, 15.4, -44.1}, 0.7137}};
  for (const Pair& pair : pairs) {
    EXPECT_NEAR(difference(pair.one, pair.other), pair.apart, 5e-5);
    EXPECT_NEAR(difference(pair.other, pair.one), pair.apart, 5e-5);
  }
}

TEST(LintColor, DifferenceIsNoneToItselfAndSymmetric) {
  rc::check([] {
    const auto some = [] {
      return Lab{*rc::gen::inRange(0, 101) + 0.0, *rc::gen::inRange(-100, 101) + 0.0,
                 *rc::gen::inRange(-100, 101) + 0.0};
    };
    const Lab one = some();
    const Lab other = some();
    RC_ASSERT(difference(one, one) < 1e-9);
    RC_ASSERT(std::abs(difference(one, other) - difference(other, one)) < 1e-6);
  });
}

TEST(LintColor, WhiteAndBlackOfLab) {
  EXPECT_NEAR(lab_of({1, 1, 1}).light, 100, 0.01);
  EXPECT_NEAR(lab_of({1, 1, 1}).a, 0, 0.05);
  EXPECT_NEAR(lab_of({0, 0, 0}).light, 0, 1e-9);
}

// What the deficiencies are known for.
TEST(LintColor, DeficienciesTakeAwayTheirPairs) {
  const auto apart = [](const char* one, const char* other, Sight sight) {
    return difference(lab_of(seen(rgb(one), sight)), lab_of(seen(rgb(other), sight)));
  };
  for (const Sight sight : {Sight::protan, Sight::deutan}) {
    EXPECT_LT(apart("#8a6d00", "#5f8a00", sight), 12);
    EXPECT_GT(apart("#0055aa", "#cc8800", sight), 40);
  }
  EXPECT_GT(apart("#d00000", "#008a00", Sight::tritan), 40);
  for (const Sight sight : {Sight::protan, Sight::deutan, Sight::tritan, Sight::grey}) {
    EXPECT_EQ(print_color(seen({1, 1, 1}, sight)), "#ffffff");
    EXPECT_EQ(print_color(seen({0, 0, 0}, sight)), "#000000");
  }
}

}  // namespace
}  // namespace throughline::lint
