// SPDX-License-Identifier: Apache-2.0
// A set of days, as large and as gappy as `XXXX-12-XX` or `[..1984, 2001-05]`: stretches, and days that fit a mask. It
// is never listed; the rules about worlds get by with its next and its previous day. Used by date_days and worlds.
//
//   DaySet days({day_of(2018, 1, 1), day_of(2018, 12, 31)});
//   days.next(day_of(2000, 1, 1)) == day_of(2018, 1, 1)
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "time/masked_days.hpp"

namespace throughline {

// Before and after all days: where a stretch starts that never began and ends one that never ends. They may be members
// of a set; between them there is always room for more days than any value names.
inline constexpr Day never_began = std::numeric_limits<Day>::min();
inline constexpr Day never_ends = std::numeric_limits<Day>::max();
inline constexpr Stretch all_of_time{never_began + 1, never_ends - 1};

// So far out that it only says that there is no bound.
constexpr bool is_never(Day day) { return day <= all_of_time.first || day >= all_of_time.last; }

constexpr bool is_empty(const Stretch& stretch) { return stretch.first > stretch.last; }
constexpr Stretch common(const Stretch& a, const Stretch& b) {
  return {a.first > b.first ? a.first : b.first, a.last < b.last ? a.last : b.last};
}

class DaySet {
 public:
  // Some days in a row, or those of them that fit a mask.
  struct Piece {
    Stretch within;
    std::optional<MaskedDays> mask;

    std::optional<Day> next(Day day) const;
    std::optional<Day> previous(Day day) const;
    Day run_end(Day day) const;
  };

  DaySet() = default;
  explicit DaySet(const Stretch& stretch) { add(stretch); }
  explicit DaySet(const MaskedDays& mask) : pieces_{{all_of_time, mask}} {}

  void add(const Stretch& stretch);
  void add(const DaySet& other);

  std::optional<Day> next(Day day) const;      // the first one that is not before `day`
  std::optional<Day> previous(Day day) const;  // the last one that is not after `day`
  bool has(Day day) const { return next(day) == day; }
  bool is_empty() const { return !next(never_began); }
  bool is_single() const;

  // Both require a day.
  Day first() const { return *next(never_began); }
  Day last() const { return *previous(never_ends); }
  Stretch hull() const { return {first(), last()}; }

  // The last of the days in a row that go on from `day`, which must be one of the set.
  Day run_end(Day day) const;

  DaySet within(const Stretch& stretch) const;
  std::span<const Piece> pieces() const { return pieces_; }
  std::span<Piece> pieces() { return pieces_; }

 private:
  std::vector<Piece> pieces_;
};

// The first day not before `from` (the last one not after it) that is in all of the sets, of which there is one at
// least.
std::optional<Day> next_common(std::span<const DaySet* const> sets, Day from);
std::optional<Day> previous_common(std::span<const DaySet* const> sets, Day from);
bool meet(const DaySet& a, const DaySet& b);

bool is_within(const DaySet& inner, const DaySet& outer);

// The days of `set` that are not in `other`; nothing if there are more than `limit`.
std::optional<std::vector<Day>> days_outside(const DaySet& set, const DaySet& other, std::size_t limit);

}  // namespace throughline
