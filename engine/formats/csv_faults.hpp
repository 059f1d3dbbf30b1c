// SPDX-License-Identifier: Apache-2.0
// What is wrong with the rows of a table: counted while it is read, told once a sort with the first place, so that a
// million broken rows are one message.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "formats/csv_layout.hpp"

namespace throughline {

enum class RowFault : std::uint8_t { short_row, long_row, empty_cell, stray_quote, unclosed_quote };

class RowFaults {
 public:
  // `row` counts all records from 1, the header and empty lines included, as spreadsheets do. `detail` is the number of
  // fields of a row that is short or long, the field of a cell that is empty.
  void add(RowFault fault, Location at, std::size_t row, std::string_view detail = {});
  // A date that is not EDTF, and not in the stated order either.
  void add_date(std::string_view text, Location at, std::size_t row, std::size_t column);
  // Those of the part of the table that follows; its rows are counted from `rows` on.
  void append(const RowFaults& part, std::size_t rows);

  void report(const CsvLayout& layout, Diagnostics& diagnostics) const;

 private:
  struct Fault {
    std::size_t count = 0;
    Location at;
    std::size_t row = 0;
    std::size_t column = 0;
    std::string detail;
  };

  static void join(Fault& fault, const Fault& more, std::size_t rows);
  void report_dates(const CsvLayout& layout, Diagnostics& diagnostics) const;

  std::array<Fault, 5> faults_;
  std::map<std::string, Fault, std::less<>> dates_;  // by their text
  std::size_t more_dates_ = 0;                       // different ones beyond the first few
};

}  // namespace throughline
