// SPDX-License-Identifier: Apache-2.0
// The dates a value names, whatever its form: a date itself, the ends of an interval, the members of a set and the ends
// of their ranges. Used where something is asked of all of them.
//
//   for_each_date(value of "{2001, 2003..2005}", f);  // f(2001), f(2003), f(2005)
#pragma once

#include "time/edtf.hpp"

namespace throughline {

template <typename Function>
void for_each_date(const Edtf& value, Function&& function) {
  const auto each_end = [&](const Endpoint& end) {
    if (const auto* date = std::get_if<Date>(&end)) function(*date);
  };
  const auto each_member = [&](const Member& member) {
    if (const auto* date = std::get_if<Date>(&member)) return function(*date);
    const auto& range = std::get<Range>(member);
    if (range.first) function(*range.first);
    if (range.last) function(*range.last);
  };
  if (const auto* date = std::get_if<Date>(&value.value)) function(*date);
  if (const auto* interval = std::get_if<Interval>(&value.value)) each_end(interval->start), each_end(interval->end);
  if (const auto* set = std::get_if<Set>(&value.value))
    for (const Member& member : set->members) each_member(member);
}

inline Qualifier qualifier_of(const Edtf& value) {
  Qualifier all = Qualifier::none;
  for_each_date(value, [&](const Date& date) { all = all | date.qualifier(); });
  return all;
}

}  // namespace throughline
