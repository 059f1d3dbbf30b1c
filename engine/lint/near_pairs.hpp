// SPDX-License-Identifier: Apache-2.0
// Which boxes come near each other, by a sweep from left to right. Work is bounded: a hostile figure piles all its
// boxes on one spot.
//
//   const bool all = each_near_pair(texts, texts, 2, [&](std::size_t i, std::size_t j) { … });
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "view/geometry.hpp"

namespace throughline::lint {

inline constexpr std::size_t most_comparisons = 5'000'000;

// Of texts or nodes, in their order.
template <typename Thing>
std::vector<Box> boxes_of(const std::vector<Thing>& things) {
  std::vector<Box> boxes;
  for (const Thing& thing : things) boxes.push_back(thing.box);
  return boxes;
}

// Calls `look` with an index into each list. When both are one list, each pair comes once. False when it was cut short.
template <typename Look>
bool each_near_pair(const std::vector<Box>& ones, const std::vector<Box>& others, double gap, Look look) {
  const bool is_one_list = &ones == &others;
  const auto sorted = [](const std::vector<Box>& boxes) {
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return boxes[a].x < boxes[b].x; });
    return order;
  };
  const std::vector<std::size_t> left = sorted(ones);
  const std::vector<std::size_t> right = is_one_list ? left : sorted(others);
  double widest = 0;
  for (const Box& box : others) widest = std::max(widest, box.width);
  std::size_t work = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const Box& one = ones[left[i]];
    while (first < right.size() && others[right[first]].x + widest + gap < one.x) ++first;
    for (std::size_t j = is_one_list ? i + 1 : first; j < right.size(); ++j) {
      const Box& other = others[right[j]];
      if (other.x > one.right() + gap) break;
      if (++work > most_comparisons) return false;
      if (!overlap(one, other, gap)) continue;
      is_one_list ? look(std::min(left[i], right[j]), std::max(left[i], right[j])) : look(left[i], right[j]);
    }
  }
  return true;
}

}  // namespace throughline::lint
