// SPDX-License-Identifier: Apache-2.0
// Which nodes belong together, for the verb `groups`: components, and communities that hold together more than chance
// would have it. Groups are numbers from 0, one per node in the order of the model.
//
//   const Groups groups = communities(network);
//   const double how_well = modularity(network, groups);
#pragma once

#include "graph/network.hpp"

namespace throughline {

using Groups = std::vector<std::uint32_t>;

// Nodes that reach each other along arcs: Tarjan 1972. In an undirected network these are its components.
Groups strong_components(const Network& network);

// Traag, Waltman and van Eck 2019 (Leiden), for modularity, with nothing left to chance: nodes are taken in the order
// of the model, the best move is made, the first of equals. Repeated until nothing improves. Each community is
// connected, and no move of a single node would raise the modularity. Requires an undirected network.
Groups communities(const Network& network);

// Newman and Girvan 2004: the part of the weight that lies within groups, less what would if arcs fell by chance, the
// degrees as they are; from −1/2 to 1, and 0 without arcs. Requires an undirected network; a loop weighs once, and
// counts twice in the degree of its node.
double modularity(const Network& network, const Groups& groups);

// The same groups numbered anew: by size, the greatest first, then by their first node.
Groups by_size(const Groups& groups);

}  // namespace throughline
