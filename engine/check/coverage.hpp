// SPDX-License-Identifier: Apache-2.0
// What the claims of a graph rest on. A claim is a node or a relation. Counted by `check` over the whole graph, by
// `stats` over what was asked for.
#pragma once

#include <cstddef>

#include "model/model.hpp"

namespace throughline {

struct Coverage {
  std::size_t claims = 0;
  std::size_t sourced = 0;
  std::size_t quoted = 0;    // with at least one quote
  std::size_t quotes = 0;    // all quotes, several a claim counted each
  std::size_t verified = 0;  // found in the stored text
};

bool is_sourced(Slice citations);
bool is_quoted(const Model& model, Slice citations);

// Rounded down: 100 means all. Of nothing, all.
std::size_t percent(std::size_t part, std::size_t whole);

}  // namespace throughline
