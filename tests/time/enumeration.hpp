// SPDX-License-Identifier: Apache-2.0
// All worlds of a small value, written out day by day from its text alone, by looking at printed days: slow, and
// independent of the bounds it is compared with. Only for dates from 2016 to 2020, without time of day.
//
//   worlds_of("2018-01/..", 0, window)  // 31 worlds
#pragma once

#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "time/calendar.hpp"
#include "time/worlds.hpp"

namespace throughline {

constexpr Day never_began = std::numeric_limits<Day>::min();
constexpr Day never_ends = std::numeric_limits<Day>::max();

struct World {
  Day start;
  Day end;
};
using Worlds = std::vector<World>;

struct Window {
  Day first;
  Day last;
};

// All days that matter to these texts and some more on either side.
Window window_of(std::initializer_list<std::string_view> texts);

// `~` reaches `units` units of the stated precision; an unknown end is any day of the window, or open.
Worlds worlds_of(std::string_view text, int units, const Window& window);

// The worlds of two values, as stated and with the tolerance of one unit.
struct Pair {
  Worlds a;
  Worlds b;
  Worlds wide_a;
  Worlds wide_b;
  bool is_doubtful;
};

Pair pair_of(const std::string& a, const std::string& b);

using Predicate = bool (*)(const World&, const World&);
Answer ask(const Pair& pair, Predicate predicate);

}  // namespace throughline
