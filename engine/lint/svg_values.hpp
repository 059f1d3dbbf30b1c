// SPDX-License-Identifier: Apache-2.0
// The small languages inside the attributes of SVG: numbers, lengths with units, lists of points, transforms, and the
// way from a viewBox to the page.
//
//   parse_transform("translate(4 352) scale(2)")({1, 1}) is {6, 354}
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/shape.hpp"

namespace throughline::lint {

// What relative lengths are relative to.
struct LengthBase {
  double font_size = 16;
  double whole = 0;  // of a percentage
};

// Reads numbers from the front of a text, as paths write them: "1-2.5.5e1".
class Numbers {
 public:
  explicit Numbers(std::string_view text) : text_(text) {}

  std::optional<double> next();
  std::optional<bool> next_flag();  // of an arc: one digit, nothing need stand between two
  char next_letter();               // 0 when no letter is next
  bool at_end();

 private:
  void skip_separators();
  std::string_view text_;
};

std::vector<double> parse_numbers(std::string_view text);
std::optional<double> parse_length(std::string_view text, const LengthBase& base);  // in px or user units
double parse_length(std::string_view text, const LengthBase& base, double fallback);
Polyline parse_points(std::string_view text);
Affine parse_transform(std::string_view text);

// From user units into a viewport of this size, as preserveAspectRatio says.
Affine fit_view_box(std::span<const double> view_box, std::string_view aspect, double width, double height);

}  // namespace throughline::lint
