// SPDX-License-Identifier: Apache-2.0
// What `rank` and `groups` share: which relations they count, and which nodes they show.
#pragma once

#include <string_view>
#include <vector>

#include "graph/network.hpp"
#include "query/verb.hpp"

namespace throughline {

inline constexpr Parameter weight_parameter{
    "--weight", "none|count", "count: several relations between the same two nodes weigh as many", "none"};
inline constexpr Parameter kind_parameter{"--kind", "WHAT…",
                                          "show only nodes of these kinds, types, ids or names; all are counted", ""};

// All relations but those denied or disproven; a note says how many these are.
Network counted_network(const Graph& graph, Counting counting, Table& table);

// The nodes of the network to show, ascending; a note says that others are counted too.
std::vector<std::uint32_t> shown_nodes(const Model& model, const Network& network, const Arguments& arguments,
                                       Table& table, Diagnostics& diagnostics);

// Does the list "degree|pagerank" name the rows of a table, all and in order? For a static_assert, so that the help of
// a parameter and the table behind it cannot differ.
template <typename Rows>
constexpr bool lists_names(std::string_view list, const Rows& rows) {
  for (const auto& row : rows) {
    if (!list.starts_with(row.name)) return false;
    list.remove_prefix(row.name.size());
    if (list.starts_with('|')) list.remove_prefix(1);
  }
  return list.empty();
}

}  // namespace throughline
