// SPDX-License-Identifier: Apache-2.0
// A question to a SearchIndex: which nodes and sources have the words of a text, and how well. All words must stand
// somewhere in a subject; its best field decides its place. The verb `find` makes rows of this.
//
//   const Search search(index, "통일부");
//   for (const Hit& hit : search.find(10).hits) …
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/search_index.hpp"
#include "query/search_words.hpp"

namespace throughline {

// How a field has the words, the best first: it is the words; begins with them; has them side by side, at the
// beginnings of words; side by side, as parts of words; in any order. `typed` and `slip` as in Likeness, of the least
// like word. `apart`: only several fields together have them all. Texts know `word`, `part` and `words` only.
enum class Match : std::uint8_t { whole, beginning, word, part, words, typed, apart, slip, none };
std::string_view match_word(Match match);

struct Hit {
  std::uint32_t subject;
  Match match;
  const FieldText* text;  // of the best field
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

class Search {
 public:
  static constexpr std::size_t most_words = 11;

  // Keeps a reference to the index. Words after the first eleven are not looked for.
  Search(const SearchIndex& index, std::string_view text);

  std::size_t word_count() const { return wanted_count_; }  // of those looked for
  std::size_t words_left_out() const { return words_left_out_; }

  // Names before texts, these before words that stand apart, slips last; within each by match, field, name, id, but
  // of names with the words in any order or with slips those of the fewest words first. As many as `limit`; 0: all.
  Found find(std::size_t limit, const SearchScope& scope = {}) const;

  // All fields that match like those of the hit, in the order of Field.
  std::vector<const FieldText*> fields(const Hit& hit, const SearchScope& scope = {}) const;

  // Where in a text as it was written a reader will see what was looked for: the offset of a word.
  std::size_t place_in(std::string_view text) const;

 private:
  // For each wanted word how like a word of the graph is to it: five bits each, as many of them set as it is like.
  using Marks = std::uint64_t;
  using Subjects = std::vector<std::uint64_t>;  // a bit each
  struct Best;

  void look_for(std::size_t slot, Subjects& subjects);
  void mark(const WordIndex& words, std::vector<Marks>& marks, std::uint32_t word, std::size_t slot, Likeness likeness,
            Subjects& subjects) const;
  Subjects candidates();

  Match match_as_one(std::uint32_t name) const;
  Match match_in_name(std::uint32_t name) const;
  Match match_in_text(std::uint32_t text) const;
  Marks marks_in_name(std::uint32_t name) const;
  Marks marks_in_text(std::uint32_t text) const;
  Match match_side_by_side(std::span<const std::uint32_t> words, const std::vector<Marks>& marks) const;
  Likeness least(Marks marks) const;
  std::size_t count_words(Marks marks) const;
  Best best_of(std::uint32_t subject, const SearchScope& scope) const;
  std::size_t other_words(const Best& best) const;
  Best apart(std::uint32_t subject, const SearchScope& scope) const;
  template <typename Visit>
  void for_each_field(std::uint32_t subject, const SearchScope& scope, Visit visit) const;

  const SearchIndex& index_;
  std::vector<WantedWord> wanted_;  // and, after several words, these written as one
  std::size_t wanted_count_ = 0;
  std::size_t words_left_out_ = 0;
  std::vector<Marks> name_marks_;
  std::vector<Marks> run_marks_;
  std::vector<Marks> text_marks_;
  Subjects candidates_;
};

}  // namespace throughline
