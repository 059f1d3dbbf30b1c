// SPDX-License-Identifier: Apache-2.0
#include "lint/shape.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace throughline::lint {
namespace {

const Polyline square = corners_of({0, 0, 10, 10});

TEST(LintShape, GapsOfPolygons) {
  EXPECT_NEAR(gap_between(square, corners_of({13, 0, 5, 5})), 3, 1e-9);
  EXPECT_NEAR(gap_between(square, corners_of({8, 2, 5, 5})), -2, 1e-9);
  const Polyline diamond{{20, 5}, {25, 0}, {30, 5}, {25, 10}};
  EXPECT_NEAR(gap_between(square, diamond), 10, 1e-9);
  // Boxes overlap, the shapes do not: a corner of the square looks at a side of the diamond.
  const Polyline near_corner{{9, 19}, {19, 9}, {29, 19}, {19, 29}};
  EXPECT_GT(gap_between(square, near_corner), 5);
}

TEST(LintShape, ASegmentIsAPolygonOfTwoPoints) {
  EXPECT_LT(gap_between(Polyline{{-5, 5}, {15, 5}}, square), -4);
  EXPECT_NEAR(gap_between(Polyline{{12, 5}, {40, 5}}, square), 2, 1e-9);  // on the same line, beyond the side
  EXPECT_GT(gap_between(Polyline{{-5, 12}, {12, 12}}, square), 1.9);
}

TEST(LintShape, InsideByWinding) {
  EXPECT_TRUE(is_inside({5, 5}, square));
  EXPECT_FALSE(is_inside({11, 5}, square));
  EXPECT_FALSE(is_inside({5, 5}, Polyline{}));
}

TEST(LintShape, HullHoldsAllItsPoints) {
  rc::check([] {
    const auto coordinates = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(-20, 20), rc::gen::inRange(-20, 20)));
    Polyline points;
    for (const auto& [x, y] : coordinates) points.push_back({static_cast<double>(x), static_cast<double>(y)});
    const Polyline hull = hull_of(points);
    for (const Point& point : points)
      for (std::size_t i = 0; hull.size() > 2 && i < hull.size(); ++i) {
        const Point& a = hull[i];
        const Point& b = hull[(i + 1) % hull.size()];
        RC_ASSERT((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) >= -1e-9);
      }
  });
}

}  // namespace
}  // namespace throughline::lint
