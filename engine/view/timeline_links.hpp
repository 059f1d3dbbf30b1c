// SPDX-License-Identifier: Apache-2.0
// The relations of a timeline: which of them are drawn, the way of each through the rows, and the curve in the end.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "view/timeline_plan.hpp"

namespace throughline {

inline constexpr std::size_t most_links = 25;

// The items of each id: one event may stand in several lanes.
using Copies = std::map<std::string_view, std::vector<std::size_t>>;
Copies copies_of(const std::vector<PlannedItem>& items);

struct ChosenLinks {
  std::vector<const TimelineLink*> drawn;      // by id
  std::vector<const TimelineLink*> left_out;   // too many to read
  std::vector<const TimelineLink*> placeless;  // an end has no date, or both ends are one
};

// Those between different lanes first, then those between exact days.
ChosenLinks choose_links(const TimelineView& view, const std::vector<PlannedItem>& items);

struct PlannedLeg {
  std::size_t gap = 0;
  std::size_t run = 0;  // among those of the gap's tracks
  double from_x = 0;
  double to_x = 0;
};

// The words of a relation, in a gap that it runs along or passes.
struct PlannedCaption {
  std::string text;
  std::size_t gap = 0;
  std::size_t index = 0;  // among the captions of the gap's tracks
  double left = 0;
  double right = 0;
};

struct PlannedLink {
  const TimelineLink* link = nullptr;  // of a relation
  std::size_t from = 0;                // items of the plan
  std::size_t to = 0;
  std::size_t bundle = 0;  // relations of one bundle leave one item with the same meaning, and run together at first
  std::size_t turn = 0;    // which one in a bundle was routed first
  bool is_direct = false;  // straight along the row; then the rest is empty
  double from_x = 0;
  double to_x = 0;
  bool leaves_upwards = false;
  bool arrives_from_above = false;
  std::vector<PlannedLeg> legs;
  std::optional<PlannedCaption> caption;
};

// The relations; and the threads, each from an item of several lanes to what stands for it in another.
std::pair<std::vector<PlannedLink>, std::vector<PlannedLink>> route_links(const std::vector<const TimelineLink*>& links,
                                                                          const TimelinePlan& plan);

// Names each relation where its way leaves room for the words; none when all would say the same (the legend does then).
// Where time runs down, ways are too narrow for words: a letter stands there, which the legend explains.
void caption_links(std::vector<PlannedLink>& links, const std::vector<PlannedLink>& threads, const TimelinePlan& plan,
                   const TextMetrics& metrics);

// The letters, by what they stand for.
std::map<std::string_view, std::string> letters_of(const std::vector<PlannedLink>& links);

// The label that all these relations share, or nothing; one relation alone is named on the spot, where words have room.
std::string common_label(const std::vector<PlannedLink>& links, bool is_vertical);

// Gives each gap its tracks.
void lay_tracks(std::vector<PlannedLink>& links, std::vector<PlannedLink>& threads, TimelinePlan& plan);

// One curve for each, with rounded corners; of a bundle each but the first begins where it branches off, so that no
// line is painted twice. Requires placed rows.
std::vector<std::vector<Point>> curves_of(const std::vector<PlannedLink>& links, const TimelinePlan& plan);

}  // namespace throughline
