// SPDX-License-Identifier: Apache-2.0
// Reads a time of day within an EDTF text: `T09:30`, `T09:30:15Z`, `T09:30+09:00`. The parser's innermost part.
//
//   std::size_t at = 10;
//   read_time("2018-04-27T09:30+09:00", at, error)  // at == 22 afterwards
#pragma once

#include "time/edtf.hpp"

namespace throughline {

// The time that begins with the T at text[at]; `at` moves behind it. What follows the time is the caller's business.
std::optional<TimeOfDay> read_time(std::string_view text, std::size_t& at, EdtfError& error);

}  // namespace throughline
