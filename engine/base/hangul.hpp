// SPDX-License-Identifier: Apache-2.0
// Hangul by its letters: syllables as Unicode composes them of an initial consonant, a vowel and perhaps a final
// consonant (The Unicode Standard, 3.12). For searching what is being typed, and for counting slips.
//
//   syllables_for(U'ᄐ') is the range from 타 to 팋; differing_letters(U'통', U'톤') == 1
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace throughline {

struct CharacterRange {
  char32_t first;
  char32_t last;

  bool has(char32_t character) const { return first <= character && character <= last; }
};

// Of all its blocks: syllables, and letters by themselves in full width.
bool is_hangul(char32_t character);
bool is_syllable(char32_t character);
bool is_initial(char32_t character);  // a consonant by itself, as it stands after folding: U+1100 to U+1112
// Ends in its vowel, so that a final consonant may still be typed.
bool is_open_syllable(char32_t character);

// All syllables that begin with the consonant. Requires an initial.
CharacterRange syllables_for(char32_t initial);
// The open syllable itself and with each final. Requires an open syllable.
CharacterRange syllables_from(char32_t open);
// The open syllable closed with a consonant that is typed after it; 0 where it can't stand at the end.
char32_t closed_with(char32_t open, char32_t initial);
// Two consonants that a keyboard has put together, as initials: ㅄ is ㅂㅅ. Empty for all else.
std::u32string_view taken_apart(char32_t cluster);

// In how many of their letters two syllables differ; 1 for any other two characters that differ.
std::size_t differing_letters(char32_t a, char32_t b);

// Letters that were typed one by one or stand in half width (ㅌㅗㅇ), made such that normalisation joins them: a
// consonant after a vowel, and before none, is a final.
std::u32string with_finals(std::u32string text);

}  // namespace throughline
