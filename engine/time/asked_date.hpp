// SPDX-License-Identifier: Apache-2.0
// A date in a question: EDTF with a first or a last day, or the word `today`. Read by resolve (the views of a graph)
// and by query/standpoint.hpp (the options of the command line).
//
//   parse_asked_date("today", "2026-11-22", error) is the value of "2026-11-22"
#pragma once

#include <optional>
#include <string_view>

#include "time/edtf.hpp"

namespace throughline {

// Nothing when the text is refused; then `error` is set. Requires `today` to be a date.
std::optional<Edtf> parse_asked_date(std::string_view text, std::string_view today, EdtfError& error);

// A question about a stretch needs one whose days are known: no `?`, no `~`, no set, no unknown end.
bool is_exact_stretch(const Edtf& value);

}  // namespace throughline
