// SPDX-License-Identifier: Apache-2.0
// A model as columns of plain rows, as a snapshot holds them: everything in the order in which nodes, relations and
// sources use it, so that equal models have equal columns whatever files they come from. Not for other formats.
//
//   const SnapshotColumns columns = columns_of(model, output);
#pragma once

#include <string_view>
#include <vector>

#include "formats/output.hpp"
#include "model/model.hpp"

namespace throughline::snapshot {

struct GraphRow {
  StringId title;
  StringId description;
  StringId language;
  StringId tolerance;
  std::int64_t tolerance_amount;
  std::uint32_t tolerance_unit;  // one more than the Precision; 0: none is given
  std::uint32_t unused;
};

struct DateRow {
  StringId text;
  StringId edtf;
  std::uint32_t is_relative;
};

struct KindRow {
  StringId name;
  StringId plural;
  std::uint32_t built_in;
};

struct TypeRow {
  StringId name;
  StringId label;
  StringId inverse;
  Slice from;  // of kind_names
  Slice to;
  std::uint8_t symmetric;
  Leads leads;
  Line line;
  Timing timing;
  DatedBy dated_by;
  std::uint8_t built_in;
  std::uint16_t unused;  // rows have no gaps: the same model is the same bytes
};

struct DefinitionRow {
  StringId id;
  Location at;
  Slice fields;
};

struct FieldRow {
  StringId key;
  Location key_at;
  Slice values;
};

struct ValueRow {
  StringId text;
  Location at;
};

struct InputRow {
  StringId name;
  std::uint32_t is_foreign;
  std::uint32_t is_absolute;  // how the user named it
  Slice line_starts;
  Slice columns;
};

struct RemarkRow {
  StringId id;  // "TL311"
  Location at;
  StringId message;
  StringId hint;
  Slice notes;
};

struct NoteRow {
  Location at;
  StringId text;
};

struct SnapshotColumns {
  std::vector<GraphRow> graph;  // one
  std::vector<Node> nodes;
  LendableColumn<Relation> relations;
  std::vector<RelationIndex> denials;
  std::vector<Source> sources;
  std::vector<DateRow> dates;
  std::vector<Citation> citations;
  std::vector<Claim> claims;
  std::vector<LocalName> names;
  std::vector<StringId> aliases;
  std::vector<Property> properties;
  std::vector<DefinitionRow> views;
  std::vector<DefinitionRow> questions;
  std::vector<FieldRow> fields;
  std::vector<ValueRow> values;
  std::vector<UnplacedDate> unplaced_claims;
  std::vector<UnplacedDate> unplaced_relations;
  std::vector<KindRow> kinds;
  std::vector<TypeRow> types;
  std::vector<StringId> kind_names;
  std::vector<RemarkRow> remarks;
  std::vector<NoteRow> notes;
  std::vector<InputRow> inputs;
  std::vector<std::uint32_t> line_starts;
  std::vector<InputPlaces::Column> columns;
  std::vector<std::uint32_t> string_lengths;  // the first is 0: the empty text
  std::vector<char> characters;
};

// Paths of input files are told from where the output will be.
SnapshotColumns columns_of(const Model& model, const Output& output);

}  // namespace throughline::snapshot
