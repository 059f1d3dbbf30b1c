// SPDX-License-Identifier: Apache-2.0
#include "query/word_index.hpp"

#include <cstring>
#include <numeric>
#include <utility>

namespace throughline {
namespace {

constexpr std::string_view digits = "0123456789";

// A word without digits is no part of a number, nor the other way round.
enum class Spelling : std::uint8_t { without_digits, mixed, digits_only };

Spelling spelling_of(std::string_view word) {
  if (word.find_first_of(digits) == std::string_view::npos) return Spelling::without_digits;
  return word.find_first_not_of(digits) == std::string_view::npos ? Spelling::digits_only : Spelling::mixed;
}

}  // namespace

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
  sort_words();
  word_starts_.assign(word_count() + 1, 0);
  for_each_new_pair([&](std::uint32_t word, std::uint32_t) { ++word_starts_[word + 1]; });
  std::partial_sum(word_starts_.begin(), word_starts_.end(), word_starts_.begin());
  texts_.resize(word_starts_.back());
  std::vector<std::uint32_t> next(word_starts_.begin(), word_starts_.end() - 1);
  for_each_new_pair([&](std::uint32_t word, std::uint32_t text) { texts_[next[word]++] = text; });
}

void WordIndex::sort_words() {
  std::vector<std::uint32_t> sorted(pool_.size() - 1);  // by the number that a word had
  const auto spell = [&](Spelling wanted) {
    for (std::size_t i = 1; i < pool_.size(); ++i) {
      const StringId id{static_cast<std::uint32_t>(i)};
      if (spelling_of(pool_[id]) != wanted) continue;
      sorted[i - 1] = static_cast<std::uint32_t>(spelling_starts_.size());
      spell_word(id);
    }
    return static_cast<std::uint32_t>(spelling_starts_.size());
  };
  first_with_digits_ = spell(Spelling::without_digits);
  first_of_digits_ = spell(Spelling::mixed);
  spell(Spelling::digits_only);
  spelling_starts_.push_back(static_cast<std::uint32_t>(spellings_.size()));
  for (std::uint32_t& word : words_) word = sorted[word];
  pool_ = StringPool();
}

void WordIndex::spell_word(StringId word) {
  spelling_starts_.push_back(static_cast<std::uint32_t>(spellings_.size()));
  spellings_ += pool_[word];
  spellings_ += '\n';
}

std::pair<std::uint32_t, std::uint32_t> WordIndex::words_like(std::string_view part) const {
  const Spelling spelling = spelling_of(part);
  return {spelling == Spelling::without_digits ? 0 : first_with_digits_,
          spelling == Spelling::digits_only ? word_count() : first_of_digits_};
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
std::size_t WordIndex::find(std::string_view part, std::size_t at, std::size_t end) const {
  const char* begin = spellings_.data();
  const void* found = ::memmem(begin + at, end - at, part.data(), part.size());
  return found ? static_cast<std::size_t>(static_cast<const char*>(found) - begin) : std::string_view::npos;
}

}  // namespace throughline
