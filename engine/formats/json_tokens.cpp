// SPDX-License-Identifier: Apache-2.0
#include "formats/json_tokens.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::size_t longest_shown = 40;
constexpr int number_overflow = 406;  // of nlohmann's exceptions

// Of the quote that closes the string whose text begins at `from`.
std::size_t closing_quote(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('"', from); at != std::string_view::npos; at = text.find('"', at + 1)) {
    std::size_t slashes = 0;
    while (at - slashes > from && text[at - slashes - 1] == '\\') ++slashes;
    if (slashes % 2 == 0) return at;
  }
  return text.size();
}

}  // namespace

std::string_view JsonTokens::next() {
  const std::size_t start = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size());
  if (start == text_.size()) return text_.substr(start);
  if (text_[start] == '"') {
    const std::size_t end = closing_quote(text_, start + 1);
    at_ = std::min(end + 1, text_.size());
    return text_.substr(start + 1, end - start - 1);
  }
  constexpr std::string_view brackets = "{}[]";
  const bool is_bracket = brackets.find(text_[start]) != std::string_view::npos;
  at_ = is_bracket ? start + 1 : std::min(text_.find_first_of(" \t\r\n,:{}[]\"", start), text_.size());
  return text_.substr(start, at_ - start);
}

JsonProblem json_problem(std::string_view text, std::size_t position, const std::string& token, int error) {
  const std::size_t offset = std::min(position > 0 ? position - 1 : 0, text.empty() ? 0 : text.size() - 1);
  // The parser stops at a byte, maybe in the middle of a character.
  const std::string_view whole = std::string_view(token).substr(0, find_invalid_utf8(token).value_or(token.size()));
  const std::string shown = shorten(whole.substr(0, whole.find('\0')), longest_shown);
  if (error == number_overflow) return {fmt::format("the number `{}` is too large", shown), offset};
  if (position > text.size()) return {"the text ends before its end", offset};
  return {shown.empty() ? "unexpected end or character" : fmt::format("unexpected `{}`", shown), offset};
}

std::string compact_json(std::string_view text) {
  std::string compact;
  compact.reserve(text.size());
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!in_string && (c == ' ' || c == '\t' || c == '\r' || c == '\n')) continue;
    compact += c;
    if (in_string && c == '\\' && i + 1 < text.size()) compact += text[++i];
    if (c == '"') in_string = !in_string;
  }
  return compact;
}

}  // namespace throughline
