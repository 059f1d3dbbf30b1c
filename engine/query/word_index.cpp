// SPDX-License-Identifier: Apache-2.0
#include "query/word_index.hpp"

#include <cstring>
#include <numeric>
#include <utility>

namespace throughline {

void WordIndex::start_subject() { subject_starts_.push_back(static_cast<std::uint32_t>(text_starts_.size())); }

// The pool gives numbers from 1 on, in the order in which words come.
void WordIndex::add(std::span<const std::string_view> words) {
  text_starts_.push_back(static_cast<std::uint32_t>(words_.size()));
  subject_of_.push_back(static_cast<std::uint32_t>(subject_starts_.size()) - 1);
  for (const std::string_view word : words) words_.push_back(static_cast<std::uint32_t>(pool_.intern(word)) - 1);
}

void WordIndex::finish() {
  subject_starts_.push_back(static_cast<std::uint32_t>(text_starts_.size()));
  text_starts_.push_back(static_cast<std::uint32_t>(words_.size()));
  spell_words();
  word_starts_.assign(word_count() + 1, 0);
  for_each_new_pair([&](std::uint32_t word, std::uint32_t) { ++word_starts_[word + 1]; });
  std::partial_sum(word_starts_.begin(), word_starts_.end(), word_starts_.begin());
  texts_.resize(word_starts_.back());
  std::vector<std::uint32_t> next(word_starts_.begin(), word_starts_.end() - 1);
  for_each_new_pair([&](std::uint32_t word, std::uint32_t text) { texts_[next[word]++] = text; });
}

void WordIndex::spell_words() {
  for (std::size_t i = 1; i < pool_.size(); ++i) {
    spelling_starts_.push_back(static_cast<std::uint32_t>(spellings_.size()));
    spellings_ += pool_[StringId{static_cast<std::uint32_t>(i)}];
    spellings_ += '\n';
  }
  spelling_starts_.push_back(static_cast<std::uint32_t>(spellings_.size()));
  pool_ = StringPool();
}

// Each word of a text once, however often it stands there.
template <typename Visit>
void WordIndex::for_each_new_pair(Visit visit) const {
  std::vector<std::uint32_t> seen(word_count(), 0);
  for (std::uint32_t text = 0; text < text_count(); ++text)
    for (const std::uint32_t word : words_of(text))
      if (std::exchange(seen[word], text + 1) != text + 1) visit(word, text);
}

std::string_view WordIndex::word(std::uint32_t word) const {
  const std::size_t start = spelling_starts_[word];
  return std::string_view(spellings_).substr(start, spelling_starts_[word + 1] - start - 1);
}

std::span<const std::uint32_t> WordIndex::words_of(std::uint32_t text) const {
  return std::span(words_).subspan(text_starts_[text], text_starts_[text + 1] - text_starts_[text]);
}

std::span<const std::uint32_t> WordIndex::texts_with(std::uint32_t word) const {
  return std::span(texts_).subspan(word_starts_[word], word_starts_[word + 1] - word_starts_[word]);
}

std::pair<std::uint32_t, std::uint32_t> WordIndex::texts_of(std::uint32_t subject) const {
  return {subject_starts_[subject], subject_starts_[subject + 1]};
}

// memmem skips ahead by more than one byte where std::string::find does not.
std::size_t WordIndex::find(std::string_view part, std::size_t at) const {
  const char* begin = spellings_.data();
  const void* found = ::memmem(begin + at, spellings_.size() - at, part.data(), part.size());
  return found ? static_cast<std::size_t>(static_cast<const char*>(found) - begin) : std::string_view::npos;
}

}  // namespace throughline
