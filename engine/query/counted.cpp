// SPDX-License-Identifier: Apache-2.0
#include "query/counted.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"

namespace throughline {

Network counted_network(const Graph& graph, Counting counting, Table& table) {
  std::size_t denied = 0;
  const Passage passage = passage_of(graph, false, &denied);
  if (denied > 0)
    table.notes.push_back(fmt::format("{} denied or disproven: not counted", count_of(denied, "relation")));
  return network_of(graph, passage, counting);
}

std::vector<NodeIndex> shown_nodes(const Model& model, const Arguments& arguments, Table& table,
                                   Diagnostics& diagnostics) {
  const std::size_t all = model.nodes.size();
  if (!arguments.has("--kind")) {
    std::vector<NodeIndex> nodes(all);
    for (std::uint32_t i = 0; i < all; ++i) nodes[i] = NodeIndex{i};
    return nodes;
  }
  std::vector<NodeIndex> nodes = select_all(model, arguments.all("--kind"), diagnostics);
  table.notes.push_back(fmt::format("{} of {} shown; all are counted", nodes.size(), count_of(all, "node")));
  return nodes;
}

}  // namespace throughline
