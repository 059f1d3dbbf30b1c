// SPDX-License-Identifier: Apache-2.0
// Nodes and edges of the JSON of others as records: what an id is, which way an edge goes, whether a number is an id or
// a place in the list of nodes.
#pragma once

#include "formats/json_graph.hpp"

namespace throughline {

void read_foreign_json(const JsonGraph& graph, Records& records, Diagnostics& diagnostics);

}  // namespace throughline
