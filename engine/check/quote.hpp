// SPDX-License-Identifier: Apache-2.0
// Is this quote in that text? Exactly: both are brought to NFC, a run of white space counts as one space, typographic
// quotation marks equal plain ones, and nothing else is forgiven. A quote has whole words; a nearest text is offered to
// the reader, never accepted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline {

// A text ready for searching: folded, and with the line on which each part of it stood. Requires valid UTF-8.
class FoldedText {
 public:
  explicit FoldedText(std::string_view text);

  std::string_view text() const { return text_; }
  std::size_t line_at(std::size_t offset) const;  // counted from 1

 private:
  std::string text_;
  std::vector<std::size_t> line_starts_;  // offsets in the folded text
};

// The same folding for a quote; leading and trailing white space goes.
std::string fold_quote(std::string_view quote);

enum class QuoteMatch { found, absent, cuts_word, ambiguous, context_differs };

struct QuoteResult {
  QuoteMatch match = QuoteMatch::absent;
  std::vector<std::size_t> offsets;  // in the folded text: of the one found, or of all that compete
};

// `prefix` and `suffix`, when not empty, must stand just before and just after the quote, with or without a space
// between.
QuoteResult find_quote(const FoldedText& text, std::string_view quote, std::string_view prefix,
                       std::string_view suffix);

// The stretch of whole words most like the quote (Sellers 1980: edit distance to the best substring), unless nothing is
// even nearly like it.
struct NearText {
  std::string_view text;
  std::size_t offset = 0;
};
std::optional<NearText> find_near_text(const FoldedText& text, std::string_view quote);

}  // namespace throughline
