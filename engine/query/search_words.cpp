// SPDX-License-Identifier: Apache-2.0
#include "query/search_words.hpp"

#include <algorithm>
#include <bit>

#include "base/text.hpp"

namespace throughline {
namespace {

bool is_word_character(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) >= 0x80) return is_letter_or_digit(character_at(text, at));
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

std::size_t width_at(std::string_view text, std::size_t at) {
  const int ones = std::countl_one(static_cast<unsigned char>(text[at]));
  return ones == 0 ? 1 : static_cast<std::size_t>(ones);
}

bool matches_at(const std::vector<CharacterRange>& pattern, std::u32string_view characters) {
  if (characters.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (!pattern[i].has(characters[i])) return false;
  return true;
}

std::uint64_t bytes_of(std::string_view text) {
  std::uint64_t bytes = 0;
  for (const char c : text) bytes |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U);
  return bytes;
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

std::vector<std::string_view> words_in(std::string_view folded) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  std::size_t at = 0;
  const auto end_word = [&] {
    if (at > start) words.push_back(folded.substr(start, at - start));
  };
  while (at < folded.size()) {
    if (is_word_character(folded, at)) {
      at += width_at(folded, at);
      continue;
    }
    end_word();
    at += width_at(folded, at);
    start = at;
  }
  end_word();
  return words;
}

WantedWord::WantedWord(std::string folded)
    : text_(std::move(folded)),
      characters_(characters(text_)),
      bytes_(bytes_of(text_)),
      slips_(slips_of(text_, characters_)),
      lost_bytes_(slips_ * (text_.size() > characters_.size() ? 3 : 1)) {
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
  if (at == std::string_view::npos) return Likeness::none;
  if (at > 0) return Likeness::part;
  return word.size() == text_.size() ? Likeness::whole : Likeness::beginning;
}

Likeness WantedWord::forgiving(std::string_view word) const {
  if (is_typed_beginning(word)) return Likeness::typed;
  if (has_initials_) {
    const std::u32string all = characters(word);
    for (std::size_t at = 1; at < all.size(); ++at)
      for (const Pattern& pattern : patterns_)
        if (matches_at(pattern, std::u32string_view(all).substr(at))) return Likeness::typed;
    return Likeness::none;
  }
  return is_slip(word) ? Likeness::slip : Likeness::none;
}

bool WantedWord::is_typed_beginning(std::string_view word) const {
  if (patterns_.empty()) return false;
  const std::u32string all = characters(word);
  return std::any_of(patterns_.begin(), patterns_.end(),
                     [&](const Pattern& pattern) { return matches_at(pattern, all); });
}

// The bytes that it has and the word lacks tell most words apart without a table of distances.
bool WantedWord::is_slip(std::string_view word) const {
  if (slips_ == 0) return false;
  if (static_cast<std::size_t>(std::popcount(bytes_ & ~bytes_of(word))) > lost_bytes_) return false;
  return edit_distance(text_, word) <= slips_;
}

}  // namespace throughline
