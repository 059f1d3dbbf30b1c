// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_ticks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace throughline {

namespace {

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr Day week = 7;
constexpr Day first_monday = 4;  // 5 January 1970

std::int64_t floor_to(std::int64_t value, std::int64_t multiple) {
  const std::int64_t rest = value % multiple;
  return value - (rest < 0 ? rest + multiple : rest);
}

Day month_start(std::int64_t index) {  // months since January of year 0
  const std::int64_t first = floor_to(index, 12);
  return day_of(first / 12, static_cast<int>(index - first) + 1, 1);
}

// The last tick on or before `day`.
Day tick_until(Day day, CalendarStep step) {
  const Civil civil = civil_of(day);
  if (step.unit == CalendarUnit::year) return day_of(floor_to(civil.year, step.count), 1, 1);
  if (step.unit == CalendarUnit::month) return month_start(floor_to(civil.year * 12 + civil.month - 1, step.count));
  if (step.count % week == 0) return floor_to(day - first_monday, step.count) + first_monday;
  if (step.count == 1) return day;
  const int within = civil.day > 30 ? 30 : civil.day;
  return day - civil.day + 1 + floor_to(within - 1, step.count);
}

std::vector<CalendarStep> steps_for(double years) {
  std::vector<CalendarStep> steps = {{CalendarUnit::day, 1},   {CalendarUnit::day, 2},   {CalendarUnit::day, 7},
                                     {CalendarUnit::day, 14},  {CalendarUnit::month, 1}, {CalendarUnit::month, 2},
                                     {CalendarUnit::month, 3}, {CalendarUnit::month, 6}};
  for (std::int64_t power = 1; static_cast<double>(power) <= years * 10; power *= 10) {
    for (const std::int64_t leading : {1, 2, 5}) steps.push_back({CalendarUnit::year, leading * power});
  }
  return steps;
}

double days_in(CalendarStep step) {
  switch (step.unit) {
    case CalendarUnit::day: return static_cast<double>(step.count);
    case CalendarUnit::month: return 28.0 * static_cast<double>(step.count);
    case CalendarUnit::year: break;
  }
  return 365.0 * static_cast<double>(step.count);
}

std::string print_axis_year(std::int64_t year, bool korean) {
  std::string digits = std::to_string(year > 0 ? year : 1 - year);
  if (digits.size() > 4) {
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  }
  if (korean) return fmt::format("{}{}년", year > 0 ? "" : "기원전 ", digits);
  return year > 0 ? digits : digits + " BC";
}

std::string label_of(const Civil& civil, CalendarUnit unit, bool korean) {
  if (unit == CalendarUnit::year) return print_axis_year(civil.year, korean);
  const auto month = static_cast<std::size_t>(civil.month - 1);
  if (unit == CalendarUnit::month) return korean ? fmt::format("{}월", civil.month) : std::string(months[month]);
  return korean ? fmt::format("{}일", civil.day) : std::to_string(civil.day);
}

std::string context_of(const Civil& civil, CalendarUnit unit, bool korean) {
  if (unit == CalendarUnit::year) return {};
  const std::string year = print_axis_year(civil.year, korean);
  if (unit == CalendarUnit::month) return year;
  const std::string month = label_of(civil, CalendarUnit::month, korean);
  return korean ? year + " " + month : month + " " + year;
}

bool operator!=(CalendarStep a, CalendarStep b) { return a.unit != b.unit || a.count != b.count; }

struct Stretch {
  Day from = 0;
  Day to = 0;  // not included
};

// The pieces, with the first and last carried on through the insets at the edges.
std::vector<Stretch> stretches_of(const TimeAxis& axis) {
  std::vector<Stretch> stretches;
  for (const AxisPiece& piece : axis.pieces()) stretches.push_back({piece.from, piece.to});
  const double before = (axis.pieces().front().left - axis.left()) / axis.pixels_per_day();
  const double after = (axis.right() - axis.pieces().back().right) / axis.pixels_per_day();
  stretches.front().from -= static_cast<Day>(std::floor(before));
  stretches.back().to += static_cast<Day>(std::floor(after)) + 1;
  return stretches;
}

// A stretch too short for this step has its one tick at the coarsest unit that begins in it.
CalendarStep fitting(const Stretch& stretch, CalendarStep step) {
  if (tick_from(stretch.from, step) < stretch.to) return step;
  const auto finer = steps_for(1);
  const auto found = std::find_if(finer.rbegin(), finer.rend(),
                                  [&](CalendarStep other) { return tick_from(stretch.from, other) < stretch.to; });
  return found == finer.rend() ? step : *found;
}

std::vector<AxisTick> ticks_of(const TimeAxis& axis, CalendarStep wanted, bool korean) {
  std::vector<AxisTick> ticks;
  for (const Stretch& stretch : stretches_of(axis)) {
    const CalendarStep step = fitting(stretch, wanted);
    std::string previous;
    double free_from = axis.left() - 1;
    for (Day day = tick_from(stretch.from, step); day < stretch.to; day = tick_after(day, step)) {
      const double x = axis.x_of(day);
      if (x < free_from) continue;
      const Civil civil = civil_of(day);
      std::string context = context_of(civil, step.unit, korean);
      ticks.push_back({day, x, label_of(civil, step.unit, korean), context == previous ? "" : context});
      previous = std::move(context);
      if (step != wanted) free_from = axis.right();
    }
  }
  return ticks;
}

bool has_room(const std::vector<AxisTick>& ticks, const TextMetrics& metrics, const TickFonts& fonts, double distance) {
  return std::all_of(ticks.begin(), ticks.end(), [&](const AxisTick& tick) {
    return std::max(metrics.width(tick.label, fonts.size), metrics.width(tick.context, fonts.size)) + fonts.gap <=
           distance;
  });
}

}  // namespace

Day tick_from(Day day, CalendarStep step) {
  const Day before = tick_until(day, step);
  return before == day ? day : tick_after(before, step);
}

Day tick_after(Day day, CalendarStep step) {
  const Civil civil = civil_of(day);
  if (step.unit == CalendarUnit::year) return day_of(floor_to(civil.year, step.count) + step.count, 1, 1);
  if (step.unit == CalendarUnit::month) {
    return month_start(floor_to(civil.year * 12 + civil.month - 1, step.count) + step.count);
  }
  if (step.count % week == 0) return tick_until(day, step) + step.count;
  const Day next = tick_until(day, step) + step.count;
  // The odd days of a month start afresh with the next one, and never a day after the 31st.
  const Day next_month = month_start(civil.year * 12 + civil.month);
  return next >= next_month || (step.count > 1 && next == next_month - 1 && civil_of(next).day == 31) ? next_month
                                                                                                      : next;
}

std::vector<AxisTick> find_ticks(const TimeAxis& axis, const TextMetrics& metrics, const TickFonts& fonts) {
  const bool korean = fonts.language == "ko";
  const double years = (axis.right() - axis.left()) / axis.pixels_per_day() / 365;
  std::vector<AxisTick> ticks;
  for (const CalendarStep& step : steps_for(years)) {
    const double distance = days_in(step) * axis.pixels_per_day();
    if (distance < fonts.distance) continue;
    ticks = ticks_of(axis, step, korean);
    if (has_room(ticks, metrics, fonts, distance)) break;
  }
  return ticks;
}

}  // namespace throughline
