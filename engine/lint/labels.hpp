// SPDX-License-Identifier: Apache-2.0
// Labels as lines of one text: which lines follow each other, and where a break cuts what belongs together. The whole
// name, where a group has one, shows whether a word was cut.
#pragma once

#include <vector>

#include "lint/rule.hpp"

namespace throughline::lint {

// Indices into the figure's texts, from top to bottom.
std::vector<Parts> labels_of(const Subject& subject);

struct LineBreak {
  std::size_t line;  // the break comes after it
  bool cuts_word = false;
  bool parts_number = false;  // a number and its unit
};

std::vector<LineBreak> line_breaks(const Subject& subject);

}  // namespace throughline::lint
