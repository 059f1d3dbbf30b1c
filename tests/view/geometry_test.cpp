// SPDX-License-Identifier: Apache-2.0
#include "view/geometry.hpp"

#include <gtest/gtest.h>

namespace throughline {
namespace {

const std::vector<Point> arc{{0, 0}, {50, 0}, {100, 50}, {100, 100}};

TEST(Geometry, FlatteningKeepsTheEnds) {
  const std::vector<Point> line = flatten(arc);
  ASSERT_GT(line.size(), 4U);
  EXPECT_EQ(line.front().x, 0);
  EXPECT_EQ(line.back().y, 100);
  EXPECT_TRUE(flatten({}).empty());
}

TEST(Geometry, FlatteningSeesACurveThatReturnsToItsLine) {
  const std::vector<Point> wave{{0, 0}, {50, 80}, {50, -80}, {100, 0}};
  double highest = 0;
  for (const Point p : flatten(wave)) highest = std::max(highest, p.y);
  EXPECT_GT(highest, 20);
}

TEST(Geometry, SegmentTouchesBox) {
  const Box box{10, 10, 20, 10};
  EXPECT_TRUE(touches({0, 15}, {40, 15}, box));   // through
  EXPECT_TRUE(touches({15, 12}, {18, 14}, box));  // inside
  EXPECT_TRUE(touches({0, 0}, {12, 12}, box));    // into
  EXPECT_FALSE(touches({0, 0}, {40, 5}, box));    // above
  EXPECT_FALSE(touches({0, 25}, {9, 9}, box));    // beside
  EXPECT_TRUE(touches({20, 0}, {20, 40}, box));   // upright
}

TEST(Geometry, CurveIsShortenedFromItsEnd) {
  for (const double length : {1.0, 8.0, 40.0}) {
    const std::vector<Point> cut = without_end(arc, length);
    EXPECT_EQ(cut.front().x, arc.front().x);
    EXPECT_NEAR(distance(cut.back(), arc.back()), length, 0.1);
  }
  EXPECT_GE(without_end(arc, 1000).size(), 4U);
}

TEST(Geometry, BoxesCloserThanTheGapOverlap) {
  const Box a{0, 0, 10, 10};
  const Box b{12, 0, 10, 10};
  EXPECT_FALSE(overlap(a, b));
  EXPECT_FALSE(overlap(a, b, 2));
  EXPECT_TRUE(overlap(a, b, 3));
  EXPECT_TRUE(contains(united(a, b), b));
}

TEST(Geometry, SegmentsCross) {
  EXPECT_TRUE(cross({0, 0}, {10, 10}, {0, 10}, {10, 0}));
  EXPECT_FALSE(cross({0, 0}, {10, 0}, {0, 5}, {10, 5}));
  EXPECT_FALSE(cross({0, 0}, {10, 0}, {10, 0}, {20, 5}));  // end to end
}

TEST(Geometry, PointAlongIsClamped) {
  const std::vector<Point> line{{0, 0}, {10, 0}, {10, 10}};
  EXPECT_EQ(point_along(line, 15).y, 5);
  EXPECT_EQ(point_along(line, -3).x, 0);
  EXPECT_EQ(point_along(line, 99).y, 10);
  EXPECT_EQ(length_of(line), 20);
}

}  // namespace
}  // namespace throughline
