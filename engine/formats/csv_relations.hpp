// SPDX-License-Identifier: Apache-2.0
// The fast way for large tables of relations: a window of the text is cut into pieces at line ends, threads make
// records of the pieces, each with strings of its own, and the records are joined in order. Where a piece begins is a
// guess (a line end may stand within quotes): one that was wrong is read again from where the last one ended.
//
//   RelationTable table(layout, input, rows, records);
//   while (windows.next()) windows.let_go(table.read(windows.text(), windows.offset(), windows.is_last()));
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "formats/csv_faults.hpp"
#include "formats/csv_layout.hpp"
#include "model/record.hpp"

namespace throughline {

// Whether all that the table holds fits: its ends and type, one date, texts, one citation, properties.
bool is_plain_relation_table(const CsvLayout& layout);

class RelationTable {
 public:
  // Keeps references. Requires a layout that fits. `rows`: those before the first, the header included;
  // `bytes`: of the whole table, 0 when nobody knows.
  RelationTable(const CsvLayout& layout, std::uint16_t input, std::size_t rows, std::size_t bytes, Records& records,
                std::size_t piece_bytes = std::size_t{2} << 20);
  ~RelationTable();
  RelationTable(const RelationTable&) = delete;
  RelationTable& operator=(const RelationTable&) = delete;

  // How much of the window was used: whole records. Nothing is used behind a byte that is no text.
  std::size_t read(std::string_view window, std::size_t offset, bool is_last);

  std::size_t rows() const { return rows_; }
  const RowFaults& faults() const { return faults_; }
  std::optional<std::size_t> bad_byte() const { return bad_byte_; }  // its offset in the table's text

  struct Piece;

 private:
  void make_room(std::size_t window_bytes);
  void append(const Piece& piece);
  std::vector<StringId> translation(const StringPool& strings);

  const CsvLayout& layout_;
  std::uint16_t input_;
  Records& records_;
  std::size_t bytes_;
  std::size_t piece_bytes_;
  std::vector<Piece> pieces_;  // of a window; kept, with the memory they took, for the next
  RowFaults faults_;
  std::size_t rows_;
  std::optional<std::size_t> bad_byte_;
};

}  // namespace throughline
