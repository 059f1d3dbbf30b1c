// SPDX-License-Identifier: Apache-2.0
// The ticks of a time axis: every so many minutes, days, months, years or centuries, whichever leaves room for the
// words. The finer unit is written at each tick, the coarser one ("2018") only where it begins.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "view/text_metrics.hpp"
#include "view/timeline_axis.hpp"

namespace throughline {

enum class CalendarUnit { minute, day, month, year };

struct CalendarStep {
  CalendarUnit unit = CalendarUnit::year;
  std::int64_t count = 1;
};

// The first day on or after `day` (strictly after, for the second) that is a tick of this step: days of the month 1, 3,
// 5 …, Mondays, first days of months counted from January, first days of years that are multiples. Of minutes there is
// no such day.
Day tick_from(Day day, CalendarStep step);
Day tick_after(Day day, CalendarStep step);

struct AxisTick {
  Count at = 0;
  double x = 0;
  double label_x = 0;   // where days are wide, the middle of the day
  std::string label;    // empty where there is no room for it
  std::string context;  // above the label; empty where it is the same as before
};

struct TickRules {
  double size = 12;      // of the words
  double gap = 16;       // at least, between two labels
  double distance = 60;  // at least, between two ticks
  double left = 0;       // words stay within
  double right = 0;
  std::string language = "en";
  bool is_vertical = false;  // words stand beside the axis: their height counts
};

// In order of time, piece by piece.
std::vector<AxisTick> find_ticks(const TimeAxis& axis, const TextMetrics& metrics, const TickRules& rules);

}  // namespace throughline
