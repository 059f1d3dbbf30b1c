// SPDX-License-Identifier: Apache-2.0
// Reads a time of day within an EDTF text: `T09:30`, `T09:30:15Z`, `T09:30+09:00`. The parser's innermost part.
//
//   EdtfCursor cursor{"2018-04-27T09:30+09:00", 0, 22, 10, error};
//   read_time(cursor)  // cursor.at == 22 afterwards
#pragma once

#include <optional>

#include "time/edtf_cursor.hpp"

namespace throughline {

// The time that begins with the T at the cursor, which moves behind it. What follows is the caller's business.
std::optional<TimeOfDay> read_time(EdtfCursor& cursor);

}  // namespace throughline
