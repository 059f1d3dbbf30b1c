// SPDX-License-Identifier: Apache-2.0
// A model in the words of our own dialect (graphs/README.md), as JSON: what the JSON Lines reader reads back without
// loss. Writers of other formats take parts of it for what has no place of its own there.
//
//   dialect_json(model, model.nodes[0], output)      // {"record": "node", "id": …, "kind": …, "name": …}
#pragma once

#include <nlohmann/json.hpp>

#include "formats/output.hpp"
#include "model/model.hpp"

namespace throughline {

using Json = nlohmann::ordered_json;

// Rows as the JSON Lines reader takes them: what is not given is left out.
Json dialect_json(const Model& model, const Node& node);
Json dialect_json(const Model& model, const Relation& relation);
// Names the stored text as seen from the output.
Json dialect_json(const Model& model, const Source& source, const Output& output);

// {"record": "graph", "graph": {"title": …}, "kinds": …, "relation_types": …, "views": …, "questions": …}: all that is
// neither node, relation nor source; nothing but `record` when there is no more.
Json dialect_json_of_graph(const Model& model);

// A list of {"source", "quote", "quote_prefix", "quote_suffix"}.
Json evidence_in_dialect(const Model& model, Slice citations);
// The words of a date that is told by others as a mapping: {"after": "summit-2018", "within": "3 weeks"}.
Json told_date_in_dialect(const Model& model, std::string_view words);
// The claims of a node's dates, or of its status: a text when it is one without sources, else a list; null when there
// is none.
Json claims_in_dialect(const Model& model, const Node& node, Claim::About about);

}  // namespace throughline
