// SPDX-License-Identifier: Apache-2.0
// Text that others wrote, made fit for a terminal: nothing in it can move the cursor, change colours or reverse what is
// read, and it is broken into lines at words. For the table writers and for diagnostics.
//
//   printable("ab\x1b[31mc")  →  "ab\uFFFD[31mc"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

// Control characters (C0, C1, DEL), bidirectional overrides and broken bytes become U+FFFD. A tab becomes a space; the
// ends of lines, however written, become "\n".
std::string printable(std::string_view text);

// Lines of at most `columns` columns, broken at spaces; a word that is longer, after a hyphen or slash, else between
// two characters. 0 breaks at "\n" only. Always at least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

}  // namespace throughline
