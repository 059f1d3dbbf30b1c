// SPDX-License-Identifier: Apache-2.0
// All worlds of a small value, each written out day by day, from its text alone: by looking at printed days, slowly,
// and independent of the engine that is compared with them. Only the calendar is shared. Used by the property tests.
//
//   const Grid grid({"2018-01-31~", "{2018-01-30, 2018-02-0X}"}, 1);
//   worlds_of("{2018-01-30, 2018-02-0X}", 1, grid)->size() == 9
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/worlds.hpp"

namespace throughline::enumeration {

// The days that matter to some values: all that they name and three on either side, so that there is room for a start
// or an end that nobody named. Before and after them all is one place that is no day: where an open end lies.
class Grid {
 public:
  static constexpr std::size_t size = 448;

  Grid(const std::vector<std::string>& values, int units);

  bool is_too_large() const { return days_.size() > size - 2; }
  std::size_t never_began() const { return 0; }
  std::size_t never_ends() const { return days_.size() + 1; }
  std::size_t place_of(Day day) const;
  bool is_day(std::size_t place) const { return place > 0 && place <= days_.size(); }
  Day day_at(std::size_t place) const { return days_[place - 1]; }

  // Nothing for a place that only stands for others further out.
  std::optional<Day> bound_at(std::size_t place) const;

 private:
  std::vector<Day> days_;
};

using Places = std::bitset<Grid::size>;

struct World {
  Places held;
  std::size_t first;
  std::size_t last;
};
using Worlds = std::vector<World>;

// Nothing if there are more than a few thousand.
std::optional<Worlds> worlds_of(const std::string& value, int units, const Grid& grid);

// A stretch of days that is known exactly.
World known_world(Day first, Day last, const Grid& grid);

bool is_doubtful(const std::string& value);  // `?` or `%` anywhere

// What holds in some world, in all, or in none.
class Tally {
 public:
  void add(bool is_so) { in_all_ &= is_so, in_some_ |= is_so; }
  Verdict verdict() const { return in_all_ ? Verdict::certain : in_some_ ? Verdict::possible : Verdict::impossible; }
  bool is_decided() const { return in_some_ && !in_all_; }

 private:
  bool in_all_ = true;
  bool in_some_ = false;
};

bool overlaps(const World& a, const World& b, const Grid& grid);
bool before(const World& a, const World& b, const Grid& grid);
bool meets(const World& a, const World& b, const Grid& grid);
bool during(const World& a, const World& b, const Grid& grid);
bool equals(const World& a, const World& b, const Grid& grid);

}  // namespace throughline::enumeration
