// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_stack.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace throughline {
namespace {

using Tops = std::vector<double>;

TEST(Stack, labels_with_room_stay_where_they_belong) {
  EXPECT_EQ(stack({{10, 20}, {50, 20}, {100, 20}}, 5, 0, 200), (Tops{10, 50, 100}));
  EXPECT_EQ(stack({}, 5, 0, 200), Tops{});
}

TEST(Stack, those_that_meet_share_the_distance) {
  EXPECT_EQ(stack({{50, 20}, {50, 20}}, 5, 0, 200), (Tops{37.5, 62.5}));
}

TEST(Stack, the_edges_hold) {
  EXPECT_EQ(stack({{-30, 20}, {0, 20}}, 5, 0, 200), (Tops{0, 25}));
  EXPECT_EQ(stack({{190, 20}, {199, 20}}, 5, 0, 200), (Tops{155, 180}));
}

// Against all arrangements on a coarse grid: none is nearer.
RC_GTEST_PROP(Stack, nothing_is_nearer, ()) {
  std::vector<Stacked> labels;
  for (int i = 0; i < 3; ++i)
    labels.push_back({static_cast<double>(*rc::gen::inRange(0, 40)), static_cast<double>(*rc::gen::inRange(1, 12))});
  const auto distance = [&](const Tops& tops) {
    double sum = 0;
    for (std::size_t i = 0; i < tops.size(); ++i) sum += std::pow(tops[i] - labels[i].wanted, 2);
    return sum;
  };
  const auto fits = [&](const Tops& tops) {
    for (std::size_t i = 0; i < tops.size(); ++i) {
      const double next = i + 1 < tops.size() ? tops[i + 1] - 2 : 40;
      if (tops[i] < -1e-9 || tops[i] + labels[i].height > next + 1e-9) return false;
    }
    return true;
  };
  const Tops best = stack(labels, 2, 0, 40);
  RC_ASSERT(fits(best));
  for (double a = 0; a <= 40; ++a)
    for (double b = a; b <= 40; ++b)
      for (double c = b; c <= 40; ++c)
        if (fits({a, b, c})) RC_ASSERT(distance({a, b, c}) > distance(best) - 1e-9);
}

}  // namespace
}  // namespace throughline
