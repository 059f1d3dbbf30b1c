// SPDX-License-Identifier: Apache-2.0
// The search against brute force, written from what cli/README.md says of `find`: every field of every node is taken
// apart into words and looked at, for questions of Latin letters, Hangul, initial consonants and slips.
#include "query/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <tuple>

#include "base/text.hpp"

namespace throughline {
namespace {

using Word = std::u32string;
using Words = std::vector<Word>;

constexpr std::u32string_view initials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

struct Syllable {
  std::size_t initial, vowel, final;
};

std::optional<Syllable> syllable(char32_t c) {
  if (c < U'가' || c > U'힣') return std::nullopt;
  const std::size_t at = c - U'가';
  return Syllable{at / 28 / 21, at / 28 % 21, at % 28};
}

std::size_t cost_of_change(char32_t a, char32_t b) {
  if (a == b) return 0;
  const auto x = syllable(a);
  const auto y = syllable(b);
  if (!x || !y) return 1;
  return std::size_t{x->initial != y->initial} + std::size_t{x->vowel != y->vowel} + std::size_t{x->final != y->final};
}

std::size_t distance(const Word& a, const Word& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const Word a1 = a.substr(1);
  const Word b1 = b.substr(1);
  if (a[0] == b[0]) return distance(a1, b1);
  std::size_t least =
      std::min({distance(a1, b) + 1, distance(a, b1) + 1, distance(a1, b1) + cost_of_change(a[0], b[0])});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    least = std::min(least, distance(a.substr(2), b.substr(2)) + 1);
  return least;
}

bool is_slip(const Word& wanted, const Word& word) {
  std::size_t letters = 0;
  for (const char32_t c : wanted) {
    if (c >= U'0' && c <= U'9') return false;
    const auto parts = syllable(c);
    letters += !parts ? 1 : parts->final == 0 ? 2 : 3;
  }
  return letters >= 3 && distance(wanted, word) <= std::max<std::size_t>(1, wanted.size() / 3);
}

bool is_consonant(char32_t c) { return initials.find(c) != std::u32string_view::npos; }

// `wanted` may have consonants, which stand for any syllable with that initial; its last syllable may lack its final.
bool fits_at(const Word& wanted, const Word& word, std::size_t at) {
  if (word.size() < at + wanted.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto wants = syllable(wanted[i]);
    const auto has = syllable(word[at + i]);
    const bool fits_initial = is_consonant(wanted[i]) && has && initials[has->initial] == wanted[i];
    const bool may_be_closed = i + 1 == wanted.size() && wants && has && wants->final == 0 &&
                               wants->initial == has->initial && wants->vowel == has->vowel;
    if (wanted[i] != word[at + i] && !fits_initial && !may_be_closed) return false;
  }
  return true;
}

// The last consonant may be the final of the syllable before it.
Words readings(const Word& wanted) {
  constexpr std::u32string_view finals = U"_ㄱㄲ_ㄴ__ㄷㄹ_______ㅁㅂ_ㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
  Words all = {wanted};
  if (wanted.size() < 2 || !is_consonant(wanted.back())) return all;
  const auto before = syllable(wanted[wanted.size() - 2]);
  const std::size_t final = finals.find(wanted.back());
  if (!before || before->final != 0 || final == std::u32string_view::npos) return all;
  all.push_back(wanted.substr(0, wanted.size() - 2) + static_cast<char32_t>(wanted[wanted.size() - 2] + final));
  return all;
}

bool is_typed(const Word& wanted, const Word& word, bool only_beginning) {
  const bool has_consonants = std::any_of(wanted.begin(), wanted.end(), is_consonant);
  const auto last = syllable(wanted.back());
  if (!has_consonants && (!last || last->final != 0)) return false;
  const std::size_t places = has_consonants && !only_beginning ? word.size() : 1;
  for (const Word& reading : readings(wanted))
    for (std::size_t at = 0; at < places; ++at)
      if (fits_at(reading, word, at)) return true;
  return false;
}

Likeness likeness(const Word& wanted, const Word& word, bool in_name) {
  const std::size_t at = word.find(wanted);
  if (at == 0) return word == wanted ? Likeness::whole : Likeness::beginning;
  if (at != Word::npos) return Likeness::part;
  if (!in_name) return Likeness::none;
  if (is_typed(wanted, word, false)) return Likeness::typed;
  const bool has_consonants = std::any_of(wanted.begin(), wanted.end(), is_consonant);
  return !has_consonants && is_slip(wanted, word) ? Likeness::slip : Likeness::none;
}

Words split_words(const std::string& text) {
  Words words(1);
  for (const char32_t c : characters(text))
    if (c == U' ' || c == U'-') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  std::erase(words, Word());
  return words;
}

Word as_one(const Words& words, std::size_t from = 0) {
  Word all;
  for (std::size_t i = from; i < words.size(); ++i) all += words[i];
  return all;
}

// A name as it reads without its spaces, from one of its words on.
Likeness likeness_of_run(const Word& wanted, const Word& run) {
  if (run == wanted) return Likeness::whole;
  if (run.starts_with(wanted)) return Likeness::beginning;
  return is_typed(wanted, run, true) ? Likeness::typed : Likeness::none;
}

Match match_of_one(Likeness found, std::size_t at, bool is_all) {
  if (found == Likeness::whole) return at > 0 ? Match::word : is_all ? Match::whole : Match::beginning;
  if (found == Likeness::beginning) return at > 0 ? Match::word : Match::beginning;
  if (found == Likeness::part) return Match::part;
  if (found == Likeness::typed) return Match::typed;
  return found == Likeness::slip ? Match::slip : Match::none;
}

struct Looked {
  Match match = Match::none;
  std::vector<Likeness> words;  // the best for each wanted word
};

Looked look(const Words& wanted, const Words& words, bool in_name) {
  Looked looked{Match::none, std::vector<Likeness>(wanted.size(), Likeness::none)};
  for (std::size_t j = 0; j < wanted.size(); ++j) {
    for (const Word& word : words) looked.words[j] = std::max(looked.words[j], likeness(wanted[j], word, in_name));
    for (std::size_t i = 0; in_name && i + 1 < words.size(); ++i)
      looked.words[j] = std::max(looked.words[j], likeness_of_run(wanted[j], as_one(words, i)));
  }
  for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
    Likeness worst = Likeness::whole;
    for (std::size_t j = 0; j < wanted.size(); ++j)
      worst = std::min(worst, likeness(wanted[j], words[at + j], in_name));
    const bool counts = worst >= Likeness::part || wanted.size() == 1;
    if (counts) looked.match = std::min(looked.match, match_of_one(worst, at, words.size() == wanted.size()));
  }
  if (in_name) {
    for (std::size_t i = 0; i < words.size(); ++i)
      looked.match =
          std::min(looked.match, match_of_one(likeness(as_one(wanted), words[i], true), i, words.size() == 1));
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      looked.match = std::min(looked.match, match_of_one(likeness_of_run(as_one(wanted), as_one(words, i)), i, true));
  }
  const Likeness worst = *std::min_element(looked.words.begin(), looked.words.end());
  const Match scattered = worst >= Likeness::part    ? Match::words
                          : worst == Likeness::typed ? Match::typed
                          : worst == Likeness::slip  ? Match::slip
                                                     : Match::none;
  looked.match = std::min(looked.match, scattered);
  if (!in_name && looked.match < Match::word) looked.match = Match::word;
  return looked;
}

struct Text {
  Field field;
  std::string text;
};

struct Subject {
  std::vector<Text> texts;  // names first, in the order of Field
};

struct Answer {
  std::size_t subject;
  Match match;
  std::string text;

  bool operator==(const Answer&) const = default;
};
void PrintTo(const Answer& answer, std::ostream* out) {
  *out << answer.subject << " " << match_word(answer.match) << " `" << answer.text << "`";
}

bool is_name(const Text& text) { return text.field <= Field::id; }

std::size_t counted_words(const Text& text, Match match) {
  const bool counts = is_name(text) && (match == Match::words || match == Match::slip);
  return counts ? split_words(text.text).size() : 0;
}

using Rank = std::tuple<int, Match, std::size_t, Field>;

std::optional<Rank> rank_of(const Text& text, Match match) {
  if (match == Match::none) return std::nullopt;
  return Rank{match == Match::slip ? 3 : is_name(text) ? 0 : 1, match, counted_words(text, match), text.field};
}

struct Ranked {
  std::optional<Rank> rank;
  std::string text;
};

// The best single field, or all fields together where no field has the words without slips.
Ranked best_of(const Subject& subject, const Words& wanted) {
  Ranked best;
  Ranked together;
  long most = 0;
  std::vector<Likeness> all(wanted.size(), Likeness::none);
  for (const Text& text : subject.texts) {
    const Looked looked = look(wanted, split_words(text.text), is_name(text));
    const auto rank = rank_of(text, looked.match);
    if (rank && (!best.rank || *rank < *best.rank)) best = {rank, text.text};
    for (std::size_t j = 0; j < wanted.size(); ++j) all[j] = std::max(all[j], looked.words[j]);
    const long count =
        static_cast<long>(wanted.size()) - std::count(looked.words.begin(), looked.words.end(), Likeness::none);
    if (count > most) most = count, together.text = text.text;
  }
  const Likeness worst = *std::min_element(all.begin(), all.end());
  if (worst == Likeness::slip) together.rank = Rank{3, Match::slip, 255, Field::name};
  if (worst > Likeness::slip) together.rank = Rank{2, Match::apart, 0, Field::name};
  return together.rank && (!best.rank || *together.rank < *best.rank) ? together : best;
}

std::vector<Answer> brute_force(const std::vector<Subject>& subjects, const std::string& question) {
  std::vector<std::pair<std::tuple<Rank, std::string, std::size_t>, Answer>> answers;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const auto [rank, text] = best_of(subjects[i], split_words(question));
    if (rank) answers.push_back({{*rank, subjects[i].texts.front().text, i}, {i, std::get<Match>(*rank), text}});
  }
  std::sort(answers.begin(), answers.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Answer> sorted;
  for (const auto& [key, answer] : answers) sorted.push_back(answer);
  return sorted;
}

std::string random_text(std::mt19937& random, std::size_t most, bool asks) {
  static const std::vector<std::string> pieces = {"a",  "b",  "c",  "a",  "b",  " ",  " ",  "-",  "통", "토",
                                                  "톤", "일", "이", "부", "비", "북", "ㅌ", "ㅇ", "ㅂ", "1"};
  std::string text;
  const std::size_t count = 1 + random() % most;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& piece = pieces[random() % pieces.size()];
    const bool is_letter = piece == "ㅌ" || piece == "ㅇ" || piece == "ㅂ";
    text += is_letter && !asks ? "통" : piece;
  }
  return split_words(text).empty() ? "ab" : text;
}

struct World {
  Model model;
  std::vector<Subject> subjects;
};

class RandomWorld {
 public:
  explicit RandomWorld(std::mt19937& random) : random_(random) {
    model_.sources.emplace_back();
    const std::size_t count = 1 + random_() % 6;
    for (std::size_t i = 0; i < count; ++i) add_node();
    for (std::size_t i = 0; i < count; ++i) add_relations(i);
    Subject source{{{Field::name, random_text(random_, 6, false)}}};
    model_.sources[0].title = model_.strings.intern(source.texts[0].text);
    subjects_.push_back(source);
  }

  World world() { return {std::move(model_), std::move(subjects_)}; }

 private:
  StringId text(Subject& subject, Field field) {
    subject.texts.push_back({field, random_text(random_, field <= Field::id ? 6 : 10, false)});
    return model_.strings.intern(subject.texts.back().text);
  }
  bool often() { return random_() % 3 > 0; }

  Slice quote(Subject& subject, Field field) {
    Citation citation{SourceIndex{0}};
    citation.quote = text(subject, field);
    model_.citations.push_back(citation);
    return {static_cast<std::uint32_t>(model_.citations.size()) - 1, 1};
  }

  void add_node() {
    Subject subject;
    Node node{};
    node.name = text(subject, Field::name);
    if (often()) {
      node.names = {static_cast<std::uint32_t>(model_.names.size()), 1};
      model_.names.push_back({StringId::empty, text(subject, Field::other_name)});
    }
    if (often()) {
      node.aliases = {static_cast<std::uint32_t>(model_.aliases.size()), 1};
      model_.aliases.push_back(text(subject, Field::alias));
    }
    node.id = text(subject, Field::id);
    if (often()) node.note = text(subject, Field::note);
    if (often()) node.citations = quote(subject, Field::quote);
    model_.nodes.push_back(node);
    subjects_.push_back(subject);
  }

  void add_relations(std::size_t from) {
    const std::size_t count = random_() % 3;
    for (std::size_t i = 0; i < count; ++i) {
      Relation relation{.from = NodeIndex{static_cast<std::uint32_t>(from)}, .to = NodeIndex{0}};
      relation.citations = quote(subjects_[from], Field::relation_quote);
      model_.relations.push_back(relation);
    }
  }

  std::mt19937& random_;
  Model model_;
  std::vector<Subject> subjects_;
};

std::vector<Answer> answers_of(const Model& model, const std::string& question, std::size_t limit) {
  const SearchIndex index(model);
  const Found found = Search(index, question).find(limit);
  std::vector<Answer> answers;
  for (const Hit& hit : found.hits)
    answers.push_back({hit.subject, hit.match, std::string(model.text(hit.text->text))});
  return answers;
}

TEST(Search, finds_what_brute_force_finds_in_its_order) {
  std::mt19937 random(54);
  std::size_t found = 0;
  for (int i = 0; i < 2000; ++i) {
    const World world = RandomWorld(random).world();
    const std::string question = random_text(random, 5, true);
    const std::vector<Answer> expected = brute_force(world.subjects, question);
    ASSERT_EQ(answers_of(world.model, question, 0), expected) << "for `" << question << "`, world " << i;
    found += expected.size();
  }
  EXPECT_GT(found, 2000U);
}

TEST(Search, a_limit_keeps_the_first_and_counts_all) {
  std::mt19937 random(7);
  for (int i = 0; i < 1000; ++i) {
    const World world = RandomWorld(random).world();
    const std::string question = random_text(random, 4, true);
    const std::size_t limit = 1 + random() % 3;
    std::vector<Answer> all = answers_of(world.model, question, 0);
    const SearchIndex index(world.model);
    EXPECT_EQ(Search(index, question).find(limit).count, all.size());
    all.resize(std::min(all.size(), limit));
    EXPECT_EQ(answers_of(world.model, question, limit), all);
  }
}

}  // namespace
}  // namespace throughline
