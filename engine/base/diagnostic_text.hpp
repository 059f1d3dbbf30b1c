// SPDX-License-Identifier: Apache-2.0
// Diagnostics as people and programs read them: with place, source line and caret; or as JSON, SARIF, GitHub
// annotations.
//
//   story.yaml:12:9: error: no node `ada` [TL201]
//      12 |   knows: ada
//         |          ^^^
//      hint: did you mean `adam`?
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"

namespace throughline {

// By file name, position, code; the same problem at the same place once.
std::vector<Diagnostic> sorted(const Diagnostics& diagnostics, const Inputs& inputs);

// Of each code the first twenty; the others are counted.
void print_text(const Diagnostics& diagnostics, const Inputs& inputs, bool color, std::ostream& out);

// An array of {"file","line","column","severity","code","name","message","hint","notes"}.
void print_json(const Diagnostics& diagnostics, const Inputs& inputs, std::ostream& out);

// GitHub workflow commands, one a line; and a SARIF 2.1.0 log.
void print_github(const Diagnostics& diagnostics, const Inputs& inputs, std::ostream& out);
void print_sarif(const Diagnostics& diagnostics, const Inputs& inputs, std::ostream& out);

}  // namespace throughline
