// SPDX-License-Identifier: Apache-2.0
// The order of what a search finds: for each subject the best that was offered for it. Used by search.cpp only, which
// says in what order it comes.
#pragma once

#include <limits>
#include <vector>

#include "query/search.hpp"

namespace throughline {

class Search::Ranking {
 public:
  Ranking(const SearchIndex& index, BitSet candidates);

  // Of others than the candidates nothing is kept. `words`: of the name, where fewer are better.
  void offer(std::uint32_t subject, Match match, std::size_t words, const FieldText* text, bool of_name);
  void offer_apart(std::uint32_t subject, Match match);

  bool has_name(std::uint32_t subject) const { return best_[subject].key < first_key(Group::texts); }
  std::size_t size() const { return size_; }
  // Of those with a match as good as `worst`, in names, or in names and texts.
  std::size_t count(Match worst, bool of_names) const;
  // Those without any match yet, or with slips only.
  template <typename Visit>
  void for_each_left(Visit visit) const {
    candidates_.for_each([&](std::uint32_t subject) {
      if (best_[subject].key >= first_key(Group::apart)) visit(subject);
    });
  }

  // In order; all, if `limit` is 0. The text is null where several fields have the words only together.
  std::vector<Hit> first(std::size_t limit) const;

 private:
  enum class Group : std::uint8_t { names, texts, apart, slips };
  struct Best {
    std::uint64_t key = std::numeric_limits<std::uint64_t>::max();  // what comes first in the answer has the smallest
    const FieldText* text = nullptr;
  };

  static std::uint64_t first_key(Group group) { return static_cast<std::uint64_t>(group) << 56U; }
  static Match match_of(std::uint64_t key) { return static_cast<Match>(key >> 48U & 0xFFU); }

  const SearchIndex& index_;
  BitSet candidates_;
  std::size_t size_ = 0;
  std::vector<Best> best_;  // by subject
};

}  // namespace throughline
