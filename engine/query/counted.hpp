// SPDX-License-Identifier: Apache-2.0
// What `rank` and `groups` share: which relations they count, from which standpoint, and which nodes they show.
//
//   const CountedNetworks counted = counted_networks(graph, standings, filter, {.undirected = true}, table);
//   const Scores scores = coreness(counted.certain);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/network.hpp"
#include "query/filter.hpp"
#include "query/standings.hpp"
#include "query/verb.hpp"

namespace throughline {

inline constexpr Parameter weight_parameter{
    "--weight", "none|count", "count: several relations between the same two nodes weigh as many", "none"};
inline constexpr Parameter kind_parameter =
    narrowing({"--kind", "WHAT…", "show only nodes of these kinds, types, ids or names; all are counted", ""});

// What is denied or disproven is in neither.
struct CountedNetworks {
  Network certain;                  // what certainly held; everything, when the question has no standpoint
  std::optional<Network> possible;  // that, and what possibly held; nothing where only the first was asked for

  const Network& widest() const { return possible ? *possible : certain; }
};

// Notes say how many relations were counted for what, and what was left out.
CountedNetworks counted_networks(const Graph& graph, const Standings& standings, const Filter& filter,
                                 Counting counting, Table& table);

// "all relations both ways, several between two nodes as one": for the note that says how something was computed.
std::string counting_words(Counting counting);

// The number of a node in the network; nothing when it is not in it.
std::optional<std::uint32_t> number_in(const Network& network, NodeIndex node);

// The nodes to show, ascending; a note says that others are counted too.
std::vector<NodeIndex> shown_nodes(const Model& model, const Network& network, const Arguments& arguments, Table& table,
                                   Diagnostics& diagnostics);

// Why there is no row.
std::string no_nodes_words(const Arguments& arguments, const Standpoint& standpoint);

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
