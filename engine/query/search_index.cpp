// SPDX-License-Identifier: Apache-2.0
#include "query/search_index.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

#include "base/text.hpp"
#include "query/search_words.hpp"

namespace throughline {

bool is_of_relation(Field field) {
  return field == Field::role || field == Field::relation_note || field == Field::relation_quote;
}

// Relations stand in the order of their starts.
SearchIndex::SearchIndex(const Model& graph) : model(graph) {
  std::uint32_t relation = 0;
  for (std::uint32_t node = 0; node < model.nodes.size(); ++node) {
    const std::uint32_t first = relation;
    while (relation < model.relations.size() && model.relations[relation].from == NodeIndex{node}) ++relation;
    start_subject();
    add_node(node, {first, relation - first});
  }
  for (std::uint32_t i = 0; i < model.sources.size(); ++i) {
    start_subject();
    add_source(static_cast<std::uint32_t>(model.nodes.size()) + i);
  }
  for (WordIndex* words : {&name_words, &name_runs, &text_words}) words->finish();
  for (std::uint32_t word = 0; word < name_words.word_count(); ++word) name_shapes.emplace_back(name_words.word(word));
  order_by_name();
}

void SearchIndex::start_subject() {
  for (WordIndex* words : {&name_words, &name_runs, &text_words}) words->start_subject();
}

void SearchIndex::add_node(std::uint32_t subject, Slice relations) {
  const Node& node = model.nodes[subject];
  add_name(node.name, subject, Field::name);
  for (std::size_t i = node.names.first; i < node.names.end(); ++i) add_name(model.names[i].text, i, Field::other_name);
  for (const StringId alias : model.aliases_of(node)) add_name(alias, subject, Field::alias);
  add_name(node.id, subject, Field::id);
  add_text(node.place, subject, Field::place);
  for (std::size_t i = relations.first; i < relations.end(); ++i) add_text(model.relations[i].role, i, Field::role);
  add_text(node.note, subject, Field::note);
  for (std::size_t i = relations.first; i < relations.end(); ++i)
    add_text(model.relations[i].note, i, Field::relation_note);
  for (std::size_t i = node.properties.first; i < node.properties.end(); ++i)
    add_text(model.properties[i].value, i, Field::property);
  for (const Citation& citation : model.citations_of(node.citations)) add_text(citation.quote, subject, Field::quote);
  for (const Claim& claim : model.claims_of(node))
    for (const Citation& citation : model.citations_of(claim.citations))
      add_text(citation.quote, subject, Field::quote);
  for (std::size_t i = relations.first; i < relations.end(); ++i)
    for (const Citation& citation : model.citations_of(model.relations[i].citations))
      add_text(citation.quote, i, Field::relation_quote);
}

void SearchIndex::add_source(std::uint32_t subject) {
  const Source& source = model[this->source(subject)];
  add_name(source.title, subject, Field::name);
  add_name(source.id, subject, Field::id);
  const StringId publisher =
      source.publisher_node == none<NodeIndex> ? source.publisher : model[source.publisher_node].name;
  add_text(publisher, subject, Field::publisher);
  add_text(source.note, subject, Field::note);
}

void SearchIndex::add_name(StringId text, std::size_t owner, Field field) {
  if (text == StringId::empty) return;
  const std::string folded = fold_for_search(model.text(text));
  const std::vector<std::string_view> words = words_in(folded);
  std::string run;
  for (const std::string_view word : words) run += word;
  std::vector<std::string_view> runs;
  for (std::string_view rest = run; runs.size() + 1 < words.size(); rest.remove_prefix(words[runs.size() - 1].size()))
    runs.push_back(rest);
  names.push_back({text, static_cast<std::uint32_t>(owner), field});
  name_words.add(words);
  name_runs.add(runs);
}

void SearchIndex::add_text(StringId text, std::size_t owner, Field field) {
  if (text == StringId::empty) return;
  const std::string folded = fold_for_search(model.text(text));
  texts.push_back({text, static_cast<std::uint32_t>(owner), field});
  text_words.add(words_in(folded));
}

void SearchIndex::order_by_name() {
  const std::size_t count = model.nodes.size() + model.sources.size();
  by_name.resize(count);
  std::iota(by_name.begin(), by_name.end(), 0U);
  const auto key = [this](std::uint32_t subject) {
    const StringId name = is_source(subject) ? model[source(subject)].title : model.nodes[subject].name;
    return std::tuple(model.text(name), subject);
  };
  std::sort(by_name.begin(), by_name.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  place.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) place[by_name[i]] = i;
}

std::string_view SearchIndex::where(const FieldText& text) const {
  constexpr std::string_view words[] = {"name", "",      "alias",
                                        "id",   "place", "publisher",
                                        "role", "note",  "note of a relation",
                                        "",     "quote", "quote of a relation"};
  if (text.field == Field::other_name) return model.text(model.names[text.owner].language);
  if (text.field == Field::property) return model.text(model.properties[text.owner].key);
  return words[static_cast<int>(text.field)];
}

}  // namespace throughline
