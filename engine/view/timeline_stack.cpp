// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_stack.hpp"

#include <algorithm>
#include <cstddef>

namespace throughline {

namespace {

// Neighbours that touch, moved together.
struct Block {
  double sum = 0;
  std::size_t count = 0;

  double mean() const { return sum / static_cast<double>(count); }
};

}  // namespace

// Without their heights, tops need only not decrease: what is left is a monotone regression.
std::vector<double> stack(const std::vector<Stacked>& labels, double gap, double from, double to) {
  std::vector<double> before;  // what the labels before it take
  std::vector<Block> blocks;
  double taken = 0;
  for (const Stacked& label : labels) {
    before.push_back(taken);
    blocks.push_back({label.wanted - taken, 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
      blocks[blocks.size() - 2].sum += blocks.back().sum;
      blocks[blocks.size() - 2].count += blocks.back().count;
      blocks.pop_back();
    }
    taken += label.height + gap;
  }
  const double last = std::max(from, to - (taken - gap));
  std::vector<double> tops;
  for (const Block& block : blocks) {
    for (std::size_t i = 0; i < block.count; ++i)
      tops.push_back(std::clamp(block.mean(), from, last) + before[tops.size()]);
  }
  return tops;
}

}  // namespace throughline
