// SPDX-License-Identifier: Apache-2.0
// What a figure of two nodes shows: the chains from the one to the other, as `path` finds them. Without a bound those
// that are as short as the best; with one all up to it. Where they have too many nodes, the worst are left out whole.
//
//   const Selection selection = chains_between(graph, scope, standings, may_walk);
//   selection.chains->count == 3
#pragma once

#include <functional>

#include "view/selection.hpp"

namespace throughline {

// How far the best chain is looked for when the scope gives no bound, as `path` does.
inline constexpr std::size_t usual_hops = 6;

// Requires two nodes in `between` of the scope. Empty when there is no chain; the bound is told even then.
Selection chains_between(const Graph& graph, const Scope& scope, const Standings& standings,
                         const std::function<bool(RelationIndex)>& may_walk);

}  // namespace throughline
