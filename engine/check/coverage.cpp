// SPDX-License-Identifier: Apache-2.0
#include "check/coverage.hpp"

#include <algorithm>

namespace throughline {

bool is_sourced(Slice citations) { return citations.count > 0; }

bool is_quoted(const Model& model, Slice citations) {
  const auto list = model.citations_of(citations);
  return std::any_of(list.begin(), list.end(), [](const Citation& c) { return c.quote != StringId::empty; });
}

std::size_t percent(std::size_t part, std::size_t whole) { return whole == 0 ? 100 : part * 100 / whole; }

}  // namespace throughline
