// SPDX-License-Identifier: Apache-2.0
// What a figure of links shows: the relations on the chains that `links` answers with the same options. Where they have
// too many nodes, whole chains are left out: of few starts each keeps its share, of many those whose nodes most chains
// pass.
//
//   const Selection selection = links_shown(graph, scope, standings);
//   selection.chains->count == 12
#pragma once

#include "view/selection.hpp"

namespace throughline {

// Requires `links` of the scope. Chains end where it says; its kinds, types and exclusions say what else they may pass.
// Empty when nothing links.
Selection links_shown(const Graph& graph, const Scope& scope, const Standings& standings);

// "actors", "Ministry of Unification", "ministry, party": the ends that were asked for, as a reader would say it.
std::string ends_words(const Model& model, const Arguments& links, std::string_view option);

}  // namespace throughline
