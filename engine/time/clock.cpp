// SPDX-License-Identifier: Apache-2.0
#include "time/clock.hpp"

#include <fmt/format.h>

#include <set>

#include "time/each_date.hpp"

namespace throughline {
namespace {

Bounds moment_on(const Date& date, const Clock& clock) {
  const TimeOfDay& time = *date.time;
  const Day day = day_of(date.year.value(), date.month.digits, date.day.digits);
  const Minute told = day * minutes_in_day + time.hour * 60 + time.minute;
  if (!clock.shift) return {told, told};
  const Minute here = told + *clock.shift;
  if (time.shift == Shift::none) return {here - most_minutes_ahead, here + most_minutes_behind};
  return {here - time.shift_minutes, here - time.shift_minutes};
}

}  // namespace

void count_minutes(Bounds& days, const Clock& clock) {
  if (days.earliest) *days.earliest = *days.earliest * minutes_in_day - (clock.is_shared ? 0 : most_minutes_ahead);
  if (days.latest) *days.latest = (*days.latest + 1) * minutes_in_day - 1 + (clock.is_shared ? 0 : most_minutes_behind);
}

std::optional<Clock> clock_of(std::span<const Edtf* const> values) {
  std::set<int> shifts;
  bool has_unshifted = false;
  for (const Edtf* value : values) {
    const Date* date = timed_date(*value);
    if (date == nullptr) continue;
    if (date->time->shift == Shift::none)
      has_unshifted = true;
    else
      shifts.insert(date->time->shift_minutes);
  }
  if (shifts.empty()) return has_unshifted ? std::optional(Clock{}) : std::nullopt;
  return Clock{shifts.size() == 1 ? *shifts.begin() : 0, shifts.size() == 1, has_unshifted};
}

Extent extent_on(const Edtf& value, const Clock& clock, const Reading& reading) {
  Extent extent = extent_of(value, reading);
  if (const Date* date = timed_date(value)) {
    extent.start = extent.end = moment_on(*date, clock);
    return extent;
  }
  count_minutes(extent.start, clock);
  count_minutes(extent.end, clock);
  return extent;
}

std::string print_minute(Minute minute, const Clock& clock) {
  const Day day = floor_of(minute, minutes_in_day);
  const Minute within = minute - day * minutes_in_day;
  TimeOfDay time;
  time.hour = static_cast<std::uint8_t>(within / 60);
  time.minute = static_cast<std::uint8_t>(within % 60);
  if (clock.shift) time.shift = *clock.shift == 0 ? Shift::utc : Shift::hours_and_minutes;
  time.shift_minutes = static_cast<std::int16_t>(clock.shift.value_or(0));
  return print_day(day) + print_time(time);
}

std::string shift_words(int minutes) {
  if (minutes == 0) return "UTC";
  const int size = minutes < 0 ? -minutes : minutes;
  return fmt::format("UTC{}{:02}:{:02}", minutes < 0 ? "−" : "+", size / 60, size % 60);
}

}  // namespace throughline
