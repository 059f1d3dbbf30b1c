// SPDX-License-Identifier: Apache-2.0
#include "formats/dot_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/text.hpp"

namespace throughline {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

void add_utf8(std::string& text, unsigned code) {
  const auto byte = [&](unsigned value) { text += static_cast<char>(value); };
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return;
  if (code < 0x80) return byte(code);
  if (code < 0x800) return byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F));
  if (code < 0x10000) {
    byte(0xE0 | code >> 12);
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
  }
  byte(0x80 | (code >> 6 & 0x3F));
  byte(0x80 | (code & 0x3F));
}

// "&amp;", "&#233;", "&#xe9;" at the start of `text`; returns how long it is, 0 when it is none that is known.
std::size_t add_entity(std::string& words, std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> named{
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", " "}}};
  for (const auto& [entity, character] : named)
    if (text.starts_with(entity)) return words += character, entity.size();
  if (!text.starts_with("&#")) return 0;
  const bool is_hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const char* const first = text.data() + (is_hex ? 3 : 2);
  unsigned code = 0;
  const auto [end, error] =
      std::from_chars(first, text.data() + std::min<std::size_t>(text.size(), 12), code, is_hex ? 16 : 10);
  if (error != std::errc() || end == text.data() + text.size() || *end != ';') return 0;
  add_utf8(words, code);
  return static_cast<std::size_t>(end - text.data()) + 1;
}

std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : trim(text))
    if (!is_space(c)) {
      line += c;
    } else if (line.back() != ' ') {
      line += ' ';
    }
  return line;
}

}  // namespace

// ---- tokens

bool DotTokens::skip_blank() {
  while (at_ < text_.size()) {
    const bool begins_line = at_ == 0 || text_[at_ - 1] == '\n' || text_[at_ - 1] == '\r';
    const std::string_view rest = text_.substr(at_);
    if (is_space(rest[0])) {
      ++at_;
    } else if (rest.starts_with("//") || (begins_line && rest[0] == '#')) {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (rest.starts_with("/*")) {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    } else {
      return true;
    }
  }
  return false;
}

std::size_t DotTokens::end_of_string(std::size_t at) const {
  for (++at; at < text_.size(); ++at) {
    if (text_[at] == '\\') {
      ++at;
    } else if (text_[at] == '"') {
      return at + 1;
    }
  }
  return text_.size();
}

std::size_t DotTokens::end_of_html(std::size_t at) const {
  std::size_t depth = 0;
  for (; at < text_.size(); ++at) {
    if (text_.substr(at).starts_with("<!--")) {
      const std::size_t end = text_.find("-->", at);
      if (end == std::string_view::npos) return text_.size();
      at = end + 2;
    } else if (text_[at] == '<') {
      ++depth;
    } else if (text_[at] == '>' && --depth == 0) {
      return at + 1;
    }
  }
  return text_.size();
}

// "a" + "b" is one string.
std::size_t DotTokens::end_of_joined(std::size_t end) {
  for (;;) {
    at_ = end;
    if (!skip_blank() || text_[at_] != '+') return end;
    ++at_;
    if (!skip_blank() || text_[at_] != '"') return end;
    end = end_of_string(at_);
  }
}

std::string_view DotTokens::take(std::size_t end) {
  const std::string_view taken = text_.substr(at_, end - at_);
  at_ = end;
  return taken;
}

std::optional<DotToken> DotTokens::next() {
  using Kind = DotToken::Kind;
  if (!skip_blank()) return std::nullopt;
  const std::size_t start = at_;
  const char c = text_[at_];
  if (c == '"') {
    const std::size_t end = end_of_joined(end_of_string(start));
    at_ = start;
    return DotToken{Kind::quoted, take(end)};
  }
  if (c == '<') return DotToken{Kind::html, take(end_of_html(at_))};
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("->") || rest.starts_with("--")) return DotToken{Kind::mark, take(at_ + 2)};
  std::size_t end = at_ + (c == '-' && rest.size() > 1 && is_word(rest[1]) ? 1 : 0);
  while (end < text_.size() && is_word(text_[end])) ++end;
  if (end > at_) return DotToken{Kind::word, take(end)};
  return DotToken{Kind::mark, take(at_ + 1)};
}

std::string dot_unquoted(const DotToken& token) {
  const std::string_view written = token.written;
  if (token.kind == DotToken::Kind::html)
    return std::string(written.substr(1, written.size() < 2 ? 0 : written.size() - 2));
  if (token.kind != DotToken::Kind::quoted) return std::string(written);
  std::string text;
  bool inside = false;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char following = i + 1 < written.size() ? written[i + 1] : '\0';
    if (written[i] == '"') {
      inside = !inside;
    } else if (inside && written[i] == '\\' && following == '"') {
      text += written[++i];
    } else if (inside && written[i] == '\\' && following == '\n') {
      ++i;
    } else if (inside && written[i] == '\\' && following == '\\') {
      text += "\\\\";
      ++i;
    } else if (inside) {
      text += written[i];
    }
  }
  return text;
}

// ---- escapes

std::string dot_unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '\\') ++i;
    plain += text[i];
  }
  return plain;
}

std::string dot_value(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char following = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (following == '\\' || following == 'n') ++i;
    plain += following == 'n' ? '\n' : text[i];
  }
  return plain;
}

std::string dot_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped += c == '\\' ? std::string("\\\\") : std::string(1, c);
  return escaped;
}

std::string dot_label(std::string_view label, const DotNames& names) {
  std::string text;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] != '\\' || i + 1 == label.size()) {
      text += label[i];
      continue;
    }
    switch (const char escaped = label[++i]; escaped) {
      case 'N': text += names.node; break;
      case 'G': text += names.graph; break;
      case 'T': text += names.tail; break;
      case 'H': text += names.head; break;
      case 'E': text += names.tail + (names.directed ? "->" : "--") + names.head; break;
      case 'n':
      case 'l':
      case 'r': text += '\n'; break;
      default: text += escaped;
    }
  }
  while (text.ends_with('\n')) text.pop_back();  // \l at the end of a label ends its last line
  return text;
}

std::string dot_label_of(std::string_view text) {
  std::string label;
  for (const char c : dot_escaped(text)) label += c == '\n' ? std::string("\\n") : std::string(1, c);
  return label;
}

// ---- labels of other kinds

std::string words_of_html(std::string_view markup) {
  std::string words;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    if (markup.substr(i).starts_with("<!--")) {
      i = std::min(markup.find("-->", i), markup.size() - 3) + 2;
    } else if (markup[i] == '<') {
      const std::size_t end = std::min(markup.find('>', i), markup.size());
      const std::string_view tag = markup.substr(i + 1, end - i - 1);
      constexpr std::string_view in_words[] = {"b",    "/b",    "i",   "/i",   "u",   "/u",   "o", "/o",
                                               "font", "/font", "sub", "/sub", "sup", "/sup", "s", "/s"};
      std::string name(tag.substr(0, std::min(tag.find_first_of(" \t\r\n/", 1), tag.size())));
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      if (std::find(std::begin(in_words), std::end(in_words), name) == std::end(in_words)) words += ' ';
      i = end;
    } else if (const std::size_t length = markup[i] == '&' ? add_entity(words, markup.substr(i)) : 0; length > 0) {
      i += length - 1;
    } else {
      words += markup[i];
    }
  }
  return in_one_line(words);
}

std::string words_of_record(std::string_view label) {
  std::string words;
  bool in_port = false;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const char c = label[i];
    if (c == '\\' && i + 1 < label.size()) {
      const char escaped = label[++i];
      if (!in_port)
        words += std::string_view("{}|<> ").find(escaped) != std::string_view::npos ? std::string(1, escaped)
                                                                                    : std::string{c, escaped};
    } else if (c == '<') {
      in_port = true;
    } else if (c == '>') {
      in_port = false;
    } else if (c == '|' || c == '{' || c == '}') {
      words += '\x1f';
    } else if (!in_port) {
      words += c;
    }
  }
  std::string joined;
  for (const std::string_view field : split(words, '\x1f'))
    if (!trim(field).empty()) joined += (joined.empty() ? "" : " | ") + std::string(trim(field));
  return joined;
}

}  // namespace throughline
