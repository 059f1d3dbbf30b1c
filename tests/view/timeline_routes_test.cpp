// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_routes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "view/timeline_tracks.hpp"

namespace throughline {
namespace {

using Runs = std::vector<Run>;  // within a test, Run is GoogleTest's

// Columns every ten pixels from -20 to 120; items stand within 0 to 100.
RouteField field(std::vector<std::vector<AxisSpan>> rows) {
  RouteField made;
  for (double x = -20; x <= 120; x += 10) made.columns.push_back(x);
  made.rows = std::move(rows);
  return made;
}

std::size_t column(double x) { return static_cast<std::size_t>((x + 20) / 10); }

// Every row that the route crosses, with the place.
std::vector<std::pair<std::size_t, double>> crossings(const RelationRoute& route, const RouteField& ground) {
  std::vector<std::pair<std::size_t, double>> crossed;
  std::size_t gap = route.from.gap;
  std::size_t at = route.from.column;
  const auto go = [&](std::size_t next) {
    const auto [top, bottom] = std::minmax(gap, next);
    for (std::size_t row = top; row < bottom; ++row) crossed.emplace_back(row, ground.columns[at]);
    gap = next;
  };
  for (const Leg& leg : route.legs) {
    EXPECT_EQ(leg.from, at);
    go(leg.gap);
    at = leg.to;
  }
  go(route.to.gap);
  EXPECT_EQ(at, route.to.column);
  return crossed;
}

TEST(TimelineRoutesTest, StraightDownWhereNothingStands) {
  RouteFinder finder(field({{{0, 20}}, {{60, 100}}, {{0, 20}}}));
  const auto route = finder.find({{0, 1, column(10), 0}}, {{1, 2, column(10), 0}}, 0);
  ASSERT_TRUE(route);
  EXPECT_TRUE(route->legs.empty());
}

TEST(TimelineRoutesTest, RoundAnItemAndThroughTheGutterIfNeedBe) {
  const RouteField wall = field({{{0, 20}}, {{0, 100}}, {{0, 20}}});
  RouteFinder finder(wall);
  const auto route = finder.find({{0, 1, column(10), 0}}, {{1, 2, column(10), 0}}, 0);
  ASSERT_TRUE(route);
  for (const auto& [row, x] : crossings(*route, wall)) EXPECT_TRUE(x < 0 || x > 100);
}

TEST(TimelineRoutesTest, ABundleSharesItsTrunkAndStrangersKeepApart) {
  const RouteField wall = field({{{0, 20}}, {{0, 100}}, {{0, 20}}, {{0, 20}}});
  RouteFinder finder(wall);
  const std::vector<Port> from = {{0, 1, column(10), 0}};
  const auto first = crossings(*finder.find(from, {{1, 2, column(10), 0}}, 0), wall);
  const auto second = crossings(*finder.find(from, {{2, 3, column(10), 0}}, 0), wall);
  const auto stranger = crossings(*finder.find(from, {{1, 2, column(10), 0}}, 1), wall);
  EXPECT_EQ(first.front(), second.front());
  EXPECT_NE(first.front(), stranger.front());
}

TEST(TimelineRoutesTest, NoRouteCrossesAnItem) {
  std::mt19937 random(9);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::vector<AxisSpan>> rows(2 + random() % 8);
    for (auto& row : rows) {
      double left = static_cast<double>(random() % 30);
      for (; left < 95; left += static_cast<double>(20 + random() % 30)) {
        const double right = std::min(100.0, left + static_cast<double>(random() % 15));
        row.push_back({left, right});
        if (random() % 4 == 0) break;
      }
    }
    const RouteField ground = field(rows);
    RouteFinder finder(ground);
    for (std::size_t bundle = 0; bundle < 6; ++bundle) {
      const std::size_t a = random() % rows.size();
      const std::size_t b = random() % rows.size();
      const auto route = finder.find({{0, a, column(50), 0}, {0, a + 1, column(50), 0}},
                                     {{1, b, column(30), 0}, {1, b + 1, column(30), 0}}, bundle);
      ASSERT_TRUE(route) << "round " << round;
      for (const auto& [row, x] : crossings(*route, ground)) {
        for (const AxisSpan& covered : rows[row]) EXPECT_TRUE(x < covered.left - 4.9 || x > covered.right + 4.9);
      }
    }
  }
}

TEST(TimelineTracksTest, RunsThatMeetGetTracksOfTheirOwn) {
  const Runs runs = {{0, 100, Turn::up, Turn::down}, {50, 150, Turn::up, Turn::down}, {200, 300, Turn::up, Turn::up}};
  const Tracks tracks = lay_tracks(runs, {});
  EXPECT_NE(tracks.run_y[0], tracks.run_y[1]);
  EXPECT_GE(std::abs(tracks.run_y[0] - tracks.run_y[1]), 5);
  EXPECT_EQ(std::min(tracks.run_y[0], tracks.run_y[1]), tracks.run_y[2]);
  EXPECT_EQ(lay_tracks({}, {}).height, 0);
}

TEST(TimelineTracksTest, TheOrderOfTracksAvoidsCrossings) {
  // The first comes from above and goes on above, within the second, which comes from below: it must run above it.
  const Runs runs = {{20, 80, Turn::up, Turn::up}, {0, 100, Turn::down, Turn::down}};
  const Tracks tracks = lay_tracks(runs, {});
  EXPECT_LT(tracks.run_y[0], tracks.run_y[1]);
  const Tracks reversed = lay_tracks({runs[1], runs[0]}, {});
  EXPECT_GT(reversed.run_y[0], reversed.run_y[1]);
}

TEST(TimelineTracksTest, WordsStandOverTheirRun) {
  const Runs runs = {{0, 100, Turn::up, Turn::down}, {20, 150, Turn::down, Turn::down}};
  const Tracks tracks = lay_tracks(runs, {{30, 70, 1}, {110, 140, Caption::no_run}});
  EXPECT_LT(tracks.caption_y[0] + 7, tracks.run_y[1]);
  EXPECT_GT(std::abs(tracks.caption_y[0] - tracks.run_y[0]), 9);
  EXPECT_GT(tracks.height, tracks.run_y[1]);
}

}  // namespace
}  // namespace throughline
