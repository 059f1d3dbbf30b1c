// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_cell.hpp"

namespace throughline {

std::string_view csv_cell(std::string_view text, std::string& scratch, std::string_view others) {
  const bool is_plain = text.find_first_of(",\"\r\n") == std::string_view::npos &&
                        text.find_first_of(others) == std::string_view::npos && !text.starts_with(' ') &&
                        !text.ends_with(' ');
  if (is_plain) return text;
  scratch = '"';
  for (const char c : text) {
    if (c == '"') scratch += '"';
    scratch += c;
  }
  return scratch += '"';
}

}  // namespace throughline
