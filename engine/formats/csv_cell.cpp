// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_cell.hpp"

#include <algorithm>

namespace throughline {

std::string_view csv_cell(std::string_view text, std::string& scratch, std::string_view others) {
  const auto is_special = [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; };
  const bool is_plain = std::none_of(text.begin(), text.end(), is_special) &&
                        (others.empty() || text.find_first_of(others) == std::string_view::npos) &&
                        !text.starts_with(' ') && !text.ends_with(' ');
  if (is_plain) return text;
  scratch = '"';
  for (const char c : text) {
    if (c == '"') scratch += '"';
    scratch += c;
  }
  return scratch += '"';
}

}  // namespace throughline
