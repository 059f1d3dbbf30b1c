// SPDX-License-Identifier: Apache-2.0
// Things of one date in one lane stand at one mark, their names in a list beside it: a mark for each would say that
// they lie apart. In a plan the items of a list follow each other; the first has the mark and, while it is placed, the
// label of all.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "view/timeline_plan.hpp"

namespace throughline {

// What keeps a mark of its own: what relations lead to, and what stands in several lanes.
std::set<std::string_view> own_marks(const TimelineView& view, bool with_relations);

// The items of a lane, as lists; most hold one.
std::vector<std::vector<const TimelineItem*>> lists_in(const TimelineLane& lane, const std::set<std::string_view>& own);

// Plans one list behind what the plan holds, in the lane that comes next. `taken` holds the ids in
// earlier ones.
std::span<PlannedItem> add_list(TimelinePlan& plan, const std::vector<const TimelineItem*>& list,
                                std::set<std::string>& taken);

// The list whose first item has this place in the plan.
std::span<PlannedItem> list_from(TimelinePlan& plan, std::size_t first);

// Gives each item of a list its part of the label, and all else that the first one has.
void share_out(std::span<PlannedItem> list);

// The line beside a list, on the page; requires placed rows.
Curve list_line(const PlannedItem& first, const TimelinePlan& plan);

}  // namespace throughline
