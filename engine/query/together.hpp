// SPDX-License-Identifier: Apache-2.0
// The dates of a chain taken together: whether its steps held at one time, whether it can be walked in the order of
// time, and how far `~` reaches in them. Used by the verbs that answer with chains, and by standings.hpp.
//
//   window_text(held_together(model, chain, standings.counts())) == "2018-04-27/2019-03-31"
//
// Who takes part in an event, without a date of their own, does so while it is held. Two such steps through one event
// share its date: in each world it is the same. Where the dates of an event contradict each other any may be right.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/paths.hpp"
#include "time/worlds.hpp"

namespace throughline {

// Does the date that is claimed of an event count (Standings::counts)?
using ClaimCounts = std::function<bool(const Claim&)>;

// Can all steps of the chain have held on one day, and within which days? A step without a date leaves it open,
// whatever the others. A single step is certain. There is no window for a single step, when no step has a date, or when
// the answer is never.
Together held_together(const Model& model, const Chain& chain, const ClaimCounts& counts);
// The verdict alone, in one reading.
Verdict verdict_together(const Model& model, const Chain& chain, const ClaimCounts& counts, const Reading& reading);

// Can all steps that have a date, be it a single one, have held on one day of those asked about?
Verdict verdict_together(const Model& model, const Chain& chain, const Edtf& asked, const ClaimCounts& counts,
                         const Reading& reading);

// Are there days, one for each step, on which it held, so that none is before the one ahead of it? A step without a
// date leaves it open, whatever the others. A single step is certain.
Answer held_in_order(const Model& model, const Chain& chain, const ClaimCounts& counts);
Verdict verdict_in_order(const Model& model, const Chain& chain, const ClaimCounts& counts, const Reading& reading);

// The days of the window, both included: "2018-04-27/2019-03-31", "2018-04-27", "2018-04-27/.."; empty without one.
std::string window_text(const Together& together);
// "certainly, within 2018-04-27/2019-03-31"; the verdict alone without a window.
std::string together_words(const Together& together);
// The tolerance of `~` that decided the answer or the window: "±1 year"; empty where none did.
std::string together_tolerance(const Model& model, const Chain& chain, const Together& together);
std::string in_order_tolerance(const Model& model, const Chain& chain, const Answer& in_order);

// The values of the dates that are there, in this order.
std::vector<const Edtf*> values_of(const Model& model, std::span<const DateIndex> dates);
// How far `~` reaches in these dates, each reach told once: "±1 year, ±1 month"; empty when none is approximate.
std::string tolerance_words(std::span<const Edtf* const> values, const Reading& reading);

// "certainly", "possibly", "never".
std::string_view together_text(Verdict verdict);

}  // namespace throughline
