// SPDX-License-Identifier: Apache-2.0
// Every text of a model that can be searched, and an index of the words in it. Built once from a model, which must
// outlive it and stay where it is; asked by search.hpp.
//
// What is found are subjects: the nodes in the model's order, after them its sources. A relation's role, note and
// quotes are its start's. Names, aliases and ids are kept apart from longer texts: they are also read without their
// spaces, and forgive more.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "query/search_words.hpp"
#include "query/word_index.hpp"

namespace throughline {

// In the order in which they count.
enum class Field : std::uint8_t {
  name,
  other_name,
  alias,
  id,
  place,
  publisher,
  role,
  note,
  relation_note,
  property,
  quote,
  relation_quote
};

struct FieldText {
  StringId text;
  std::uint32_t owner;  // position of the relation, local name or property; else of the subject
  Field field;
};

// A relation's own texts.
bool is_of_relation(Field field);

struct SearchIndex {
  explicit SearchIndex(const Model& graph);

  std::uint32_t subject_count() const { return static_cast<std::uint32_t>(by_name.size()); }
  bool is_source(std::uint32_t subject) const { return subject >= model.nodes.size(); }
  SourceIndex source(std::uint32_t subject) const {
    return SourceIndex{static_cast<std::uint32_t>(subject - model.nodes.size())};
  }
  // "name", "ko", "alias", "quote of a relation".
  std::string_view where(const FieldText& text) const;

  const Model& model;
  std::vector<FieldText> names;  // by subject, then in the order of Field
  std::vector<FieldText> texts;
  WordIndex name_words;
  std::vector<WordShape> name_shapes;  // by word
  WordIndex name_runs;                 // of "Kim Jong-un": kimjongun, jongun; none for a single word
  WordIndex text_words;
  std::vector<std::uint32_t> by_name;  // all subjects, by name, then id
  std::vector<std::uint32_t> place;    // of each subject in by_name

 private:
  void add_name(StringId text, std::size_t owner, Field field);
  void add_text(StringId text, std::size_t owner, Field field);
  void add_node(std::uint32_t subject, Slice relations);
  void add_relations(Slice relations);
  void add_source(std::uint32_t subject);
  void start_subject();
  void order_by_name();
};

}  // namespace throughline
