// SPDX-License-Identifier: Apache-2.0
#include "formats/yaml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t widest = 160;       // of a mapping or list on one line
constexpr std::size_t longest_key = 500;  // YAML allows 1024 characters before a colon

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool holds_date(std::string_view key) {
  return is_one_of(key, {"when", "date", "published", "as_of", "during", "known_by", "after", "before"});
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Characters that print, and that no reader of YAML takes for a line end or a mark.
bool prints(char32_t c) {
  return c >= 0x20 && c != 0x7F && !(c >= 0x80 && c <= 0xA0) && c != 0x2028 && c != 0x2029 && c != 0xFEFF &&
         (c & 0xFFFE) != 0xFFFE;
}

// What readers of YAML other than ours take for a number, a truth value, or nothing.
bool is_other_than_text(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) { return is_letter(c) ? char(c | 0x20) : c; });
  if (is_one_of(small, {"null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan"})) return true;
  return is_digit(text.front()) && text.find_first_not_of("0123456789.,_:-+eExXoOabcdefABCDEF") == std::string::npos;
}

bool may_stand_plain(std::string_view text, bool is_date) {
  if (text.empty() || text.size() > 1000) return false;
  const char first = text.front();
  const bool starts_well = is_letter(first) || is_digit(first) || (first & 0x80) != 0 ||
                           (is_date && (first == '.' || first == '/')) ||
                           (is_date && first == '-' && text.size() > 1 && is_digit(text[1]));
  if (!starts_well || text.back() == ' ' || text.back() == ':') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_plain = is_letter(c) || is_digit(c) || (c & 0x80) != 0 ||
                          std::string_view("_-./+()'%~?;=&@*!$").find(c) != std::string_view::npos ||
                          (c == ' ' && text[i + 1] != ' ' && text[i + 1] != '#') ||
                          (c == ':' && (is_digit(text[i + 1]) || is_letter(text[i + 1]) || text[i + 1] == '/'));
    if (!is_plain) return false;
  }
  const std::u32string all = characters(text);
  return std::all_of(all.begin(), all.end(), prints) && (is_date || !is_other_than_text(text));
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = character_at(text, at);
    const std::size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (c == '"' || c == '\\')
      result += '\\', result += static_cast<char>(c);
    else if (c == '\n')
      result += "\\n";
    else if (c == '\t')
      result += "\\t";
    else if (prints(c))
      result += text.substr(at, size);
    else if (c < 0x100)
      result += fmt::format("\\x{:02X}", static_cast<unsigned>(c));
    else if (c < 0x10000)
      result += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    else
      result += fmt::format("\\U{:08X}", static_cast<unsigned>(c));
    at += size;
  }
  return result + '"';
}

std::string scalar(std::string_view key, const Json& value) {
  if (!value.is_string()) return value.dump();
  const std::string_view text = value.get_ref<const std::string&>();
  const bool is_quote = key.starts_with("quote");
  return !is_quote && may_stand_plain(text, holds_date(key)) ? std::string(text) : quoted(text);
}

// A text of several lines that reads better as such.
bool is_paragraphs(const Json& value) {
  if (!value.is_string()) return false;
  const std::string_view text = value.get_ref<const std::string&>();
  if (text.find('\n') == std::string_view::npos || text.front() == ' ' || text.front() == '\n') return false;
  if (text.back() == '\n' || text.back() == ' ') return false;
  const std::u32string all = characters(text);
  return std::all_of(all.begin(), all.end(), [](char32_t c) { return c == '\n' || prints(c); }) &&
         text.find(" \n") == std::string_view::npos;
}

std::string paragraphs(std::string_view text, std::size_t indent) {
  std::string result = " |-\n";
  for (const std::string_view line : split(text, '\n'))
    result += line.empty() ? "\n" : std::string(indent, ' ') + std::string(line) + "\n";
  return result;
}

std::string flow_key(std::string_view key) { return may_stand_plain(key, false) ? std::string(key) : quoted(key); }

// On one line; empty when it is too long for one, or holds what needs more.
std::string flow(std::string_view key, const Json& value, std::size_t depth = 0) {
  if (value.is_primitive()) return scalar(key, value);
  if (depth > 2) return {};
  const bool is_list = value.is_array();
  std::string line(is_list ? "[" : "{");
  for (const auto& [name, each] : value.items()) {
    const std::string text = flow(is_list ? key : std::string_view(name), each, depth + 1);
    if (text.empty() || name.size() > longest_key) return {};
    if (line.size() > 1) line += ", ";
    if (!is_list) line += flow_key(name) + ": ";
    line += text;
    if (line.size() > widest) return {};
  }
  return line + (is_list ? ']' : '}');
}

std::string block_list(std::string_view key, const Json& list, std::size_t indent) {
  std::string text;
  for (const Json& entry : list) {
    text += std::string(indent, ' ') + "-";
    const std::string line = flow(key, entry);
    if (entry.is_object() && (line.empty() || entry.size() == 1)) {
      text += ' ' + yaml_block(entry, indent + 2).substr(indent + 2);
    } else {
      text += ' ' + line + '\n';
    }
  }
  return text;
}

}  // namespace

std::string yaml_key(std::string_view key) {
  if (key.size() <= longest_key) return flow_key(key) + ':';
  return "? " + quoted(key) + "\n:";
}

std::string yaml_value(std::string_view key, const Json& value, std::size_t indent) {
  if (is_paragraphs(value)) return paragraphs(value.get_ref<const std::string&>(), indent + 2);
  const bool is_rich = key == "relations" || key == "evidence";
  const std::string line = is_rich && value.is_array() ? std::string() : flow(key, value);
  if (!line.empty() || value.is_primitive()) return ' ' + line + '\n';
  return '\n' + (value.is_array() ? block_list(key, value, indent + 2) : yaml_block(value, indent + 2));
}

std::string yaml_block(const Json& mapping, std::size_t indent) {
  std::string text;
  for (const auto& [key, value] : mapping.items()) {
    std::string start = yaml_key(key);
    if (const std::size_t colon = start.find("\n:"); colon != std::string::npos)
      start.insert(colon + 1, std::string(indent, ' '));
    text += std::string(indent, ' ') + start + yaml_value(key, value, indent);
  }
  return text;
}

}  // namespace throughline
