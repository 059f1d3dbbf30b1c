// SPDX-License-Identifier: Apache-2.0
// A <text> with all its <tspan> and <textPath> laid out as a browser does, line by line: where each line stands and
// what it covers.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lint/figure.hpp"
#include "lint/fonts.hpp"
#include "lint/svg_look.hpp"

namespace throughline::lint {

// What the reader knows and a text needs.
struct TextPlace {
  Affine to_page;
  std::uint32_t element = 0;
  std::optional<Box> clip;
  double width = 0;  // of the viewport, for percentages
  double height = 0;
};

struct TextTools {
  Fonts& fonts;
  const StyleSheet& sheet;
  const ElementsById& ids;
};

// The lines of a text element; `look` is its own. Lines that can't be seen are left out.
std::vector<Text> lay_out(const pugi::xml_node& text, const Look& look, const TextPlace& place, const TextTools& tools);

}  // namespace throughline::lint
