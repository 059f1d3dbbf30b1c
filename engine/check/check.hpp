// SPDX-License-Identifier: Apache-2.0
// Is the model sound, and what does it rest on? Runs every rule on a resolved model; the command `check` prints what
// comes out.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "check/rule.hpp"

namespace throughline {

struct CheckReport {
  struct Ran {
    const Rule* rule;
    std::size_t records;
  };
  std::vector<Ran> ran;
  Coverage coverage;
};

// With `lists_unsourced` each claim without a source is reported (TL407), otherwise it is only counted.
CheckReport check(const Model& model, const Files& files, bool lists_unsourced, Diagnostics& diagnostics);

}  // namespace throughline
