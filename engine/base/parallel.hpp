// SPDX-License-Identifier: Apache-2.0
// Work in numbered blocks on several threads: measures that look at a network from each node, tables that are read in
// pieces. Which thread takes which block is chance, so work(block) may write only what belongs to its block.
//
//   for_each_block(blocks, processors(), [&](std::size_t block) { sums[block] = …; });
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace throughline {

// How many threads this machine runs at once, at least one.
inline std::size_t processors() { return std::max(1U, std::thread::hardware_concurrency()); }

template <typename Work>
void for_each_block(std::size_t blocks, std::size_t threads, Work work) {
  std::atomic<std::size_t> next = 0;
  const auto take_blocks = [&] {
    for (std::size_t block = next++; block < blocks; block = next++) work(block);
  };
  std::vector<std::future<void>> helpers;
  for (std::size_t i = 1; i < std::min(threads, blocks); ++i)
    helpers.push_back(std::async(std::launch::async, take_blocks));
  take_blocks();
  for (std::future<void>& helper : helpers) helper.get();
}

}  // namespace throughline
