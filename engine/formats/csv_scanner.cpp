// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_scanner.hpp"

#include <bit>
#include <cstring>

namespace throughline {
namespace {

constexpr std::uint64_t ones = 0x0101010101010101;
constexpr std::uint64_t high_bits = 0x8080808080808080;

// The high bit of each byte of `word` that is `character`, and of no byte before the first such.
constexpr std::uint64_t bytes_equal(std::uint64_t word, char character) {
  const std::uint64_t difference = word ^ (ones * static_cast<unsigned char>(character));
  return (difference - ones) & ~difference & high_bits;
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

bool CsvScanner::next() {
  begin_ = end_;
  has_unclosed_quote_ = has_text_after_quote_ = false;
  fields_.clear();
  if (begin_ >= text_.size()) return false;
  for (std::size_t at = begin_;;) {
    CsvField field{static_cast<std::uint32_t>(at), 0};
    const bool opens_quote = dialect_.quote != '\0' && at < text_.size() && text_[at] == dialect_.quote;
    at = opens_quote ? end_of_quoted(at, field) : end_of_plain(at);
    if (!field.is_quoted) field.end = static_cast<std::uint32_t>(at);
    fields_.push_back(field);
    if (at >= text_.size()) return is_whole_ ? (end_ = at, true) : leave();
    if (!is_line_end(text_[at])) {
      ++at;  // the delimiter: another field follows, be it empty
      continue;
    }
    if (text_[at] == '\r' && at + 1 == text_.size() && !is_whole_) return leave();
    end_ = at + (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n' ? 2 : 1);
    return true;
  }
}

bool CsvScanner::leave() {
  fields_.clear();
  end_ = begin_;
  return false;
}

// Eight bytes at a time: of them, the first that ends a field.
std::size_t CsvScanner::end_of_plain(std::size_t from) const {
  std::size_t at = from;
  if constexpr (std::endian::native == std::endian::little) {
    for (; at + sizeof(std::uint64_t) <= text_.size(); at += sizeof(std::uint64_t)) {
      std::uint64_t word = 0;
      std::memcpy(&word, text_.data() + at, sizeof word);
      const std::uint64_t found =
          bytes_equal(word, dialect_.delimiter) | bytes_equal(word, '\n') | bytes_equal(word, '\r');
      if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
    }
  }
  while (at < text_.size() && !ends_field(at)) ++at;
  return at;
}

bool CsvScanner::ends_field(std::size_t at) const {
  return at >= text_.size() || text_[at] == dialect_.delimiter || is_line_end(text_[at]);
}

std::size_t CsvScanner::end_of_quoted(std::size_t from, CsvField& field) {
  for (std::size_t at = from + 1;; ++at) {
    at = text_.find(dialect_.quote, at);
    if (at == std::string_view::npos) {
      has_unclosed_quote_ = true;
      field = {static_cast<std::uint32_t>(from) + 1, static_cast<std::uint32_t>(text_.size()), true,
               field.has_doubled_quotes};
      return text_.size();
    }
    if (at + 1 < text_.size() && text_[at + 1] == dialect_.quote) {
      field.has_doubled_quotes = true;
      ++at;
      continue;
    }
    if (ends_field(at + 1)) {
      field = {static_cast<std::uint32_t>(from) + 1, static_cast<std::uint32_t>(at), true, field.has_doubled_quotes};
      return at + 1;
    }
    has_text_after_quote_ = true;
    field.has_doubled_quotes = false;
    return end_of_plain(at + 1);
  }
}

std::string_view CsvScanner::value(const CsvField& field, std::string& scratch) const {
  std::string_view text = text_.substr(field.begin, field.end - field.begin);
  if (!field.is_quoted) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
  }
  if (!field.has_doubled_quotes) return text;
  scratch.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    scratch += text[i];
    if (text[i] == dialect_.quote) ++i;
  }
  return scratch;
}

}  // namespace throughline
