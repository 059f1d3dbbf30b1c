// SPDX-License-Identifier: Apache-2.0
// The words around a figure, common to diagram and timeline.
#pragma once

#include <string>
#include <vector>

namespace throughline {

struct Headline {
  std::string title;               // may state the finding
  std::string subtitle;            // scope and as-of date
  std::vector<std::string> notes;  // what was left out or merged, and how to see it
  std::string sources;             // "Sources: …"
  std::string stamp;               // which program and version drew it
  std::string language = "en";
};

}  // namespace throughline
