// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_routes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>
#include <tuple>

namespace throughline {

namespace {

// Costs in pixels of way.
constexpr double cost_of_bend = 18;
constexpr double cost_of_row = 34;
constexpr double cost_of_crossing = 20;
constexpr double cost_of_sharing = 70;      // a vertical run that another relation already takes
constexpr double cost_of_touching = 8;      // a column in a gap where another one turns
constexpr double cost_of_neighbour = 0.04;  // of each pixel along another run: it will need one more track

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

}  // namespace

// Dijkstra over (gap, column, direction of arrival).
struct RouteFinder::Search {
  enum Direction : std::size_t { vertical, horizontal };

  explicit Search(const RouteFinder& owner)
      : finder(owner),
        columns(owner.field_.columns.size()),
        cost(owner.gaps() * columns * 2, std::numeric_limits<double>::infinity()),
        previous(cost.size(), none) {}

  std::size_t state(std::size_t gap, std::size_t column, Direction direction) const {
    return (gap * columns + column) * 2 + direction;
  }
  std::size_t gap_of(std::size_t state) const { return state / 2 / columns; }
  std::size_t column_of(std::size_t state) const { return state / 2 % columns; }
  static Direction direction_of(std::size_t state) { return state % 2 == 0 ? vertical : horizontal; }

  void reach(std::size_t next, double at, std::size_t from) {
    if (at >= cost[next]) return;
    cost[next] = at;
    previous[next] = from;
    queue.emplace(at, next);
  }

  void expand(std::size_t here) {
    const std::size_t gap = gap_of(here);
    const std::size_t column = column_of(here);
    const bool was_horizontal = direction_of(here) == horizontal;
    const double turn = was_horizontal ? 0 : cost_of_bend;
    if (column > 0)
      reach(state(gap, column - 1, horizontal), cost[here] + turn + finder.along_gap(gap, column - 1), here);
    if (column + 1 < columns)
      reach(state(gap, column + 1, horizontal), cost[here] + turn + finder.along_gap(gap, column), here);
    const double rise = cost[here] + (was_horizontal ? cost_of_bend : finder.through_gap(gap, column));
    if (gap > 0 && !finder.is_blocked(gap - 1, column))
      reach(state(gap - 1, column, vertical), rise + finder.crossing_row(gap - 1, column), here);
    if (gap + 1 < finder.gaps() && !finder.is_blocked(gap, column))
      reach(state(gap + 1, column, vertical), rise + finder.crossing_row(gap, column), here);
  }

  const RouteFinder& finder;
  std::size_t columns;
  std::vector<double> cost;
  std::vector<std::size_t> previous;
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
};

RouteFinder::RouteFinder(RouteField field)
    : field_(std::move(field)),
      blocked_(field_.rows.size() * field_.columns.size()),
      row_uses_(blocked_.size()),
      gap_uses_(gaps() * field_.columns.size()),
      horizontal_uses_(gap_uses_.size()) {
  for (std::size_t row = 0; row < field_.rows.size(); ++row) {
    for (const Stretch& covered : field_.rows[row]) {
      const auto& columns = field_.columns;
      auto column = std::lower_bound(columns.begin(), columns.end(), covered.left - field_.clearance);
      for (; column != columns.end() && *column <= covered.right + field_.clearance; ++column)
        blocked_[row * columns.size() + static_cast<std::size_t>(column - columns.begin())] = 1;
    }
  }
}

double RouteFinder::crossing_row(std::size_t row, std::size_t column) const {
  return cost_of_row + cost_of_sharing * row_uses_[row * field_.columns.size() + column];
}

double RouteFinder::along_gap(std::size_t gap, std::size_t column) const {
  const std::size_t at = gap * field_.columns.size() + column;
  const double length = field_.columns[column + 1] - field_.columns[column];
  return length * (1 + cost_of_neighbour * horizontal_uses_[at]) +
         cost_of_crossing / 2 * (gap_uses_[at] + gap_uses_[at + 1]);
}

double RouteFinder::through_gap(std::size_t gap, std::size_t column) const {
  const std::size_t at = gap * field_.columns.size() + column;
  const int left = column > 0 ? horizontal_uses_[at - 1] : 0;
  return cost_of_crossing * std::max(left, horizontal_uses_[at]) + cost_of_touching * gap_uses_[at];
}

std::optional<Route> RouteFinder::find(const std::vector<Port>& from, const std::vector<Port>& to) {
  if (from.empty() || to.empty()) return std::nullopt;
  Search search(*this);
  const auto touching = [&](const Port& port) {
    return port.cost + cost_of_touching * gap_uses_[port.gap * field_.columns.size() + port.column];
  };
  for (const Port& port : from)
    search.reach(search.state(port.gap, port.column, Search::vertical), touching(port), none);
  std::vector<const Port*> goals(search.cost.size() / 2);
  for (const Port& port : to) goals[search.state(port.gap, port.column, Search::vertical) / 2] = &port;

  double least = std::numeric_limits<double>::infinity();
  std::size_t end = none;
  while (!search.queue.empty() && search.queue.top().first < least) {
    const auto [cost, here] = search.queue.top();
    search.queue.pop();
    if (cost > search.cost[here]) continue;
    if (const Port* port = goals[here / 2]; port != nullptr) {
      const double turn = Search::direction_of(here) == Search::horizontal ? cost_of_bend : 0;
      if (cost + turn + touching(*port) < least) least = cost + turn + touching(*port), end = here;
    }
    search.expand(here);
  }
  if (end == none) return std::nullopt;

  Route route;
  route.to = *goals[end / 2];
  std::size_t here = end;
  for (; search.previous[here] != none; here = search.previous[here]) {
    if (Search::direction_of(here) != Search::horizontal) continue;
    const std::size_t before = search.previous[here];
    const std::size_t gap = search.gap_of(here);
    if (!route.legs.empty() && route.legs.back().gap == gap && route.legs.back().from == search.column_of(here))
      route.legs.back().from = search.column_of(before);
    else
      route.legs.push_back({gap, search.column_of(before), search.column_of(here)});
  }
  std::reverse(route.legs.begin(), route.legs.end());
  const std::size_t first_gap = search.gap_of(here);
  const std::size_t first_column = search.column_of(here);
  route.from = *std::find_if(from.begin(), from.end(),
                             [&](const Port& port) { return port.gap == first_gap && port.column == first_column; });
  remember(route);
  return route;
}

void RouteFinder::remember(const Route& route) {
  std::size_t gap = route.from.gap;
  std::size_t column = route.from.column;
  for (const Leg& leg : route.legs) {
    remember_vertical(column, gap, leg.gap);
    const auto [first, last] = std::minmax(leg.from, leg.to);
    for (std::size_t i = first; i < last; ++i) ++horizontal_uses_[leg.gap * field_.columns.size() + i];
    gap = leg.gap;
    column = leg.to;
  }
  remember_vertical(column, gap, route.to.gap);
}

void RouteFinder::remember_vertical(std::size_t column, std::size_t from_gap, std::size_t to_gap) {
  const auto [first, last] = std::minmax(from_gap, to_gap);
  for (std::size_t gap = first; gap <= last; ++gap) ++gap_uses_[gap * field_.columns.size() + column];
  for (std::size_t row = first; row < last; ++row) ++row_uses_[row * field_.columns.size() + column];
}

}  // namespace throughline
