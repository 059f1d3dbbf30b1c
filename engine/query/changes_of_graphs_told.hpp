// SPDX-License-Identifier: Apache-2.0
// Of two records that are the same in two versions of a graph: what differs, and how that is told. The inner half of
// changes_of_graphs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/changes.hpp"
#include "query/records_told.hpp"

namespace throughline {

struct ToldCitation {
  std::string source;      // its id
  std::string text;        // all that makes it this citation and no other
  std::uint32_t position;  // in the model's citations
};

// A record beside all that is compared of it.
struct ComparedRecord {
  TellableRecord record;
  std::vector<RecordField> fields;
  std::vector<ToldCitation> citations;
};

std::vector<ToldCitation> told_citations(const Model& model, const TellableRecord& record);

// At least one of them; the other was not there.
struct RecordPair {
  std::optional<ComparedRecord> before;
  std::optional<ComparedRecord> after;
};

// The whole record, one field or one citation of it.
struct RecordChange {
  ChangeKind kind;
  std::string field;                    // of a field
  std::optional<std::uint32_t> before;  // positions of citations
  std::optional<std::uint32_t> after;
};

// Fields in their order, then citations: those that quote one source otherwise are changed, in their order.
std::vector<RecordChange> changes_of(const RecordPair& pair);

ChangeTold told(const Model& before, const Model& after, const RecordPair& pair, const RecordChange& change);

}  // namespace throughline
