// SPDX-License-Identifier: Apache-2.0
#include "check/quote.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

struct Character {
  char32_t point;
  std::size_t size;
};

Character next_character(std::string_view text, std::size_t at) {
  const char32_t point = character_at(text, at);
  return {point, point < 0x80 ? 1U : point < 0x800 ? 2U : point < 0x10000 ? 3U : 4U};
}

// The Unicode property White_Space.
bool is_white(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

char plain_quotation_mark(char32_t c) {
  if (c >= 0x201C && c <= 0x201F) return '"';
  if (c >= 0x2018 && c <= 0x201B) return '\'';
  return 0;
}

void append_folded(std::string& folded, std::string_view text) {
  const std::string nfc = to_nfc(text);
  for (std::size_t i = 0; i < nfc.size();) {
    const Character c = next_character(nfc, i);
    if (is_white(c.point)) {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
    } else if (const char mark = plain_quotation_mark(c.point)) {
      folded += mark;
    } else {
      folded.append(nfc, i, c.size);
    }
    i += c.size;
  }
}

// Han, Hangul and Kana set no space between a word and its particles: their words can't be told by their neighbours.
bool writes_without_spaces(char32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xA960 && c <= 0xA97F) ||
         (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_inside_word(char32_t before, char32_t after) {
  return is_letter_or_digit(before) && is_letter_or_digit(after) && !writes_without_spaces(before) &&
         !writes_without_spaces(after);
}

bool has_whole_words(std::string_view text, std::size_t at, std::size_t size) {
  return !is_inside_word(character_before(text, at), character_at(text, at)) &&
         !is_inside_word(character_before(text, at + size), character_at(text, at + size));
}

bool has_context(std::string_view text, std::size_t at, std::size_t size, std::string_view prefix,
                 std::string_view suffix) {
  std::string_view before = text.substr(0, at);
  std::string_view after = text.substr(at + size);
  if (before.ends_with(' ')) before.remove_suffix(1);
  if (after.starts_with(' ')) after.remove_prefix(1);
  return before.ends_with(prefix) && after.starts_with(suffix);
}

std::u32string to_characters(std::string_view text, std::vector<std::size_t>* offsets = nullptr) {
  std::u32string characters;
  for (std::size_t i = 0; i < text.size();) {
    const Character c = next_character(text, i);
    characters.push_back(c.point);
    if (offsets) offsets->push_back(i);
    i += c.size;
  }
  if (offsets) offsets->push_back(text.size());
  return characters;
}

struct Window {
  std::size_t begin = 0;  // characters
  std::size_t end = 0;
  std::size_t distance = 0;
};

// One row of the table per character of the quote would keep too much; the start of the best match is carried along
// instead.
Window nearest_window(const std::u32string& text, const std::u32string& quote) {
  std::vector<std::size_t> cost(quote.size() + 1);
  std::vector<std::size_t> start(quote.size() + 1, 0);
  for (std::size_t j = 0; j <= quote.size(); ++j) cost[j] = j;
  Window best{0, 0, quote.size()};
  for (std::size_t i = 1; i <= text.size(); ++i) {
    std::size_t diagonal_cost = cost[0];
    std::size_t diagonal_start = start[0];
    start[0] = i;
    for (std::size_t j = 1; j <= quote.size(); ++j) {
      const std::size_t change = diagonal_cost + (text[i - 1] == quote[j - 1] ? 0 : 1);
      std::size_t new_cost = change;
      std::size_t new_start = diagonal_start;
      if (cost[j] + 1 < new_cost) new_cost = cost[j] + 1, new_start = start[j];
      if (cost[j - 1] + 1 < new_cost) new_cost = cost[j - 1] + 1, new_start = start[j - 1];
      diagonal_cost = cost[j];
      diagonal_start = start[j];
      cost[j] = new_cost;
      start[j] = new_start;
    }
    if (cost.back() < best.distance) best = {start.back(), i, cost.back()};
  }
  return best;
}

}  // namespace

FoldedText::FoldedText(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::string_view line : split(text, '\n')) {
    line_starts_.push_back(text_.size());
    append_folded(text_, line);
    append_folded(text_, "\n");
  }
}

std::size_t FoldedText::line_at(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) -
                                  line_starts_.begin());
}

std::string fold_quote(std::string_view quote) {
  std::string folded;
  append_folded(folded, quote);
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

QuoteResult find_quote(const FoldedText& text, std::string_view quote, std::string_view prefix,
                       std::string_view suffix) {
  const std::string_view whole = text.text();
  const std::string wanted = fold_quote(quote);
  if (wanted.empty()) return {};
  std::vector<std::size_t> cut;
  std::vector<std::size_t> out_of_context;
  std::vector<std::size_t> found;
  const std::string before = fold_quote(prefix);
  const std::string after = fold_quote(suffix);
  for (std::size_t at = whole.find(wanted); at != std::string_view::npos; at = whole.find(wanted, at + 1)) {
    const bool whole_words = has_whole_words(whole, at, wanted.size());
    const bool in_context = has_context(whole, at, wanted.size(), before, after);
    (!whole_words ? cut : !in_context ? out_of_context : found).push_back(at);
  }
  if (found.size() == 1) return {QuoteMatch::found, found};
  if (found.size() > 1) return {QuoteMatch::ambiguous, found};
  if (!out_of_context.empty()) return {QuoteMatch::context_differs, out_of_context};
  return {cut.empty() ? QuoteMatch::absent : QuoteMatch::cuts_word, cut};
}

std::optional<NearText> find_near_text(const FoldedText& text, std::string_view quote) {
  std::vector<std::size_t> offsets;
  const std::u32string characters = to_characters(text.text(), &offsets);
  const std::u32string wanted = to_characters(fold_quote(quote));
  Window window = nearest_window(characters, wanted);
  if (wanted.empty() || window.distance * 5 > wanted.size() * 2) return std::nullopt;
  const auto inside = [&](std::size_t at) {
    return at > 0 && at < characters.size() && is_inside_word(characters[at - 1], characters[at]);
  };
  while (inside(window.begin)) --window.begin;
  while (inside(window.end)) ++window.end;
  const std::size_t from = offsets[window.begin];
  return NearText{trim(text.text().substr(from, offsets[window.end] - from)), from};
}

}  // namespace throughline
