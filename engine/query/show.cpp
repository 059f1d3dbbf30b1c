// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
#include "query/show_record.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {{"NODE", "", "id or name of a node, or id or title of a source", "", true}};

constexpr Column columns[] = {{"section", "Section", Shown::only_in_csv},
                              {"field", "Field", Shown::only_in_csv},
                              {"label", "Field", Shown::only_for_people},
                              {"value", "Value"},
                              {"when", "When"},
                              {"certainty", "Certainty"},
                              {"sources", "Sources", Shown::only_in_csv},
                              {"quotes", "Quotes", Shown::only_in_csv}};

// A word that names no node may name a source; what is said of a word that names neither is said of nodes.
Table record_of(const SharedRecordQuestion& question, std::string_view word, Diagnostics& diagnostics) {
  Diagnostics unheard;
  if (const NodeIndex node = select_node(question->model, word, unheard); node != none<NodeIndex>)
    return node_record(question, node);
  if (const SourceIndex source = select_source(question->model, word, unheard); source != none<SourceIndex>)
    return source_record(question, source);
  select_node(question->model, word, diagnostics);
  return record_table();
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const auto question = std::make_shared<const RecordQuestion>(graph, arguments, diagnostics);
  Table table = record_of(question, arguments.text("NODE"), diagnostics);
  add_held_column(question->standings, table);
  question->filter.add_note(table);
  return table;
}

}  // namespace

Table record_table() {
  return {.columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = {}, .notes = {}};
}

Row row_of(const Model& model, RecordRow record) {
  CitationCells citations = citation_cells(model, {&record.citations, 1});
  Row row;
  row.cells = {record.section,
               std::string(record.field),
               std::string(record.label.value_or(record.field)),
               std::move(record.value),
               std::move(record.when),
               std::string(record.certainty),
               std::move(citations.sources),
               std::move(citations.quotes)};
  row.details = std::move(record.details);
  row.section = record.heading.empty() ? std::move(record.section) : std::move(record.heading);
  return row;
}

void count_in_headings(Table& table, std::size_t first) {
  while (first < table.rows.size()) {
    std::size_t last = first;
    while (last < table.rows.size() && table.rows[last].section == table.rows[first].section) ++last;
    const std::string heading = fmt::format("{} ({})", table.rows[first].section, last - first);
    for (; first < last; ++first) table.rows[first].section = heading;
  }
}

extern const Verb show_verb;
constinit const Verb show_verb{"show",
                               "one record: names, dates, relations, and each claim with its source",
                               "-g graphs/inter-korean show 통일부",
                               parameters,
                               run,
                               true,
                               "record"};

}  // namespace throughline
