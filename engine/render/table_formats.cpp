// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "render/table_format.hpp"

namespace throughline {

extern const TableFormat text_table_format, json_table_format, jsonl_table_format, csv_table_format,
    markdown_table_format;

namespace {

constexpr std::array<const TableFormat*, 5> table = {
    &text_table_format, &json_table_format, &jsonl_table_format, &csv_table_format, &markdown_table_format,
};

}  // namespace

std::span<const TableFormat* const> table_formats() { return table; }

const TableFormat* find_table_format(std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const TableFormat* row) { return row->name == name; });
  return found == table.end() ? nullptr : *found;
}

}  // namespace throughline
