// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_rows.hpp"

#include <gtest/gtest.h>

#include <random>

namespace throughline {
namespace {

Setting flat(double left, double right, double penalty = 0) { return {{left, right}, 10, 10, penalty}; }

TEST(TimelineRowsTest, WhatFitsSharesARow) {
  const std::vector<std::vector<Setting>> items = {{flat(0, 40)}, {flat(60, 90)}, {flat(30, 70)}};
  const Packing packing = pack_rows(items, {0, 100, 16, 8});
  EXPECT_EQ(packing.places[0].row, packing.places[1].row);
  EXPECT_NE(packing.places[0].row, packing.places[2].row);
}

TEST(TimelineRowsTest, AnotherSettingIsTakenWhenItSavesARow) {
  const std::vector<std::vector<Setting>> items = {{flat(0, 40)}, {flat(50, 90), flat(60, 95, 3)}};
  const Packing packing = pack_rows(items, {0, 100, 16, 8});
  EXPECT_EQ(packing.places[1].row, 0u);
  EXPECT_EQ(packing.places[1].setting, 1u);
}

TEST(TimelineRowsTest, NothingLeavesTheRoom) {
  const std::vector<std::vector<Setting>> items = {{flat(-5, 40), flat(20, 101), flat(5, 95, 50)}};
  EXPECT_EQ(pack_rows(items, {0, 100, 16, 8}).places[0].setting, 2u);
}

TEST(TimelineRowsTest, ItemsOfARowKeepTheirDistance) {
  std::mt19937 random(2);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::vector<Setting>> items(1 + random() % 40);
    for (auto& settings : items) {
      const double left = static_cast<double>(random() % 900);
      const double width = static_cast<double>(5 + random() % 300);
      settings = {flat(left, left + width, static_cast<double>(random() % 5)), flat(left - width, left),
                  flat(0, 1200, 100)};
    }
    const PackingRules rules{0, 1200, 16, 8};
    const Packing packing = pack_rows(items, rules);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Setting& setting = items[i][packing.places[i].setting];
      EXPECT_LE(setting.above, packing.rows[packing.places[i].row].above);
      for (std::size_t j = 0; j < i; ++j) {
        if (packing.places[i].row != packing.places[j].row) continue;
        const AxisSpan& a = setting.covered;
        const AxisSpan& b = items[j][packing.places[j].setting].covered;
        EXPECT_TRUE(a.right + rules.distance <= b.left || b.right + rules.distance <= a.left);
      }
    }
  }
}

}  // namespace
}  // namespace throughline
