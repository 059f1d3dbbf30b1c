// SPDX-License-Identifier: Apache-2.0
#include "time/unit_ranges.hpp"

#include <algorithm>

namespace throughline {
namespace {

template <typename Function>
void for_each_set(DayWorlds& worlds, Function&& function) {
  for (DaySet* set : {&worlds.first_days, &worlds.last_days, &worlds.possible, &worlds.known}) function(*set);
  for (DaySet& member : worlds.members) function(member);
}

template <typename Function>
void for_each_stretch(DayWorlds& worlds, Function&& function) {
  for_each_set(worlds, [&](DaySet& set) {
    for (DaySet::Piece& piece : set.pieces()) function(piece.within);
  });
  for (UnitRange& range : worlds.ranges) function(range.days);
}

// Times that stay as they are, ascending; between two of them all values stay the same.
std::vector<Stretch> kept_times(std::span<DayWorlds> values) {
  std::vector<Stretch> times;
  Stretch masked = {never_ends, never_began};  // masks can't be moved: all of their days stay together
  for (DayWorlds& worlds : values) {
    for_each_stretch(worlds, [&](const Stretch& stretch) {
      for (Day day : {stretch.first, stretch.last})
        if (!is_never(day)) times.push_back({day, day});
    });
    for_each_set(worlds, [&](DaySet& set) {
      for (const DaySet::Piece& piece : set.pieces())
        if (const auto first = piece.next(never_began); piece.mask && first)
          masked = {std::min(masked.first, *first), std::max(masked.last, *piece.previous(never_ends))};
    });
  }
  if (!is_empty(masked)) times.push_back(masked);
  std::sort(times.begin(), times.end(), [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
  return times;
}

// Cuts out whole cycles between kept times that are more than `kept` apart. Days before the cuts move later, so that
// what comes last stays; unless there are masks: then those stay, and what comes after them moves earlier.
class Cuts {
 public:
  Cuts(std::span<const Stretch> times, Day kept, Day fixed) {
    for (std::size_t i = 0; i < times.size(); ++i) {
      if (i > 0 && times[i].first - end_ > kept)
        cuts_.push_back({end_, (times[i].first - end_ - kept) / days_in_cycle * days_in_cycle});
      end_ = i == 0 ? times[i].last : std::max(end_, times[i].last);
    }
    for (const Cut& cut : cuts_)
      if (cut.after < fixed) before_fixed_ += cut.length;
    end_ = moved(end_);
  }

  Day moved(Day day) const {
    if (is_never(day)) return day;
    Day length = 0;
    for (const Cut& cut : cuts_)
      if (cut.after < day) length += cut.length;
    return day - length + before_fixed_;
  }

  Day end() const { return end_; }

 private:
  struct Cut {
    Day after;
    Day length;
  };
  std::vector<Cut> cuts_;
  Day before_fixed_ = 0;
  Day end_ = 0;  // of the last kept time
};

Day masked_day(std::span<DayWorlds> values) {
  for (DayWorlds& worlds : values) {
    std::optional<Day> day;
    for_each_set(worlds, [&](DaySet& set) {
      for (const DaySet::Piece& piece : set.pieces())
        if (piece.mask && !day) day = piece.next(never_began);
    });
    if (day) return *day;
  }
  return 0;
}

std::size_t member_count(std::span<const DayWorlds> values) {
  std::size_t count = 0;
  for (const DayWorlds& worlds : values) count += worlds.members.size();
  return count;
}

// The units as members. Ranges that go on forever do so as far as `around`.
void list_units(DayWorlds& worlds, const Stretch& around) {
  for (const UnitRange& range : worlds.ranges) {
    const Day from = range.days.first == never_began ? around.first : range.days.first;
    const Day upto = range.days.last == never_ends ? around.last : range.days.last;
    for (Day day = from; day <= upto;) {
      const Stretch unit = unit_around(day, range.unit);
      worlds.members.emplace_back(unit);
      day = unit.last + 1;
    }
  }
  worlds.ranges.clear();
}

}  // namespace

// No rule tells an empty time of some cycles from one of more: each compares the number of the days or units in a row
// with the number of members at most, and the units of an empty time outnumber those.
Stretch expand_ranges(std::span<DayWorlds> values) {
  const bool has_ranges =
      std::any_of(values.begin(), values.end(), [](const auto& worlds) { return !worlds.ranges.empty(); });
  if (!has_ranges) return all_of_time;
  const std::vector<Stretch> times = kept_times(values);
  const Day kept = static_cast<Day>(2 + member_count(values) / 300) * days_in_cycle;
  const Cuts cuts(times, kept, masked_day(values));
  const Stretch eventful{cuts.moved(times.front().first), cuts.end()};
  const Stretch around{unit_around(eventful.first - kept, RangeUnit::year).first,
                       unit_around(eventful.last + kept, RangeUnit::year).last};
  for (DayWorlds& worlds : values) {
    for_each_stretch(worlds, [&](Stretch& stretch) {
      stretch = {cuts.moved(stretch.first), cuts.moved(stretch.last)};
    });
    list_units(worlds, around);
  }
  return {eventful.first - kept / 2, eventful.last + kept / 2};
}

}  // namespace throughline
