// SPDX-License-Identifier: Apache-2.0
// The days a date may mean, found by a look at every printed day, and how far `~` reaches from there, day by day. Used
// by enumeration.hpp, independent of the engine but for its calendar.
//
//   days_of("2018-02-0X", 0).size() == 9
#pragma once

#include <string>
#include <vector>

#include "time/calendar.hpp"

namespace throughline::enumeration {

// Ascending; `~` reaches `units` units of the stated precision. Looks at the years 1990–2039.
const std::vector<Day>& days_of(const std::string& date, int units);

// The months of one unit of the stated precision; 0 for a day.
int months_in_unit(const std::string& date);

// Where a day gets to with the `~` of its date, if there is one; direction is -1 or 1.
Day reach(Day day, const std::string& date, int units, int direction);

}  // namespace throughline::enumeration
