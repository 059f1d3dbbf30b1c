// SPDX-License-Identifier: Apache-2.0
// The rules for two values: is it so in all of their worlds, in some, in none? The worlds of the two vary
// independently, which decides most of it; each rule says why it is right. Used by worlds.cpp.
//
//   before_rule(worlds of "2017/2019", worlds of "2020") == Verdict::certain
#pragma once

#include "time/day_worlds.hpp"
#include "time/verdict.hpp"

namespace throughline {

// All require worlds that have been through expand_ranges together, and at least one of each.
Verdict before_rule(const DayWorlds& a, const DayWorlds& b);
Verdict meets_rule(const DayWorlds& a, const DayWorlds& b);
Verdict during_rule(const DayWorlds& a, const DayWorlds& b);
Verdict equals_rule(const DayWorlds& a, const DayWorlds& b);

inline Verdict verdict(bool is_certain, bool is_possible) {
  if (is_certain) return Verdict::certain;
  return is_possible ? Verdict::possible : Verdict::impossible;
}

}  // namespace throughline
