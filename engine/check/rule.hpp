// SPDX-License-Identifier: Apache-2.0
// THE TABLE of rules that judge a model. A new rule is a file check/<name>.cpp and a row in check.cpp. Rules report;
// they repair nothing, and none hides another.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/stored_texts.hpp"
#include "model/model.hpp"

namespace throughline {

// What the claims of a graph rest on. A claim is a node or a relation.
struct Coverage {
  std::size_t claims = 0;
  std::size_t sourced = 0;
  std::size_t quoted = 0;    // with at least one quote
  std::size_t quotes = 0;    // all quotes, several a claim counted each
  std::size_t verified = 0;  // found in the stored text
};

struct CheckInput {
  const Model& model;
  const std::vector<StoredText>& texts;  // by source
  bool lists_unsourced = false;
  Coverage coverage;
};

struct Rule {
  std::string_view name;
  std::string_view summary;
  std::string_view unit;  // what it looks at: "relation", in the singular
  // Returns on how many records it ran.
  std::size_t (*run)(CheckInput& input, Diagnostics& diagnostics);
};

std::span<const Rule* const> rules();

}  // namespace throughline
