// SPDX-License-Identifier: Apache-2.0
// A JSON text as a Tree (tree.hpp), for the readers of JSON Lines and of formats that carry our own fields as JSON in
// an attribute.
//
//   const auto tree = read_json_tree(line, own_text(inputs, input, line), strings, diagnostics, problem);
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/json_tokens.hpp"
#include "formats/tree.hpp"

namespace throughline {

// Where the values of a JSON text stand: each in the input's own text, or all at one place, when the text was written
// otherwise than it was read.
struct JsonPlace {
  const Inputs* inputs = nullptr;  // null: all at `at`
  std::uint16_t input = 0;
  Location at;
};
// `text` must lie within the input.
JsonPlace own_text(const Inputs& inputs, std::uint16_t input, std::string_view text);

// Nothing when it is not one JSON value (RFC 8259), or nested deeper than any record; then `problem` is filled. A key
// that stands twice in a mapping is reported (TL105) and kept once.
std::optional<Tree> read_json_tree(std::string_view text, const JsonPlace& place, StringPool& strings,
                                   Diagnostics& diagnostics, JsonProblem& problem);

}  // namespace throughline
