// SPDX-License-Identifier: Apache-2.0
// A question to a SearchIndex: which nodes and sources have the words of a text, and how well. All words must stand
// somewhere in a subject; its best field decides its place. The verb `find` makes rows of this.
//
//   const Search search(index, "통일부");
//   for (const Hit& hit : search.find(10).hits) …
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bit_set.hpp"
#include "query/search_index.hpp"

namespace throughline {

// How a field has the words, the best first: it is the words; begins with them; has them side by side, at the
// beginnings of words; side by side, as parts of words; in any order. `typed` and `slip` as in Likeness, of the least
// like word. `apart`: only several fields together have them all. Texts know `word`, `part` and `words` only.
enum class Match : std::uint8_t { whole, beginning, word, part, words, typed, apart, slip, none };
std::string_view match_word(Match match);

struct Hit {
  std::uint32_t subject;
  Match match;
  const FieldText* text;  // of the best field; of `apart` the one that has most of the words
};

struct Found {
  std::vector<Hit> hits;  // the first of them
  std::size_t count = 0;  // of all
};

// What may be found; all, when a function is empty.
struct SearchScope {
  std::function<bool(std::uint32_t)> keeps_subject;
  std::function<bool(RelationIndex)> keeps_relation;  // its role, note and quotes
};

// How like a word of names each wanted word is, three bits for each.
using Marks = std::uint64_t;

// The texts that have a wanted word, by how like it is at least.
class LikeTexts {
 public:
  LikeTexts() = default;
  explicit LikeTexts(std::size_t texts) { sets_.fill(BitSet(texts)); }

  void add(Likeness likeness, std::span<const std::uint32_t> texts) {
    BitSet& set = sets_[std::min(static_cast<std::size_t>(likeness), sets_.size()) - 1];
    for (const std::uint32_t text : texts) set.add(text);
  }
  // When all have been added: what is more like is also less like.
  void finish() {
    for (std::size_t i = sets_.size() - 1; i > 0; --i) sets_[i - 1] |= sets_[i];
  }
  void leave_out(const BitSet& texts) {
    for (BitSet& set : sets_) set -= texts;
  }
  // Slip, typed, part or beginning.
  const BitSet& at_least(Likeness likeness) const { return sets_[static_cast<std::size_t>(likeness) - 1]; }

 private:
  std::array<BitSet, static_cast<std::size_t>(Likeness::beginning)> sets_;
};

class Search {
 public:
  static constexpr std::size_t most_words = 20;

  // Keeps a reference to the index. Words after the first twenty are not looked for.
  Search(const SearchIndex& index, std::string_view text, const SearchScope& scope = {});

  std::size_t word_count() const { return wanted_count_; }  // of those looked for
  std::size_t words_left_out() const { return words_left_out_; }

  // Names before texts, these before words that stand apart, slips last; within each by match, field, name, id, but
  // of names with the words in any order or with slips those of the fewest words first. As many as `limit`; 0: all.
  Found find(std::size_t limit) const;

  // All fields that match; of a hit that is `apart` or a slip, all that have some of the words. In the order of Field.
  std::vector<const FieldText*> fields(const Hit& hit) const;

  // Where in a text as it was written a reader will see what was looked for: the offset of a word.
  std::size_t place_in(std::string_view text) const;

 private:
  class Ranking;

  void look_for(std::size_t slot);
  void look_in_names(std::size_t slot);
  void mark(const WordIndex& words, std::vector<Marks>& marks, std::uint32_t word, std::size_t slot, Likeness likeness);
  BitSet texts_left_out() const;
  BitSet subjects_with(Likeness in_names, std::size_t slot) const;
  BitSet subjects_with_all(Likeness in_names) const;
  BitSet candidates() const;

  BitSet names_with_all(Likeness likeness) const;
  BitSet texts_with_all() const;
  void rank_names(const BitSet& names, Ranking& ranking) const;
  void rank_texts(Ranking& ranking) const;
  void rank_apart(Ranking& ranking) const;
  void rank(std::size_t limit, Ranking& ranking) const;
  const FieldText& fullest_field(std::uint32_t subject) const;

  Match match_as_one(std::uint32_t name) const;
  Match match_in_name(std::uint32_t name) const;
  Match match_in_text(std::uint32_t text) const;
  Match match_side_by_side(std::uint32_t name) const;
  Likeness least_in_name(std::uint32_t name) const;
  template <typename Has>
  std::size_t count_slots(Has has) const {
    std::size_t count = 0;
    for (std::size_t slot = 0; slot < wanted_count_; ++slot) count += has(slot) ? 1 : 0;
    return count;
  }
  std::size_t words_in_name(std::uint32_t name) const;
  std::size_t words_in_text(std::uint32_t text) const;

  const SearchIndex& index_;
  SearchScope scope_;
  std::vector<WantedWord> wanted_;  // and, after several words, these written as one
  std::size_t wanted_count_ = 0;
  std::size_t words_left_out_ = 0;
  std::vector<Marks> name_marks_;  // by word
  std::vector<Marks> run_marks_;
  std::vector<LikeTexts> in_names_;  // by slot: a wanted word, or all as one
  std::vector<LikeTexts> in_texts_;
  std::vector<BitSet> subjects_of_texts_;  // by slot
};

}  // namespace throughline
