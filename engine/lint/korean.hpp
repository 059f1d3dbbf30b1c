// SPDX-License-Identifier: Apache-2.0
// Which texts are Korean, which fonts are made for it. Used by the reader of texts and the rules about languages.
#pragma once

#include <string_view>

namespace throughline::lint {

bool has_hangul(std::string_view text);
bool is_korean_font(std::string_view family);

}  // namespace throughline::lint
