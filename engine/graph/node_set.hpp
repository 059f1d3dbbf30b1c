// SPDX-License-Identifier: Apache-2.0
// A set of nodes of a model as bits: of a hundred thousand nodes small enough to stay near the processor. Used by the
// walks through a graph.
//
//   NodeSet seen(model.nodes.size());
//   if (!seen.has(node)) seen.add(node);
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "model/index.hpp"

namespace throughline {

class NodeSet {
 public:
  explicit NodeSet(std::size_t nodes) : words_((nodes + 63) / 64, 0) {}

  bool has(NodeIndex node) const { return (words_[position(node) / 64] >> (position(node) % 64) & 1) != 0; }
  void add(NodeIndex node) { words_[position(node) / 64] |= std::uint64_t{1} << (position(node) % 64); }
  void remove(NodeIndex node) { words_[position(node) / 64] &= ~(std::uint64_t{1} << (position(node) % 64)); }

  // Puts nodes, each there once, into the order of the model: one look over the set where that is less than sorting.
  // Requires an empty set, and leaves one.
  template <typename Iterator>
  void sort(Iterator begin, Iterator end) {
    if (static_cast<std::size_t>(end - begin) * 8 < words_.size()) return std::sort(begin, end);
    for (Iterator at = begin; at != end; ++at) add(*at);
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (; words_[i] != 0; words_[i] &= words_[i] - 1)
        *begin++ =
            NodeIndex{static_cast<std::uint32_t>(64 * i) + static_cast<std::uint32_t>(std::countr_zero(words_[i]))};
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace throughline
