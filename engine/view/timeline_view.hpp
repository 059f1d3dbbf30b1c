// SPDX-License-Identifier: Apache-2.0
// What a timeline shows, before anything has a place: lanes of events and bars, the relations between them, and what
// has no date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "time/clock.hpp"
#include "view/diagram_view.hpp"
#include "view/headline.hpp"
#include "view/sheet.hpp"
#include "view/timeline_axis.hpp"

namespace throughline {

// One dated thing in one lane. A moment (event, or a date that is no interval) is a mark; what lasts is a bar.
struct TimelineItem {
  std::string id;
  std::string name;
  std::string date;  // short words, for the label
  std::string when;  // EDTF
  std::string kind;
  std::string type;
  Extent extent;  // in days, or in minutes of the clock of the view
  Standing standing;
  std::string description;  // for the tooltip
  std::string link;
  Emphasis emphasis = Emphasis::plain;
};

struct TimelineLane {
  std::string id;
  std::string label;
  std::vector<TimelineItem> items;  // in order of time, then id
};

struct TimelineLink {
  std::string id;
  std::string from;  // ids of items
  std::string to;
  std::string label;
  std::string type;
  bool directed = true;
  Standing standing;
  std::string description;
  Emphasis emphasis = Emphasis::plain;
};

// Drawn in a strip of their own below the lanes, never dropped.
struct TimelineUndated {
  std::string id;
  std::string name;
  std::string kind;
  std::string lane;  // the label of the lane it would stand in
  std::string description;
  Emphasis emphasis = Emphasis::plain;
};

// The day or stretch that a question about time asks for, counted as the items are; a bound that is missing is open.
struct TimelineAsked {
  Bounds days;
  std::string label;  // "as of 2019"
};

struct TimelineView {
  Headline headline;
  Sheet sheet;
  Breaks breaks;
  std::optional<Clock> clock;      // of a figure in hours
  std::optional<PageWindow> page;  // of one of several figures
  std::optional<TimelineAsked> asked;
  std::vector<TimelineLane> lanes;
  std::vector<TimelineLink> links;
  std::vector<TimelineUndated> undated;
};

std::string describe(const TimelineView& view);

}  // namespace throughline
