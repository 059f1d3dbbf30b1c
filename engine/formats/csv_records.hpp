// SPDX-License-Identifier: Apache-2.0
// The general way to read the rows of a table: nodes, sources, and relations of which more is said than
// csv_relations.hpp takes. One row after the other becomes foreign records.
//
//   RecordTable table(layout, input, records, diagnostics);
//   while (windows.next()) windows.let_go(table.read(windows.text(), windows.offset(), windows.is_last()));
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/csv_cells.hpp"
#include "formats/csv_faults.hpp"
#include "formats/csv_layout.hpp"
#include "formats/foreign_records.hpp"
#include "model/record.hpp"

namespace throughline {

class RecordTable {
 public:
  // Keeps references. `rows`: those before the first, the header included.
  RecordTable(const CsvLayout& layout, std::uint16_t input, std::size_t rows, Records& records,
              Diagnostics& diagnostics);

  // How much of the window was used: whole records. Nothing is used behind a byte that is no text.
  std::size_t read(std::string_view window, std::size_t offset, bool is_last);

  std::size_t rows() const { return rows_; }
  const RowFaults& faults() const { return faults_; }
  std::optional<std::size_t> bad_byte() const { return bad_byte_; }  // its offset in the table's text

 private:
  struct Row {
    Said id;
    Said from;
    Said to;
    Said start;
    Said end;
    std::size_t time_column = 0;
    bool is_directed = true;
    bool has_direction = false;  // said by the row
    Said first;                  // of its cells, to show it
    std::vector<ForeignField> fields;
  };

  void add(const CsvScanner& scanner, std::size_t offset, bool is_ascii);
  void put(std::string_view field, const Said& said, std::size_t column);
  void put_date(std::string_view field, const Said& said, std::size_t column);
  void put_time();
  bool has(std::string_view field) const;
  void add_record();
  void add_source();
  void note_sources(std::size_t first);
  bool require(const Said& said, std::string_view field);

  const CsvLayout& layout_;
  std::uint16_t input_;
  Records& records_;
  ForeignRecords foreign_;
  CsvCells cells_;
  RowFaults faults_;
  std::size_t rows_;
  std::optional<std::size_t> bad_byte_;
  Row row_;
  std::vector<Said> constants_;  // beside those of the layout
};

}  // namespace throughline
