// SPDX-License-Identifier: Apache-2.0
#include "time/hull_index.hpp"

#include <algorithm>
#include <tuple>

namespace throughline {

HullIndex::HullIndex(const std::vector<Stretch>& hulls) {
  for (std::size_t i = 0; i < hulls.size(); ++i) entries_.push_back({hulls[i], i});
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.hull.first, a.hull.last, a.number) < std::tie(b.hull.first, b.hull.last, b.number);
  });
  if (entries_.empty()) return;
  latest_.resize(4 * entries_.size());
  find_latest(1, 0, entries_.size());
}

std::vector<std::size_t> HullIndex::overlapping(const Stretch& stretch) const {
  std::vector<std::size_t> found;
  if (!entries_.empty()) find_in(1, 0, entries_.size(), stretch, found);
  return found;
}

// A node stands for the entries from `begin` to before `end`; its halves are the nodes of twice its number and one
// more.
Day HullIndex::find_latest(std::size_t node, std::size_t begin, std::size_t end) {
  const std::size_t middle = begin + (end - begin) / 2;
  return latest_[node] = end - begin == 1
                             ? entries_[begin].hull.last
                             : std::max(find_latest(2 * node, begin, middle), find_latest(2 * node + 1, middle, end));
}

void HullIndex::find_in(std::size_t node, std::size_t begin, std::size_t end, const Stretch& stretch,
                        std::vector<std::size_t>& found) const {
  if (latest_[node] < stretch.first || entries_[begin].hull.first > stretch.last) return;
  if (end - begin == 1) return found.push_back(entries_[begin].number);
  const std::size_t middle = begin + (end - begin) / 2;
  find_in(2 * node, begin, middle, stretch, found);
  find_in(2 * node + 1, middle, end, stretch, found);
}

}  // namespace throughline
