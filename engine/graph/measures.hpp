// SPDX-License-Identifier: Apache-2.0
// How central a node is, by seven measures, for the verb `rank`: each gives one score a node, in the order of the
// model. Meanings are those of NetworkX. `in` and `out` follow the arcs of the Network; what is said of a directed
// network holds of an undirected one with every arc both ways, unless told otherwise. The same bytes on any number of
// threads.
//
//   const Scores scores = pagerank(network_of(graph, passage, {}));
#pragma once

#include "graph/network.hpp"

namespace throughline {

using Scores = std::vector<double>;

// The weights of the arcs that leave, that arrive, or both together. A relation of a node with itself leaves and
// arrives. Undirected, the three are one: the weights of all neighbours, the node itself counted twice.
Scores out_degree(const Network& network);
Scores in_degree(const Network& network);
Scores degree(const Network& network);

// Page, Brin, Motwani and Winograd 1999: where a walk is found that follows arcs by their weights, with probability
// 0.15 goes anywhere instead, and anywhere from a node that no arc leaves. Sums to 1; each score is right to 1e-10.
// (Boost's page_rank loses what arrives at a node that no arc leaves.)
Scores pagerank(const Network& network);

// Brandes 2001, arcs looked for from either side as by Beamer, Asanović and Patterson 2012: of each two other nodes,
// the part of the shortest chains between them that passes through the node; summed, not normalised. Directed from each
// to each; undirected each pair once. Chains are counted with the weights of their arcs: two relations side by side are
// two chains. (Boost's knows no threads and no such counting.)
Scores betweenness(const Network& network, std::size_t threads);

// Wasserman and Faust 1994: of the r nodes from which the node can be reached, itself included, among n: (r − 1) over
// the sum of their distances, times (r − 1) / (n − 1); 0 if there is no other. Distances are steps, weights mean
// nothing.
Scores closeness(const Network& network, std::size_t threads);

// Seidman 1983, by Batagelj and Zaveršnik 2003: the greatest k such that the node stands in a part of the network where
// each has k neighbours. Requires an undirected network; loops and weights mean nothing.
Scores coreness(const Network& network);

}  // namespace throughline
