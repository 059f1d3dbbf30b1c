// SPDX-License-Identifier: Apache-2.0
#include "time/hull_index.hpp"

#include <algorithm>
#include <tuple>

namespace throughline {

HullIndex::HullIndex(const std::vector<Stretch>& hulls) {
  for (std::size_t i = 0; i < hulls.size(); ++i) entries_.push_back({hulls[i], i, hulls[i].last});
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.hull.first, a.hull.last, a.number) < std::tie(b.hull.first, b.hull.last, b.number);
  });
  for (std::size_t i = 1; i < entries_.size(); ++i)
    entries_[i].last_so_far = std::max(entries_[i].last_so_far, entries_[i - 1].last_so_far);
}

std::vector<std::size_t> HullIndex::overlapping(const Stretch& stretch) const {
  std::vector<std::size_t> numbers;
  auto entry = std::partition_point(entries_.begin(), entries_.end(),
                                    [&](const Entry& each) { return each.last_so_far < stretch.first; });
  for (; entry != entries_.end() && entry->hull.first <= stretch.last; ++entry)
    if (entry->hull.last >= stretch.first) numbers.push_back(entry->number);
  return numbers;
}

}  // namespace throughline
