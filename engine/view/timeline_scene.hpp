// SPDX-License-Identifier: Apache-2.0
// Places a timeline: lanes of marks and bars over a calendar axis, relations between them, names without a date below.
// Labels never touch; the figure grows in height instead.
#pragma once

#include "view/scene.hpp"
#include "view/text_metrics.hpp"
#include "view/timeline_view.hpp"

namespace throughline {

Scene place_timeline(const TimelineView& view, const TextMetrics& metrics);

}  // namespace throughline
