// SPDX-License-Identifier: Apache-2.0
// Several dates taken together: whether the steps of a chain held at one time, and how far `~` reaches in their dates.
// Used by the verbs that answer with chains, and by standings.hpp.
//
//   window_text(held_together(model, chain)) == "2018-04-27/2019-03-31"
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/paths.hpp"
#include "time/worlds.hpp"

namespace throughline {

// Can all steps of the chain have held on one day, and within which days? As the dates of its steps say; one without a
// date leaves it open, whatever the others. A single step is certain. There is no window for a single step, when no
// step has a date, or when the answer is never.
Together held_together(const Model& model, const Chain& chain);
// The days of the window, both included: "2018-04-27/2019-03-31", "2018-04-27", "2018-04-27/.."; empty without one.
std::string window_text(const Together& together);
// "certainly, within 2018-04-27/2019-03-31"; the verdict alone without a window.
std::string together_words(const Together& together);
// The tolerance of `~` that decided the answer or the window: "±1 year"; empty where none did.
std::string together_tolerance(const Model& model, const Chain& chain, const Together& together);

// The values of the dates that are there, in this order.
std::vector<const Edtf*> values_of(const Model& model, std::span<const DateIndex> dates);
std::vector<DateIndex> dates_of(const Model& model, const Chain& chain);
// How far `~` reaches in these dates, each reach told once: "±1 year, ±1 month"; empty when none is approximate.
std::string tolerance_words(std::span<const Edtf* const> values, const Reading& reading);

// "certainly", "possibly", "never".
std::string_view together_text(Verdict verdict);

}  // namespace throughline
