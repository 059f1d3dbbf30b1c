// SPDX-License-Identifier: Apache-2.0
// The texts that were read, each with the name the user knows it by, and the way from a Location back to line and
// column. A text that is large is not kept: it passes through its reader, and is read again when a message shows a
// place in it.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.hpp"
#include "base/location.hpp"
#include "base/progress.hpp"

namespace throughline {

struct Input {
  std::string name;         // as shown in messages: the path the user gave, or one below it
  std::string text;         // empty when it is not kept
  bool has_text = true;     // else only its places are known: lines and columns
  std::string encoding;     // as declared; empty when nothing is
  bool is_foreign = false;  // not in our own dialect: what was guessed and made of it is said aloud
};

// Where the lines of a text begin, and the columns of those places that have bytes of other alphabets before them in
// their line: what is left of a text that is not at hand.
struct InputPlaces {
  struct Column {
    std::uint32_t offset;
    std::uint32_t column;
  };
  std::vector<std::uint32_t> line_starts;  // ascending, the first is 0
  std::vector<Column> columns;             // by offset; all other places are offset - line start + 1
};

// A place for people: line and column count from 1, the column in characters, not bytes.
struct Position {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string_view line_text;      // without its line end
  std::size_t offset_in_line = 0;  // bytes
};

// Opens a text from its start, decoded to UTF-8.
using OpenText = std::function<std::unique_ptr<ByteStream>()>;

class Inputs {
 public:
  // Throws Failure when there are more inputs, or longer ones, than a Location can name (65534; 4 GiB).
  std::uint16_t add(std::string name, std::string text, bool is_foreign = false);

  // A text that is not at hand. Requires a first line.
  std::uint16_t add(std::string name, bool is_foreign, InputPlaces places);
  // A text of another program that is not kept. Throws Failure when there are too many inputs.
  std::uint16_t add_stream(std::string name, std::string encoding, OpenText open);

  // Its text from the start, kept or not. The stream throws Failure when the text is longer than a Location can name.
  std::unique_ptr<ByteStream> open(std::uint16_t index) const;

  // Readers of large texts tell it how far they are; null: nobody wants to know.
  void set_progress(Progress* progress) { progress_ = progress; }
  Progress* progress() const { return progress_; }

  const Input& operator[](std::uint16_t index) const { return inputs_[index]; }
  std::size_t size() const { return inputs_.size(); }

  // The location of a piece of an input's own text. `piece` must lie within it.
  Location locate(std::uint16_t index, std::string_view piece) const;
  static Location location(std::uint16_t index, std::size_t offset, std::size_t length);

  // These require a known location, and throw Failure when a text that is not kept has changed since it was read.
  Position position(Location where) const;
  std::size_t line(Location where) const;       // of position(), without its cost on long lines
  std::string_view text(Location where) const;  // empty when the text is not at hand
  // A part of a text that was read at `whole`, from byte `offset` on; all of it when it was written otherwise than it
  // was read (escapes, quotes).
  Location part(Location whole, std::string_view as_read, std::size_t offset, std::size_t length) const;
  std::string_view name(Location where) const { return inputs_[where.input].name; }
  // What is needed to tell these places without the text. Requires ascending offsets.
  InputPlaces places(std::uint16_t index, std::span<const std::uint32_t> offsets) const;

 private:
  std::size_t column_without_text(Location where, std::size_t line_start) const;
  // What is needed for a text that is not kept.
  struct Passage {
    OpenText open;
    std::optional<std::uint64_t> fingerprint;  // once all of it was read
    std::string head;                          // where most that is said of it stands; all of a small text
    std::optional<std::string> text;           // once a message needed it
  };
  class PassingStream;

  std::uint16_t add(Input input, Passage passage);
  const std::string& text_of(std::uint16_t index) const;
  const std::string& text_around(Location where) const;  // as much of it as shows the place
  const std::vector<std::uint32_t>& starts_of(std::uint16_t index) const;
  const std::vector<std::uint32_t>& starts_of(std::uint16_t index, const std::string& text) const;

  std::deque<Input> inputs_;
  Progress* progress_ = nullptr;
  mutable std::deque<Passage> passages_;                         // beside inputs_
  mutable std::vector<std::vector<std::uint32_t>> line_starts_;  // filled on first use of an input
  mutable std::vector<std::size_t> looked_at_;                   // bytes of it, for line_starts_
  std::vector<std::vector<InputPlaces::Column>> columns_;        // of inputs without a text
};

}  // namespace throughline
