// SPDX-License-Identifier: Apache-2.0
// A graph as records that can be found again in another version of it: nodes, their dates and statuses, relations,
// sources; each with a key, its fields as text, and its citations. Used by changes_of_graphs.
//
//   for (const TellableRecord& each : records_of(model, RecordKind::relation)) fields_of(model, each) …
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "query/table.hpp"

namespace throughline {

enum class RecordKind : std::uint8_t { node, date, status, relation, source };
inline constexpr RecordKind record_kinds[] = {RecordKind::node, RecordKind::date, RecordKind::status,
                                              RecordKind::relation, RecordKind::source};
std::string_view name(RecordKind kind);

struct TellableRecord {
  RecordKind kind;
  std::uint32_t index;  // in nodes, claims, relations or sources
  NodeIndex node;       // whose date or status it is, or the node itself; else none
  std::string key;      // the id; of a relation its ends and type, the ends of a symmetric type in the order of ids
};

// Ordered by key; of one key in the order of the model.
std::vector<TellableRecord> records_of(const Model& model, RecordKind kind);

struct RecordField {
  std::string name;     // "role", "names.ko"
  std::string value;    // empty: not given
  bool is_said = true;  // when the whole record is told in one cell: what its subject and what is usual leaves out
};

// Every field that such a record has, in a fixed order; names in other languages and properties only where given.
std::vector<RecordField> fields_of(const Model& model, const TellableRecord& record);
Slice citations_of(const Model& model, const TellableRecord& record);

// What the record is about: words, an id for programs, and {"id","name","kind"}, {"from","relation","to"} or
// {"id","title"}.
std::string subject_of(const Model& model, const TellableRecord& record);
std::string subject_id_of(const Model& model, const TellableRecord& record);
Json subject_json(const Model& model, const TellableRecord& record);

// "initiative", "date of an initiative", "relation".
std::string words_of(const Model& model, const TellableRecord& record);

}  // namespace throughline
