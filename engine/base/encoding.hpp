// SPDX-License-Identifier: Apache-2.0
// Texts that are not UTF-8: what a byte order mark says, and conversion by iconv. Used when files are loaded.
//
//   to_utf8(bytes, "windows-1252")
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace throughline {

// "UTF-8", "UTF-16LE" …, from a byte order mark (Unicode Standard 23.8); empty when there is none.
std::string_view encoding_of_mark(std::string_view bytes);
// Without its byte order mark.
std::string_view without_mark(std::string_view bytes);

// Whether iconv knows an encoding of this name, whatever its case.
bool is_encoding(std::string_view name);
// Nothing when the bytes are not of that encoding. Requires one that is known.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding);

}  // namespace throughline
