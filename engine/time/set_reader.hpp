// SPDX-License-Identifier: Apache-2.0
// Reads a set of dates, `[1667,1668,1670..1672]` (one of them) or `{1960,1961..}` (all of them).
//
//   read_set("[2018, 2020..]", error)->members.size() == 2
#pragma once

#include "time/edtf.hpp"

namespace throughline {

// Requires a text that begins with `[` or `{`; all of it is the set.
std::optional<Set> read_set(std::string_view text, EdtfError& error);

}  // namespace throughline
