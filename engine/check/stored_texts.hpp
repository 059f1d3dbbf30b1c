// SPDX-License-Identifier: Apache-2.0
// The stored texts of a graph's sources, read and folded once, by source.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "check/quote.hpp"
#include "model/model.hpp"

namespace throughline {

struct StoredText {
  std::string path;     // as opened; empty when the source names none
  std::string problem;  // why it can't be used; empty when it can
  std::string sha256;   // of its bytes, when the source pins one
  std::optional<FoldedText> text;
};

// One entry per source, in their order. Reports nothing: the rules do.
std::vector<StoredText> read_stored_texts(const Model& model, const Files& files);

}  // namespace throughline
