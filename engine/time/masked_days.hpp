// SPDX-License-Identifier: Apache-2.0
// The days that fit a date with unspecified digits: `XXXX-12-XX`, `1X99-0X-X1`. They are found from a given day,
// forwards or backwards, and never listed: there may be 400,000. Used by DaySet.
//
//   MaskedDays{year of "XXXX", 1U << 12, all_days, {}}.next(day_of(2018, 4, 27)) == day_of(2018, 12, 1)
#pragma once

#include <cstdint>
#include <optional>

#include "time/calendar.hpp"
#include "time/edtf.hpp"

namespace throughline {

struct Stretch {  // of days, both included
  Day first;
  Day last;

  bool operator==(const Stretch&) const = default;
};

// How far `~` reaches on either side. Both directions keep the order of days.
struct Widening {
  std::int64_t months = 0;
  std::int64_t days = 0;

  Stretch of(const Stretch& stretch) const;
};

inline constexpr std::uint32_t all_months = 0x1FFE;     // bits 1–12
inline constexpr std::uint32_t all_days = 0xFFFF'FFFE;  // bits 1–31

struct MaskedDays {
  Year year;             // four digits, some of them unspecified, or none
  std::uint32_t months;  // bit 1–12; 13 and 14 are the January and the February that follow
  std::uint32_t days;    // bit 1–31
  Widening widening;     // of each stretch of days

  std::optional<Day> next(Day day) const;      // the first one that is not before `day`
  std::optional<Day> previous(Day day) const;  // the last one that is not after `day`
  Day run_end(Day day) const;                  // the last of the days in a row that go on from `day`, which is one
};

}  // namespace throughline
