// SPDX-License-Identifier: Apache-2.0
// Only counts: resolving has placed or refused the dates told by others.
#include <algorithm>

#include "check/rule.hpp"

namespace throughline {
namespace {

std::size_t run(CheckInput& input, Diagnostics&) {
  const auto& dates = input.model.dates;
  return static_cast<std::size_t>(
      std::count_if(dates.begin(), dates.end(), [](const WrittenDate& date) { return date.is_relative; }));
}

}  // namespace

extern const Rule relative_rule;
constinit const Rule relative_rule{"relative", "dates told by others fit together", "relative date", run};

}  // namespace throughline
