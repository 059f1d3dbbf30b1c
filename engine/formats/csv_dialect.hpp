// SPDX-License-Identifier: Apache-2.0
// What is seen or said of a table before its columns are named: the steps of csv_layout.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/csv_layout.hpp"

namespace throughline {

struct CsvRow {
  std::vector<std::string> cells;
  std::vector<Location> at;
  std::size_t begin = 0;
};

// The first record from there on that is no empty line.
std::optional<CsvRow> row_at(std::string_view start, CsvDialect dialect, std::size_t from, std::uint16_t input);

// The delimiter, by a first line `sep=;` as spreadsheet programs write it, or by what most records agree on.
void take_dialect(std::string_view start, std::string_view name, CsvLayout& layout);

// Whether the first line names columns that say what the rows are.
bool has_known_headers(std::string_view start);

// The delimiter that cuts the most of these records like the first: comma, semicolon, tab or bar.
char delimiter_of(std::string_view start, std::string_view name);

// Tables of edges for Gephi say Directed or Undirected under Type, and the type under Label. Requires a header.
std::optional<std::size_t> column_of_directions(std::string_view start, const CsvLayout& layout);

// What a mapping says but for the columns; false when it can't be so.
bool take_settings(const TableRecord& mapping, const StringPool& strings, Diagnostics& diagnostics, CsvLayout& layout);

}  // namespace throughline
