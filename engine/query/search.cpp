// SPDX-License-Identifier: Apache-2.0
#include "query/search.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "query/search_ranking.hpp"

namespace throughline {
namespace {

constexpr std::size_t bits_each = 3;  // of Marks

Likeness likeness_in(Marks marks, std::size_t slot) { return static_cast<Likeness>(marks >> (slot * bits_each) & 7U); }

Marks marks_of(Likeness likeness, std::size_t slot) { return static_cast<Marks>(likeness) << (slot * bits_each); }

// The whole question is like the word of a name, or like the run of its words that begins there.
Match match_of(Likeness likeness, bool is_first, bool is_only) {
  switch (likeness) {
    case Likeness::none: return Match::none;
    case Likeness::slip: return Match::slip;
    case Likeness::typed: return Match::typed;
    case Likeness::part: return Match::part;
    case Likeness::beginning: return is_first ? Match::beginning : Match::word;
    case Likeness::whole: return !is_first ? Match::word : is_only ? Match::whole : Match::beginning;
  }
  return Match::none;
}

// In any order, perhaps with slips.
Match match_of(Likeness least) {
  return least >= Likeness::part   ? Match::words
         : least == Likeness::none ? Match::none
         : least == Likeness::slip ? Match::slip
                                   : Match::typed;
}

}  // namespace

std::string_view match_word(Match match) {
  constexpr std::string_view words[] = {"whole", "beginning", "word", "part", "words", "typed", "apart", "slip", ""};
  return words[static_cast<int>(match)];
}

Search::Search(const SearchIndex& index, std::string_view text, const SearchScope& scope)
    : index_(index),
      scope_(scope),
      name_marks_(index.name_words.word_count(), 0),
      run_marks_(index.name_runs.word_count(), 0) {
  const std::string folded = fold_for_search(text);
  const std::vector<std::string_view> words = words_in(folded);
  wanted_count_ = std::min(words.size(), most_words);
  words_left_out_ = words.size() - wanted_count_;
  std::string as_one;
  for (std::size_t i = 0; i < wanted_count_; ++i) {
    wanted_.emplace_back(std::string(words[i]));
    as_one += words[i];
  }
  if (wanted_count_ > 1) wanted_.emplace_back(std::move(as_one));
  in_names_.assign(wanted_.size(), LikeTexts(index_.names.size()));
  in_texts_.assign(wanted_count_, LikeTexts(index_.texts.size()));
  subjects_of_texts_.assign(wanted_count_, BitSet(index_.subject_count()));
  for (std::size_t slot = 0; slot < wanted_.size(); ++slot) look_for(slot);
}

void Search::look_for(std::size_t slot) {
  look_in_names(slot);
  in_names_[slot].finish();
  if (slot == wanted_count_) return;
  LikeTexts& texts = in_texts_[slot];
  index_.text_words.for_each_word_with(wanted_[slot].text(), [&](std::uint32_t word, std::size_t at) {
    texts.add(wanted_[slot].plain_at(at, index_.text_words.word(word)), index_.text_words.texts_with(word));
  });
  texts.finish();
  if (scope_.keeps_relation) texts.leave_out(texts_left_out());
  texts.at_least(Likeness::part).for_each([&](std::uint32_t text) {
    subjects_of_texts_[slot].add(index_.text_words.subject_of(text));
  });
}

void Search::look_in_names(std::size_t slot) {
  const WantedWord& wanted = wanted_[slot];
  const auto look = [&](const WordIndex& words, std::vector<Marks>& marks, Likeness least) {
    words.for_each_word_with(wanted.text(), [&](std::uint32_t word, std::size_t at) {
      const Likeness likeness = wanted.plain_at(at, words.word(word));
      if (likeness >= least) mark(words, marks, word, slot, likeness);
    });
  };
  const auto forgive = [&](const WordIndex& words, std::vector<Marks>& marks, auto likeness_of) {
    for (std::uint32_t word = 0; word < words.word_count(); ++word)
      if (likeness_in(marks[word], slot) == Likeness::none)
        if (const Likeness likeness = likeness_of(word); likeness != Likeness::none)
          mark(words, marks, word, slot, likeness);
  };
  look(index_.name_words, name_marks_, Likeness::part);
  look(index_.name_runs, run_marks_, Likeness::beginning);
  forgive(index_.name_words, name_marks_,
          [&](std::uint32_t word) { return wanted.forgiving(index_.name_words.word(word), index_.name_shapes[word]); });
  if (wanted.may_be_typed())
    forgive(index_.name_runs, run_marks_, [&](std::uint32_t run) {
      return wanted.is_typed_beginning(index_.name_runs.word(run)) ? Likeness::typed : Likeness::none;
    });
}

void Search::mark(const WordIndex& words, std::vector<Marks>& marks, std::uint32_t word, std::size_t slot,
                  Likeness likeness) {
  marks[word] |= marks_of(likeness, slot);
  in_names_[slot].add(likeness, words.texts_with(word));
}

BitSet Search::texts_left_out() const {
  BitSet texts(index_.texts.size());
  for (std::uint32_t i = 0; i < index_.texts.size(); ++i)
    if (is_of_relation(index_.texts[i].field) && !scope_.keeps_relation(RelationIndex{index_.texts[i].owner}))
      texts.add(i);
  return texts;
}

// In one text: of a name, each at least so like.
BitSet Search::names_with_all(Likeness likeness) const {
  BitSet names = in_names_.front().at_least(likeness);
  for (std::size_t slot = 1; slot < wanted_count_; ++slot) names &= in_names_[slot].at_least(likeness);
  return names |= in_names_.back().at_least(likeness);
}

BitSet Search::texts_with_all() const {
  BitSet texts = in_texts_.front().at_least(Likeness::part);
  for (std::size_t slot = 1; slot < wanted_count_; ++slot) texts &= in_texts_[slot].at_least(Likeness::part);
  return texts;
}

BitSet Search::subjects_with(Likeness in_names, std::size_t slot) const {
  BitSet subjects = slot < wanted_count_ ? subjects_of_texts_[slot] : BitSet(index_.subject_count());
  in_names_[slot].at_least(in_names).for_each(
      [&](std::uint32_t name) { subjects.add(index_.name_words.subject_of(name)); });
  return subjects;
}

BitSet Search::subjects_with_all(Likeness in_names) const {
  BitSet subjects = subjects_with(in_names, 0);
  for (std::size_t slot = 1; slot < wanted_count_; ++slot) subjects &= subjects_with(in_names, slot);
  return subjects;
}

// Have all words, or have them written as one.
BitSet Search::candidates() const {
  BitSet subjects = subjects_with_all(Likeness::slip);
  if (wanted_count_ > 1) subjects |= subjects_with(Likeness::slip, wanted_count_);
  if (!scope_.keeps_subject) return subjects;
  BitSet kept(index_.subject_count());
  subjects.for_each([&](std::uint32_t subject) {
    if (scope_.keeps_subject(subject)) kept.add(subject);
  });
  return kept;
}

Likeness Search::least_in_name(std::uint32_t name) const {
  Likeness least = Likeness::whole;
  for (std::size_t slot = 0; slot < wanted_count_; ++slot) {
    Likeness best = Likeness::none;
    for (const std::uint32_t word : index_.name_words.words_of(name))
      best = std::max(best, likeness_in(name_marks_[word], slot));
    for (const std::uint32_t run : index_.name_runs.words_of(name))
      best = std::max(best, likeness_in(run_marks_[run], slot));
    least = std::min(least, best);
  }
  return least;
}

// A word of the name for each wanted one, in the same order.
Match Search::match_side_by_side(std::uint32_t name) const {
  const auto words = index_.name_words.words_of(name);
  Match best = Match::none;
  for (std::size_t at = 0; at + wanted_count_ <= words.size(); ++at) {
    Likeness least = Likeness::whole;
    for (std::size_t slot = 0; slot < wanted_count_ && least >= Likeness::part; ++slot)
      least = std::min(least, likeness_in(name_marks_[words[at + slot]], slot));
    if (least >= Likeness::part) best = std::min(best, match_of(least, at == 0, words.size() == wanted_count_));
  }
  return best;
}

Match Search::match_as_one(std::uint32_t name) const {
  const std::size_t slot = wanted_.size() - 1;
  Match best = Match::none;
  const auto words = index_.name_words.words_of(name);
  for (std::size_t i = 0; i < words.size(); ++i)
    best = std::min(best, match_of(likeness_in(name_marks_[words[i]], slot), i == 0, words.size() == 1));
  const auto runs = index_.name_runs.words_of(name);
  for (std::size_t i = 0; i < runs.size(); ++i)
    best = std::min(best, match_of(likeness_in(run_marks_[runs[i]], slot), i == 0, true));
  return best;
}

Match Search::match_in_name(std::uint32_t name) const {
  const Match as_one = match_as_one(name);
  if (wanted_count_ == 1) return as_one;
  return std::min({as_one, match_side_by_side(name), match_of(least_in_name(name))});
}

// Requires a text with all words.
Match Search::match_in_text(std::uint32_t text) const {
  if (wanted_count_ == 1) return in_texts_.front().at_least(Likeness::beginning).has(text) ? Match::word : Match::part;
  const auto words = index_.text_words.words_of(text);
  Match best = Match::words;
  for (std::size_t at = 0; at + wanted_count_ <= words.size(); ++at) {
    Likeness least = Likeness::whole;
    for (std::size_t slot = 0; slot < wanted_count_ && least >= Likeness::part; ++slot)
      least = std::min(least, wanted_[slot].plain(index_.text_words.word(words[at + slot])));
    if (least >= Likeness::part) best = std::min(best, least > Likeness::part ? Match::word : Match::part);
  }
  return best;
}

void Search::rank_names(const BitSet& names, Ranking& ranking) const {
  names.for_each([&](std::uint32_t name) {
    const Match match = match_in_name(name);
    const bool counts_words = match == Match::words || match == Match::slip;
    const std::size_t words = counts_words ? index_.name_words.words_of(name).size() : 0;
    ranking.offer(index_.name_words.subject_of(name), match, words, &index_.names[name], true);
  });
}

void Search::rank_texts(Ranking& ranking) const {
  texts_with_all().for_each([&](std::uint32_t text) {
    const std::uint32_t subject = index_.text_words.subject_of(text);
    if (!ranking.has_name(subject)) ranking.offer(subject, match_in_text(text), 0, &index_.texts[text], false);
  });
}

void Search::rank_apart(Ranking& ranking) const {
  const BitSet without_slips = subjects_with_all(Likeness::typed);
  ranking.for_each_left([&](std::uint32_t subject) {
    ranking.offer_apart(subject, without_slips.has(subject) ? Match::apart : Match::slip);
  });
}

// What comes first is ranked first; when there is enough of it, the rest is only counted.
void Search::rank(std::size_t limit, Ranking& ranking) const {
  const auto is_enough = [&](Match worst, bool of_names) {
    return limit > 0 && ranking.count(worst, of_names) >= limit;
  };
  const BitSet sure = names_with_all(Likeness::beginning);
  rank_names(sure, ranking);
  if (is_enough(Match::word, true)) return;
  rank_names(names_with_all(Likeness::slip) -= sure, ranking);
  if (is_enough(Match::typed, true)) return;
  rank_texts(ranking);
  if (is_enough(Match::typed, false)) return;
  rank_apart(ranking);
}

Found Search::find(std::size_t limit) const {
  if (wanted_count_ == 0) return {};
  Ranking ranking(index_, candidates());
  rank(limit, ranking);
  Found found{ranking.first(limit), ranking.size()};
  for (Hit& hit : found.hits)
    if (hit.text == nullptr) hit.text = &fullest_field(hit.subject);
  return found;
}

}  // namespace throughline
