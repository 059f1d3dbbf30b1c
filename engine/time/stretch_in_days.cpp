// SPDX-License-Identifier: Apache-2.0
#include "time/stretch_in_days.hpp"

#include <algorithm>

#include "time/hull_index.hpp"
#include "time/shared_days.hpp"

namespace throughline {
namespace {

// The first day after which one of the sets gains or loses a day.
Day next_change(std::span<const DaySet* const> sets, Day day) {
  Day change = all_of_time.last;
  for (const DaySet* set : sets) {
    const auto next = set->next(day);
    if (next) change = std::min(change, *next == day ? set->run_end(day) : *next - 1);
  }
  return change;
}

// Stretches from a given day that the members may be: the days in them that are not known are no more than the members.
bool can_start_on(Day start, const DayWorlds& stretch, const DayWorlds& days) {
  const DaySet* const ends[] = {&stretch.last_days, &days.last_days};
  for (auto end = next_common(ends, start); end;) {
    if (!days_outside(DaySet(Stretch{start, *end}), days.known, days.members.size())) return false;
    const DaySet filled(Stretch{start, *end});
    if (can_share({filled, {}}, {days.known, days.members}, Shared::same)) return true;
    end = *end == never_ends ? std::nullopt : next_common(ends, *end + 1);
  }
  return false;
}

// The earliest start that leaves enough members to get from there to the first known day, or to the last member.
Day earliest_start(const DayWorlds& days) {
  const auto count = static_cast<Day>(days.members.size());
  const Day goal = days.known.is_empty() ? days.last_days.first() : days.known.first();
  return goal < all_of_time.first + count ? never_began : goal - count;
}

// Which stretches the known days and the members can fill: only members that reach into one are of use.
class Filling {
 public:
  explicit Filling(const DayWorlds& days) : days_(days) {
    std::vector<Stretch> hulls;
    for (const DaySet& member : days.members) hulls.push_back(member.hull());
    index_ = HullIndex(hulls);
  }

  bool is_possible(const Stretch& stretch) const {
    std::vector<DaySet> near;
    for (std::size_t number : index_.overlapping(stretch)) near.push_back(days_.members[number]);
    return can_share({DaySet(stretch), {}}, {days_.known, near}, Shared::first_in_second);
  }

 private:
  const DayWorlds& days_;
  HullIndex index_;
};

}  // namespace

// The shorter the stretch, the better. So only those count within which no other one starts or ends: single days that
// are both start and end, and stretches from the last day of a run of starts to the next end.
bool can_lie_in(const DayWorlds& stretch, const DayWorlds& days) {
  const DaySet& starts = stretch.first_days;
  const DaySet& ends = stretch.last_days;
  const DaySet* const single_days[] = {&starts, &ends, &days.possible};
  if (next_common(single_days, never_began)) return true;
  const Filling filling(days);
  for (auto start = starts.next(never_began); start;) {
    const auto end = ends.next(starts.run_end(*start));
    if (!end) return false;
    const Stretch shortest{*starts.previous(*end), *end};
    if (shortest.first < shortest.last && filling.is_possible(shortest)) return true;
    start = starts.next(shortest.last == never_ends ? never_ends : std::max(shortest.first, *start) + 1);
  }
  return false;
}

// Tries each start; but where no set changes for as long as the members reach, one start stands for the others.
bool can_be_all_of(const DayWorlds& stretch, const DayWorlds& days) {
  const DaySet* const starts[] = {&stretch.first_days, &days.first_days};
  std::vector<const DaySet*> sets{&stretch.first_days, &stretch.last_days, &days.known};
  for (const DaySet& member : days.members) sets.push_back(&member);
  const auto reach = static_cast<Day>(days.members.size());
  for (auto start = next_common(starts, earliest_start(days)); start;) {
    if (can_start_on(*start, stretch, days)) return true;
    const Day alike_upto = *start == never_began ? *start : next_change(sets, *start) - reach;
    start = next_common(starts, std::max(*start, alike_upto) + 1);
  }
  return false;
}

}  // namespace throughline
