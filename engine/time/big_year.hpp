// SPDX-License-Identifier: Apache-2.0
// A year as a number of any length: `Y17E900` is beyond every integer. What a Year names, and the first and last year
// that its unspecified and insignificant digits leave open. Used where years are compared and told.
//
//   last_of(year of "1950S2").digits == "1999"
#pragma once

#include <compare>
#include <string>

#include "time/edtf.hpp"

namespace throughline {

struct BigYear {             // counted as EDTF does: year 0 is 1 BC
  std::string digits = "0";  // no zeros in front
  bool is_negative = false;

  std::strong_ordering operator<=>(const BigYear& other) const;
  bool operator==(const BigYear&) const = default;
};

// The year as written; X counts as 0.
BigYear named_by(const Year& year);

BigYear first_of(const Year& year);
BigYear last_of(const Year& year);

// How many digits at the right of the year are not significant: 2 in `1950S2`, 0 when nothing is said.
std::size_t insignificant_digits(const Year& year);

}  // namespace throughline
