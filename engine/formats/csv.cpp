// SPDX-License-Identifier: Apache-2.0
// Tables of separated values. What columns mean is csv_layout.hpp's business, rows are read by csv_relations.hpp or
// csv_records.hpp; here a table is opened, and what is wrong with its bytes is told.
#include <fmt/format.h>

#include <algorithm>

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "formats/csv_dialect.hpp"
#include "formats/csv_records.hpp"
#include "formats/csv_relations.hpp"
#include "formats/csv_rows.hpp"
#include "formats/csv_windows.hpp"
#include "formats/csv_write.hpp"
#include "formats/format.hpp"
#include "formats/load_text.hpp"

namespace throughline {

namespace {

class TableReader {
 public:
  TableReader(const Inputs& inputs, std::uint16_t input, Records& records, Diagnostics& diagnostics)
      : inputs_(inputs), input_(input), records_(records), diagnostics_(diagnostics), windows_(inputs.open(input)) {}

  void read(const TableRecord* mapping) {
    if (!windows_.next() || trim(windows_.text()).empty()) {
      diagnostics_.report(Code::empty_file, Inputs::location(input_, 0, 1), "the file holds nothing");
      return;
    }
    const std::string_view start = sample();
    bool is_ascii = true;
    if (const auto bad = find_no_text(start, is_ascii)) return report_bytes(*bad);
    const auto layout = layout_of(start, input_, inputs_[input_].name, mapping, records_.strings, diagnostics_);
    if (!layout) return;
    const std::size_t relations = records_.relations.size();
    const std::size_t rows = skip_header(*layout);
    if (is_plain_relation_table(*layout)) {
      RelationTable table(*layout, input_, rows, windows_.size(), records_);
      read_rows(table, *layout);
    } else {
      RecordTable table(*layout, input_, rows, records_, diagnostics_);
      read_rows(table, *layout);
    }
    note_kinds_of_ends(*layout, relations);
  }

 private:
  // Enough to see how the table is laid out: whole lines.
  std::string_view sample() const {
    constexpr std::size_t enough = std::size_t{1} << 16;
    const std::string_view text = windows_.text();
    if (text.size() <= enough && windows_.is_last()) return text;
    const std::size_t end = text.find_last_of("\r\n", enough);
    return text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
  }

  // How many rows are behind it.
  std::size_t skip_header(const CsvLayout& layout) {
    const std::size_t start = layout.has_header ? layout.start + 1 : layout.start;
    std::size_t rows = 0;
    std::size_t end = 0;
    CsvScanner scanner(windows_.text(), layout.dialect, windows_.is_last());
    while (scanner.end() < start && scanner.next()) ++rows, end = scanner.end();
    windows_.let_go(std::max(end, layout.start));
    return rows;
  }

  template <typename Table>
  void read_rows(Table& table, const CsvLayout& layout) {
    do {
      windows_.let_go(table.read(windows_.text(), windows_.offset(), windows_.is_last()));
      if (Progress* progress = inputs_.progress())
        progress->passed(inputs_[input_].name, windows_.offset(), windows_.size(), table.rows());
    } while (!table.bad_byte() && !(windows_.is_last() && windows_.text().empty()) && windows_.next());
    table.faults().report(layout, diagnostics_);
    if (table.bad_byte()) return report_bytes(*table.bad_byte());
    if (windows_.is_too_long())
      diagnostics_.report(Code::unclosed_quote, Inputs::location(input_, windows_.offset(), 1),
                          "a row that begins here is longer than 64 MiB");
  }

  void report_bytes(std::size_t offset) {
    const std::string_view from_there = windows_.text().substr(offset - windows_.offset());
    const std::size_t odd =
        offset > windows_.offset() ? offset % 2 : 0;  // of two bytes each the first is at an even place
    const std::string_view sample = windows_.text().substr(offset - odd - windows_.offset(), std::size_t{1} << 16);
    const auto byte = static_cast<unsigned char>(from_there.front());
    const std::string& declared = inputs_[input_].encoding;
    const auto likely = likely_encodings(sample);
    diagnostics_
        .report(Code::invalid_utf8, Inputs::location(input_, offset, 1),
                byte == 0 ? "a NUL byte, which no text holds"
                          : fmt::format("byte 0x{:02X} is not {}", byte, declared.empty() ? "UTF-8" : declared))
        .hint(byte == 0 && !likely.front().starts_with("UTF-16")
                  ? "the file may be damaged, or be no text at all"
                  : fmt::format("the file may be {}: say so with `encoding: {}` under `tables`, or "
                                "--table \"{{encoding: {}}}\"; or save it as UTF-8",
                                fmt::join(likely, " or "), likely.front(), likely.front()));
  }

  void note_kinds_of_ends(const CsvLayout& layout, std::size_t first) {
    if (layout.rows != TableRows::relations) return;
    EndKindRecord kinds;
    kinds.relations = {static_cast<std::uint32_t>(first),
                       static_cast<std::uint32_t>(records_.relations.size() - first)};
    for (const auto& [field, value, at] : layout.constants) {
      const Said said{records_.strings.intern(to_nfc(value)), at};
      if (field == "kind" || field == "from_kind") kinds.from = said;
      if (field == "kind" || field == "to_kind") kinds.to = said;
    }
    if (kinds.from.given() || kinds.to.given()) records_.end_kinds.push_back(kinds);
  }

  const Inputs& inputs_;
  std::uint16_t input_;
  Records& records_;
  Diagnostics& diagnostics_;
  CsvWindows windows_;
};

void read_csv(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records, Diagnostics& diagnostics) {
  const std::vector<TableRecord> mappings = records.tables;
  for (const std::uint16_t input : which) {
    bool is_mapped = false;
    for (const TableRecord& mapping : mappings) {
      if (mapping.input != input) continue;
      is_mapped = true;
      TableReader(inputs, input, records, diagnostics).read(&mapping);
    }
    if (!is_mapped) TableReader(inputs, input, records, diagnostics).read(nullptr);
  }
}

bool recognises_csv(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  bool is_ascii = true;
  return line.size() < 4096 && !find_no_text(line, is_ascii) && has_known_headers(line);
}

}  // namespace

extern const Format csv_format;
constinit const Format csv_format{.name = "csv",
                                  .extensions = ".csv .tsv .tab",
                                  .summary = "tables: rows of nodes, relations or sources",
                                  .is_streamed = true,
                                  .recognises = recognises_csv,
                                  .read = read_csv,
                                  .write = write_csv};

}  // namespace throughline
