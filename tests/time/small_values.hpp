// SPDX-License-Identifier: Apache-2.0
// Random values of every form around the turn of January 2018, so small that all of their worlds can be written out,
// and so near to each other that they touch, cross and miss by a day often. Used by the property tests of worlds.
//
//   const std::string text = *any_small_value();  // "{2018-01-30..2018-02-01, 2018-02-0X?}"
#pragma once

#include <string>

#include "edtf_text.hpp"
#include "time/calendar.hpp"

namespace throughline {

inline std::string small_day() { return print_day(day_of(2018, 1, 29) + number(0, 5)); }

inline std::string small_date() {
  switch (number(0, 9)) {
    case 0:
      return pick({"2018-02-0X", "2018-01-3X", "2018-02-X1", "2018-0X-31", "2018-0X-01", "201X-02-01"}) +
             any_qualifier();
    case 1: return pick({"2018-1X-01", "2018-X1-30", "200X-02-29", "2018-XX-31", "201X-0X-31"}) + any_qualifier();
    case 2: return pick({"2018-01", "2018-02", "2018-02~"});
    default: return small_day() + any_qualifier();
  }
}

inline std::string small_interval() {
  switch (number(0, 7)) {
    case 0: return small_date() + "/..";
    case 1: return small_date() + "/";
    case 2: return "../" + small_date();
    case 3: return "/" + small_date();
    case 4: return pick({"/", "../..", "/..", "../"});
    default: return small_date() + "/" + small_date();
  }
}

inline std::string small_range() {
  switch (number(0, 4)) {
    case 0: return small_day() + "..";
    case 1: return ".." + small_day();
    default: return small_day() + any_qualifier() + ".." + small_day() + any_qualifier();
  }
}

inline std::string small_member() { return number(0, 3) == 0 ? small_range() : small_date(); }

inline std::string small_set() {
  std::string members = small_member();
  for (int more = number(0, 3); more > 0; --more) members += ", " + small_member();
  return number(0, 2) == 0 ? "[" + members + "]" : "{" + members + "}";
}

inline rc::Gen<std::string> any_small_value() {
  return rc::gen::exec([] {
    switch (number(0, 4)) {
      case 0: return small_date();
      case 1: return small_interval();
      default: return small_set();
    }
  });
}

}  // namespace throughline
