// SPDX-License-Identifier: Apache-2.0
// A length of time as people write it: "3 weeks", "1 year". Months and years are steps of the calendar, as long as the
// months they cross.
//
//   latest_within(day_of(2018, 4, 27), *parse_duration("3 weeks")) == day_of(2018, 5, 18)
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "time/calendar.hpp"

namespace throughline {

struct Duration {
  enum class Unit : std::uint8_t { hours, days, months } unit = Unit::days;
  std::int64_t amount = 0;

  bool operator==(const Duration&) const = default;
};

// `N days`, `weeks`, `months` or `years`, N from 1 to 1,000,000; nothing for any other text.
std::optional<Duration> parse_duration(std::string_view text);

// The same, or `N hours`: how long something lasts, where that need not be counted in days.
std::optional<Duration> parse_length(std::string_view text);

// How long it is, in days or, where a day counts as more, in parts of days; hours are days begun. Not for months.
std::int64_t count_in(const Duration& duration, std::int64_t per_day);

// The last day not farther than this after a day; the first one not farther before it. Hours are days begun.
Day latest_within(Day day, const Duration& duration);
Day earliest_within(Day day, const Duration& duration);

}  // namespace throughline
