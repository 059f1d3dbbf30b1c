// SPDX-License-Identifier: Apache-2.0
#include "time/edtf_cursor.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace throughline {

std::uint64_t EdtfCursor::Run::digits() const {
  std::uint64_t value = 0;
  for (char c : text) value = value * 10 + (c == 'X' ? 0 : static_cast<std::uint64_t>(c - '0'));
  return value;
}

std::uint8_t EdtfCursor::Run::mask() const {
  unsigned value = 0;
  for (char c : text) value = value << 1 | (c == 'X' ? 1 : 0);
  return static_cast<std::uint8_t>(value);
}

EdtfCursor::Run EdtfCursor::take_run() {
  const std::size_t start = at;
  while (is_digit(peek()) || peek() == 'X') ++at;
  return {start, since(start)};
}

Qualifier EdtfCursor::take_qualifier() {
  switch (peek()) {
    case '?': return ++at, Qualifier::uncertain;
    case '~': return ++at, Qualifier::approximate;
    case '%': return ++at, Qualifier::both;
    default: return Qualifier::none;
  }
}

bool EdtfCursor::fail(std::size_t offset, std::size_t length, std::string message, std::string hint) {
  error = {std::move(message), offset, length, std::move(hint)};
  return false;
}

bool EdtfCursor::refuse_rest() {
  const std::string_view before = since(begin);
  if (before.empty()) return fail(at, end - at, fmt::format("{} is not a date", quoted(rest())));
  if (is_at_end()) return fail(begin, before.size(), fmt::format("{} is not a date", quoted(before)));
  return fail(at, end - at, fmt::format("{} does not belong after {}", quoted(rest()), quoted(before)));
}

std::string quoted(std::string_view text) { return fmt::format("`{}`", shorten(text, 60)); }

}  // namespace throughline
