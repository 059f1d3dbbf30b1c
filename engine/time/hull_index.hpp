// SPDX-License-Identifier: Apache-2.0
// Finds the stretches that overlap a given one among thousands, without a look at all of them. Used by the searches in
// shared_days.hpp, where units in a row overlap only their neighbours.
//
//   HullIndex index(hulls);
//   index.overlapping({day, day})  // the numbers of those that have this day, by their first day
#pragma once

#include <cstddef>
#include <vector>

#include "time/day_set.hpp"

namespace throughline {

class HullIndex {
 public:
  HullIndex() = default;
  explicit HullIndex(const std::vector<Stretch>& hulls);

  std::vector<std::size_t> overlapping(const Stretch& stretch) const;

 private:
  struct Entry {
    Stretch hull;
    std::size_t number;
  };

  Day find_latest(std::size_t node, std::size_t begin, std::size_t end);
  void find_in(std::size_t node, std::size_t begin, std::size_t end, const Stretch& stretch,
               std::vector<std::size_t>& found) const;

  std::vector<Entry> entries_;  // by their first day
  std::vector<Day> latest_;     // the greatest last day of each half of them, of each half of a half …
};

}  // namespace throughline
