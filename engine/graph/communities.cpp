// SPDX-License-Identifier: Apache-2.0
#include "graph/communities.hpp"

#include <algorithm>
#include <numeric>

#include "graph/communities_leiden.hpp"

namespace throughline {
namespace {

// Groups that fell apart while their nodes moved become several.
Groups connected_parts(const Network& network, const Groups& groups) {
  Network inner{.undirected = true};
  for (std::uint32_t node = 0; node < groups.size(); ++node) {
    for (const std::uint32_t next : network.neighbours(node))
      if (groups[next] == groups[node]) inner.targets.push_back(next);
    inner.starts.push_back(static_cast<std::uint32_t>(inner.targets.size()));
  }
  return strong_components(inner);
}

Groups groups_of_parts(const Parts& parts, const Groups& groups) {
  Groups of_parts(parts.count);
  for (std::size_t node = 0; node < groups.size(); ++node) of_parts[parts.of_node[node]] = groups[node];
  number_anew(of_parts);
  return of_parts;
}

// Moves nodes, then parts of groups, then parts made of these, until each group is one part.
Groups improved(const Level& flat, Groups groups) {
  Groups place(flat.size());  // the node of the present level that holds each node
  std::iota(place.begin(), place.end(), 0U);
  Level level = flat;
  while (true) {
    move_nodes(level, groups);
    const Parts parts = well_linked_parts(level, groups);
    if (parts.count == level.size()) break;
    groups = groups_of_parts(parts, groups);
    for (std::uint32_t& at : place) at = parts.of_node[at];
    level = merged(level, parts);
  }
  for (std::uint32_t& at : place) at = groups[at];
  return connected_parts(flat.network, place);
}

// The modularity times the square of the total: a whole number.
double quality(const Level& level, const Groups& groups) {
  std::vector<double> strength(groups.size(), 0.0);
  double inside = 0;
  for (std::uint32_t node = 0; node < groups.size(); ++node) {
    strength[groups[node]] += level.strength[node];
    for (std::size_t i = 0; i < level.network.neighbours(node).size(); ++i) {
      const std::uint32_t next = level.network.neighbours(node)[i];
      if (groups[next] == groups[node]) inside += level.network.weights_of(node)[i] * (next == node ? 2 : 1);
    }
  }
  return inside * level.total - std::inner_product(strength.begin(), strength.end(), strength.begin(), 0.0);
}

}  // namespace

Groups communities(const Network& network) {
  const Level flat(network);
  Groups best(network.node_count());
  std::iota(best.begin(), best.end(), 0U);
  while (true) {
    Groups next = improved(flat, best);
    if (quality(flat, next) <= quality(flat, best)) return best;
    best = std::move(next);
  }
}

double modularity(const Network& network, const Groups& groups) {
  const Level level(network);
  return level.total == 0 ? 0 : quality(level, groups) / (level.total * level.total);
}

Groups by_size(const Groups& groups) {
  Groups numbered = groups;
  const std::uint32_t count = number_anew(numbered);
  const auto members = members_of(numbered, count);
  std::vector<std::uint32_t> order(members.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return members[a].size() > members[b].size(); });
  for (std::uint32_t number = 0; number < order.size(); ++number)
    for (const std::uint32_t node : members[order[number]]) numbered[node] = number;
  return numbered;
}

}  // namespace throughline
