// SPDX-License-Identifier: Apache-2.0
#include "time/together_rule.hpp"

#include <algorithm>

#include "time/pair_rules.hpp"
#include "time/shared_days.hpp"
#include "time/unit_ranges.hpp"

namespace throughline {
namespace {

using Kind = DayWorlds::Kind;

// Looks for worlds in which the values never held all together: a counterexample to "certainly". A single day is a
// stretch of one. The stretches of a world have a window in common; sets of which all members are meant, if there are
// any, must be able to miss it. The smaller the window, the more easily; so only the smallest ones are tried.
class Counterexample {
 public:
  Counterexample(std::span<const DayWorlds> values, const Stretch& eventful)
      : eventful_(eventful), misses_(choices_of(values)) {
    for (const DayWorlds& value : values) (value.kind == Kind::days ? sets_ : stretches_).push_back(&value);
  }

  bool exists() const {
    if (stretches_.empty()) return misses_.can_miss(all_of_time);
    return exists_between_two() || exists_within_one();
  }

 private:
  static std::vector<Choices> choices_of(std::span<const DayWorlds> values) {
    std::vector<Choices> choices;
    for (const DayWorlds& value : values)
      if (value.kind == Kind::days) choices.push_back({value.known, value.members});
    return choices;
  }

  // The window starts with one value and ends with another: as late and as early as they can, whatever the others do.
  bool exists_between_two() const {
    for (const DayWorlds* starting : stretches_)
      for (const DayWorlds* ending : stretches_)
        if (starting != ending && can_miss({starting->first_days.last(), ending->last_days.first()})) return true;
    return false;
  }

  // The window starts and ends with one value, as soon after its start as that value allows. Without sets it has a day.
  bool exists_within_one() const {
    if (sets_.empty()) return false;
    return std::any_of(stretches_.begin(), stretches_.end(), [&](const DayWorlds* stretch) {
      const std::vector<Day> starts = starts_that_matter(*stretch);
      return std::any_of(starts.begin(), starts.end(), [&](Day start) {
        return can_miss({start, *stretch->last_days.next(start)});
      });
    });
  }

  // A later start has a later end, which is for the worse, unless it gets past the first day of a member, which is then
  // free to choose that day, or past a day that all sets know.
  std::vector<Day> starts_that_matter(const DayWorlds& stretch) const {
    std::vector<Day> starts{stretch.first_days.first()};
    const auto add_after = [&](Day day) {
      const auto start = stretch.first_days.next(day + 1);
      if (start && *start <= eventful_.last) starts.push_back(*start);
    };
    for (const DayWorlds* set : sets_)
      for (const DaySet& member : set->members) add_after(member.first());
    for (Day end : ends_of_known_runs()) add_after(end);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
  }

  std::vector<Day> ends_of_known_runs() const {
    std::vector<const DaySet*> known;
    for (const DayWorlds* set : sets_) known.push_back(&set->known);
    std::vector<Day> ends;
    for (auto day = next_common(known, all_of_time.first); day && *day <= all_of_time.last;) {
      Day end = all_of_time.last;
      for (const DaySet* days : known) end = std::min(end, days->run_end(*day));
      ends.push_back(end);
      day = next_common(known, end + 1);
    }
    return ends;
  }

  // Of a window without an end there is always more than enough, however late it starts: sets that go on forever can't
  // get out of it.
  bool can_miss(Stretch window) const {
    if (window.last == never_ends) window.first = std::min(window.first, eventful_.last);
    if (window.first == never_began) window.last = std::max(window.last, eventful_.first);
    return misses_.can_miss(common(window, all_of_time));
  }

  std::vector<const DayWorlds*> stretches_;  // and days
  std::vector<const DayWorlds*> sets_;
  Stretch eventful_;
  Misses misses_;
};

bool can_be_together(std::span<const DayWorlds> values) {
  std::vector<const DaySet*> possible;
  for (const DayWorlds& value : values) possible.push_back(&value.possible);
  return next_common(possible, all_of_time.first).has_value();
}

bool has_ranges(const DayWorlds& worlds) { return !worlds.ranges.empty(); }

bool has_counterexample(std::span<const DayWorlds> values) {
  if (std::none_of(values.begin(), values.end(), has_ranges)) return Counterexample(values, all_of_time).exists();
  std::vector<DayWorlds> expanded(values.begin(), values.end());
  const Stretch eventful = expand_ranges(expanded);
  return Counterexample(expanded, eventful).exists();
}

}  // namespace

// The values vary independently, so any day that each can have all can have together.
Verdict together_rule(std::span<const DayWorlds> values) {
  if (!can_be_together(values)) return Verdict::impossible;
  return has_counterexample(values) ? Verdict::possible : Verdict::certain;
}

Verdict together_rule(const DayWorlds& value, const Stretch& stretch) {
  if (value.kind == Kind::days) {
    const DayWorlds both[] = {value, known_stretch(stretch)};
    return together_rule(both);
  }
  const auto day = value.possible.next(stretch.first);
  if (!day || *day > stretch.last) return Verdict::impossible;
  const bool is_certain = value.first_days.last() <= stretch.last && stretch.first <= value.last_days.first();
  return is_certain ? Verdict::certain : Verdict::possible;
}

std::optional<Stretch> common_hull(std::span<const DaySet* const> sets) {
  const auto first = next_common(sets, never_began);
  if (!first) return std::nullopt;
  return Stretch{*first, *previous_common(sets, never_ends)};
}

}  // namespace throughline
