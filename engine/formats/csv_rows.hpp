// SPDX-License-Identifier: Apache-2.0
// What the fast and the general way of reading rows have in common (csv_relations.hpp, csv_records.hpp).
#pragma once

#include <optional>
#include <string_view>

#include "formats/csv_faults.hpp"
#include "formats/csv_layout.hpp"
#include "formats/csv_scanner.hpp"

namespace throughline {

// As tables for Gephi say it; all other words mean a direction.
bool is_undirected(std::string_view word);

// Notes a record that has fewer fields than there are columns, or more that are not empty.
void note_row_length(const CsvScanner& scanner, const CsvLayout& layout, Location at, std::size_t row,
                     RowFaults& faults);

}  // namespace throughline
