// SPDX-License-Identifier: Apache-2.0
// Text as people mean it: UTF-8 that is valid, NFC for comparing, folding for searching, display columns for aligning,
// and near misses for "did you mean".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

// The offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Normalisation form C (Unicode Standard Annex 15). Requires valid UTF-8.
std::string to_nfc(std::string_view text);

// For searching, not for evidence: NFKC, case folded, marks stripped ("Swanström" finds "swanstrom"), Hangul joined
// however it was typed.
std::string fold_for_search(std::string_view text);

std::size_t count_characters(std::string_view text);  // code points
std::u32string characters(std::string_view text);     // a broken byte is U+FFFD

// Columns on a terminal: Hangul and other wide characters take two, combining marks none.
std::size_t display_width(std::string_view text);
// Cut to at most `columns`, with "…" when something was cut.
std::string shorten(std::string_view text, std::size_t columns);

// The code point that starts at `offset`; the one that ends just before it. 0 past either end.
char32_t character_at(std::string_view text, std::size_t offset);
char32_t character_before(std::string_view text, std::size_t offset);
bool is_letter_or_digit(char32_t character);

std::string_view trim(std::string_view text);  // ASCII white space at both ends
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);

// "1 record", "2 records".
std::string count_of(std::size_t count, std::string_view noun);

// Optimal string alignment distance in code points: insertions, deletions, changes, neighbouring swaps. Changing a
// syllable of Hangul counts for as many as its letters that change.
std::size_t edit_distance(std::string_view a, std::string_view b);
std::size_t edit_distance(std::u32string_view x, std::u32string_view y);
// Up to which distance a text of so many characters counts as a slip of the pen.
std::size_t forgiven_slips(std::size_t characters);

// The candidate nearest to `text` if it is near enough to be a slip of the pen or an ending forgotten; the first of
// equals. Empty when none is.
std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

}  // namespace throughline
