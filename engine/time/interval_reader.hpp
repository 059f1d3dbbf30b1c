// SPDX-License-Identifier: Apache-2.0
// Reads an interval, `2017/2022-05~`, `2022/..`, `/2010`: the parser's part for all texts with a slash.
//
//   read_interval("2022/..", 4, error)  // the slash is the fifth byte
#pragma once

#include "time/edtf.hpp"

namespace throughline {

// Requires text[slash] == '/', the first one. The whole text is the interval.
std::optional<Interval> read_interval(std::string_view text, std::size_t slash, EdtfError& error);

}  // namespace throughline
