// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_clock.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "view/timeline_span.hpp"

namespace throughline {

namespace {

constexpr Day most_days = 14;                // a day is then as wide as some marks
constexpr Day farthest = 365'000'000'000LL;  // whose minutes can be counted

Day days_drawn(const std::vector<DayRange>& occupied, const Breaks& breaks) {
  Day first = occupied.front().first;
  Day last = occupied.front().last;
  for (const DayRange& range : occupied) {
    first = std::min(first, range.first);
    last = std::max(last, range.last);
  }
  Day days = last + 1 - first;
  for (const Omission& silence : find_silences(occupied, breaks)) days -= silence.to - silence.from;
  return days;
}

}  // namespace

std::optional<Clock> choose_clock(const std::vector<const Edtf*>& values, const TimelineView& view,
                                  const Reading& reading) {
  const auto clock = clock_of(values);
  if (!clock) return std::nullopt;
  std::vector<DayRange> occupied;
  for (const Edtf* value : values)
    for (const DayRange& range : occupied_days(extent_of(*value, reading))) occupied.push_back(range);
  if (view.asked)
    for (const auto& bound : {view.asked->days.earliest, view.asked->days.latest})
      if (bound) occupied.push_back({*bound, *bound});
  const bool is_near = std::all_of(occupied.begin(), occupied.end(), [](const DayRange& range) {
    return -farthest < range.first && range.last < farthest;
  });
  if (!is_near) return std::nullopt;
  const bool asks_hours = view.breaks.least && view.breaks.least->unit == Duration::Unit::hours;
  return asks_hours || days_drawn(occupied, view.breaks) <= most_days ? clock : std::nullopt;
}

std::string clock_note(const Clock& clock) {
  if (!clock.shift) return "Times of day are as they were told, without a time zone.";
  std::string note;
  if (clock.is_shared)
    note = fmt::format("Times of day are those of {}.", shift_words(*clock.shift));
  else
    note =
        "Times of day were told in several time zones and are drawn in UTC; a day may be that of any place on earth.";
  if (clock.has_unplaced) note += " A time that was told without its time zone may be that of any place on earth.";
  return note;
}

std::string own_shift(const Edtf& value, const std::optional<Clock>& clock) {
  const Date* date = timed_date(value);
  if (!clock || clock->is_shared || date == nullptr || date->time->shift == Shift::none) return {};
  return fmt::format(" ({})", shift_words(date->time->shift_minutes));
}

std::string print_place(Count at, const std::optional<Clock>& clock) {
  return clock ? print_minute(at, *clock) : print_day(at);
}

std::string print_stretch(Count first, Count last, const std::optional<Clock>& clock) {
  return fmt::format("{}/{}", print_place(first, clock), print_place(last, clock));
}

}  // namespace throughline
