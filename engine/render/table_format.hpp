// SPDX-License-Identifier: Apache-2.0
// THE TABLE of ways to print an answer. A new one is a file table_<name>.cpp and a row in table_formats.cpp.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "query/table.hpp"

namespace throughline {

struct TableStyle {
  bool color = false;
  std::size_t width = 0;  // columns of the terminal; 0: unlimited, nothing is shortened
};

struct TableFormat {
  std::string_view name;
  std::string_view summary;
  // Row by row; makes no more of them when the stream fails.
  void (*write)(const Table&, const TableStyle&, std::ostream&);
};

std::span<const TableFormat* const> table_formats();
const TableFormat* find_table_format(std::string_view name);  // null when there is none

}  // namespace throughline
