// SPDX-License-Identifier: Apache-2.0
// THE TABLE of file formats. A new one is a file formats/<name>.cpp and a row in formats.cpp; detection, `list formats`
// and the tests read the table. Readers add to Records and report what they can't read; they resolve nothing. Readers
// of foreign formats do so by foreign_records.hpp, writers say what they can't carry to Losses.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "base/inputs.hpp"
#include "formats/losses.hpp"
#include "formats/output.hpp"
#include "model/model.hpp"
#include "model/record.hpp"

namespace throughline {

struct Format {
  std::string_view name;
  std::string_view extensions;  // ".yaml .yml"
  std::string_view summary;
  // Our own dialect: a folder is searched for it, what is not defined is an error.
  bool is_own = false;
  // Its texts may be large and are not kept: read() opens them by `inputs`, and finds what is no UTF-8.
  bool is_streamed = false;
  // Does a text look like this format? Asked where the extension does not decide. Null: nobody can tell.
  bool (*recognises)(std::string_view text) = nullptr;
  // The encoding that the bytes themselves declare, as XML's first line does; empty when they declare none. Null: the
  // format has no such declaration. A byte order mark comes first, UTF-8 last.
  std::string_view (*encoding_of)(std::string_view bytes) = nullptr;
  std::string_view encoding_example = {};  // how a text declares another one: `charset=latin1`
  // Null when the format is for writing only. Reads all inputs of this format in one go, for one may declare what
  // another uses; `which` indexes `inputs`, their texts are valid UTF-8 (but for streamed ones).
  void (*read)(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records,
               Diagnostics& diagnostics) = nullptr;
  // Instead of `read`, for a format that is one whole model and no records: opened alone. Nothing when it is refused.
  std::optional<Model> (*open)(const std::string& name, const Bytes& bytes, Diagnostics& diagnostics) = nullptr;
  // Null when the format is for reading only.
  void (*write)(const Model& model, Output& output, Losses& losses) = nullptr;

  bool is_readable() const { return read || open; }
};

std::span<const Format* const> formats();
const Format* find_format(std::string_view name);  // null when there is none
// The first that has this extension (".yaml") and can write; null when none does.
const Format* format_to_write(std::string_view extension);
// Of those that have this extension and can read, the one that recognises the text, else the first; without one of that
// extension, the first that recognises the text. Null when none does.
const Format* format_to_read(std::string_view extension, std::string_view text);
bool is_readable(std::string_view extension);

}  // namespace throughline
