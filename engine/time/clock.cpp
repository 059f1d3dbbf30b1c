// SPDX-License-Identifier: Apache-2.0
#include "time/clock.hpp"

#include <fmt/format.h>

#include <set>

#include "time/each_date.hpp"

namespace throughline {
namespace {

const TimeOfDay* time_of(const Edtf& value) {
  const auto* date = std::get_if<Date>(&value.value);
  return date != nullptr && date->time ? &*date->time : nullptr;
}

Bounds moment_on(const Edtf& value, const TimeOfDay& time, const Clock& clock) {
  const Date& date = std::get<Date>(value.value);
  const Day day = day_of(date.year.value(), date.month.digits, date.day.digits);
  const Minute told = day * minutes_in_day + time.hour * 60 + time.minute;
  if (!clock.shift) return {told, told};
  const Minute here = told + *clock.shift;
  if (time.shift == Shift::none) return {here - most_minutes_ahead, here + most_minutes_behind};
  return {here - time.shift_minutes, here - time.shift_minutes};
}

void count_minutes(Bounds& bounds, const Clock& clock) {
  if (bounds.earliest)
    *bounds.earliest = *bounds.earliest * minutes_in_day - (clock.is_shared ? 0 : most_minutes_ahead);
  if (bounds.latest)
    *bounds.latest = (*bounds.latest + 1) * minutes_in_day - 1 + (clock.is_shared ? 0 : most_minutes_behind);
}

}  // namespace

bool has_time_of_day(const Edtf& value) { return time_of(value) != nullptr; }

std::optional<Clock> clock_of(std::span<const Edtf* const> values) {
  std::set<int> shifts;
  bool has_unshifted = false;
  for (const Edtf* value : values) {
    const TimeOfDay* time = time_of(*value);
    if (time == nullptr) continue;
    if (time->shift == Shift::none)
      has_unshifted = true;
    else
      shifts.insert(time->shift_minutes);
  }
  if (shifts.empty()) return has_unshifted ? std::optional(Clock{}) : std::nullopt;
  return Clock{shifts.size() == 1 ? *shifts.begin() : 0, shifts.size() == 1, has_unshifted};
}

Extent extent_on(const Edtf& value, const Clock& clock, const Reading& reading) {
  Extent extent = extent_of(value, reading);
  if (const TimeOfDay* time = time_of(value)) {
    extent.start = extent.end = moment_on(value, *time, clock);
    return extent;
  }
  count_minutes(extent.start, clock);
  count_minutes(extent.end, clock);
  return extent;
}

std::string print_minute(Minute minute, const Clock& clock) {
  const Day day = floor_of(minute, minutes_in_day);
  const Minute within = minute - day * minutes_in_day;
  std::string text = fmt::format("{}T{:02}:{:02}", print_day(day), within / 60, within % 60);
  if (!clock.shift) return text;
  if (*clock.shift == 0) return text + "Z";
  const int shift = *clock.shift < 0 ? -*clock.shift : *clock.shift;
  return text + fmt::format("{}{:02}:{:02}", *clock.shift < 0 ? '-' : '+', shift / 60, shift % 60);
}

std::string shift_words(int minutes) {
  if (minutes == 0) return "UTC";
  const int size = minutes < 0 ? -minutes : minutes;
  return fmt::format("UTC{}{:02}:{:02}", minutes < 0 ? "−" : "+", size / 60, size % 60);
}

}  // namespace throughline
