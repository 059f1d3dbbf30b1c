// SPDX-License-Identifier: Apache-2.0
#include "time/in_order_rule.hpp"

#include <algorithm>
#include <optional>

namespace throughline {
namespace {

using Kind = DayWorlds::Kind;

// Whoever picks the days does best to pick the first that will do, and then whoever picks the worlds, to make that as
// late as can be: the worlds vary independently, and a later day never leaves more choice. So one value after the other
// decides by itself how late its day is at worst; nothing where it may have ended before.
std::optional<Day> latest_pick(const DayWorlds& worlds, Day from);

// It held on one day.
std::optional<Day> latest_pick_of_one(const DayWorlds& worlds, Day from) {
  return worlds.first_days.first() < from ? std::nullopt : std::optional(worlds.first_days.last());
}

std::optional<Day> latest_pick_of_stretch(const DayWorlds& worlds, Day from) {
  return worlds.last_days.first() < from ? std::nullopt : std::optional(std::max(from, worlds.first_days.last()));
}

std::optional<Day> earlier_of(std::optional<Day> a, std::optional<Day> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

// The last day of the first unit that lies behind all days before `from`.
std::optional<Day> latest_pick_of_range(const UnitRange& range, Day from) {
  const Day start = std::max(from, range.days.first);
  if (is_never(start)) return std::nullopt;  // where a range goes that far, that place is among the known days
  Stretch unit = unit_around(start, range.unit);
  if (unit.first < start) unit = unit_around(unit.last + 1, range.unit);
  return unit.last > range.days.last ? std::nullopt : std::optional(unit.last);
}

// A member that has a day before `from` may choose that one; any other is of use on its last day at worst.
std::optional<Day> latest_pick_of_days(const DayWorlds& worlds, Day from) {
  std::optional<Day> pick = worlds.known.next(from);
  for (const DaySet& member : worlds.members)
    if (member.first() >= from) pick = earlier_of(pick, member.last());
  for (const UnitRange& range : worlds.ranges) pick = earlier_of(pick, latest_pick_of_range(range, from));
  return pick;
}

std::optional<Day> latest_pick(const DayWorlds& worlds, Day from) {
  if (worlds.kind == Kind::days) return latest_pick_of_days(worlds, from);
  return worlds.kind == Kind::stretch ? latest_pick_of_stretch(worlds, from) : latest_pick_of_one(worlds, from);
}

std::optional<Day> earliest_pick(const DayWorlds& worlds, Day from) { return worlds.possible.next(from); }

bool has_picks(std::span<const DayWorlds> values, std::optional<Day> (*pick)(const DayWorlds& worlds, Day from)) {
  std::optional<Day> day = never_began;
  for (const DayWorlds& worlds : values)
    if (day = pick(worlds, *day); !day) return false;
  return true;
}

}  // namespace

Verdict in_order_rule(std::span<const DayWorlds> values) {
  if (!has_picks(values, earliest_pick)) return Verdict::impossible;
  return has_picks(values, latest_pick) ? Verdict::certain : Verdict::possible;
}

}  // namespace throughline
