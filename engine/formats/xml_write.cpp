// SPDX-License-Identifier: Apache-2.0
#include "formats/xml_write.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::string_view text_fields[] = {"name",  "kind", "type", "aliases", "when",       "status", "claims",
                                            "place", "note", "url",  "role",    "confidence", "id"};

bool is_text(std::string_view name) {
  return name.starts_with("names.") || name.starts_with("evidence") ||
         std::find(std::begin(text_fields), std::end(text_fields), name) != std::end(text_fields);
}

enum class Holds { whole_numbers, numbers, texts };

Holds kind_of(std::string_view text) {
  const char* end = text.data() + text.size();
  std::int64_t whole = 0;
  const auto integer = std::from_chars(text.data(), end, whole);
  if (integer.ec == std::errc() && integer.ptr == end && std::to_string(whole) == text) return Holds::whole_numbers;
  // "007" is a name, not a number.
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return Holds::texts;
  double value = 0;
  const auto real = std::from_chars(text.data(), end, value);
  return real.ec == std::errc() && real.ptr == end && std::isfinite(value) ? Holds::numbers : Holds::texts;
}

template <typename Rows>
std::vector<XmlColumn> columns_of(const Model& model, const Rows& rows) {
  std::map<std::string, Holds, std::less<>> found;
  for (const auto& row : rows)
    for (const FlatField& field : flat_fields(model, row)) {
      const auto [at, is_new] = found.try_emplace(field.key, is_text(field.key) ? Holds::texts : Holds::whole_numbers);
      if (at->second != Holds::texts) at->second = std::max(at->second, kind_of(field.value));
    }
  constexpr std::string_view types[] = {"long", "double", "string"};
  std::vector<XmlColumn> columns;
  for (const auto& [name, holds] : found) columns.push_back({name, types[static_cast<std::size_t>(holds)]});
  return columns;
}

std::string_view reference(char c, bool in_attribute) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '\r': return "&#13;";
    case '"': return in_attribute ? "&quot;" : "";
    case '\n': return in_attribute ? "&#10;" : "";
    case '\t': return in_attribute ? "&#9;" : "";
    default: return {};
  }
}

// A section would read a carriage return as a line break.
std::string section_of(std::string_view white) {
  if (white.empty()) return {};
  std::string section = "<![CDATA[";
  for (const char c : white) section += c == '\r' ? std::string("]]>&#13;<![CDATA[") : std::string(1, c);
  return section + "]]>";
}

}  // namespace

std::string XmlText::whole_text(std::string_view text) {
  const std::string_view inner = trim(text);
  const std::size_t before = inner.empty() ? text.size() : static_cast<std::size_t>(inner.data() - text.data());
  return section_of(text.substr(0, before)) + escaped(inner, false) + section_of(text.substr(before + inner.size()));
}

std::string XmlText::escaped(std::string_view text, bool in_attribute) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    const std::string_view here = text.substr(i, 3);
    const bool is_no_character = here == "\xEF\xBF\xBE" || here == "\xEF\xBF\xBF";
    if (is_control || is_no_character) {
      out += "\xEF\xBF\xBD";
      ++replaced_;
      i += is_no_character ? 2 : 0;
    } else if (const std::string_view escape = reference(c, in_attribute); !escape.empty()) {
      out += escape;
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<XmlColumn> xml_node_columns(const Model& model) { return columns_of(model, model.nodes); }
std::vector<XmlColumn> xml_edge_columns(const Model& model) { return columns_of(model, model.relations); }

std::size_t xml_column(const std::vector<XmlColumn>& columns, std::string_view name) {
  const auto before = [](const XmlColumn& column, std::string_view key) { return column.name < key; };
  return static_cast<std::size_t>(std::lower_bound(columns.begin(), columns.end(), name, before) - columns.begin());
}

bool is_all_symmetric(const Model& model) {
  return !model.relations.empty() &&
         std::all_of(model.relations.begin(), model.relations.end(),
                     [&](const Relation& relation) { return model.type_of(relation).symmetric; });
}

}  // namespace throughline
