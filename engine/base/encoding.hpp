// SPDX-License-Identifier: Apache-2.0
// Texts that are not UTF-8: what a byte order mark says, and conversion by iconv. Used when files are loaded.
//
//   to_utf8(bytes, "windows-1252")
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.hpp"

namespace throughline {

// "UTF-8", "UTF-16LE" …, from a byte order mark (Unicode Standard 23.8); empty when there is none.
std::string_view encoding_of_mark(std::string_view bytes);
// Without its byte order mark.
std::string_view without_mark(std::string_view bytes);

// Whether iconv knows an encoding of this name, whatever its case.
bool is_encoding(std::string_view name);
// Nothing when the bytes are not of that encoding. Requires one that is known.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding);

// The stream in UTF-8, without its byte order mark, which decides where there is one. Bytes that are not of the
// encoding pass as they are, so that who looks for broken UTF-8 finds the place. Requires a known encoding; empty is
// UTF-8.
std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> bytes, std::string_view encoding);

// What bytes that are not UTF-8 may be, the likeliest first: names for iconv. `bytes` should hold many of them.
std::vector<std::string_view> likely_encodings(std::string_view bytes);

}  // namespace throughline
