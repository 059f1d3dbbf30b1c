// SPDX-License-Identifier: Apache-2.0
// Reads one date (or date with a time of day) within an EDTF text; the inner half of the parser, shared by single
// dates, the ends of intervals and the members of sets.
//
//   read_date("2017-05~/..", 0, 8, error)  // the date before the slash
#pragma once

#include "time/edtf.hpp"

namespace throughline {

// The date in text[begin, end), which must fill that range. Places in errors count from the start of `text`.
std::optional<Date> read_date(std::string_view text, std::size_t begin, std::size_t end, EdtfError& error);

}  // namespace throughline
