// SPDX-License-Identifier: Apache-2.0
#include "query/search_words.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

// Of valid UTF-8; moves `at` behind the character.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto rest = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3FU); };
  const std::size_t start = at;
  const char32_t first = byte(start);
  if (first < 0x80) return at += 1, first;
  if (first < 0xE0) return at += 2, (first & 0x1FU) << 6U | rest(start + 1);
  if (first < 0xF0) return at += 3, (first & 0x0FU) << 12U | rest(start + 1) << 6U | rest(start + 2);
  return at += 4, (first & 0x07U) << 18U | rest(start + 1) << 12U | rest(start + 2) << 6U | rest(start + 3);
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z');
  return is_syllable(c) || is_letter_or_digit(c);
}

bool matches_at(const std::vector<CharacterRange>& pattern, std::string_view word, std::size_t at) {
  for (const CharacterRange& range : pattern)
    if (at >= word.size() || !range.has(next_character(word, at))) return false;
  return true;
}

bool has_more_than(std::size_t count, std::uint64_t bits) {
  for (; count > 0 && bits != 0; --count) bits &= bits - 1;
  return bits != 0;
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// The consonants and vowels in it.
std::size_t count_letters(std::u32string_view characters) {
  std::size_t letters = 0;
  for (const char32_t character : characters)
    letters += !is_syllable(character) ? 1 : is_open_syllable(character) ? 2 : 3;
  return letters;
}

// Below three letters one slip would turn anything into anything; a number is never meant for another.
std::size_t slips_of(std::string_view text, std::u32string_view characters) {
  return count_letters(characters) < 3 || has_digit(text) ? 0 : forgiven_slips(characters.size());
}

}  // namespace

WordShape::WordShape(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); ++length) {
    const char32_t character = next_character(word, at);
    characters |= std::uint64_t{1} << (character & 63U);
    has_hangul = has_hangul || is_syllable(character);
  }
}

std::vector<std::string_view> words_in(std::string_view folded) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t before = at;
    if (is_word_character(next_character(folded, at))) continue;
    if (before > start) words.push_back(folded.substr(start, before - start));
    start = at;
  }
  if (folded.size() > start) words.push_back(folded.substr(start));
  return words;
}

WantedWord::WantedWord(std::string folded)
    : text_(std::move(folded)), characters_(characters(text_)), shape_(text_), slips_(slips_of(text_, characters_)) {
  add_patterns();
}

void WantedWord::add_patterns() {
  Pattern pattern;
  for (const char32_t character : characters_) {
    const std::u32string_view pair = taken_apart(character);
    for (const char32_t letter : pair.empty() ? std::u32string_view(&character, 1) : pair) {
      const bool stands_for_many = is_initial(letter);
      pattern.push_back(stands_for_many ? syllables_for(letter) : CharacterRange{letter, letter});
      has_initials_ = has_initials_ || stands_for_many;
    }
  }
  const char32_t last = characters_.empty() ? 0 : characters_.back();
  if (is_open_syllable(last)) pattern.back() = syllables_from(last);
  if (has_initials_ || is_open_syllable(last)) patterns_.push_back(pattern);
  if (characters_.size() < 2) return;
  if (const char32_t closed = closed_with(characters_[characters_.size() - 2], last); closed != 0) {
    pattern.pop_back();
    pattern.back() = {closed, closed};
    patterns_.push_back(pattern);
  }
}

Likeness WantedWord::plain(std::string_view word) const {
  const std::size_t at = word.find(text_);
  return at == std::string_view::npos ? Likeness::none : plain_at(at, word);
}

Likeness WantedWord::plain_at(std::size_t at, std::string_view word) const {
  if (at > 0) return Likeness::part;
  return word.size() == text_.size() ? Likeness::whole : Likeness::beginning;
}

Likeness WantedWord::forgiving(std::string_view word, const WordShape& shape) const {
  if (shape.has_hangul && is_typed_beginning(word)) return Likeness::typed;
  if (!has_initials_) return is_slip(word, shape) ? Likeness::slip : Likeness::none;
  for (std::size_t at = 0; shape.has_hangul && at < word.size(); next_character(word, at))
    for (const Pattern& pattern : patterns_)
      if (matches_at(pattern, word, at)) return Likeness::typed;
  return Likeness::none;
}

bool WantedWord::is_typed_beginning(std::string_view word) const {
  return std::any_of(patterns_.begin(), patterns_.end(),
                     [&](const Pattern& pattern) { return matches_at(pattern, word, 0); });
}

// Each slip loses, or gains, one character at most.
bool WantedWord::is_slip(std::string_view word, const WordShape& shape) const {
  if (slips_ == 0 || shape.length > shape_.length + slips_ || shape_.length > shape.length + slips_) return false;
  if (has_more_than(slips_, shape_.characters & ~shape.characters) ||
      has_more_than(slips_, shape.characters & ~shape_.characters))
    return false;
  return edit_distance(characters_, characters(word)) <= slips_;
}

}  // namespace throughline
