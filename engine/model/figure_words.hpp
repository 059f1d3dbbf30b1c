// SPDX-License-Identifier: Apache-2.0
// The words that a view, or the command line in its place, takes for how a figure is laid out.
#pragma once

#include <string_view>

namespace throughline {

inline constexpr std::string_view layout_words[] = {"dot", "neato", "sfdp", "circo", "twopi"};
inline constexpr std::string_view cluster_words[] = {"none", "kind", "type", "organisation", "source"};
inline constexpr std::string_view lane_words[] = {"actor", "initiative", "kind", "type", "source", "view"};

}  // namespace throughline
