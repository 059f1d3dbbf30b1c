// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_rows.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace throughline {

bool is_undirected(std::string_view word) {
  const std::string folded = fold_for_search(word);
  return folded == "undirected" || folded == "mutual" || folded == "false" || folded == "no";
}

void note_row_length(const CsvScanner& scanner, const CsvLayout& layout, Location at, std::size_t row,
                     RowFaults& faults) {
  const auto fields = scanner.fields();
  const std::size_t columns = layout.columns.size();
  if (fields.size() == columns) return;
  if (fields.size() < columns) return faults.add(RowFault::short_row, at, row, std::to_string(fields.size()));
  const bool is_filled = std::any_of(fields.begin() + static_cast<std::ptrdiff_t>(columns), fields.end(),
                                     [](const CsvField& field) { return field.begin != field.end; });
  if (is_filled) faults.add(RowFault::long_row, at, row, count_of(fields.size(), "field"));
}

}  // namespace throughline
