// SPDX-License-Identifier: Apache-2.0
// A cell of separated values as RFC 4180 has it, for all that write some: tables of a graph, files for Neo4j, answers.
//
//   std::string scratch; out << csv_cell("says \"no\"", scratch);   // "says ""no"""
#pragma once

#include <string>
#include <string_view>

namespace throughline {

// The text itself where nobody can take it for something else; in quotes, then made in `scratch`, where it holds a
// comma, a quote, a line end or one of `others`, or begins or ends with a blank.
std::string_view csv_cell(std::string_view text, std::string& scratch, std::string_view others = {});

}  // namespace throughline
