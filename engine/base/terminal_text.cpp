// SPDX-License-Identifier: Apache-2.0
#include "base/terminal_text.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

constexpr std::string_view replacement = "\uFFFD";

struct Character {
  char32_t point;
  std::size_t bytes;
  bool is_valid;
};

Character next_character(std::string_view text) {
  utf8proc_int32_t point = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
  if (size <= 0) return {0, 1, false};
  return {static_cast<char32_t>(point), static_cast<std::size_t>(size), true};
}

bool drives_terminal(char32_t point) {
  const bool is_control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool is_override = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  return is_control || is_override;
}

bool ends_line(char32_t point) {
  return point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
}

// The longest start of `word` that fits, better still one that ends with a hyphen or slash; at least one character.
std::string_view piece_that_fits(std::string_view word, std::size_t columns) {
  std::size_t end = 0;
  std::size_t joint = 0;
  std::size_t used = 0;
  while (end < word.size()) {
    const Character next = next_character(word.substr(end));
    const std::string_view character = word.substr(end, next.bytes);
    used += display_width(character);
    if (used > columns && end > 0) break;
    end += next.bytes;
    if (character == "-" || character == "/") joint = end;
  }
  return word.substr(0, joint * 2 > end ? joint : end);
}

class Wrapper {
 public:
  Wrapper(std::size_t columns, std::vector<std::string>& lines) : columns_(columns), lines_(lines) {
    lines_.emplace_back();
  }

  void add(std::string_view word) {
    std::size_t width = display_width(word);
    if (used_ > 0 && used_ + 1 + width <= columns_) {
      lines_.back() += ' ';
      return append(word, 1 + width);
    }
    if (used_ > 0) start_line();
    while (width > columns_) {
      const std::string_view piece = piece_that_fits(word, columns_);
      if (piece.size() == word.size()) break;  // one character, wider than a line
      append(piece, display_width(piece));
      start_line();
      word.remove_prefix(piece.size());
      width = display_width(word);
    }
    append(word, width);
  }

 private:
  void append(std::string_view text, std::size_t width) {
    lines_.back() += text;
    used_ += width;
  }

  void start_line() {
    lines_.emplace_back();
    used_ = 0;
  }

  std::size_t columns_;
  std::vector<std::string>& lines_;
  std::size_t used_ = 0;
};

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const Character next = next_character(text);
    const std::size_t bytes = text.starts_with("\r\n") ? 2 : next.bytes;
    if (next.is_valid && ends_line(next.point)) {
      shown += '\n';
    } else if (next.point == '\t') {
      shown += ' ';
    } else if (!next.is_valid || drives_terminal(next.point)) {
      shown += replacement;
    } else {
      shown += text.substr(0, bytes);
    }
    text.remove_prefix(bytes);
  }
  return shown;
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  for (const std::string_view line : split(text, '\n')) {
    if (columns == 0 || display_width(line) <= columns) {
      lines.emplace_back(line);
      continue;
    }
    Wrapper wrapper(columns, lines);
    for (const std::string_view word : split(line, ' ')) {
      if (!word.empty()) wrapper.add(word);
    }
  }
  return lines;
}

}  // namespace throughline
