// SPDX-License-Identifier: Apache-2.0
// What to tell someone whose date was refused: that it is in the 2012 draft of EDTF (and how that is written today), or
// which date they may have meant. Used by parse_edtf only.
//
//   old_form("199u")->hint == "write `199X`";  likely_form("2018. 4. 27.") == "2018-04-27"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "time/edtf.hpp"

namespace throughline {

// The refusal of a text written in the forms of the 2012 draft (`199u`, `unknown`, `y17e7`, `2004-(06)?-11`), or
// nothing.
std::optional<EdtfError> old_form(std::string_view text);

// A text in EDTF that may have been meant; it need not be valid. Empty without a guess.
std::string likely_form(std::string_view text);
// Of three numbers with the year behind, the first two are a month and a day, in this order or the other:
// "12/03/2025" is "2025-12-03" or "2025-03-12". Both, valid or not; nothing for other texts.
std::vector<std::string> readings_of_numbers(std::string_view text);

}  // namespace throughline
