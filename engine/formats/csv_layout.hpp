// SPDX-License-Identifier: Apache-2.0
// What the columns of a table mean: as a mapping says (`tables:` in a graph, --table on the command line), or guessed
// from common headers, and then said aloud.
//
//   const auto layout = layout_of(start, mapping, table, records, diagnostics);
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "formats/csv_dates.hpp"
#include "formats/csv_scanner.hpp"
#include "model/record.hpp"

namespace throughline {

enum class TableRows : std::uint8_t { nodes, relations, sources };

// Fields are those of foreign_records.hpp, and: id of a node or source, from and to of a relation, directed (Directed,
// Undirected), start and end of a time. A property has its own name.
struct CsvColumn {
  std::string header;  // as written; "column 3" without one
  std::string field;   // empty: it is passed over, because a mapping says so
  bool is_property = false;
  bool is_called_property = false;  // by `properties.`, not only for want of a field of that name
};

// A field that is the same in all rows, from the mapping.
struct CsvConstant {
  std::string field;
  std::string value;
  Location at;
};

struct CsvLayout {
  TableRows rows = TableRows::relations;
  CsvDialect dialect;
  bool has_header = true;
  std::size_t start = 0;  // of the first record, behind `sep=;`
  std::vector<CsvColumn> columns;
  std::vector<CsvConstant> constants;
  std::optional<DateOrder> dates;

  // The column of a field; nothing when it has none.
  std::optional<std::size_t> column_of(std::string_view field) const;
};

// `start` is the beginning of the table's text, of many records or the whole; `name` that of its file. Nothing when it
// can't be read: then the reason is reported.
std::optional<CsvLayout> layout_of(std::string_view start, std::uint16_t input, std::string_view name,
                                   const TableRecord* mapping, const StringPool& strings, Diagnostics& diagnostics);

// The field that a header names in a table of such rows, whatever else is there; empty for a property.
std::string field_of_header(std::string_view header, TableRows rows);
// Fills in what is empty in `fields`, one for each header, and takes each field once: what stays empty is a property.
void guess_fields(std::span<const std::string> headers, TableRows rows, std::vector<std::string>& fields);
// All that a mapping may name.
std::vector<std::string_view> fields_of(TableRows rows);

}  // namespace throughline
