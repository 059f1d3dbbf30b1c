// SPDX-License-Identifier: Apache-2.0
// The legend of a timeline: what is drawn in this one, nothing else, painted by the very functions that paint the
// figure.
#pragma once

#include <vector>

#include "view/frame.hpp"
#include "view/timeline_links.hpp"
#include "view/timeline_plan.hpp"

namespace throughline {

std::vector<LegendEntry> timeline_legend(const TimelinePlan& plan, const std::vector<PlannedLink>& links,
                                         const Headline& headline);

}  // namespace throughline
