// SPDX-License-Identifier: Apache-2.0
// Separated values as RFC 4180 has them and as they are met in the wild: lines end with LF, CRLF or CR, in one file
// side by side; quotes are such only at the start of a field; a field is a stretch of the text, copied only by value().
//
//   CsvScanner scanner(text, {.delimiter = ';'});
//   while (scanner.next()) for (const CsvField& field : scanner.fields()) … scanner.value(field, scratch) …
//
// What is not RFC 4180: a quoted field with text behind its closing quote ("Kim" Il-sung) is taken as written, quotes
// included, up to the next delimiter; a quote that is never closed takes all that follows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

struct CsvDialect {
  char delimiter = ',';
  char quote = '"';  // '\0': there are none
};

// Offsets in the text.
struct CsvField {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // without the quotes
  bool is_quoted = false;
  bool has_doubled_quotes = false;
};

class CsvScanner {
 public:
  // When `is_whole` is false the text may be the beginning of a longer one: a record that more text might change is
  // left. Requires a text of less than 4 GiB.
  CsvScanner(std::string_view text, CsvDialect dialect, bool is_whole = true, std::size_t start = 0)
      : text_(text), dialect_(dialect), is_whole_(is_whole), begin_(start), end_(start) {}

  // Goes to the next record; false when there is no more. An empty line is a record of one empty field.
  bool next();

  std::span<const CsvField> fields() const { return fields_; }
  bool is_empty_line() const {
    return fields_.size() == 1 && fields_[0].begin == fields_[0].end && !fields_[0].is_quoted;
  }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }  // behind the end of its line

  // As it is meant: without quotes around, doubled ones halved, and no white space around what is not quoted. `scratch`
  // is used where the text does not hold it as it is.
  std::string_view value(const CsvField& field, std::string& scratch) const;

  // Of the last record.
  bool has_unclosed_quote() const { return has_unclosed_quote_; }
  bool has_text_after_quote() const { return has_text_after_quote_; }

 private:
  std::size_t end_of_plain(std::size_t from) const;
  std::size_t end_of_quoted(std::size_t from, CsvField& field);
  bool ends_field(std::size_t at) const;
  bool leave();

  std::string_view text_;
  CsvDialect dialect_;
  bool is_whole_;
  std::size_t begin_;
  std::size_t end_;
  std::vector<CsvField> fields_;
  bool has_unclosed_quote_ = false;
  bool has_text_after_quote_ = false;
};

}  // namespace throughline
