// SPDX-License-Identifier: Apache-2.0
// What a figure is drawn on.
#pragma once

#include <string>

namespace throughline {

struct Sheet {
  std::string theme = "light";  // one of theme::names()
  double width = 1100;          // CSS pixels that a figure may take, margins included
};

inline constexpr double narrowest_sheet = 480;
inline constexpr double widest_sheet = 10000;

}  // namespace throughline
