// SPDX-License-Identifier: Apache-2.0
// Nodes and edges of foreign files as Records: fields of well-known names become ours, all others properties. Used by
// the readers of every format but our own dialect.
//
//   ForeignRecords foreign(records, diagnostics);
//   foreign.add_node(id, {{"label", said}, {"population", said}});
//   foreign.add_relation({from, to, true}, {{"type", said}});
//
// What the names mean, for nodes: name or label, names.<language>, aliases (separated by |, or a list as JSON), kind,
// type, when, status, place, note, url; for relations: type, relation or label (its type), when, role, status,
// confidence, note; for both evidence_source, evidence_quote, evidence_quote_prefix, evidence_quote_suffix, and as JSON
// of our dialect evidence and, for nodes, claims ({"when": …, "status": …}). flat_record.hpp writes them. What a field
// promises and does not hold (a `when` that is no EDTF date) is kept as a property, and reported once for each name.
// `properties.NAME` is a property of that name, whatever field it is called after. A property whose name the record has
// already becomes `name (2)`.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "formats/record_reader.hpp"
#include "model/record.hpp"

namespace throughline {

struct ForeignField {
  std::string_view key;
  Said value;                // an empty text, or white space, says nothing
  bool is_property = false;  // whatever its name means otherwise; as well when that begins with `properties.`
};

inline constexpr std::string_view property_prefix = "properties.";

struct ForeignEnds {
  Said from;
  Said to;
  bool is_directed = true;
};

class ForeignRecords {
 public:
  // Keeps references.
  ForeignRecords(Records& records, Diagnostics& diagnostics);
  // Reports what was set aside.
  ~ForeignRecords();
  ForeignRecords(const ForeignRecords&) = delete;
  ForeignRecords& operator=(const ForeignRecords&) = delete;

  // A node without a kind is of the kind `node`: nobody said what it is. A kind that nobody declares says of what type
  // it is; add_dialect() declares those of a file that we wrote.
  void add_node(const Said& id, std::span<const ForeignField> fields);
  void add_relation(const ForeignEnds& ends, std::span<const ForeignField> fields);
  // The row `graph` of dialect_json.hpp, and one row a source, as JSON.
  void add_dialect(const Said& json);
  // title, description, language; of several files the first that says one.
  void add_graph_field(FieldName name, const Said& value);

  // A text as Records keep it: in NFC.
  Said said(std::string_view text, Location at);

 private:
  using Fields = std::span<const ForeignField>;

  struct SetAside {
    std::size_t count = 0;
    Location first;
    std::string example;
  };

  bool add_node_field(const ForeignField& field);
  bool add_relation_field(const ForeignField& field);
  void add_aliases(const Said& value);
  bool add_all_claims(Fields fields, NodeRecord& node);
  bool add_claim(const ForeignField& field);
  bool is_given(const Said& value) const;
  const ForeignField* find(Fields fields, std::string_view key) const;
  const ForeignField* find_first(Fields fields, std::initializer_list<std::string_view> keys) const;
  std::optional<Tree> evidence_of(Fields fields);
  Slice add_citations(Fields fields, const std::optional<Tree>& evidence);
  std::optional<Tree> tree_of(const ForeignField& field);
  void add_field(FieldName name, const Said& value, StringId key = StringId::empty);
  void add_property(const ForeignField& field);
  bool is_kind(StringId text) const;
  bool is_date(StringId text);
  void set_aside(std::string_view key, const Said& value);

  Records& records_;
  Diagnostics& diagnostics_;
  RecordReader reader_;
  std::uint32_t record_ = 0;         // the number of the one that is being made
  std::vector<std::uint32_t> keys_;  // by StringId: the last record that has a property of that name
  std::vector<signed char> dates_;   // by StringId: 1 EDTF, -1 not, 0 not looked at yet
  std::map<std::string, SetAside, std::less<>> set_aside_;  // by key
};

// After all files have been read: makes the nodes that only foreign relations name, and declares their types and the
// kind `node`, where nobody did. A type is symmetric when all of its edges are without direction; an edge without
// direction of a type that has one gets the property `directed: false`.
void complete_foreign(Records& records, Diagnostics& diagnostics);

}  // namespace throughline
