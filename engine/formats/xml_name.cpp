// SPDX-License-Identifier: Apache-2.0
#include "formats/xml_name.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace throughline {
namespace {

// Those that every edition of XML 1.0 allows: validators differ on the rest.
bool may_stand_in_names(char32_t c) {
  if (c < 0x80) return is_letter_or_digit(c) || c == '.' || c == '-' || c == '_' || c == ':';
  const bool is_in_range = (c >= 0xC0 && c <= 0x1FFF) || (c >= 0x3041 && c <= 0xD7A3);
  return is_in_range && is_letter_or_digit(c);
}

struct Escape {
  char32_t character = 0;
  std::size_t length = 0;  // in bytes
};

// The escape that begins here, if it is one that we would write.
std::optional<Escape> escape_at(std::string_view text) {
  if (!text.starts_with("_x")) return std::nullopt;
  const std::size_t end = text.find('_', 2);
  if (end == std::string_view::npos || end < 6 || end > 10) return std::nullopt;
  std::uint32_t code = 0;
  const auto read = std::from_chars(text.data() + 2, text.data() + end, code, 16);
  if (read.ec != std::errc() || read.ptr != text.data() + end) return std::nullopt;
  const bool is_character = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (!is_character || (may_stand_in_names(code) && code != '_')) return std::nullopt;
  return Escape{code, end + 1};
}

}  // namespace

std::string xml_name_of(std::string_view text) {
  std::string name;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = character_at(text, i);
    const std::size_t length = utf8_of({&c, 1}).size();
    const bool is_plain = may_stand_in_names(c) && !text.substr(i).starts_with("_x");
    name += is_plain ? std::string(text.substr(i, length)) : fmt::format("_x{:04X}_", static_cast<std::uint32_t>(c));
    i += length;
  }
  return name;
}

std::string text_of_xml_name(std::string_view name) {
  std::string text;
  while (!name.empty()) {
    const std::optional<Escape> escape = escape_at(name);
    text += escape ? utf8_of({&escape->character, 1}) : std::string(name.substr(0, 1));
    name.remove_prefix(escape ? escape->length : 1);
  }
  return text;
}

}  // namespace throughline
