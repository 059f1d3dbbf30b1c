// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_order.hpp"

#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

namespace throughline {
namespace {

// Edges within a column, among nodes not yet placed.
struct Degrees {
  std::vector<int> out, in;

  void count(const DiagramPlan& plan, const PlannedEdge& edge, int by) {
    if (edge.from == edge.to || plan.nodes[edge.from].column != plan.nodes[edge.to].column) return;
    out[edge.from] += by;
    in[edge.to] += by;
  }

  int flow(std::size_t node) const {
    if (in[node] == 0) return 1'000'000 + out[node];
    return out[node] == 0 ? -1'000'000 - in[node] : out[node] - in[node];
  }
};

// Eades, Lin and Smyth's order of nodes that turns few edges round: sinks to the back, sources to the front.
std::vector<std::size_t> places_in_line(const DiagramPlan& plan) {
  const std::size_t count = plan.nodes.size();
  Degrees degrees{std::vector<int>(count), std::vector<int>(count)};
  std::vector<std::vector<const PlannedEdge*>> edges_of(count);
  for (const PlannedEdge& edge : plan.edges) {
    degrees.count(plan, edge, 1);
    edges_of[edge.from].push_back(&edge);
    edges_of[edge.to].push_back(&edge);
  }
  std::vector<bool> placed(count, false);
  std::vector<std::size_t> place(count, 0);
  std::size_t front = 0;
  std::size_t back = count;
  while (front < back) {
    std::optional<std::size_t> best;
    int best_flow = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (placed[i]) continue;
      const int now = degrees.flow(i);
      if (!best || std::abs(now) > std::abs(best_flow)) best = i, best_flow = now;
    }
    placed[*best] = true;
    place[*best] = best_flow <= -1'000'000 ? --back : front++;
    for (const PlannedEdge* edge : edges_of[*best])
      if (!placed[edge->from] || !placed[edge->to]) degrees.count(plan, *edge, -1);
  }
  return place;
}

constexpr int columns_of_level = 10;  // numbers kept free for them

// What it costs to have `node` where it is: lines within a column are awkward, lines that pass a column a little; those
// to other levels have to pass all columns up to the inner one.
int unease(const DiagramPlan& plan, std::size_t node, int inner) {
  const PlannedNode& self = plan.nodes[node];
  int cost = 0;
  for (const PlannedEdge& edge : plan.edges) {
    if (edge.from == edge.to || (edge.from != node && edge.to != node)) continue;
    const PlannedNode& other = plan.nodes[edge.from == node ? edge.to : edge.from];
    const int apart = std::abs(other.column - self.column);
    if (other.level != self.level)
      cost += 2 * std::abs(self.column - inner);
    else
      cost += apart == 0 ? 3 : apart - 1;
  }
  return cost;
}

// Spreads a level over several columns. All begin in the inner one, next to the other levels; whoever would be better
// off in another moves there, until none wants to.
void split(DiagramPlan& plan, int level, int count) {
  const int first = level * columns_of_level;
  const int inner = level == 0 ? first + count - 1 : first;
  for (PlannedNode& node : plan.nodes)
    if (node.level == level) node.column = inner;
  constexpr int rounds = 8;
  bool changed = count > 1;
  for (int round = 0; round < rounds && changed; ++round) {
    changed = false;
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      PlannedNode& node = plan.nodes[i];
      if (node.level != level) continue;
      int best = node.column;
      int least = unease(plan, i, inner);
      for (int column = first; column < first + count; ++column) {
        node.column = column;
        if (const int now = unease(plan, i, inner); now < least) least = now, best = column, changed = true;
      }
      node.column = best;
    }
  }
}

}  // namespace

void put_in_order(DiagramPlan& plan) {
  const std::vector<std::size_t>& kept = plan.arrangement.columns_told;
  const bool are_told = !kept.empty() || (!plan.nodes.empty() && plan.nodes.front().node->column);
  for (std::size_t i = 0; i < plan.nodes.size() && are_told; ++i)
    plan.nodes[i].column = static_cast<int>(kept.empty() ? plan.nodes[i].node->column.value_or(0) : kept[i]);
  for (int level = 0; level < 4 && !are_told; ++level)
    split(plan, level, plan.arrangement.split[static_cast<std::size_t>(level)]);
  const std::vector<std::size_t> place = places_in_line(plan);
  const auto rank = [&](std::size_t node) { return std::pair(plan.nodes[node].column, place[node]); };
  for (PlannedEdge& edge : plan.edges) edge.turned = rank(edge.from) > rank(edge.to);
}

}  // namespace throughline
