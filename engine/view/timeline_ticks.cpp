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
constexpr double wide_day = 20;  // pixels

// Multiples as people count them: 1000 BC, 500 BC, AD 1, AD 500. Year 0 is 1 BC.
std::int64_t year_until(std::int64_t year, std::int64_t step) {
  if (step == 1 || year >= step) return floor_of(year, step) * step;
  if (year >= 1) return 1;
  return 1 + floor_of(year - 1, step) * step;
}

std::int64_t year_after(std::int64_t tick, std::int64_t step) {
  if (step == 1 || tick > 1) return tick + step;
  return tick == 1 ? step : std::min<std::int64_t>(tick + step, 1);
}

// The last tick on or before `day`.
Day tick_until(Day day, CalendarStep step) {
  const Civil civil = civil_of(day);
  if (step.unit == CalendarUnit::year) return day_of(year_until(civil.year, step.count), 1, 1);
  if (step.unit == CalendarUnit::month)
    return month_start(floor_of(civil.year * 12 + civil.month - 1, step.count) * step.count);
  if (step.count % days_in_week == 0) return floor_of(day - first_monday, step.count) * step.count + first_monday;
  if (step.count == 1) return day;
  const int within = civil.day > 30 ? 30 : civil.day;
  return day - civil.day + 1 + floor_of(within - 1, step.count) * step.count;
}

std::vector<CalendarStep> steps_for(double years, Count per_day) {
  std::vector<CalendarStep> steps;
  if (per_day > 1)
    for (const std::int64_t minutes : {1, 5, 15, 30, 60, 120, 180, 360, 720})
      steps.push_back({CalendarUnit::minute, minutes});
  const std::vector<CalendarStep> usual = {{CalendarUnit::day, 1},   {CalendarUnit::day, 2},   {CalendarUnit::day, 7},
                                           {CalendarUnit::day, 14},  {CalendarUnit::month, 1}, {CalendarUnit::month, 2},
                                           {CalendarUnit::month, 3}, {CalendarUnit::month, 6}};
  steps.insert(steps.end(), usual.begin(), usual.end());
  for (std::int64_t power = 1; static_cast<double>(power) <= years * 10; power *= 10) {
    for (const std::int64_t leading : {1, 2, 5}) steps.push_back({CalendarUnit::year, leading * power});
  }
  return steps;
}

double days_in(CalendarStep step) {
  switch (step.unit) {
    case CalendarUnit::minute: return static_cast<double>(step.count) / minutes_in_day;
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
  if (year <= 0) return digits + " BC";
  return year < 1000 ? "AD " + digits : digits;
}

std::string label_of(const Civil& civil, CalendarUnit unit, bool korean) {
  if (unit == CalendarUnit::year) return print_axis_year(civil.year, korean);
  const auto month = static_cast<std::size_t>(civil.month - 1);
  if (unit == CalendarUnit::month) return korean ? fmt::format("{}월", civil.month) : std::string(months[month]);
  return korean ? fmt::format("{}일", civil.day) : std::to_string(civil.day);
}

std::string time_label(Minute minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

std::string context_of(const Civil& civil, CalendarUnit unit, bool korean) {
  if (unit == CalendarUnit::year) return {};
  const std::string year = print_axis_year(civil.year, korean);
  if (unit == CalendarUnit::month) return year;
  const std::string month = label_of(civil, CalendarUnit::month, korean);
  const std::string day = unit == CalendarUnit::minute ? label_of(civil, CalendarUnit::day, korean) : std::string();
  if (day.empty()) return korean ? year + " " + month : month + " " + year;
  return korean ? fmt::format("{} {} {}", year, month, day) : fmt::format("{} {} {}", day, month, year);
}

bool operator!=(CalendarStep a, CalendarStep b) { return a.unit != b.unit || a.count != b.count; }

struct DaySpan {
  Count from = 0;
  Count to = 0;  // not included
};

// Ticks as the axis counts. Minutes that divide a day begin afresh with each day.
Count tick_from(Count at, CalendarStep step, Count per_day) {
  if (step.unit == CalendarUnit::minute) return ceiling_of(at, step.count) * step.count;
  return throughline::tick_from(ceiling_of(at, per_day), step) * per_day;
}

Count tick_after(Count at, CalendarStep step, Count per_day) {
  if (step.unit == CalendarUnit::minute) return (floor_of(at, step.count) + 1) * step.count;
  return throughline::tick_after(floor_of(at, per_day), step) * per_day;
}

// The pieces, with the first and last carried on through the insets at the edges.
std::vector<DaySpan> stretches_of(const TimeAxis& axis) {
  std::vector<DaySpan> stretches;
  for (const AxisPiece& piece : axis.pieces()) stretches.push_back({piece.from, piece.to});
  if (axis.page()) {  // with the border to the next
    stretches.back().to += 1;
    return stretches;
  }
  const double before = (axis.pieces().front().left - axis.left()) / axis.pixels_per_count();
  const double after = (axis.right() - axis.pieces().back().right) / axis.pixels_per_count();
  stretches.front().from -= static_cast<Count>(std::floor(before));
  stretches.back().to += static_cast<Count>(std::floor(after)) + 1;
  return stretches;
}

// A stretch too short for this step has its one tick at the coarsest unit that begins in it.
CalendarStep fitting(const DaySpan& stretch, CalendarStep step, Count per_day) {
  if (tick_from(stretch.from, step, per_day) < stretch.to) return step;
  const auto finer = steps_for(1, per_day);
  const auto found = std::find_if(finer.rbegin(), finer.rend(), [&](CalendarStep other) {
    return tick_from(stretch.from, other, per_day) < stretch.to;
  });
  return found == finer.rend() ? step : *found;
}

double middle_of_words(const TimeAxis& axis, Count at, CalendarStep step) {
  const bool is_wide = step.unit == CalendarUnit::day && axis.pixels_per_day() >= wide_day;
  return is_wide ? axis.middle_of(at) : axis.x_of(at);
}

// A day above its first hour alone, which leaves the others room.
void name_once(std::vector<AxisTick>& ticks) {
  for (std::size_t i = ticks.size(); i-- > 1;)
    if (ticks[i].context == ticks[i - 1].context) ticks[i].context.clear();
}

// With all words; what does not fit is taken away later.
std::vector<AxisTick> ticks_of(const TimeAxis& axis, const DaySpan& stretch, CalendarStep step, bool korean) {
  std::vector<AxisTick> ticks;
  const Count per_day = axis.per_day();
  for (Count at = tick_from(stretch.from, step, per_day); at < stretch.to; at = tick_after(at, step, per_day)) {
    const Day day = floor_of(at, per_day);
    const Civil civil = civil_of(day);
    const double x = axis.x_of(at);
    if (x < axis.left() - 0.5 || x > axis.right() + 0.5) continue;
    const bool is_time = step.unit == CalendarUnit::minute;
    ticks.push_back({at, x, middle_of_words(axis, at, step),
                     is_time ? time_label(at - day * per_day) : label_of(civil, step.unit, korean),
                     context_of(civil, step.unit, korean)});
  }
  if (step.unit == CalendarUnit::minute) name_once(ticks);
  return ticks;
}

using PieceTicks = std::vector<std::vector<AxisTick>>;

PieceTicks ticks_of(const TimeAxis& axis, CalendarStep wanted, bool korean) {
  PieceTicks pieces;
  for (const DaySpan& stretch : stretches_of(axis)) {
    const CalendarStep step = fitting(stretch, wanted, axis.per_day());
    auto& ticks = pieces.emplace_back(ticks_of(axis, stretch, step, korean));
    if (step != wanted && ticks.size() > 1) ticks.resize(1);
  }
  return pieces;
}

constexpr double words_height = 20;

double words_width(const AxisTick& tick, const TextMetrics& metrics, const TickRules& rules) {
  if (rules.is_vertical) return tick.context.empty() ? words_height : 3 * words_height;
  return std::max(metrics.width(tick.label, rules.size), metrics.width(tick.context, rules.size));
}

bool has_room(const PieceTicks& pieces, const TextMetrics& metrics, const TickRules& rules, double distance,
              bool is_minutes) {
  // Words of different width: each two have room.
  const auto meets_next = [&](const std::vector<AxisTick>& ticks, std::size_t i) {
    const double both = words_width(ticks[i], metrics, rules) + words_width(ticks[i + 1], metrics, rules);
    return both / 2 + rules.gap > distance;
  };
  if (is_minutes) {
    for (const auto& ticks : pieces)
      for (std::size_t i = 0; i + 1 < ticks.size(); ++i)
        if (meets_next(ticks, i)) return false;
    return true;
  }
  return std::all_of(pieces.begin(), pieces.end(), [&](const auto& ticks) {
    return std::all_of(ticks.begin(), ticks.end(),
                       [&](const AxisTick& tick) { return words_width(tick, metrics, rules) + rules.gap <= distance; });
  });
}

// Takes away words that would leave the figure or run into those before, and each context that is the same as the last.
std::vector<AxisTick> written(PieceTicks pieces, const TextMetrics& metrics, const TickRules& rules) {
  std::vector<AxisTick> all;
  double free_from = rules.left;
  for (auto& ticks : pieces) {
    std::string context;
    std::string homeless;  // of a tick whose words don't fit: the next one that has none says it
    for (AxisTick& tick : ticks) {
      if (tick.context.empty()) tick.context = homeless;
      homeless.clear();
      const double half = words_width(tick, metrics, rules) / 2;
      const bool fits = tick.label_x - half >= free_from && tick.label_x + half <= rules.right;
      if (fits) free_from = tick.label_x + half + rules.gap / 2;
      if (!fits) tick.label.clear(), homeless = tick.context;
      if (!fits || tick.context == context) tick.context.clear();
      if (!tick.context.empty()) context = tick.context;
      all.push_back(std::move(tick));
    }
  }
  return all;
}

}  // namespace

Day tick_from(Day day, CalendarStep step) {
  const Day before = tick_until(day, step);
  return before == day ? day : tick_after(before, step);
}

Day tick_after(Day day, CalendarStep step) {
  const Civil civil = civil_of(day);
  if (step.unit == CalendarUnit::year) return day_of(year_after(year_until(civil.year, step.count), step.count), 1, 1);
  if (step.unit == CalendarUnit::month) {
    return month_start(floor_of(civil.year * 12 + civil.month - 1, step.count) * step.count + step.count);
  }
  if (step.count % days_in_week == 0) return tick_until(day, step) + step.count;
  const Day next = tick_until(day, step) + step.count;
  // The odd days of a month start afresh with the next one, and never a day after the 31st.
  const Day next_month = month_start(civil.year * 12 + civil.month);
  return next >= next_month || (step.count > 1 && next == next_month - 1 && civil_of(next).day == 31) ? next_month
                                                                                                      : next;
}

std::vector<AxisTick> find_ticks(const TimeAxis& axis, const TextMetrics& metrics, const TickRules& rules) {
  const bool korean = rules.language == "ko";
  const double years = (axis.right() - axis.left()) / axis.pixels_per_day() / 365;
  PieceTicks ticks;
  for (const CalendarStep& step : steps_for(years, axis.per_day())) {
    const double distance = days_in(step) * axis.pixels_per_day();
    if (distance < rules.distance) continue;
    ticks = ticks_of(axis, step, korean);
    if (has_room(ticks, metrics, rules, distance, step.unit == CalendarUnit::minute)) break;
  }
  return written(std::move(ticks), metrics, rules);
}

}  // namespace throughline
