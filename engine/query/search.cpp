// SPDX-License-Identifier: Apache-2.0
#include "query/search.hpp"

#include <algorithm>
#include <bit>

#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::size_t bits_each = 5;  // of Marks

Likeness likeness_in(std::uint64_t marks, std::size_t slot) {
  return static_cast<Likeness>(std::popcount(marks >> (slot * bits_each) & 31U));
}

std::uint64_t marks_of(Likeness likeness, std::size_t slot) {
  return ((std::uint64_t{1} << static_cast<unsigned>(likeness)) - 1) << (slot * bits_each);
}

// The whole question is like the word at `at` of a name, or like the run of words that begins there.
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

struct Search::Best {
  Match match = Match::none;
  const FieldText* text = nullptr;
  bool is_name = false;

  void offer(Match offered, const FieldText& field, bool of_name) {
    if (offered < match) *this = {offered, &field, of_name};
  }
  // What comes first in the answer has the smallest. `others`: how many words of the field were not asked for, where
  // the match does not say.
  std::uint64_t key(std::uint32_t place, std::size_t others) const {
    const std::uint64_t group = match == Match::slip ? 3 : match == Match::apart ? 2 : is_name ? 0 : 1;
    return group << 56U | static_cast<std::uint64_t>(match) << 48U | std::min<std::uint64_t>(others, 255) << 40U |
           static_cast<std::uint64_t>(text->field) << 32U | place;
  }
};

Search::Search(const SearchIndex& index, std::string_view text)
    : index_(index),
      name_marks_(index.name_words.word_count(), 0),
      run_marks_(index.name_runs.word_count(), 0),
      text_marks_(index.text_words.word_count(), 0) {
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
  if (wanted_count_ > 0) candidates_ = candidates();
}

// Of all words, or of all of them written as one.
Search::Subjects Search::candidates() {
  const Subjects nobody((index_.subject_count() + 63) / 64, 0);
  Subjects all(nobody.size(), ~std::uint64_t{0});
  for (std::size_t slot = 0; slot < wanted_count_; ++slot) {
    Subjects subjects = nobody;
    look_for(slot, subjects);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] &= subjects[i];
  }
  Subjects as_one = nobody;
  if (wanted_count_ > 1) look_for(wanted_count_, as_one);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] |= as_one[i];
  return all;
}

void Search::look_for(std::size_t slot, Subjects& subjects) {
  const WantedWord& wanted = wanted_[slot];
  const auto look = [&](const WordIndex& words, std::vector<Marks>& marks, Likeness least) {
    words.for_each_word_with(wanted.text(), [&](std::uint32_t word) {
      const Likeness likeness = wanted.plain(words.word(word));
      if (likeness >= least) mark(words, marks, word, slot, likeness, subjects);
    });
  };
  const auto forgive = [&](const WordIndex& words, std::vector<Marks>& marks, auto likeness_of) {
    for (std::uint32_t word = 0; word < words.word_count(); ++word)
      if (likeness_in(marks[word], slot) == Likeness::none)
        if (const Likeness likeness = likeness_of(words.word(word)); likeness != Likeness::none)
          mark(words, marks, word, slot, likeness, subjects);
  };
  look(index_.name_words, name_marks_, Likeness::part);
  look(index_.name_runs, run_marks_, Likeness::beginning);
  if (slot < wanted_count_) look(index_.text_words, text_marks_, Likeness::part);
  forgive(index_.name_words, name_marks_, [&](std::string_view word) { return wanted.forgiving(word); });
  if (wanted.may_be_typed())
    forgive(index_.name_runs, run_marks_,
            [&](std::string_view run) { return wanted.is_typed_beginning(run) ? Likeness::typed : Likeness::none; });
}

void Search::mark(const WordIndex& words, std::vector<Marks>& marks, std::uint32_t word, std::size_t slot,
                  Likeness likeness, Subjects& subjects) const {
  marks[word] |= marks_of(likeness, slot);
  for (const std::uint32_t subject : words.subjects_of(word))
    subjects[subject / 64] |= std::uint64_t{1} << subject % 64;
}

Likeness Search::least(Marks marks) const {
  Likeness least = Likeness::whole;
  for (std::size_t slot = 0; slot < wanted_count_; ++slot) least = std::min(least, likeness_in(marks, slot));
  return least;
}

std::size_t Search::count_words(Marks marks) const {
  std::size_t count = 0;
  for (std::size_t slot = 0; slot < wanted_count_; ++slot) count += likeness_in(marks, slot) != Likeness::none ? 1 : 0;
  return count;
}

Search::Marks Search::marks_in_name(std::uint32_t name) const {
  Marks marks = 0;
  for (const std::uint32_t word : index_.name_words.words_of(name)) marks |= name_marks_[word];
  for (const std::uint32_t run : index_.name_runs.words_of(name)) marks |= run_marks_[run];
  return marks;
}

Search::Marks Search::marks_in_text(std::uint32_t text) const {
  Marks marks = 0;
  for (const std::uint32_t word : index_.text_words.words_of(text)) marks |= text_marks_[word];
  return marks;
}

// Of a question of several words: a word of the name for each, in the same order.
Match Search::match_side_by_side(std::span<const std::uint32_t> words, const std::vector<Marks>& marks) const {
  Match best = Match::none;
  for (std::size_t at = 0; at + wanted_count_ <= words.size(); ++at) {
    Likeness least = Likeness::whole;
    for (std::size_t slot = 0; slot < wanted_count_ && least >= Likeness::part; ++slot)
      least = std::min(least, likeness_in(marks[words[at + slot]], slot));
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
  return std::min({as_one, match_side_by_side(index_.name_words.words_of(name), name_marks_),
                   match_of(least(marks_in_name(name)))});
}

Match Search::match_in_text(std::uint32_t text) const {
  if (least(marks_in_text(text)) == Likeness::none) return Match::none;
  const Match match = match_side_by_side(index_.text_words.words_of(text), text_marks_);
  return match == Match::none ? Match::words : std::max(match, Match::word);
}

// Calls visit(text, its number in names or texts, whether it is a name) until that returns false.
template <typename Visit>
void Search::for_each_field(std::uint32_t subject, const SearchScope& scope, Visit visit) const {
  const auto [first_name, last_name] = index_.name_words.texts_of(subject);
  for (std::uint32_t name = first_name; name < last_name; ++name)
    if (!visit(index_.names[name], name, true)) return;
  const auto [first, last] = index_.text_words.texts_of(subject);
  for (std::uint32_t text = first; text < last; ++text) {
    const FieldText& field = index_.texts[text];
    if (scope.keeps_relation && is_of_relation(field.field) && !scope.keeps_relation(RelationIndex{field.owner}))
      continue;
    if (!visit(field, text, false)) return;
  }
}

Search::Best Search::best_of(std::uint32_t subject, const SearchScope& scope) const {
  Best best;
  for_each_field(subject, scope, [&](const FieldText& field, std::uint32_t number, bool is_name) {
    if (!is_name && best.match < Match::slip && (best.is_name || best.match == Match::word)) return false;
    best.offer(is_name ? match_in_name(number) : match_in_text(number), field, is_name);
    return true;
  });
  if (best.match < Match::apart || wanted_count_ == 1) return best;
  const Best together = apart(subject, scope);
  return together.match < best.match ? together : best;
}

// The field that has most of the words stands for them.
Search::Best Search::apart(std::uint32_t subject, const SearchScope& scope) const {
  Marks all = 0;
  Best best;
  std::size_t most = 0;
  for_each_field(subject, scope, [&](const FieldText& field, std::uint32_t number, bool is_name) {
    const Marks marks = is_name ? marks_in_name(number) : marks_in_text(number);
    all |= marks;
    if (const std::size_t count = count_words(marks); count > most) {
      most = count;
      best = {Match::none, &field, is_name};
    }
    return true;
  });
  const Likeness worst = least(all);
  best.match = worst == Likeness::none ? Match::none : worst == Likeness::slip ? Match::slip : Match::apart;
  return best;
}

std::size_t Search::other_words(const Best& best) const {
  if (!best.is_name || (best.match != Match::words && best.match != Match::slip)) return 0;
  const auto number = static_cast<std::uint32_t>(best.text - index_.names.data());
  return index_.name_words.words_of(number).size();
}

Found Search::find(std::size_t limit, const SearchScope& scope) const {
  struct Keyed {
    std::uint64_t key;
    Hit hit;
  };
  std::vector<Keyed> all;
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    for (std::uint64_t bits = candidates_[i]; bits != 0; bits &= bits - 1) {
      const auto subject = static_cast<std::uint32_t>(64 * i + static_cast<std::size_t>(std::countr_zero(bits)));
      if (scope.keeps_subject && !scope.keeps_subject(subject)) continue;
      const Best best = best_of(subject, scope);
      if (best.match != Match::none)
        all.push_back({best.key(index_.place[subject], other_words(best)), {subject, best.match, best.text}});
    }
  Found found{{}, all.size()};
  const std::size_t count = limit == 0 ? all.size() : std::min(limit, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                    [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
  for (std::size_t i = 0; i < count; ++i) found.hits.push_back(all[i].hit);
  return found;
}

std::vector<const FieldText*> Search::fields(const Hit& hit, const SearchScope& scope) const {
  std::vector<const FieldText*> fields;
  for_each_field(hit.subject, scope, [&](const FieldText& field, std::uint32_t number, bool is_name) {
    const Marks marks = is_name ? marks_in_name(number) : marks_in_text(number);
    const Match match = is_name ? match_in_name(number) : match_in_text(number);
    const bool is_wanted = match < Match::slip || (hit.match >= Match::apart && count_words(marks) > 0);
    if (is_wanted || match == hit.match) fields.push_back(&field);
    return true;
  });
  return fields;
}

std::size_t Search::place_in(std::string_view text) const {
  for (const std::string_view word : words_in(text)) {
    const std::string folded = fold_for_search(word);
    for (const WantedWord& wanted : wanted_)
      if (wanted.plain(folded) != Likeness::none) return static_cast<std::size_t>(word.data() - text.data());
  }
  return 0;
}

}  // namespace throughline
