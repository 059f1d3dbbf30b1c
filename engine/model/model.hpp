// SPDX-License-Identifier: Apache-2.0
// The model: what the records mean. Ids are resolved, dates parsed, every relation has both ends, and all is frozen in
// canonical order (nodes and sources by id; relations by start, type, end, date, role), whatever the order of files
// was.
//
// Columns, not objects: a Node or Relation is a small row of indices into shared columns and interned strings.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "base/strings.hpp"
#include "model/index.hpp"
#include "model/lendable_column.hpp"
#include "model/vocabulary.hpp"
#include "model/words.hpp"
#include "time/edtf.hpp"
#include "time/worlds.hpp"

namespace throughline {

struct WrittenDate {
  StringId text = StringId::empty;  // as written: EDTF, or words like "after summit-2018, within 3 weeks"
  StringId edtf = StringId::empty;  // as EDTF: what the words come to
  Edtf value;
  Extent extent;  // its stated bounds
  bool is_relative = false;
};

// A date in words from which no day follows: the claim or relation is undated, and this is what was written.
struct UnplacedDate {
  std::uint32_t index;  // position in claims or relations
  StringId words;
};

// A document that carries claims.
struct Source {
  StringId id;
  StringId title;
  StringId publisher;  // an actor's id, or a name
  NodeIndex publisher_node = none<NodeIndex>;
  DateIndex published = none<DateIndex>;
  StringId url = StringId::empty;
  StringId language = StringId::empty;
  StringId note = StringId::empty;
  StringId text_path = StringId::empty;  // as written; relative to the file that says so
  StringId sha256 = StringId::empty;
  Location at;  // of the id
  Location text_at;
  Location sha256_at;
};

struct Citation {
  SourceIndex source;
  StringId quote = StringId::empty;  // empty: a source without a quote
  StringId prefix = StringId::empty;
  StringId suffix = StringId::empty;
  Location at;  // of the quote, or of the source's id without one
};

struct LocalName {
  StringId language;
  StringId text;
};

struct Property {
  StringId key;
  StringId value;
};

// A date or a status of a node, each with its own citations; several may contradict each other and all are kept.
struct Claim {
  enum class About : std::uint8_t { when, status } about;
  Status status = Status::none;
  DateIndex date = none<DateIndex>;  // the date claimed; of a status, since or at when
  Slice citations;
  Location at;
};

struct Node {
  StringId id;
  StringId name;
  KindIndex kind;
  Status status = Status::none;  // of the last dated status claim, or the only one
  StringId type = StringId::empty;
  StringId place = StringId::empty;
  StringId note = StringId::empty;
  StringId url = StringId::empty;
  DateIndex when = none<DateIndex>;  // of the first date claim
  Slice names;                       // in other languages
  Slice aliases;
  Slice properties;
  Slice claims;
  Slice citations;
  Location at;
};

struct Relation {
  NodeIndex from;
  NodeIndex to;
  RelationTypeIndex type;
  Assertion assertion = Assertion::asserted;
  Confidence confidence = Confidence::stated;
  DateIndex when = none<DateIndex>;
  StringId role = StringId::empty;
  StringId note = StringId::empty;
  Slice properties;
  Slice citations;
  Location at;  // of the target's id
};

// A view or a saved question, its words still as written: view/selection, the verbs and query/saved_question read it.
struct Definition {
  StringId id;
  Location at;
  struct Field {
    StringId key;
    Location key_at;
    std::vector<StringId> values;
    std::vector<Location> at;  // one per value
  };
  std::vector<Field> fields;

  // The values of a field; empty when it is not given.
  std::span<const StringId> values(const StringPool& strings, std::string_view key) const;
  // The only value of a field as a text or a number; the fallback when it is not given. Resolving has checked the
  // digits.
  std::string_view text(const StringPool& strings, std::string_view key) const;
  std::size_t number(const StringPool& strings, std::string_view key, std::size_t fallback) const;
};
using ViewDefinition = Definition;
using QuestionDefinition = Definition;

struct Model {
  Inputs inputs;
  StringPool strings;
  Vocabulary vocabulary;
  StringId title = StringId::empty;
  StringId description = StringId::empty;
  StringId language = StringId::empty;
  StringId tolerance = StringId::empty;  // as written
  Reading reading;                       // how far `~` reaches in this graph

  std::vector<Node> nodes;
  LendableColumn<Relation> relations;
  std::vector<RelationIndex> denials;  // those that are denied or disproven
  std::vector<Source> sources;
  std::vector<WrittenDate> dates;
  std::vector<Citation> citations;
  std::vector<Claim> claims;
  std::vector<LocalName> names;
  std::vector<StringId> aliases;
  std::vector<Property> properties;
  std::vector<ViewDefinition> views;             // by id
  std::vector<QuestionDefinition> questions;     // by id
  std::vector<UnplacedDate> unplaced_claims;     // by index
  std::vector<UnplacedDate> unplaced_relations;  // by index

  // Warnings and notes about the files, found while they were read: a snapshot of the model says them again.
  std::vector<Diagnostic> remarks;

  std::string_view text(StringId id) const { return strings[id]; }
  const Node& operator[](NodeIndex index) const { return nodes[position(index)]; }
  const Relation& operator[](RelationIndex index) const { return relations[position(index)]; }
  const Source& operator[](SourceIndex index) const { return sources[position(index)]; }
  const WrittenDate& operator[](DateIndex index) const { return dates[position(index)]; }
  RelationIndex index_of(const Relation& relation) const {  // requires one of this model
    return RelationIndex{static_cast<std::uint32_t>(&relation - relations.data())};
  }
  const Kind& kind_of(const Node& node) const { return vocabulary[node.kind]; }
  const RelationType& type_of(const Relation& relation) const { return vocabulary[relation.type]; }

  std::span<const Citation> citations_of(Slice slice) const {
    return std::span(citations).subspan(slice.first, slice.count);
  }
  std::span<const Claim> claims_of(const Node& node) const {
    return std::span(claims).subspan(node.claims.first, node.claims.count);
  }
  std::span<const LocalName> names_of(const Node& node) const {
    return std::span(names).subspan(node.names.first, node.names.count);
  }
  std::span<const StringId> aliases_of(const Node& node) const {
    return std::span(aliases).subspan(node.aliases.first, node.aliases.count);
  }
  std::span<const Property> properties_of(const Node& node) const {
    return std::span(properties).subspan(node.properties.first, node.properties.count);
  }
  std::span<const Property> properties_of(const Relation& relation) const {
    return std::span(properties).subspan(relation.properties.first, relation.properties.count);
  }

  // What is claimed of its date, without the claims that are undated.
  std::vector<const Claim*> date_claims_of(const Node& node) const;
  // Who takes part in an event, and what it launches, without a date of their own do so while it is held: that event,
  // at the end that the type says. Null when the relation has a date (be it in words from which no day follows), or its
  // type has none.
  const Node* event_that_dates(const Relation& relation) const;
  // Its own date, else the first of that event; `none` when nobody says.
  DateIndex date_of(const Relation& relation) const;
  // As EDTF; empty for `none`.
  std::string_view date_text(DateIndex index) const;
  // The words of a date that was told by others, whether a day follows from them or not; empty for a date in EDTF.
  std::string_view date_words(const Claim& claim) const;
  std::string_view date_words(const Relation& relation) const;
  // Binary search; `none` or null when there is no such id.
  NodeIndex find_node(std::string_view id) const;
  SourceIndex find_source(std::string_view id) const;
  const ViewDefinition* find_view(std::string_view id) const;
  const QuestionDefinition* find_question(std::string_view id) const;
};

// How messages name a relation: "kim heads mou", from the ids of its ends and the name of its type.
std::string relation_words(std::string_view from, std::string_view type, std::string_view to);

}  // namespace throughline
