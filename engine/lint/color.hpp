// SPDX-License-Identifier: Apache-2.0
// Colours as eyes meet them: the contrast of WCAG 2, the difference CIEDE2000, and what is left of a colour with each
// of the three colour vision deficiencies and on a photocopy.
//
//   contrast({1, 1, 1}, {0, 0, 0}) == 21
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace throughline::lint {

// sRGB, each from 0 to 1.
struct Rgb {
  double red = 0;
  double green = 0;
  double blue = 0;
  bool operator==(const Rgb&) const = default;
};

struct Rgba {
  Rgb color;
  double alpha = 1;
  bool operator==(const Rgba&) const = default;
};

struct Lab {
  double light = 0;  // L*
  double a = 0;
  double b = 0;
};

enum class Sight { full, protan, deutan, tritan, grey };
std::string_view name(Sight sight);

// "#rgb", "#rrggbb", "#rrggbbaa", "rgb(…)", "hsl(…)" or a name of CSS; nothing when it is no colour.
std::optional<Rgba> parse_color(std::string_view text);
std::string print_color(Rgb color);  // "#rrggbb"

Rgb over(Rgba top, Rgb below);
double contrast(Rgb one, Rgb other);  // 1 to 21
Lab lab_of(Rgb color);
double difference(const Lab& one, const Lab& other);
Rgb seen(Rgb color, Sight sight);
bool is_neutral(Rgb color);  // black, white and the greys between, as people name them
double hue_of(Rgb color);    // degrees around the wheel of Lab

}  // namespace throughline::lint
