// SPDX-License-Identifier: Apache-2.0
// CSV after RFC 4180: the keys as header, a cell in quotes where it needs them, nothing changed. Lines end in "\n", as
// the other tools of a pipeline expect.
#include <ostream>
#include <string_view>

#include "formats/csv_cell.hpp"
#include "render/table_format.hpp"

namespace throughline {
namespace {

// One write a line: a table may have a hundred thousand of them, of a dozen cells each.
template <typename Cell>
void write_line(const Table& table, Cell cell, std::string& line, std::ostream& out) {
  line.clear();
  std::string scratch;
  std::string_view separator;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].shown == Shown::only_for_people) continue;
    line += separator;
    line += csv_cell(cell(i), scratch);
    separator = ",";
  }
  line += '\n';
  out << line;
}

void write_csv(const Table& table, const TableStyle&, std::ostream& out) {
  std::string line;
  write_line(
      table, [&](std::size_t i) { return std::string_view(table.columns[i].key); }, line, out);
  for (const Row& row : table.rows) {
    if (!out) return;
    if (row.shown == Shown::only_for_people) continue;
    write_line(
        table, [&](std::size_t i) { return i < row.cells.size() ? std::string_view(row.cells[i]) : ""; }, line, out);
  }
}

}  // namespace

extern const TableFormat csv_table_format;
constinit const TableFormat csv_table_format{"csv", "comma-separated values, ids included", write_csv};

}  // namespace throughline
