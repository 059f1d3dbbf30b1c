// SPDX-License-Identifier: Apache-2.0
#include "view/element_id.hpp"

#include <cctype>

namespace throughline {

// A letter or "_" first, then letters, digits, "-", "_", ".".
std::string element_id(std::string_view id) {
  std::string safe;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool fine = byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.';
    safe += fine ? c : '_';
  }
  const auto first = static_cast<unsigned char>(safe.empty() ? '-' : safe[0]);
  return first >= 0x80 || std::isalpha(first) != 0 || first == '_' ? safe : "_" + safe;
}

}  // namespace throughline
