// SPDX-License-Identifier: Apache-2.0
// The Boost type behind Graph. Included by graph/*.cpp only: Boost.Graph costs nine seconds of compile time a file.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>

#include "graph/graph.hpp"

namespace throughline {

// What an arc is: the position of its relation, times two, plus one when it is walked backwards.
struct Arc {
  std::uint32_t code = 0;
};

using CompressedGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Arc,
                                                           boost::no_property, std::uint32_t, std::uint32_t>;

struct BoostGraph {
  CompressedGraph arcs;
};

inline Step step_of(const CompressedGraph& arcs, const CompressedGraph::edge_descriptor& edge) {
  const std::uint32_t code = arcs[edge].code;
  return {RelationIndex{code / 2}, NodeIndex{target(edge, arcs)},
          code % 2 == 0 ? Direction::forward : Direction::backward};
}

}  // namespace throughline
