// SPDX-License-Identifier: Apache-2.0
// What the texts of a DOT file mean: its tokens with their places, the escapes of its labels, the words of HTML and
// record labels. Used by the reader and the writer of DOT, beside cgraph, which tells none of it.
//
//   for (const DotToken& token : dot_tokens(text)) …        // digraph { "a b" -> c }
//   dot_label("\\N\\nof \\G", {.node = "a", .graph = "g"})       // "a\nof g"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

struct DotToken {
  enum class Kind { word, quoted, html, mark } kind = Kind::word;
  std::string_view written;  // its bytes in the text; of joined strings all of them
};

// Comments and lines that begin with # are left out. A string that does not end is a token up to the end.
class DotTokens {
 public:
  explicit DotTokens(std::string_view text) : text_(text) {}
  std::optional<DotToken> next();

 private:
  bool skip_blank();
  std::string_view take(std::size_t end);
  std::size_t end_of_string(std::size_t at) const;
  std::size_t end_of_html(std::size_t at) const;
  std::size_t end_of_joined(std::size_t end);

  std::string_view text_;
  std::size_t at_ = 0;
};

// A token's text as cgraph reads it: without quotes, strings joined, line breaks after a backslash taken out.
std::string dot_unquoted(const DotToken& token);

// A text of a file with `\\` for one backslash, and back; all other escapes stay as they are.
std::string dot_unescaped(std::string_view text);
std::string dot_escaped(std::string_view text);
// The value of an attribute that is no label: unescaped, and `\n` is a line break.
std::string dot_value(std::string_view text);

// What the escapes of a label stand for.
struct DotNames {
  std::string node = {};
  std::string graph = {};
  std::string tail = {};
  std::string head = {};
  bool directed = true;
};
std::string dot_label(std::string_view label, const DotNames& names);
std::string dot_label_of(std::string_view text);  // back: a text as a label that shows it

// The words that a label of HTML, or one of a record's shape, shows.
std::string words_of_html(std::string_view markup);
std::string words_of_record(std::string_view label);

}  // namespace throughline
