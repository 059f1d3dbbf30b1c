// SPDX-License-Identifier: Apache-2.0
// How an element looks once its declarations are applied to what it inherits, and what its paint comes to: colours,
// the stops of gradients.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lint/figure.hpp"
#include "lint/svg_style.hpp"

namespace throughline::lint {

struct Look {
  std::string fill = "black";
  std::string stroke = "none";
  double fill_opacity = 1;
  double stroke_opacity = 1;
  double stroke_width = 1;
  std::vector<double> dashes;
  std::string font_family;
  double font_size = 16;
  Weight weight = Weight::regular;
  std::string anchor = "start";
  std::string baseline;
  double letter_spacing = 0;
  std::string color = "black";
  bool is_visible = true;
  bool has_marker = false;
  bool preserves_space = false;
  std::string language;
  double opacity = 1;  // of all that it stands in, multiplied

  // Of this element alone.
  bool is_displayed = true;
  double baseline_shift = 0;
  std::string clip;       // "url(#id)"
  std::string transform;  // of the style, which wins over the attribute
  std::string effects;    // filter and mask: their results aren't known
};

// What `declarations` make of an element that stands in `above`.
Look applied(const Look& above, const std::vector<Declaration>& declarations);

// "fade-1" of "url(#fade-1)"; empty for anything else.
std::string_view reference_in(std::string_view value);

// Elements by their id, for <use>, gradients and clips.
using ElementsById = std::map<std::string, pugi::xml_node, std::less<>>;

// What `href`, or `xlink:href` of old, says; and the element of this file that it names, or null.
std::string_view href_of(const pugi::xml_node& node);
const pugi::xml_node* target_of(const pugi::xml_node& node, const ElementsById& ids);

Paint paint_of(std::string_view value, double opacity, const Look& look, const ElementsById& ids,
               const StyleSheet& sheet);

}  // namespace throughline::lint
