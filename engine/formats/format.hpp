// SPDX-License-Identifier: Apache-2.0
// THE TABLE of file formats. A new one is a file formats/<name>.cpp and a row in formats.cpp; detection, `list formats`
// and the tests read the table. Readers add to Records and report what they can't read; they resolve nothing.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "model/model.hpp"
#include "model/record.hpp"

namespace throughline {

struct Format {
  std::string_view name;
  std::string_view extensions;  // ".yaml .yml"
  std::string_view summary;
  // Null when the format is for writing only. Reads all inputs of this format in one go, for one may declare what
  // another uses; `which` indexes `inputs`, their texts are valid UTF-8.
  void (*read)(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records, Diagnostics& diagnostics);
  // Null when the format is for reading only.
  void (*write)(const Model& model, std::ostream& out);
};

std::span<const Format* const> formats();
const Format* find_format(std::string_view name);               // null when there is none
const Format* format_of_extension(std::string_view extension);  // ".yaml"; null when none has it

}  // namespace throughline
