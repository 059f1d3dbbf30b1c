// SPDX-License-Identifier: Apache-2.0
// The texts of a table's cells, interned: those that are not ASCII are brought to NFC once for each distinct text, a
// cell that repeats the one above it is not looked up again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/strings.hpp"
#include "formats/csv_dates.hpp"
#include "formats/csv_scanner.hpp"

namespace throughline {

class CsvCells {
 public:
  CsvCells(StringPool& strings, std::size_t columns) : strings_(strings), above_(columns) {}

  // `is_ascii`: known of the whole record.
  StringId text(const CsvScanner& scanner, const CsvField& field, std::size_t column, bool is_ascii);

  // The date as EDTF; nothing when it is none, and not in the order either.
  std::optional<StringId> date(StringId text, const std::optional<DateOrder>& order);

 private:
  struct Above {
    std::string_view raw;
    StringId text = StringId::empty;
  };
  enum class Known : std::uint8_t { no, date, bad };

  StringId normal(std::string_view raw);

  StringPool& strings_;
  std::vector<Above> above_;
  StringPool raw_;                // texts that are not ASCII
  std::vector<StringId> normal_;  // by id in raw_
  std::vector<StringId> edtf_;    // by id of the cell's text
  std::vector<Known> is_date_;    // beside it
  std::string scratch_;
};

}  // namespace throughline
