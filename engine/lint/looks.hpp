// SPDX-License-Identifier: Apache-2.0
// How things look, taken apart into what a legend explains: colours, dashes, forms, signs. Two looks that share all but
// the colours differ by colour alone.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "lint/roles.hpp"

namespace throughline::lint {

// Words like "the colour #0a5a93", "a line of dashes 6 4", "a rectangle", "the sign ?".
struct Appearance {
  std::set<std::string> colors;
  std::set<std::string> forms;  // all but colour
  bool operator<(const Appearance& other) const {
    return colors < other.colors || (colors == other.colors && forms < other.forms);
  }
};

Appearance appearance_of(const Figure& figure, const Parts& shapes, const Parts& texts);
Appearance appearance_of_line(const Figure& figure, const Parts& lines, const Parts& heads);

// All but colour, with how many of each there are and on which side: what tells two samples of a legend apart.
std::multiset<std::string> layout_of(const Figure& figure, const Parts& shapes, const Parts& texts);

// "a rectangle", "a rounded rectangle", "an ellipse", "a diamond", "a polygon of 6", "a curved shape", "line".
std::string form_of(const Shape& shape);

// The colour that a reader would name: the most chromatic one of what is painted.
Rgb main_color(const Figure& figure, const Parts& shapes);

}  // namespace throughline::lint
