// SPDX-License-Identifier: Apache-2.0
// Reads one date (or date with a time of day) within an EDTF text; the parser's inner half. Knows level 2 spellings
// inside a date well enough to refuse them as such.
//
//   read_date("2017-05~/..", 0, 8, error)  // the date before the slash
#pragma once

#include "time/edtf.hpp"

namespace throughline {

// The date in text[begin, end), which must fill that range. Places in errors count from the start of `text`.
std::optional<Date> read_date(std::string_view text, std::size_t begin, std::size_t end, EdtfError& error);

// The refusal of `what` (a plural) at a place, for all that is level 2.
EdtfError not_yet_supported(std::string_view what, std::size_t offset, std::size_t length);

}  // namespace throughline
