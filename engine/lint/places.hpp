// SPDX-License-Identifier: Apache-2.0
// Where the nodes of a diagram of ours stand, and the labels of its lines: read from the SVG, as it was written or as a
// drawing program has changed it since.
//
//   if (const auto places = read_places(inputs, input, diagnostics)) …
#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "base/inputs.hpp"
#include "view/kept_places.hpp"

namespace throughline::lint {

// Nothing, and a report, when it is no SVG, or no diagram that `draw` wrote.
std::optional<EarlierPlaces> read_places(const Inputs& inputs, std::uint16_t input, Diagnostics& diagnostics);

}  // namespace throughline::lint
