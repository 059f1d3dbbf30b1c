// SPDX-License-Identifier: Apache-2.0
#include "formats/ftm_pieces.hpp"

#include <algorithm>

namespace throughline {
namespace {

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Where the object that begins `text` ends.
std::size_t end_of_object(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      i += c == '\\' ? 1 : 0;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return text.size();
}

}  // namespace

std::optional<std::string_view> FtmPieces::next() {
  for (bool is_first = at_ == 0; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (is_white(c)) continue;
    if (is_first && c == '[') {
      in_list_ = true;
      is_first = false;
    } else if (in_list_ && !is_closed_ && (c == ',' || c == ']')) {
      is_closed_ = c == ']';
      needs_comma_ = false;
    } else {
      break;
    }
  }
  if (at_ >= text_.size() || lacks_comma_) return std::nullopt;
  if (needs_comma_) return lacks_comma_ = at_, std::nullopt;
  needs_comma_ = in_list_;
  const std::string_view rest = text_.substr(at_);
  const std::size_t end = rest[0] == '{' && !is_closed_ ? end_of_object(rest) : std::min(rest.find('\n'), rest.size());
  at_ += end;
  return rest.substr(0, end);
}

}  // namespace throughline
