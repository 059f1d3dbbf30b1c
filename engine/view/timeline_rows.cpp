// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_rows.hpp"

#include <algorithm>
#include <limits>

namespace throughline {

namespace {

constexpr double slack = 0.01;

bool is_free(const PackedRow& row, const AxisSpan& wanted, double distance) {
  return std::none_of(row.covered.begin(), row.covered.end(), [&](const AxisSpan& taken) {
    return wanted.left < taken.right + distance && taken.left < wanted.right + distance;
  });
}

double growth(const PackedRow& row, const Setting& setting) {
  return std::max(0.0, setting.above - row.above) + std::max(0.0, setting.below - row.below);
}

void put(PackedRow& row, const Setting& setting) {
  row.above = std::max(row.above, setting.above);
  row.below = std::max(row.below, setting.below);
  const auto after = std::upper_bound(row.covered.begin(), row.covered.end(), setting.covered,
                                      [](const AxisSpan& a, const AxisSpan& b) { return a.left < b.left; });
  row.covered.insert(after, setting.covered);
}

// The cheapest row and setting; a row of its own is always to be had.
Place choose(const std::vector<Setting>& settings, const std::vector<PackedRow>& rows, const PackingRules& rules) {
  Place best{rows.size(), 0};
  double least = std::numeric_limits<double>::infinity();
  const auto consider = [&](std::size_t row, std::size_t setting, double cost) {
    if (cost + slack < least) best = {row, setting}, least = cost;
  };
  for (std::size_t i = 0; i < settings.size(); ++i) {
    const Setting& setting = settings[i];
    if (setting.covered.left < rules.left - slack || setting.covered.right > rules.right + slack) continue;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (is_free(rows[row], setting.covered, rules.distance))
        consider(row, i, growth(rows[row], setting) + setting.penalty);
    }
    consider(rows.size(), i, setting.above + setting.below + rules.row_gap + setting.penalty);
  }
  return best;
}

}  // namespace

Packing pack_rows(std::span<const std::vector<Setting>> items, const PackingRules& rules) {
  Packing packing;
  for (const auto& settings : items) {
    const Place place = choose(settings, packing.rows, rules);
    if (place.row == packing.rows.size()) packing.rows.emplace_back();
    put(packing.rows[place.row], settings[place.setting]);
    packing.places.push_back(place);
  }
  return packing;
}

}  // namespace throughline
