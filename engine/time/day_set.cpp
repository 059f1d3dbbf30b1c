// SPDX-License-Identifier: Apache-2.0
#include "time/day_set.hpp"

#include <algorithm>

namespace throughline {
namespace {

using Step = std::optional<Day> (DaySet::*)(Day) const;

// Each set in turn moves on to where the one before it is, until all of them agree.
std::optional<Day> agreed_day(std::span<const DaySet* const> sets, Day day, Step step) {
  std::size_t agreed = 0;
  for (std::size_t i = 0; agreed < sets.size(); i = (i + 1) % sets.size()) {
    const auto found = (sets[i]->*step)(day);
    if (!found) return std::nullopt;
    agreed = *found == day ? agreed + 1 : 1;
    day = *found;
  }
  return day;
}

}  // namespace

std::optional<Day> DaySet::Piece::next(Day day) const {
  const Day from = std::max(day, within.first);
  const auto found = mask ? mask->next(from) : std::optional(from);
  return found && *found <= within.last ? found : std::nullopt;
}

std::optional<Day> DaySet::Piece::previous(Day day) const {
  const Day upto = std::min(day, within.last);
  const auto found = mask ? mask->previous(upto) : std::optional(upto);
  return found && *found >= within.first ? found : std::nullopt;
}

Day DaySet::Piece::run_end(Day day) const { return mask ? std::min(mask->run_end(day), within.last) : within.last; }

void DaySet::add(const Stretch& stretch) {
  if (!throughline::is_empty(stretch)) pieces_.push_back({stretch, std::nullopt});
}

void DaySet::add(const DaySet& other) { pieces_.insert(pieces_.end(), other.pieces_.begin(), other.pieces_.end()); }

std::optional<Day> DaySet::next(Day day) const {
  std::optional<Day> nearest;
  for (const Piece& piece : pieces_)
    if (const auto found = piece.next(day); found && (!nearest || *found < *nearest)) nearest = found;
  return nearest;
}

std::optional<Day> DaySet::previous(Day day) const {
  std::optional<Day> nearest;
  for (const Piece& piece : pieces_)
    if (const auto found = piece.previous(day); found && (!nearest || *found > *nearest)) nearest = found;
  return nearest;
}

bool DaySet::is_single() const {
  const auto day = next(never_began);
  return day && previous(never_ends) == day;
}

Day DaySet::run_end(Day day) const {
  Day end = day;
  for (bool has_grown = true; has_grown;) {
    has_grown = false;
    for (const Piece& piece : pieces_) {
      const Day beyond = end == never_ends ? end : end + 1;
      const auto start = piece.next(end);
      if (!start || *start > beyond) continue;
      const Day further = piece.run_end(*start);
      has_grown |= further > end;
      end = std::max(end, further);
    }
  }
  return end;
}

DaySet DaySet::within(const Stretch& stretch) const {
  DaySet clipped;
  for (const Piece& piece : pieces_)
    if (const Stretch both = common(piece.within, stretch); !throughline::is_empty(both))
      clipped.pieces_.push_back({both, piece.mask});
  return clipped;
}

std::optional<Day> next_common(std::span<const DaySet* const> sets, Day from) {
  return agreed_day(sets, from, &DaySet::next);
}

std::optional<Day> previous_common(std::span<const DaySet* const> sets, Day from) {
  return agreed_day(sets, from, &DaySet::previous);
}

bool meet(const DaySet& a, const DaySet& b) {
  const DaySet* const sets[] = {&a, &b};
  return next_common(sets, never_began).has_value();
}

bool is_within(const DaySet& inner, const DaySet& outer) {
  for (auto day = inner.next(never_began); day;) {
    if (!outer.has(*day)) return false;
    const Day end = outer.run_end(*day);
    if (end == never_ends) return true;
    day = inner.next(end + 1);
  }
  return true;
}

std::optional<std::vector<Day>> days_outside(const DaySet& set, const DaySet& other, std::size_t limit) {
  std::vector<Day> days;
  for (auto day = set.next(never_began); day;) {
    Day end = *day;
    if (other.has(*day))
      end = other.run_end(*day);
    else
      days.push_back(*day);
    if (days.size() > limit) return std::nullopt;
    day = end == never_ends ? std::nullopt : set.next(end + 1);
  }
  return days;
}

}  // namespace throughline
