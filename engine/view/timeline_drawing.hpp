// SPDX-License-Identifier: Apache-2.0
// What a placed timeline looks like: its lanes of marks and bars with their labels, and the relations between them.
// Both forms, with time to the right and down, are drawn here.
#pragma once

#include <vector>

#include "view/timeline_links.hpp"
#include "view/timeline_plan.hpp"

namespace throughline {

// A group for each lane; `heads` are its first items.
std::vector<Group> draw_lanes(const TimelinePlan& plan, std::vector<Item> heads, const TextMetrics& metrics);

Group draw_relations(const TimelinePlan& plan, const std::vector<PlannedLink>& links, const TextMetrics& metrics);

// What stands for an item in further lanes, and the lines that join it to the item.
Item draw_threads(const TimelinePlan& plan, const std::vector<PlannedLink>& threads, const TextMetrics& metrics);

// From marks to labels that stand apart from them.
Item draw_leaders(const TimelinePlan& plan, const TextMetrics& metrics);

// The words of relations.
std::vector<Box> caption_boxes(const TimelinePlan& plan, const std::vector<PlannedLink>& links,
                               const TextMetrics& metrics);

}  // namespace throughline
