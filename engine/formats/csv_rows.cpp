// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_rows.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "base/text.hpp"

namespace throughline {

std::optional<std::size_t> find_no_text(std::string_view bytes, bool& is_ascii) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::uint64_t high = 0;
  std::uint64_t null = 0;
  std::size_t i = 0;
  for (; i + sizeof(std::uint64_t) <= bytes.size(); i += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, sizeof word);
    high |= word & high_bits;
    null |= (word - ones) & ~word & high_bits;
  }
  for (; i < bytes.size(); ++i) {
    high |= static_cast<unsigned char>(bytes[i]) & 0x80U;
    null |= bytes[i] == '\0' ? 1U : 0U;
  }
  is_ascii = high == 0;
  const std::size_t broken = is_ascii ? bytes.size() : find_invalid_utf8(bytes).value_or(bytes.size());
  const std::size_t first = null == 0 ? broken : std::min(broken, bytes.find('\0'));
  return first < bytes.size() ? std::optional(first) : std::nullopt;
}

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
