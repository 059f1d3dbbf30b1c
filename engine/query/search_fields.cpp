// SPDX-License-Identifier: Apache-2.0
// What of a subject is shown when it was found: its fields that match, and the place in a text.
#include <algorithm>

#include "base/text.hpp"
#include "query/search.hpp"

namespace throughline {

std::size_t Search::words_in_name(std::uint32_t name) const {
  return count_slots([&](std::size_t slot) { return in_names_[slot].at_least(Likeness::slip).has(name); });
}

std::size_t Search::words_in_text(std::uint32_t text) const {
  return count_slots([&](std::size_t slot) { return in_texts_[slot].at_least(Likeness::part).has(text); });
}

const FieldText& Search::fullest_field(std::uint32_t subject) const {
  const FieldText* fullest = nullptr;
  std::size_t most = 0;
  const auto offer = [&](std::size_t count, const FieldText& field) {
    if (count > most) most = count, fullest = &field;
  };
  const auto [first_name, last_name] = index_.name_words.texts_of(subject);
  for (std::uint32_t name = first_name; name < last_name; ++name) offer(words_in_name(name), index_.names[name]);
  const auto [first_text, last_text] = index_.text_words.texts_of(subject);
  for (std::uint32_t text = first_text; text < last_text; ++text) offer(words_in_text(text), index_.texts[text]);
  return *fullest;
}

std::vector<const FieldText*> Search::fields(const Hit& hit) const {
  std::vector<const FieldText*> fields;
  const std::size_t enough = hit.match >= Match::apart ? 1 : wanted_count_;
  const auto [first_name, last_name] = index_.name_words.texts_of(hit.subject);
  for (std::uint32_t name = first_name; name < last_name; ++name) {
    const Match match = match_in_name(name);
    const bool is_wanted = match < Match::slip || (hit.match >= Match::apart && words_in_name(name) > 0);
    if (is_wanted || match == hit.match) fields.push_back(&index_.names[name]);
  }
  const auto [first_text, last_text] = index_.text_words.texts_of(hit.subject);
  for (std::uint32_t text = first_text; text < last_text; ++text)
    if (words_in_text(text) >= enough) fields.push_back(&index_.texts[text]);
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
