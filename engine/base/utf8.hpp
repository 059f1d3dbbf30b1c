// SPDX-License-Identifier: Apache-2.0
// Where the characters of a UTF-8 text begin, and characters as UTF-8. Used where texts are counted, cut and marked.
//
//   while (is_inside_character(text[at])) --at;      // back to the byte that begins it
#pragma once

#include <string>
#include <string_view>

namespace throughline {

// Whether the byte goes on a character that began before it.
constexpr bool is_inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

// Requires code points, no surrogates.
std::string utf8_of(std::u32string_view characters);

}  // namespace throughline
