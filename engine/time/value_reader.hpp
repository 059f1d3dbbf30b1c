// SPDX-License-Identifier: Apache-2.0
// Reads an EDTF text of any shape, without the advice that parse_edtf adds to a refusal. For those who look for advice
// themselves, and would otherwise go round in circles.
//
//   read_value("2018-04/..", error)->value is an Interval
#pragma once

#include "time/edtf.hpp"

namespace throughline {

std::optional<Edtf> read_value(std::string_view text, EdtfError& error);

bool is_value(std::string_view text);

}  // namespace throughline
