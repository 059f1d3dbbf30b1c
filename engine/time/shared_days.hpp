// SPDX-License-Identifier: Apache-2.0
// Searches for sets of which all members are meant: each chooses a day of its own, and the question is whether some
// choice makes two of them hold on the same days, or keeps several from ever holding together. Used by the rules.
//
//   can_share({{}, January and 31 January}, {{}, 2018}, Shared::same)  // all on 31 January
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "time/day_set.hpp"
#include "time/hull_index.hpp"

namespace throughline {

// Some days on which it held, and members that choose one of their days each.
struct Choices {
  DaySet known;
  std::span<const DaySet> members;
};

enum class Shared : std::uint8_t { first_in_second, same };

// Can all days of the first be days of the second; can both have the same days?
bool can_share(const Choices& first, const Choices& second, Shared shared);

// Several such, and the days on which they never hold all together. What it is given must outlive it.
class Misses {
 public:
  explicit Misses(std::vector<Choices> all);

  // Can it be that on no day of `window` all of them held? Members that can choose a day outside of it do so.
  bool can_miss(const Stretch& window) const;

 private:
  friend class MissSearch;
  struct Member {
    std::size_t side;
    const DaySet* days;
    Stretch hull;
  };

  std::vector<Choices> all_;
  std::vector<Member> members_;
  HullIndex index_;  // of the members
};

}  // namespace throughline
