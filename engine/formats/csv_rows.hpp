// SPDX-License-Identifier: Apache-2.0
// What the fast and the general way of reading rows have in common (csv_relations.hpp, csv_records.hpp).
#pragma once

#include <optional>
#include <string_view>

#include "formats/csv_faults.hpp"
#include "formats/csv_layout.hpp"
#include "formats/csv_scanner.hpp"

namespace throughline {

// The first byte that is no text: not UTF-8, or NUL. `is_ascii` says whether all of it is ASCII.
std::optional<std::size_t> find_no_text(std::string_view bytes, bool& is_ascii);

// As tables for Gephi say it; all other words mean a direction.
bool is_undirected(std::string_view word);

// Notes a record that has fewer fields than there are columns, or more that are not empty.
void note_row_length(const CsvScanner& scanner, const CsvLayout& layout, Location at, std::size_t row,
                     RowFaults& faults);

}  // namespace throughline
