// SPDX-License-Identifier: Apache-2.0
// A DOT file as records: nodes, edges and their attributes, the groups that subgraphs make. Graphviz's own parser reads
// it (dot_graph.hpp); here is what the attributes mean, and where things stand in the text.
//
//   read_dot_file(inputs, input, records, foreign, diagnostics);
#pragma once

#include "formats/foreign_records.hpp"

namespace throughline {

// The attribute of a graph that holds what is neither node nor edge, in the words of our own dialect: a row a line.
inline constexpr std::string_view dot_dialect_key = "throughline";

void read_dot_file(const Inputs& inputs, std::uint16_t input, Records& records, ForeignRecords& foreign,
                   Diagnostics& diagnostics);

}  // namespace throughline
