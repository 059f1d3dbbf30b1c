// SPDX-License-Identifier: Apache-2.0
#include "lint/near_pairs.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace throughline::lint {
namespace {

using Pairs = std::multiset<std::pair<std::size_t, std::size_t>>;

std::vector<Box> some_boxes() {
  std::vector<Box> boxes;
  for (int i = *rc::gen::inRange(0, 30); i > 0; --i)
    boxes.push_back({*rc::gen::inRange(0, 100) + 0.0, *rc::gen::inRange(0, 100) + 0.0, *rc::gen::inRange(0, 40) + 0.0,
                     *rc::gen::inRange(0, 40) + 0.0});
  return boxes;
}

TEST(NearPairs, AgreeWithTryingAll) {
  rc::check([] {
    const std::vector<Box> ones = some_boxes();
    const std::vector<Box> others = some_boxes();
    const double gap = *rc::gen::inRange(0, 10);
    Pairs found;
    Pairs all;
    RC_ASSERT(each_near_pair(ones, others, gap, [&](std::size_t i, std::size_t j) { found.insert({i, j}); }));
    for (std::size_t i = 0; i < ones.size(); ++i)
      for (std::size_t j = 0; j < others.size(); ++j)
        if (overlap(ones[i], others[j], gap)) all.insert({i, j});
    RC_ASSERT(found == all);
    Pairs own;
    Pairs own_all;
    RC_ASSERT(each_near_pair(ones, ones, gap, [&](std::size_t i, std::size_t j) { own.insert({i, j}); }));
    for (std::size_t i = 0; i < ones.size(); ++i)
      for (std::size_t j = i + 1; j < ones.size(); ++j)
        if (overlap(ones[i], ones[j], gap)) own_all.insert({i, j});
    RC_ASSERT(own == own_all);
  });
}

TEST(NearPairs, GiveUpOnAPile) {
  const std::vector<Box> pile(10000, Box{0, 0, 10, 10});
  EXPECT_FALSE(each_near_pair(pile, pile, 0, [](std::size_t, std::size_t) {}));
}

}  // namespace
}  // namespace throughline::lint
