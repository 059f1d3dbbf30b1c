// SPDX-License-Identifier: Apache-2.0
// The words around a figure, common to diagram and timeline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace throughline {

struct Headline {
  std::string title;               // may state the finding
  std::string subtitle;            // scope and as-of date
  std::vector<std::string> notes;  // what was left out or merged, and how to see it
  std::string sources;             // "Sources: …"
  std::string stamp;               // which program and version drew it
  std::string language = "en";
  // What the standings "uncertain" and "no date" mean in this figure: in one that was asked about a time "possibly, as
  // of 2019" and, perhaps, "no dated source".
  std::string possible = "uncertain";
  std::string undated = "no date";
  // What it means here that something is emphasised, or recedes.
  std::string strong = "highlighted";
  std::string receding = "not highlighted";
};

// The word of a standing (theme::word_of) as this figure's legend says it.
std::string_view said_of(const Headline& headline, std::string_view word);

}  // namespace throughline
