// SPDX-License-Identifier: Apache-2.0
// SVG to a flat Figure: transforms, units, styles, gradients, <use> and text resolved. What can't be resolved is named
// in the figure; what is no SVG, or more than can be measured, is a diagnostic.
//
//   if (const auto figure = read_svg(inputs, input, fonts, diagnostics)) …
#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "lint/figure.hpp"
#include "lint/fonts.hpp"

namespace throughline::lint {

std::optional<Figure> read_svg(const Inputs& inputs, std::uint16_t input, Fonts& fonts, Diagnostics& diagnostics);

}  // namespace throughline::lint
