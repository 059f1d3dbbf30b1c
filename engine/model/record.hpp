// SPDX-License-Identifier: Apache-2.0
// Records: what the files said, before anything is resolved. Ids are still text, dates still strings, and every field
// knows where it was written. Readers (formats/) only add records; resolve.hpp turns the records of all files into a
// Model.
//
// The tables are flat: a node's fields, claims and citations are runs in shared columns, so that a million relations
// stay small.
#pragma once

#include <string_view>
#include <vector>

#include "base/inputs.hpp"
#include "base/strings.hpp"
#include "model/index.hpp"

namespace throughline {

// A text and where it stands. Not given: the location is unknown.
struct Said {
  StringId text = StringId::empty;
  Location at;

  bool given() const { return at.is_known(); }
};

enum class FieldName : std::uint8_t {
  name,
  type,
  when,
  status,
  confidence,
  place,
  role,
  note,
  url,
  title,
  publisher,
  published,
  language,
  text,
  sha256,
  description,
  tolerance,
  other_name,  // key: the language
  alias,
  property  // key: the property's name
};

struct FieldRecord {
  FieldName name;
  StringId key = StringId::empty;
  Said value;
};

struct CitationRecord {
  Said source;
  Said quote;
  StringId prefix = StringId::empty;  // words just before the quote
  StringId suffix = StringId::empty;  // words just after it
};

// A date told by others: `{after: summit, within: 3 weeks}`. An anchor is a node's id or an EDTF date.
struct RelativeDateRecord {
  StringId words;  // "after summit, within 3 weeks"
  Location at;     // of the first anchor
  Said after;
  Said before;
  Said during;
  Said within;
};

// A date or a status that has sources of its own.
struct ClaimRecord {
  FieldName field;  // when, status
  Said value;
  Said when;  // of a status: since or at when
  Slice citations;
  RelativeDateIndex relative = none<RelativeDateIndex>;  // the date, when it is told by others
};

struct NodeRecord {
  Said id;
  Said kind;  // its name; written at the section's key, or in the row
  Slice fields;
  Slice claims;
  Slice citations;
};

// Our own dialect defines what it names. A foreign file may name nodes and relation types that nobody defines, and say
// of an edge that it has no direction: formats/foreign_records.hpp makes these good before records are resolved.
enum class Foreign : std::uint8_t { no, directed, undirected };

struct RelationRecord {
  Said from;
  Said type;  // of a foreign one: may be not given
  Said to;
  Slice fields;
  Slice citations;
  RelativeDateIndex when = none<RelativeDateIndex>;  // when the date is told by others
  Foreign foreign = Foreign::no;
};

struct SourceRecord {
  Said id;
  Slice fields;
};

struct KindRecord {
  Said id;  // its name
  Said plural;
};

struct RelationTypeRecord {
  Said id;  // its name
  Said label;
  Said inverse;
  std::vector<Said> from;
  std::vector<Said> to;
  bool from_given = false;
  bool to_given = false;
  Said symmetric;
  Said leads;
  Said line;
  Said dated_by;
};

// A view or a saved question: `key: values`; a single value is a list of one.
struct DefinitionRecord {
  Said id;
  struct Field {
    Said key;
    std::vector<Said> values;
  };
  std::vector<Field> fields;
};

// How a table of separated values is laid out: an entry of `tables`. formats/csv_layout.hpp judges it.
struct TableRecord {
  struct Column {
    Said header;  // not given: by position
    Said field;
  };
  struct Constant {
    Said field;
    Said value;
  };
  Said file;                                // as seen from the file that says so; not given: every table that is named
  std::uint16_t input = Location::nowhere;  // the table, once it is found
  Said rows;
  Said header;
  Said delimiter;
  Said quote;
  Said encoding;
  Said dates;
  std::vector<Column> columns;
  std::vector<Constant> constants;
};

// Of which kind the nodes are that only these relations name, when a table says so.
struct EndKindRecord {
  Slice relations;
  Said from;
  Said to;
};

struct Records {
  StringPool strings;
  std::vector<FieldRecord> fields;
  std::vector<CitationRecord> citations;
  std::vector<ClaimRecord> claims;
  std::vector<RelativeDateRecord> relative_dates;
  std::vector<NodeRecord> nodes;
  std::vector<RelationRecord> relations;
  std::vector<SourceRecord> sources;
  std::vector<KindRecord> kinds;
  std::vector<RelationTypeRecord> relation_types;
  std::vector<DefinitionRecord> views;
  std::vector<DefinitionRecord> questions;
  std::vector<TableRecord> tables;
  std::vector<EndKindRecord> end_kinds;
  std::vector<Said> sources_in_tables;    // that rows cite, each at least once: made where nobody defines them
  std::vector<FieldRecord> graph_fields;  // of the `graph` section: title, description, language, tolerance
};

}  // namespace throughline
