// SPDX-License-Identifier: Apache-2.0
// From the bounds of a date to lengths on the axis: where a mark stands, where a bar certainly is, where it only may
// be. Every edge lies exactly on a stated bound; nothing is rounded to look better.
#pragma once

#include <optional>
#include <vector>

#include "view/timeline_axis.hpp"
#include "view/timeline_view.hpp"

namespace throughline {

// Whether a bound is known at all: an item without any is listed with the undated.
bool has_place(const Extent& extent);

// The days, or minutes, on which the item begins, ends or happens, as the axis needs them. Empty when the item has no
// place.
std::vector<DayRange> occupied_days(const Extent& extent);

// In order of time; what is open at the start comes first.
bool comes_before(const TimelineItem& a, const TimelineItem& b);

// What an arrow, a "?" or a sign of going on takes at the end of a bar.
inline constexpr double cap_length = 14;

struct MomentSpan {
  double x = 0;  // the middle of the mark
  double left = 0;
  double right = 0;          // the days that are possible
  bool day_known = true;     // then the whole span is that day, or minute
  bool from_before = false;  // the span goes on on a page before this one
  bool goes_on = false;      // and after it
};

// Without a bound it reaches the edge of the axis.
MomentSpan moment_span(const Extent& extent, const TimeAxis& axis);

enum class BarEnd { dated, open, unknown, elsewhere };  // elsewhere: on another page

// left ≤ core_left and core_right ≤ right. Without a core (core_left > core_right) no day is certain.
struct BarSpan {
  double left = 0;        // possible from here
  double core_left = 0;   // certain from here
  double core_right = 0;  // certain up to here
  double right = 0;       // possible up to here
  BarEnd start = BarEnd::dated;
  BarEnd end = BarEnd::dated;

  bool has_core() const { return core_right > core_left; }
};

// Open and unknown ends reach the edges of the axis.
BarSpan bar_span(const Extent& extent, const TimeAxis& axis);

}  // namespace throughline
