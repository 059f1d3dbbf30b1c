// SPDX-License-Identifier: Apache-2.0
// A text cut where its script changes, so that a screen reader changes its voice: "통일부 · ministry" is Korean, then
// not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline {

struct LanguageRun {
  bool hangul = false;
  std::string text;
};

// Blanks, digits and signs stay with the run they stand in. No run for an empty text.
std::vector<LanguageRun> language_runs(std::string_view text);

}  // namespace throughline
