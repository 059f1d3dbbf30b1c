// SPDX-License-Identifier: Apache-2.0
#include "time/pair_rules.hpp"

#include <algorithm>

#include "time/shared_days.hpp"
#include "time/stretch_in_days.hpp"

namespace throughline {
namespace {

using Kind = DayWorlds::Kind;

// A world of a single day: one that is in all of these sets. False if there is no such world.
bool add_single_days(const DayWorlds& worlds, std::vector<const DaySet*>& sets) {
  if (worlds.kind != Kind::days) {
    sets.push_back(&worlds.first_days);
    sets.push_back(&worlds.last_days);
    return true;
  }
  if (!worlds.known.is_empty()) sets.push_back(&worlds.known);
  for (const DaySet& member : worlds.members) sets.push_back(&member);
  return worlds.known.is_empty() || worlds.known.is_single();
}

bool can_be_the_same_day(const DayWorlds& a, const DayWorlds& b) {
  std::vector<const DaySet*> sets;
  return add_single_days(a, sets) && add_single_days(b, sets) && next_common(sets, never_began).has_value();
}

// If the latest start is chosen that is early enough for some end, all is chosen; if not even the first start within
// the window comes before the last end within it, nothing helps.
bool can_fit(const DayWorlds& worlds, const Stretch& window) {
  const auto meets_window = [&](const DaySet& days) {
    const auto day = days.next(window.first);
    return day && *day <= window.last;
  };
  if (worlds.kind == Kind::day) return meets_window(worlds.first_days);
  if (worlds.kind == Kind::stretch) {
    const auto start = worlds.first_days.next(window.first);
    const auto end = worlds.last_days.previous(window.last);
    return start && end && *start <= *end;
  }
  if (!is_within(worlds.known, DaySet(window))) return false;
  return std::all_of(worlds.members.begin(), worlds.members.end(), meets_window);
}

bool can_be_during(const DayWorlds& a, const DayWorlds& b) {
  if (b.kind == Kind::day) return can_be_the_same_day(a, b);
  // The widest stretch is the best one to be within, and is a world.
  if (b.kind == Kind::stretch) return can_fit(a, {b.first_days.first(), b.last_days.last()});
  if (a.kind == Kind::day) return meet(a.first_days, b.possible);
  if (a.kind == Kind::stretch) return can_lie_in(a, b);
  return can_share({a.known, a.members}, {b.known, b.members}, Shared::first_in_second);
}

bool can_be_equal(const DayWorlds& a, const DayWorlds& b) {
  if (a.kind == Kind::day || b.kind == Kind::day) return can_be_the_same_day(a, b);
  if (a.kind == Kind::days && b.kind == Kind::days)
    return can_share({a.known, a.members}, {b.known, b.members}, Shared::same);
  if (a.kind == Kind::days) return can_be_all_of(b, a);
  if (b.kind == Kind::days) return can_be_all_of(a, b);
  const DaySet* const starts[] = {&a.first_days, &b.first_days};
  const DaySet* const ends[] = {&a.last_days, &b.last_days};
  const auto first = next_common(starts, never_began);
  const auto last = previous_common(ends, never_ends);
  return first && last && *first <= *last;
}

// Some day on which a ends is followed by one on which b starts. Each set moves on until they do, or one is exhausted.
bool can_meet(const DaySet& ends, const DaySet& starts) {
  for (auto end = ends.next(never_began); end && *end != never_ends;) {
    const auto start = starts.next(*end + 1);
    if (!start) return false;
    if (*start == *end + 1) return true;
    end = ends.next(*start - 1);
  }
  return false;
}

// Each world of a is within each of b if all days a can have are days b must have: the worlds vary independently.
bool is_always_during(const DayWorlds& a, const DayWorlds& b) { return is_within(a.possible, certain_days(b)); }

}  // namespace

// Only the last day of a and the first of b count, and these vary independently.
Verdict before_rule(const DayWorlds& a, const DayWorlds& b) {
  return verdict(a.last_days.last() < b.first_days.first(), a.last_days.first() < b.first_days.last());
}

Verdict meets_rule(const DayWorlds& a, const DayWorlds& b) {
  const bool is_possible = can_meet(a.last_days, b.first_days);
  return verdict(is_possible && a.last_days.is_single() && b.first_days.is_single(), is_possible);
}

Verdict during_rule(const DayWorlds& a, const DayWorlds& b) {
  return verdict(is_always_during(a, b), can_be_during(a, b));
}

// If both have the same days in all worlds, each has but one.
Verdict equals_rule(const DayWorlds& a, const DayWorlds& b) {
  return verdict(is_always_during(a, b) && is_always_during(b, a), can_be_equal(a, b));
}

}  // namespace throughline
