// SPDX-License-Identifier: Apache-2.0
#include "query/counted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

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

std::vector<std::uint32_t> shown_nodes(const Model& model, const Network& network, const Arguments& arguments,
                                       Table& table, Diagnostics& diagnostics) {
  std::vector<std::uint32_t> shown(network.node_count());
  std::iota(shown.begin(), shown.end(), 0U);
  if (!arguments.has("--kind")) return shown;
  const std::vector<NodeIndex> wanted = select_all(model, arguments.all("--kind"), diagnostics);
  std::erase_if(shown, [&](std::uint32_t node) {
    return !std::binary_search(wanted.begin(), wanted.end(), network.nodes[node]);
  });
  table.notes.push_back(
      fmt::format("{} of {} shown; all are counted", shown.size(), count_of(network.node_count(), "node")));
  return shown;
}

}  // namespace throughline
