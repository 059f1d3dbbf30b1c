// SPDX-License-Identifier: Apache-2.0
// Flattened paths against bounds that geometry gives without flattening.
#include "lint/svg_path.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace throughline::lint {
namespace {

std::vector<Subpath> path(std::string_view data, const Affine& to_page = {}) {
  std::size_t room = 100000;
  return flatten_path(data, to_page, room);
}

Box bounds(std::string_view data, const Affine& to_page = {}) {
  Polyline all;
  for (const Subpath& line : path(data, to_page)) all.insert(all.end(), line.points.begin(), line.points.end());
  return box_of(all);
}

void expect_box(const Box& box, double left, double top, double right, double bottom, double slack = 0.26) {
  EXPECT_NEAR(box.x, left, slack);
  EXPECT_NEAR(box.y, top, slack);
  EXPECT_NEAR(box.right(), right, slack);
  EXPECT_NEAR(box.bottom(), bottom, slack);
}

TEST(SvgPath, LinesAbsoluteAndRelative) {
  expect_box(bounds("M10 20L30,40H5V-7"), 5, -7, 30, 40, 0);
  expect_box(bounds("m10 20 20,20h-25v-47"), 5, -7, 30, 40, 0);
  expect_box(bounds("M0 0 10 10 20 0"), 0, 0, 20, 10, 0);  // further pairs of M are lines
}

TEST(SvgPath, NumbersNeedNothingBetweenThem) {
  expect_box(bounds("M.5.5l1-2.5.25.25"), 0.5, -2, 1.75, 0.5, 1e-9);
  expect_box(bounds("M1e1,2E1L+3,-4"), 3, -4, 10, 20, 0);
}

// x(t) of a cubic from 0 to 0 with both controls at c reaches 3/4 c; of a quadratic 1/2 c.
TEST(SvgPath, CurvesReachTheirExtremes) {
  expect_box(bounds("M0,0C80,0 80,100 0,100"), 0, 0, 60, 100);
  expect_box(bounds("M0,0c80,0 80,100 0,100"), 0, 0, 60, 100);
  expect_box(bounds("M0,0Q80,50 0,100"), 0, 0, 40, 100);
  expect_box(bounds("M0,0Q50,80 100,0T200,0"), 0, -40, 200, 40);                // T mirrors the control
  expect_box(bounds("M0,0C0,80 100,80 100,0S200,-80 200,0"), 0, -60, 200, 60);  // S too
  expect_box(bounds("M0,0L100,0T200,0"), 0, 0, 200, 0);                         // and none where none was
}

TEST(SvgPath, ArcsAreArcs) {
  expect_box(bounds("M0,50A50,50 0 0 1 100,50"), 0, 0, 100, 50);
  expect_box(bounds("M0,50A50,50 0 0 0 100,50"), 0, 50, 100, 100);
  expect_box(bounds("M50,0A50,50 0 1 1 0,50"), 0, 0, 100, 100);  // the long way
  expect_box(bounds("M0,0a50,50 0 01100,0"), 0, -50, 100, 0);    // flags without blanks
  expect_box(bounds("M0,0A10,10 0 0 1 100,0"), 0, -50, 100, 0);  // too small a radius grows
  expect_box(bounds("M0,0A0,10 0 0 1 100,40"), 0, 0, 100, 40);   // none is a line
  // An ellipse turned by 45°: its bounds are √((a² + b²) / 2) from the centre.
  const double reach = std::sqrt((100.0 * 100 + 40 * 40) / 2);
  const double x = 100 * std::sqrt(0.5);
  const Box turned =
      bounds("M" + std::to_string(-x) + "," + std::to_string(-x) + "A100,40 45 1 1 " + std::to_string(x) + "," +
             std::to_string(x) + "A100,40 45 1 1 " + std::to_string(-x) + "," + std::to_string(-x));
  expect_box(turned, -reach, -reach, reach, reach);
}

TEST(SvgPath, SubpathsCloseWhereTheyBegan) {
  const auto lines = path("M0,0L10,0L10,10ZL5,5M20,20L30,30");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[0].is_closed);
  EXPECT_EQ(lines[1].points[0].x, 0);  // goes on from the start of the closed one
  EXPECT_FALSE(lines[2].is_closed);
}

TEST(SvgPath, StraightCurvesAreLines) {
  const auto lines = path("M0,0C0,0 10,0 10,0 10,0 10,10 10,10");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_FALSE(lines[0].is_curved);
  EXPECT_EQ(lines[0].points.size(), 3U);
}

TEST(SvgPath, AnErrorEndsThePathWhereItStands) {
  expect_box(bounds("M0,0L10,10L20,x L99,99"), 0, 0, 10, 10, 0);
  EXPECT_TRUE(path("L10,10").empty());  // a path begins with M
  EXPECT_TRUE(path("").empty());
  EXPECT_TRUE(path("hello").empty());
}

TEST(SvgPath, RoomIsKept) {
  std::size_t room = 100;
  std::string data = "M0,0";
  for (int i = 0; i < 1000; ++i) data += "C0,900 900,-900 900,0";
  const auto lines = flatten_path(data, {}, room);
  EXPECT_EQ(room, 0U);
  EXPECT_LE(lines[0].points.size(), 101U);
}

TEST(SvgPath, TransformsComeBeforeFlattening) {
  expect_box(bounds("M0,0C0.8,0 0.8,1 0,1", Affine{100, 0, 0, 100, 5, 5}), 5, 5, 65, 105);
}

TEST(SvgPath, EllipsesAndRoundedRectangles) {
  expect_box(box_of(flatten_ellipse({10, 20}, 30, 5, {}).points), -20, 15, 40, 25);
  EXPECT_NEAR(area_of(flatten_ellipse({0, 0}, 50, 50, {}).points), 2500 * 3.14159, 40);
  EXPECT_EQ(flatten_rectangle({0, 0, 10, 10}, 0, 0, {}).points.size(), 4U);
  const Subpath round = flatten_rectangle({0, 0, 100, 50}, 10, 10, {});
  EXPECT_TRUE(round.is_closed && round.is_curved);
  EXPECT_NEAR(area_of(round.points), 5000 - (4 - 3.14159) * 100, 5);
}

}  // namespace
}  // namespace throughline::lint
