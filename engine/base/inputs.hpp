// SPDX-License-Identifier: Apache-2.0
// The texts that were read, each with the name the user knows it by, and the way from a Location back to line and
// column.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/location.hpp"

namespace throughline {

struct Input {
  std::string name;  // as shown in messages: the path the user gave, or one below it
  std::string text;
  bool is_foreign = false;  // not in our own dialect: what was guessed and made of it is said aloud
};

// A place for people: line and column count from 1, the column in characters, not bytes.
struct Position {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string_view line_text;      // without its line end
  std::size_t offset_in_line = 0;  // bytes
};

class Inputs {
 public:
  // Throws Failure when there are more inputs, or longer ones, than a Location can name (65534; 4 GiB).
  std::uint16_t add(std::string name, std::string text, bool is_foreign = false);

  const Input& operator[](std::uint16_t index) const { return inputs_[index]; }
  std::size_t size() const { return inputs_.size(); }

  // The location of a piece of an input's own text. `piece` must lie within it.
  Location locate(std::uint16_t index, std::string_view piece) const;
  static Location location(std::uint16_t index, std::size_t offset, std::size_t length);

  // Requires a known location.
  Position position(Location where) const;
  std::size_t line(Location where) const;  // of position(), without its cost on long lines
  std::string_view text(Location where) const;
  // A part of a text that was read at `whole`, from byte `offset` on; all of it when it was written otherwise than it
  // was read (escapes, quotes).
  Location part(Location whole, std::string_view as_read, std::size_t offset, std::size_t length) const;
  std::string_view name(Location where) const { return inputs_[where.input].name; }

 private:
  const std::vector<std::uint32_t>& starts_of(std::uint16_t index) const;

  std::deque<Input> inputs_;
  mutable std::vector<std::vector<std::uint32_t>> line_starts_;  // filled on first use of an input
};

}  // namespace throughline
