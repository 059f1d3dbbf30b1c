// SPDX-License-Identifier: Apache-2.0
// What Boost.Graph does well: cores and strong components, on a compressed graph made for the purpose.
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/strong_components.hpp>

#include "graph/communities.hpp"
#include "graph/measures.hpp"

namespace throughline {
namespace {

using PlainGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                      boost::no_property, std::uint32_t, std::uint32_t>;

PlainGraph without_loops(const Network& network) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(network.targets.size());
  for (std::uint32_t node = 0; node < network.node_count(); ++node)
    for (const std::uint32_t next : network.neighbours(node))
      if (next != node) ends.emplace_back(node, next);
  return {boost::edges_are_sorted, ends.begin(), ends.end(), static_cast<std::uint32_t>(network.node_count())};
}

template <typename Value>
auto by_node(std::vector<Value>& values, const PlainGraph& graph) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

}  // namespace

Scores coreness(const Network& network) {
  const PlainGraph graph = without_loops(network);
  std::vector<std::uint32_t> cores(network.node_count());
  boost::core_numbers(graph, by_node(cores, graph));
  return {cores.begin(), cores.end()};
}

Groups strong_components(const Network& network) {
  const PlainGraph graph = without_loops(network);
  Groups groups(network.node_count());
  boost::strong_components(graph, by_node(groups, graph));
  return groups;
}

}  // namespace throughline
