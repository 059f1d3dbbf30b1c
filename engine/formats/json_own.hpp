// SPDX-License-Identifier: Apache-2.0
// Records of JSON files that we wrote: what json.cpp writes of a node, a relation, a source, as the rows of our dialect
// (record_reader.hpp). Names that are not ours become properties.
#pragma once

#include "formats/json_graph.hpp"

namespace throughline {

void read_own_json(const JsonGraph& graph, const Inputs& inputs, std::uint16_t input, Records& records,
                   Diagnostics& diagnostics);

}  // namespace throughline
