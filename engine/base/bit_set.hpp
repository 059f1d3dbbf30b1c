// SPDX-License-Identifier: Apache-2.0
// A set of small numbers, a bit each: quick to join, to cut and to walk in ascending order. For sets over all texts or
// subjects of a graph (query/search.hpp).
//
//   BitSet set(100); set.add(3); set.for_each([](std::uint32_t number) { … });
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace throughline {

class BitSet {
 public:
  BitSet() = default;
  // For numbers below `size`; empty.
  explicit BitSet(std::size_t size) : words_((size + 63) / 64, 0) {}

  void add(std::uint32_t number) { words_[number / 64] |= std::uint64_t{1} << number % 64; }
  bool has(std::uint32_t number) const { return (words_[number / 64] >> number % 64 & 1U) != 0; }

  // All of one size.
  BitSet& operator|=(const BitSet& other) {
    return combine(other, [](auto a, auto b) { return a | b; });
  }
  BitSet& operator&=(const BitSet& other) {
    return combine(other, [](auto a, auto b) { return a & b; });
  }
  BitSet& operator-=(const BitSet& other) {
    return combine(other, [](auto a, auto b) { return a & ~b; });
  }

  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t bits = words_[i]; bits != 0; bits &= bits - 1)
        visit(static_cast<std::uint32_t>(64 * i + static_cast<std::size_t>(std::countr_zero(bits))));
  }

 private:
  template <typename Combine>
  BitSet& combine(const BitSet& other, Combine each) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] = each(words_[i], other.words_[i]);
    return *this;
  }

  std::vector<std::uint64_t> words_;
};

}  // namespace throughline
