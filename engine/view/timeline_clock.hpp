// SPDX-License-Identifier: Apache-2.0
// Whether a timeline is drawn in hours, and on which clock: where times of day are told and few enough days are shown
// that each is wide. Else it counts days, and times only decide what is listed first.
//
//   view.clock = choose_clock(values, view, reading);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/timeline_axis.hpp"
#include "view/timeline_view.hpp"

namespace throughline {

// For these dates, with the breaks of the view and the days it asks about, which are days still.
std::optional<Clock> choose_clock(const std::vector<const Edtf*>& values, const TimelineView& view,
                                  const Reading& reading);

// Whose times they are, for the notes of a figure.
std::string clock_note(const Clock& clock);

// " (UTC−04:00)" behind a time of day where times of several zones are drawn on one clock.
std::string own_shift(const Edtf& value, const std::optional<Clock>& clock);

// A tick; the minutes or days from one place of the axis up to another, as its parts are dated for those who measure.
std::string print_place(Count at, const std::optional<Clock>& clock);
std::string print_stretch(Count first, Count last, const std::optional<Clock>& clock);

}  // namespace throughline
