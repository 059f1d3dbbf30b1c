// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/failure.hpp"
#include "base/hangul.hpp"
#include "base/utf8.hpp"

namespace throughline {
namespace {

const utf8proc_uint8_t* bytes(std::string_view text) { return reinterpret_cast<const utf8proc_uint8_t*>(text.data()); }

// Calls `visit(code point, width in bytes)` for each; a broken byte counts as one character.
template <typename Visit>
void for_each_character(std::string_view text, Visit visit) {
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t width = utf8proc_iterate(bytes(text) + i, static_cast<utf8proc_ssize_t>(text.size() - i), &point);
    if (width <= 0) point = 0xFFFD, width = 1;
    visit(static_cast<char32_t>(point), static_cast<std::size_t>(width));
    i += static_cast<std::size_t>(width);
  }
}

std::string map_text(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                             static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size < 0) throw Failure(fmt::format("text cannot be normalised: {}", utf8proc_errmsg(size)));
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_one_of(std::string_view character, std::string_view first, std::string_view last) {
  return first <= character && character <= last;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// Most of what is searched is ASCII, Hangul or Chinese characters with plain punctuation: what folding leaves alone but
// for the case of ASCII. No two of these can be joined.
bool folds_plainly(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::string_view three = text.substr(i, 3);
    const bool is_plain = is_one_of(three, "가", "힣") || is_one_of(three, "\u4E00", "\u9FFF") ||
                          is_one_of(three, "‘", "’") || is_one_of(three, "“", "”") || is_one_of(three, "–", "—");
    if (!is_plain || three.size() < 3 || !is_continuation(three[1]) || !is_continuation(three[2])) return false;
    i += 3;
  }
  return true;
}

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace

std::string utf8_of(std::u32string_view text) {
  std::string encoded;
  for (const char32_t character : text) {
    utf8proc_uint8_t buffer[4];
    const utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), buffer);
    encoded.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
  }
  return encoded;
}

std::u32string characters(std::string_view text) {
  std::u32string points;
  for_each_character(text, [&](char32_t point, std::size_t) { points.push_back(point); });
  return points;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    utf8proc_int32_t point = 0;
    const utf8proc_ssize_t width =
        utf8proc_iterate(bytes(text) + i, static_cast<utf8proc_ssize_t>(text.size() - i), &point);
    if (width <= 0) return i;
    i += static_cast<std::size_t>(width);
  }
  return std::nullopt;
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold_for_search(std::string_view text) {
  if (folds_plainly(text)) return in_lower_case(text);
  return map_text(utf8_of(with_finals(characters(text))), UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                                              UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_inside_character(c); }));
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for_each_character(text, [&](char32_t point, std::size_t) {
    columns += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(point))));
  });
  return columns;
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::size_t used = 0;
  std::size_t end = 0;
  bool full = columns == 0;
  for_each_character(text, [&](char32_t point, std::size_t width) {
    used += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(point))));
    full = full || used + 1 > columns;
    if (!full) end += width;
  });
  return std::string(trim(text.substr(0, end))) + "…";
}

char32_t character_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  char32_t found = 0;
  bool first = true;
  for_each_character(text.substr(offset, 4), [&](char32_t point, std::size_t) {
    if (first) found = point;
    first = false;
  });
  return found;
}

char32_t character_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  std::size_t start = offset - 1;
  while (start > 0 && is_inside_character(text[start])) --start;
  return character_at(text.substr(0, offset), start);
}

bool is_letter_or_digit(char32_t character) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_NO);
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view white = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return edit_distance(characters(a), characters(b));
}

std::size_t edit_distance(std::u32string_view x, std::u32string_view y) {
  std::vector<std::size_t> before(y.size() + 1);
  std::vector<std::size_t> above(y.size() + 1);
  std::vector<std::size_t> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t change = above[j - 1] + differing_letters(x[i - 1], y[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[y.size()];
}

std::size_t forgiven_slips(std::size_t characters) { return std::max<std::size_t>(1, characters / 3); }

std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates) {
  const std::string wanted = fold_for_search(text);
  const std::size_t length = count_characters(wanted);
  std::size_t best = forgiven_slips(length) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    if (count_characters(candidate) > length + best + 2 || count_characters(candidate) + best < length) continue;
    const std::string folded = fold_for_search(candidate);
    const bool is_beginning = length >= 3 && folded.starts_with(wanted);
    const std::size_t distance = is_beginning ? 1 : edit_distance(wanted, folded);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

}  // namespace throughline
