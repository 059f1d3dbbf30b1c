// SPDX-License-Identifier: Apache-2.0
// What a search looks for: the words of a question, and how they resemble words of the graph. Used by search.hpp;
// everything here is of text that fold_for_search has folded.
//
//   WantedWord("ㅌㅇㅂ").forgiving("통일부") == Likeness::typed, once both are folded
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hangul.hpp"

namespace throughline {

// The better, the greater. `typed`: initial consonants, or a last syllable still without its final. `slip`: a slip of
// the pen.
enum class Likeness : std::uint8_t { none, slip, typed, part, beginning, whole };

// Words are what stands between anything that is neither letter nor digit: "inter-korean" is two.
std::vector<std::string_view> words_in(std::string_view folded);

// What tells most words apart without a table of distances.
struct WordShape {
  explicit WordShape(std::string_view word);

  std::uint64_t characters = 0;  // which ones it has, by their last six bits
  std::uint32_t length = 0;
  bool has_hangul = false;
};

class WantedWord {
 public:
  explicit WantedWord(std::string folded);

  const std::string& text() const { return text_; }
  // As it is written: whole, beginning, part or none.
  Likeness plain(std::string_view word) const;
  Likeness plain_at(std::size_t at, std::string_view word) const;  // when the first place of it in the word is known
  // As it may be meant: typed, slip or none. For words of names only: in a quote it would find too much.
  Likeness forgiving(std::string_view word, const WordShape& shape) const;
  bool may_be_typed() const { return !patterns_.empty(); }
  // May the word begin as it was typed?
  bool is_typed_beginning(std::string_view word) const;

 private:
  // A character of what is typed stands for a range of them.
  using Pattern = std::vector<CharacterRange>;
  void add_patterns();
  bool is_slip(std::string_view word, const WordShape& shape) const;

  std::string text_;
  std::u32string characters_;
  WordShape shape_;
  std::size_t slips_ = 0;  // how many are forgiven
  std::vector<Pattern> patterns_;
  bool has_initials_ = false;
};

}  // namespace throughline
