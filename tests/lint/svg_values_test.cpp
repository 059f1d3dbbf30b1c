// SPDX-License-Identifier: Apache-2.0
#include "lint/svg_values.hpp"

#include <gtest/gtest.h>

namespace throughline::lint {
namespace {

void expect_point(Point got, double x, double y) {
  EXPECT_NEAR(got.x, x, 1e-9);
  EXPECT_NEAR(got.y, y, 1e-9);
}

TEST(SvgValues, LengthsInAllUnits) {
  const LengthBase base{20, 300};
  EXPECT_EQ(parse_length("12", base), 12);
  EXPECT_EQ(parse_length(" 12px ", base), 12);
  EXPECT_EQ(parse_length("9pt", base), 12);
  EXPECT_EQ(parse_length("1in", base), 96);
  EXPECT_NEAR(*parse_length("25.4mm", base), 96, 1e-9);
  EXPECT_EQ(parse_length("1.5em", base), 30);
  EXPECT_EQ(parse_length("50%", base), 150);
  EXPECT_EQ(parse_length("-.5e1", base), -5);
  EXPECT_FALSE(parse_length("", base));
  EXPECT_FALSE(parse_length("auto", base));
  EXPECT_FALSE(parse_length("12 apples", base));
}

TEST(SvgValues, TransformsApplyFromTheRight) {
  expect_point(parse_transform("translate(4 352.74)")({1, -2}), 5, 350.74);
  expect_point(parse_transform("translate(10,0) scale(2)")({3, 4}), 16, 8);
  expect_point(parse_transform("scale(2) translate(10,0)")({3, 4}), 26, 8);
  expect_point(parse_transform("rotate(90)")({1, 0}), 0, 1);
  expect_point(parse_transform("rotate(90 5 5)")({5, 0}), 10, 5);
  expect_point(parse_transform("skewX(45)")({0, 3}), 3, 3);
  expect_point(parse_transform("matrix(1 2 3 4 5 6)")({1, 1}), 9, 12);
  expect_point(parse_transform("translate(5px, 6px) rotate(90deg)")({1, 0}), 5, 7);
  expect_point(parse_transform("scale(1 1) rotate(0) translate(4 4)")({0, 0}), 4, 4);
  expect_point(parse_transform("nonsense(1) translate(1")({2, 2}), 2, 2);
}

TEST(SvgValues, InverseUndoes) {
  const Affine there = parse_transform("rotate(30) translate(5 6) scale(2 3)");
  expect_point(inverse(there)(there({7, 8})), 7, 8);
}

TEST(SvgValues, ViewBoxFitsThePage) {
  const std::vector<double> box{0, 0, 100, 50};
  expect_point(fit_view_box(box, "", 200, 100)({100, 50}), 200, 100);
  expect_point(fit_view_box(box, "", 200, 200)({0, 0}), 0, 50);  // in the middle
  expect_point(fit_view_box(box, "xMinYMin meet", 200, 200)({0, 0}), 0, 0);
  expect_point(fit_view_box(box, "none", 200, 200)({100, 50}), 200, 200);
  expect_point(fit_view_box(box, "xMidYMid slice", 200, 200)({50, 25}), 100, 100);
  expect_point(fit_view_box(std::vector<double>{-10, -10, 20, 20}, "", 20, 20)({0, 0}), 10, 10);
}

}  // namespace
}  // namespace throughline::lint
