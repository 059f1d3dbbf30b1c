// SPDX-License-Identifier: Apache-2.0
#include "time/day_worlds.hpp"

#include <algorithm>

namespace throughline {
namespace {

using Kind = DayWorlds::Kind;

DayWorlds one_day_of(DaySet days) {
  DayWorlds worlds;
  worlds.first_days = worlds.last_days = days;
  worlds.possible = std::move(days);
  return worlds;
}

// Keeps of the ends those that some other end allows.
DayWorlds from_one_to_other(const DaySet& starts, const DaySet& ends) {
  DayWorlds worlds;
  worlds.kind = Kind::stretch;
  if (starts.is_empty() || ends.is_empty()) return worlds;
  worlds.first_days = starts.within({never_began, ends.last()});
  worlds.last_days = ends.within({starts.first(), never_ends});
  worlds.possible = DaySet(Stretch{starts.first(), ends.last()});
  return worlds;
}

DaySet ends_of(const Endpoint& end, const Lens& lens, const Stretch& unknown, Day open) {
  if (const auto* date = std::get_if<Date>(&end)) return days_of(*date, lens);
  return DaySet(std::holds_alternative<Open>(end) ? Stretch{open, open} : unknown);
}

DayWorlds worlds_of(const Interval& interval, const Lens& lens) {
  return from_one_to_other(ends_of(interval.start, lens, {never_began, all_of_time.last}, never_began),
                           ends_of(interval.end, lens, {all_of_time.first, never_ends}, never_ends));
}

Stretch hull_of(const DaySet& days) { return days.is_empty() ? Stretch{0, -1} : days.hull(); }

// From the first day of one date to the last day of the other.
Stretch span_of(const Range& range, const Lens& lens, const Stretch& without) {
  return {range.first ? hull_of(days_of(*range.first, lens)).first : without.first,
          range.last ? hull_of(days_of(*range.last, lens)).last : without.last};
}

DaySet days_of(const Member& member, const Lens& lens) {
  if (const auto* date = std::get_if<Date>(&member)) return days_of(*date, lens);
  return DaySet(span_of(std::get<Range>(member), lens, all_of_time));
}

// Puts together a set of which all members are meant.
class AllOf {
 public:
  explicit AllOf(const Lens& lens) : lens_(lens) { worlds_.kind = Kind::days; }

  void add(const Date& date) { add(days_of(date, lens_)); }

  // `{a..b}` means `{a, …, b}`: the first and the last unit go no further than the dates, and are as
  // approximate as these.
  void add(const Range& range) {
    const Lens exact{no_tolerance, lens_.years};
    const Stretch days = span_of(range, exact, {never_began, never_ends});
    const RangeUnit unit = unit_of(range);
    Stretch rest = days;
    if (range.first) rest.first = add_edge(range, days, days.first, unit).last + 1;
    if (range.last && !is_empty(rest)) rest.last = add_edge(range, days, days.last, unit).first - 1;
    add_between(rest, unit);
  }

  DayWorlds take() {
    if (worlds_.possible.is_empty()) return std::move(worlds_);
    worlds_.first_days = worlds_.possible.within({never_began, earliest_end_});
    worlds_.last_days = worlds_.possible.within({latest_start_, never_ends});
    return std::move(worlds_);
  }

 private:
  void add(const DaySet& days) {
    if (days.is_empty()) return;
    note(days.first(), days.last());
    worlds_.possible.add(days);
    if (days.is_single())
      worlds_.known.add(days);
    else
      worlds_.members.push_back(days);
  }

  // Adds the unit at one end of the days, widened as that end is, by both if it is the only one. Returns it unwidened.
  Stretch add_edge(const Range& range, const Stretch& days, Day edge, RangeUnit unit) {
    const Stretch whole = common(unit_around(edge, unit), days);
    DaySet unit_days(whole);
    if (whole.first == days.first) unit_days.add(widened(range.first, whole));
    if (whole.last == days.last) unit_days.add(widened(range.last, whole));
    add(unit_days);
    return whole;
  }

  Stretch widened(const std::optional<Date>& date, const Stretch& stretch) const {
    return date ? widening_of(*date, lens_.tolerance).of(stretch) : stretch;
  }

  void add_between(const Stretch& days, RangeUnit unit) {
    if (is_empty(days)) return;
    worlds_.possible.add(days);
    if (unit == RangeUnit::day) {
      note(days.first, days.first), note(days.last, days.last);
      return worlds_.known.add(days);
    }
    worlds_.ranges.push_back({days, unit});
    // A range that goes on forever has no last unit; it holds never_ends instead.
    note_edge(days.first, days.first == never_began, unit);
    note_edge(days.last, days.last == never_ends, unit);
  }

  void note_edge(Day edge, bool is_never, RangeUnit unit) {
    if (is_never) worlds_.known.add(Stretch{edge, edge});
    const Stretch days = is_never ? Stretch{edge, edge} : unit_around(edge, unit);
    note(days.first, days.last);
  }

  void note(Day first, Day last) {
    latest_start_ = std::max(latest_start_, first);
    earliest_end_ = std::min(earliest_end_, last);
  }

  const Lens& lens_;
  DayWorlds worlds_;
  Day latest_start_ = never_began;  // of a member: no world ends before it
  Day earliest_end_ = never_ends;   // of a member: no world starts after it
};

DayWorlds worlds_of(const Set& set, const Lens& lens) {
  if (set.kind == Set::Kind::all_of) {
    AllOf all(lens);
    for (const Member& member : set.members) std::visit([&](const auto& each) { all.add(each); }, member);
    return all.take();
  }
  DaySet days;
  for (const Member& member : set.members) days.add(days_of(member, lens));
  return one_day_of(std::move(days));
}

DayWorlds worlds_of(const Date& date, const Lens& lens) { return one_day_of(days_of(date, lens)); }

// If the start may be as late as can be, no day is certain, although it never ends; and the other way round.
DaySet known_between(Day latest_start, Day earliest_end) {
  const bool is_anywhere = latest_start >= all_of_time.last || earliest_end <= all_of_time.first;
  return is_anywhere ? DaySet{} : DaySet(Stretch{latest_start, earliest_end});
}

}  // namespace

DayWorlds day_worlds(const Edtf& value, const Lens& lens) {
  return std::visit([&](const auto& form) { return worlds_of(form, lens); }, value.value);
}

DayWorlds known_stretch(const Stretch& stretch) {
  return from_one_to_other(DaySet(Stretch{stretch.first, stretch.first}), DaySet(Stretch{stretch.last, stretch.last}));
}

DaySet certain_days(const DayWorlds& worlds) {
  if (worlds.kind == Kind::days) return worlds.known;
  if (worlds.first_days.is_empty()) return {};
  if (worlds.kind == Kind::stretch) return known_between(worlds.first_days.last(), worlds.last_days.first());
  return worlds.first_days.is_single() ? worlds.first_days : DaySet{};
}

Bounds bounds_of(const Stretch& days) {
  const auto unless_never = [](Day day) { return is_never(day) ? std::nullopt : std::optional(day); };
  return {unless_never(days.first), unless_never(days.last)};
}

Stretch unit_around(Day day, RangeUnit unit) {
  if (unit == RangeUnit::day) return {day, day};
  const Civil civil = civil_of(day);
  if (unit == RangeUnit::month) return {first_day(civil.year, civil.month), last_day(civil.year, civil.month)};
  return {first_day(civil.year, 1), last_day(civil.year, 12)};
}

}  // namespace throughline
