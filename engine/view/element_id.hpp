// SPDX-License-Identifier: Apache-2.0
// The id that something of the model has in an SVG: its own, less what XML does not allow in one. Said in one place,
// because figures are also read again.
//
//   element_id("plan 2021")   "plan_2021"
#pragma once

#include <string>
#include <string_view>

namespace throughline {

std::string element_id(std::string_view id);

}  // namespace throughline
