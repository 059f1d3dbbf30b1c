// SPDX-License-Identifier: Apache-2.0
// Where a reader stands within an EDTF text, and how it refuses what stands there. Shared by the readers of a date, its
// year and its time of day; each reads on where the one before it stopped.
//
//   EdtfCursor cursor{"2018-04/..", 0, 7, 0, error};  // the date before the slash
//   cursor.take_run().text == "2018", cursor.take('-')
#pragma once

#include <string>
#include <string_view>

#include "time/edtf.hpp"

namespace throughline {

struct EdtfCursor {
  struct Run {  // digits and X in a row
    std::size_t offset;
    std::string_view text;

    std::uint64_t digits() const;  // X counts as 0; requires at most 19 of them
    std::uint8_t mask() const;     // requires at most 8
  };

  std::string_view text;  // all of it, so that places count from its start
  std::size_t begin;      // of the date, for messages
  std::size_t end;
  std::size_t at;
  EdtfError& error;

  bool is_at_end() const { return at == end; }
  char peek() const { return at < end ? text[at] : '\0'; }
  bool take(char c) { return peek() == c && at < end ? (++at, true) : false; }
  Run take_run();
  Qualifier take_qualifier();  // none when there is none

  std::string_view since(std::size_t start) const { return text.substr(start, at - start); }
  std::string_view rest() const { return text.substr(at, end - at); }

  // These give false, for `return cursor.fail(…)`.
  bool fail(std::size_t offset, std::size_t length, std::string message, std::string hint = {});
  bool refuse_rest();
};

// The user's text as a message repeats it: cut where it is long.
std::string quoted(std::string_view text);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace throughline
