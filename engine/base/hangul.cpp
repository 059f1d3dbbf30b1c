// SPDX-License-Identifier: Apache-2.0
#include "base/hangul.hpp"

#include <algorithm>
#include <iterator>

namespace throughline {
namespace {

constexpr char32_t first_syllable = 0xAC00;
constexpr char32_t last_syllable = 0xD7A3;
constexpr char32_t first_initial = 0x1100;
constexpr char32_t initial_count = 19;
constexpr char32_t vowel_count = 21;
constexpr char32_t final_count = 28;  // with none
constexpr char32_t syllables_per_initial = vowel_count * final_count;
constexpr char32_t before_first_final = 0x11A7;

// Which final a consonant is, by initial; 0 where it is none (ㄸ, ㅃ, ㅉ).
constexpr char32_t finals[initial_count] = {1, 2, 4, 7, 0, 8, 16, 17, 0, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27};

// The letters of Unicode that don't join, in full and in half width; both go in one order, consonants before vowels.
constexpr char32_t before_full_letters = 0x3130;
constexpr char32_t before_half_letters = 0xFFA0;
constexpr char32_t last_consonant = 30;
constexpr char32_t last_letter = 51;
// Which final a letter is; 0 for ㄸ, ㅃ, ㅉ.
constexpr char32_t letter_finals[last_consonant + 1] = {0,  1,  2,  3, 4,  5,  6,  7,  0,  8, 9,  10, 11, 12, 13, 14,
                                                        15, 16, 17, 0, 18, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27};

// Its place among them, from 1; 0 when it is none. The vowels in half width stand in groups of six, with gaps.
char32_t letter_number(char32_t character) {
  if (character > before_full_letters && character <= before_full_letters + last_letter)
    return character - before_full_letters;
  if (character <= before_half_letters || character > 0xFFDC) return 0;
  const char32_t number = character - before_half_letters;
  if (number <= last_consonant) return number;
  constexpr CharacterRange groups[] = {{0xFFC2, 0xFFC7}, {0xFFCA, 0xFFCF}, {0xFFD2, 0xFFD7}, {0xFFDA, 0xFFDC}};
  for (std::size_t i = 0; i < std::size(groups); ++i)
    if (groups[i].has(character))
      return last_consonant + 1 + 6 * static_cast<char32_t>(i) + (character - groups[i].first);
  return 0;
}

bool is_vowel_letter(char32_t character) { return letter_number(character) > last_consonant; }

}  // namespace

bool is_hangul(char32_t character) {
  constexpr CharacterRange blocks[] = {{0x1100, 0x11FF}, {0x3130, 0x318F}, {0xA960, 0xA97F}, {0xAC00, 0xD7FF}};
  return std::any_of(std::begin(blocks), std::end(blocks),
                     [&](const CharacterRange& block) { return block.has(character); });
}

bool is_syllable(char32_t character) { return character >= first_syllable && character <= last_syllable; }

bool is_initial(char32_t character) { return character >= first_initial && character < first_initial + initial_count; }

bool is_open_syllable(char32_t character) {
  return is_syllable(character) && (character - first_syllable) % final_count == 0;
}

CharacterRange syllables_for(char32_t initial) {
  const char32_t first = first_syllable + (initial - first_initial) * syllables_per_initial;
  return {first, first + syllables_per_initial - 1};
}

CharacterRange syllables_from(char32_t open) { return {open, open + final_count - 1}; }

char32_t closed_with(char32_t open, char32_t initial) {
  const char32_t final = is_open_syllable(open) && is_initial(initial) ? finals[initial - first_initial] : 0;
  return final == 0 ? 0 : open + final;
}

std::u32string_view taken_apart(char32_t cluster) {
  switch (cluster - before_first_final) {
    case 3: return U"\u1100\u1109";   // ㄳ
    case 5: return U"\u1102\u110C";   // ㄵ
    case 6: return U"\u1102\u1112";   // ㄶ
    case 9: return U"\u1105\u1100";   // ㄺ
    case 10: return U"\u1105\u1106";  // ㄻ
    case 11: return U"\u1105\u1107";  // ㄼ
    case 12: return U"\u1105\u1109";  // ㄽ
    case 13: return U"\u1105\u1110";  // ㄾ
    case 14: return U"\u1105\u1111";  // ㄿ
    case 15: return U"\u1105\u1112";  // ㅀ
    case 18: return U"\u1107\u1109";  // ㅄ
    default: return {};
  }
}

std::size_t differing_letters(char32_t a, char32_t b) {
  if (a == b) return 0;
  if (!is_syllable(a) || !is_syllable(b)) return 1;
  const char32_t x = a - first_syllable;
  const char32_t y = b - first_syllable;
  return std::size_t{x / syllables_per_initial != y / syllables_per_initial} +
         std::size_t{x / final_count % vowel_count != y / final_count % vowel_count} +
         std::size_t{x % final_count != y % final_count};
}

std::u32string with_finals(std::u32string text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char32_t number = letter_number(text[i]);
    const bool is_consonant = number > 0 && number <= last_consonant;
    const bool ends_syllable = i + 1 == text.size() || !is_vowel_letter(text[i + 1]);
    if (is_consonant && is_vowel_letter(text[i - 1]) && ends_syllable && letter_finals[number] > 0)
      text[i] = before_first_final + letter_finals[number];
  }
  return text;
}

}  // namespace throughline
