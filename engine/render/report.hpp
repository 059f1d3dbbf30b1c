// SPDX-License-Identifier: Apache-2.0
// A document of answers: a list of contents; each question with the command that repeats it, its table with a footnote
// of evidence a row, what was counted and left out; then the sources that the answers rest on, and the figures of the
// graph. Used by the command `report`.
//
//   write_report(model, {.heading = "…", .answers = {{.anchor = "question-1", .title = "…", .command = "…", .table =
//   table}}}, out);
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "model/model.hpp"
#include "query/table.hpp"

namespace throughline {

struct ReportedAnswer {
  std::string anchor;  // what the list of contents links to: letters, digits and hyphens
  std::string title;
  std::string note;  // may be empty
  std::string command;
  Table table;
};

struct ReportedFigure {
  std::string title;
  std::string command;
};

struct Report {
  std::string heading;
  std::string description;  // may be empty
  std::string asked;        // when, of what: a line below the heading
  std::vector<ReportedAnswer> answers;
  std::vector<ReportedFigure> figures;
};

// In Markdown, with footnotes as GitHub and Pandoc read them. The same bytes for the same report.
void write_report(const Model& model, const Report& report, std::ostream& out);

}  // namespace throughline
