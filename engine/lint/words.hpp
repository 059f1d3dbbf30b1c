// SPDX-License-Identifier: Apache-2.0
// Words as they stand in the attributes of SVG and in CSS.
#pragma once

#include <string_view>

namespace throughline::lint {

// Whether a list that is parted by white space, as of `class` or `role`, has the word.
bool has_word(std::string_view list, std::string_view word);

// Trimmed, and without the quotes around it.
std::string_view unquoted(std::string_view value);

}  // namespace throughline::lint
