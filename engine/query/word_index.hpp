// SPDX-License-Identifier: Apache-2.0
// Which words stand in which texts, both ways: the words of each text in their order, and for each word the texts that
// have it. Texts belong to subjects. Built once, then asked many times; used by search_index.hpp.
//
//   index.start_subject(); index.add(words_in("통일부 장관")); index.finish();
//   index.for_each_word_with("통일", …) visits 통일부; texts_with(that) == {0}
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/strings.hpp"

namespace throughline {

class WordIndex {
 public:
  void start_subject();
  void add(std::span<const std::string_view> words);  // a text of the subject that was started last
  void finish();

  // Everything below requires that all is finished.
  std::uint32_t word_count() const { return static_cast<std::uint32_t>(spelling_starts_.size()) - 1; }
  std::string_view word(std::uint32_t word) const;
  std::span<const std::uint32_t> words_of(std::uint32_t text) const;
  std::span<const std::uint32_t> texts_with(std::uint32_t word) const;  // ascending
  std::uint32_t text_count() const { return static_cast<std::uint32_t>(subject_of_.size()); }
  std::uint32_t subject_of(std::uint32_t text) const { return subject_of_[text]; }
  // The texts of a subject go from the first of these to before the second.
  std::pair<std::uint32_t, std::uint32_t> texts_of(std::uint32_t subject) const;

  // Calls visit(word, offset in it) for each word of which `part` is a part, with the first place where it is.
  template <typename Visit>
  void for_each_word_with(std::string_view part, Visit visit) const;

 private:
  // The first place of `part` in the spellings from `at` to before `end`; npos when there is none.
  std::size_t find(std::string_view part, std::size_t at, std::size_t end) const;
  // The words that may have such a part, from the first to before the second.
  std::pair<std::uint32_t, std::uint32_t> words_like(std::string_view part) const;
  void sort_words();
  void spell_word(StringId word);
  template <typename Visit>
  void for_each_new_pair(Visit visit) const;

  StringPool pool_;        // while building
  std::string spellings_;  // each word with a line's end: first those without digits, last those of digits only
  std::vector<std::uint32_t> spelling_starts_;
  std::uint32_t first_with_digits_ = 0;
  std::uint32_t first_of_digits_ = 0;
  std::vector<std::uint32_t> words_;  // of all texts
  std::vector<std::uint32_t> text_starts_;
  std::vector<std::uint32_t> subject_starts_;  // in texts
  std::vector<std::uint32_t> subject_of_;      // by text
  std::vector<std::uint32_t> texts_;           // of all words
  std::vector<std::uint32_t> word_starts_;     // in texts_
};

template <typename Visit>
void WordIndex::for_each_word_with(std::string_view part, Visit visit) const {
  auto [word, last] = words_like(part);
  const std::size_t end = spelling_starts_[last];
  for (std::size_t at = find(part, spelling_starts_[word], end); at != std::string_view::npos;
       at = find(part, spelling_starts_[word], end)) {
    while (spelling_starts_[word + 1] <= at) ++word;
    visit(word, at - spelling_starts_[word]);
    ++word;
  }
}

}  // namespace throughline
