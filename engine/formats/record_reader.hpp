// SPDX-License-Identifier: Apache-2.0
// The dialect of graphs/README.md: trees in, records out. YAML files are documents of sections, JSON Lines files are
// rows; a node or relation looks the same in both. Reports TL1xx for unknown keys, wrong shapes and empty values, and
// carries on.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "formats/tree.hpp"

namespace throughline {

class RecordReader {
 public:
  RecordReader(Records& records, Diagnostics& diagnostics) : records_(records), diagnostics_(diagnostics) {}

  // The kinds that a document declares: they name sections.
  void read_declarations(const Tree& document);
  // Whether all sections of a document are known by now: if not, a later document may yet declare the kind.
  bool knows_sections_of(const Tree& document);
  // A mapping of sections: sources, actors, events, …
  void read_document(const Tree& document);
  // What the command line says of tables: the names of columns, the settings of all tables, or of some by their file.
  void read_table_option(const Tree& option);
  // A mapping with `record: node|relation|source`, and `id` and `kind` among the fields; or with `record: graph`, the
  // sections of a document among the fields.
  void read_row(const Tree& row);

  // Parts of a record, for readers of formats that carry them as JSON: the fields `when` and `status` of a node, and a
  // list of citations.
  Slice read_claims(const Tree& body);
  Slice read_evidence(const Tree& list);

 private:
  struct FieldRow {
    std::string_view key;
    FieldName name;
  };
  static const FieldRow node_fields[5];
  static const FieldRow relation_fields[4];
  static const FieldRow source_fields[8];

  // record_reader.cpp: nodes, relations, citations
  void read_row_fields(const Tree& row);
  void read_nodes(const Said& kind, std::string_view plural, const Tree& section);
  void read_node(const Said& id, const Said& kind, const Tree& body);
  Slice read_named_texts(const Tree& body);
  void read_texts_by_key(const Tree& body, std::string_view key, FieldName name);
  void read_list_of_texts(const Tree& body, std::string_view key, FieldName name);
  void read_relations(const Said& from, const Tree& list);
  void read_relation(std::optional<Said> from, const Tree& body);
  std::optional<Said> relation_key(const Tree& body);
  void read_participants(const Said& event, const Tree& list);
  void read_participant(const Said& event, const Said& actor, const Tree& body);
  void add_relation(const Said& from, const Said& type, const std::vector<Said>& targets, const Tree& body);
  Slice read_citations(const Tree& body);
  void read_list_of_citations(const Tree& list);
  void read_citation(const Tree& body);

  // record_dates.cpp: claims of dates and statuses; dates told by others
  void read_claim(FieldName field, std::string_view value_key, const Tree& tree);
  std::optional<ClaimRecord> claim_of(FieldName field, std::string_view value_key, const Tree& tree);
  RelativeDateIndex read_when(const Tree& body);
  bool is_relative_date(const Tree& tree) const;
  RelativeDateIndex read_relative_date(const Tree& tree);

  // record_sections.cpp: what else a document holds
  void read_section(const Said& key, const Tree& body);
  std::optional<Said> kind_of_section(const Said& key);
  void report_unknown_section(const Said& key);
  void read_graph(const Tree& body);
  void read_sources(const Tree& body);
  void read_source(const Said& id, const Tree& body);
  void read_kinds(const Tree& body);
  void read_relation_types(const Tree& body);
  void read_views(const Tree& body);
  void read_questions(const Tree& body);
  DefinitionRecord definition_of(const Said& id, const Tree& body);

  // record_tables.cpp: how tables of separated values are laid out
  void read_tables(const Tree& body);
  void read_table(const Said& file, const Tree& body);
  void read_table_settings(TableRecord& table, const Tree& body);
  void read_table_columns(TableRecord& table, const Tree& body);
  static void add_columns_in(const Said& words, std::string_view text, StringPool& strings, TableRecord& table);

  // shared by both
  Slice read_fields(const Tree& body, std::span<const FieldRow> rows);
  std::optional<Said> read_text(const Tree& body, std::string_view key);
  std::vector<Said> texts_of(const Tree& tree, std::string_view what);
  std::optional<Said> text_of(const Tree& tree, std::string_view what);
  const Tree* find(const Tree& body, std::string_view key) const;
  bool require_mapping(const Tree& tree, std::string_view name);      // of a section or thing, as it is written
  bool require_mapping_of(const Tree& tree, std::string_view words);  // ours for what has no name: "a relation"
  void check_keys(const Tree& body, std::span<const std::string_view> known, std::string_view what);
  std::string_view text(StringId id) const { return records_.strings[id]; }
  StringId intern(std::string_view text) { return records_.strings.intern(text); }

  template <typename Visit>
  static void for_each_pair(const Tree& mapping, Visit visit) {
    for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2)
      visit(mapping.children[i].said, mapping.children[i + 1]);
  }

  Records& records_;
  Diagnostics& diagnostics_;
  bool reads_row_ = false;  // a row has `record`, `id` and `kind` among its fields
};

}  // namespace throughline
