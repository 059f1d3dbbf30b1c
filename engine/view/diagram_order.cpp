// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_order.hpp"

#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

namespace throughline {
namespace {

// Eades, Lin and Smyth's order of nodes that turns few edges round: sinks to the back, sources to the front.
std::vector<std::size_t> places_in_line(const DiagramPlan& plan) {
  const std::size_t count = plan.nodes.size();
  std::vector<bool> placed(count, false);
  const auto flow = [&](std::size_t node) {  // edges out less edges in, within a column, among those not yet placed
    int out = 0;
    int in = 0;
    for (const PlannedEdge& edge : plan.edges) {
      if (edge.from == edge.to || plan.nodes[edge.from].column != plan.nodes[edge.to].column) continue;
      if (edge.from == node && !placed[edge.to]) ++out;
      if (edge.to == node && !placed[edge.from]) ++in;
    }
    return in == 0 ? 1'000'000 + out : out == 0 ? -1'000'000 - in : out - in;
  };
  std::vector<std::size_t> place(count, 0);
  std::size_t front = 0;
  std::size_t back = count;
  while (front < back) {
    std::optional<std::size_t> best;
    int best_flow = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (placed[i]) continue;
      const int now = flow(i);
      if (!best || std::abs(now) > std::abs(best_flow)) best = i, best_flow = now;
    }
    placed[*best] = true;
    place[*best] = best_flow <= -1'000'000 ? --back : front++;
  }
  return place;
}

// What it costs to have `node` where it is: lines within a column are awkward; lines from the outer column to other levels
// have to pass the inner one.
int unease(const DiagramPlan& plan, std::size_t node, bool outer) {
  int cost = 0;
  const PlannedNode& self = plan.nodes[node];
  for (const PlannedEdge& edge : plan.edges) {
    if (edge.from == edge.to || (edge.from != node && edge.to != node)) continue;
    const PlannedNode& other = plan.nodes[edge.from == node ? edge.to : edge.from];
    if (other.level != self.level)
      cost += outer ? 2 : 0;
    else if (other.column == self.column)
      cost += 3;
  }
  return cost;
}

// Gives a level two columns: the outer one, away from the other levels, for those that mostly relate to their own kind.
void split(DiagramPlan& plan, int level) {
  const int inner = level == 0 ? 1 : 2 * level;
  const int outer = level == 0 ? 0 : 2 * level + 1;
  for (PlannedNode& node : plan.nodes)
    if (node.level == level) node.column = inner;
  constexpr int rounds = 8;
  for (int round = 0; round < rounds; ++round) {
    bool changed = false;
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      PlannedNode& node = plan.nodes[i];
      if (node.level != level) continue;
      const int before = node.column;
      const int stay = unease(plan, i, before == outer);
      node.column = before == outer ? inner : outer;
      if (unease(plan, i, node.column == outer) >= stay)
        node.column = before;
      else
        changed = true;
    }
    if (!changed) break;
  }
}

}  // namespace

void put_in_order(DiagramPlan& plan) {
  for (PlannedNode& node : plan.nodes) node.column = 2 * node.level;
  for (const int level : plan.arrangement.split_levels) split(plan, level);
  const std::vector<std::size_t> place = places_in_line(plan);
  const auto rank = [&](std::size_t node) { return std::pair(plan.nodes[node].column, place[node]); };
  for (PlannedEdge& edge : plan.edges) edge.turned = rank(edge.from) > rank(edge.to);
}

}  // namespace throughline
