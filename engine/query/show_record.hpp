// SPDX-License-Identifier: Apache-2.0
// What the two records of `show` share, that of a node and that of a source: the columns, how a row is made, and the
// question that is asked. Used by show.cpp, show_node.cpp and show_source.cpp.
//
//   table.rows.push_back(row_of(model, {.section = "River Forum", .field = "place", .value = "Ponte"}));
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/filter.hpp"
#include "query/standings.hpp"
#include "query/table.hpp"

namespace throughline {

// Kept until the rows are printed.
struct RecordQuestion {
  RecordQuestion(const Graph& of, const Arguments& arguments, Diagnostics& diagnostics)
      : graph(of),
        model(of.model()),
        standings(of, standpoint_of(model, arguments, diagnostics)),
        filter(model, arguments, diagnostics) {}

  // Stands well enough, or is denied, which is said too.
  bool is_answer(const TimeStanding& standing) const {
    return standing.is_denied || standing.held >= standings.least();
  }

  const Graph& graph;
  const Model& model;
  Standings standings;
  Filter filter;
};
using SharedRecordQuestion = std::shared_ptr<const RecordQuestion>;

struct RecordRow {
  std::string section;
  std::string heading = {};  // for people; the section when empty
  std::string_view field;
  std::optional<std::string_view> label = {};  // for people, instead of the field
  std::string value;
  std::string when = {};
  std::string_view certainty = {};
  Slice citations = {};
  std::vector<std::string> details = {};
};

Table record_table();
Row row_of(const Model& model, RecordRow record);
// "announces" becomes "announces (3)": each run of rows with one heading is counted. From the row `first` on.
void count_in_headings(Table& table, std::size_t first);

Table node_record(SharedRecordQuestion question, NodeIndex node);
Table source_record(SharedRecordQuestion question, SourceIndex source);

}  // namespace throughline
