// SPDX-License-Identifier: Apache-2.0
// THE TABLE of rules that judge a model. A new rule is a file check/<name>.cpp and a row in check.cpp. Rules report;
// they repair nothing, and none hides another.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/coverage.hpp"
#include "check/stored_texts.hpp"
#include "model/model.hpp"

namespace throughline {

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
  // Returns on how many records it ran. Null: another layer runs it.
  std::size_t (*run)(CheckInput& input, Diagnostics& diagnostics) = nullptr;
};

std::span<const Rule* const> rules();

}  // namespace throughline
