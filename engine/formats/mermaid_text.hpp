// SPDX-License-Identifier: Apache-2.0
// Texts as Mermaid takes them anywhere: what its grammars use is written by number, `:` as `#58;`.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "formats/told.hpp"

namespace throughline {

inline std::string mermaid_text(std::string_view text) {
  constexpr std::string_view syntax = "#:;\"'`<>&{}[]()|%\\*_~=@";
  std::string shown;
  for (const char c : in_one_line(text))
    shown += syntax.find(c) == std::string_view::npos ? std::string(1, c) : fmt::format("#{};", static_cast<int>(c));
  return shown;
}

}  // namespace throughline
