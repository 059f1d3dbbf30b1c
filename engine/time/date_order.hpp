// SPDX-License-Identifier: Apache-2.0
// Whether a stretch can run from one date to another as they are written. Used by the readers of intervals and ranges,
// which refuse what can't.
//
//   can_run(value of "2018-02", value of "2018") == false, though 2018 has days after February: write `2018-XX`
#pragma once

#include "time/edtf.hpp"

namespace throughline {

// Does `last` have a day that is not before all days of `first`? Seasons of one year come in the order of their
// numbers.
bool can_reach(const Date& first, const Date& last);

// For the ends of an interval: `end` must not begin before `start` does. An end that says itself that it leaves
// something open, by X or as a part of a year, need only reach behind the start's first day.
bool can_run(const Date& start, const Date& end);

}  // namespace throughline
