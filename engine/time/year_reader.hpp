// SPDX-License-Identifier: Apache-2.0
// Reads the year of a date within an EDTF text: `2018`, `-0043`, `19XX`, `1950S2`, `Y-17E7`, `Y17101E4S3`, each with a
// qualifier before it. What follows the year is the date reader's business.
//
//   EdtfCursor cursor{"1950S2", 0, 6, 0, error};
//   read_year(cursor)->significant == 2, cursor.at == 6
#pragma once

#include <optional>

#include "time/edtf_cursor.hpp"

namespace throughline {

// A year may have so many digits, its zeros counted: what is longer serves nobody, and every year has bounds in print.
inline constexpr std::size_t max_year_digits = 1000;

// The year that begins at the cursor, which moves behind it.
std::optional<Year> read_year(EdtfCursor& cursor);

// A year with `Y` or significant digits: it has no months, and no interval begins or ends with it.
bool is_long_form(const Year& year);

}  // namespace throughline
