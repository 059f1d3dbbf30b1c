// SPDX-License-Identifier: Apache-2.0
// A parsed text as a tree in which every scalar, list and mapping knows where it stands. All scalars are texts: no `no`
// becomes false, no 2018-04 becomes a number. The YAML and JSON Lines readers make trees, record_reader.hpp makes
// records of them.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "base/strings.hpp"
#include "model/record.hpp"

namespace throughline {

struct Tree {
  enum class Shape { scalar, list, mapping } shape = Shape::scalar;
  Said said;                   // a scalar's text (NFC) and place; of a list or mapping only the place
  std::vector<Tree> children;  // a mapping's keys and values in turn

  bool is_scalar() const { return shape == Shape::scalar; }
  bool is_list() const { return shape == Shape::list; }
  bool is_mapping() const { return shape == Shape::mapping; }
};

// Reports each key that stands twice in a mapping (TL105) and keeps the first; a key that is no text is reported too.
void drop_repeated_keys(Tree& mapping, const StringPool& strings, Diagnostics& diagnostics);

// One tree per document in a YAML text; none when it holds nothing or can't be parsed (then TL102 is reported). A key
// that stands twice in a mapping is reported (TL105) and kept once.
std::vector<Tree> read_yaml_trees(const Inputs& inputs, std::uint16_t input, StringPool& strings,
                                  Diagnostics& diagnostics);

}  // namespace throughline
