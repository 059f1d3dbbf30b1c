// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_routes.hpp"

#include <algorithm>
#include <limits>
#include <queue>

namespace throughline {

namespace {

// Costs in pixels of way.
constexpr double cost_of_bend = 18;
constexpr double cost_of_row = 34;
constexpr double cost_of_slip = 45;
constexpr double shortest_run = 12;
constexpr double cost_of_crossing = 20;
constexpr double cost_of_sharing = 70;      // a vertical run that another relation already takes
constexpr double cost_of_touching = 8;      // a column in a gap where another one turns
constexpr double cost_of_shared_port = 24;  // an end where another relation comes or goes
constexpr double cost_of_neighbour = 0.04;  // of each pixel along another run: it will need one more track
constexpr double together = 0.3;            // what a way costs where the bundle already runs

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

}  // namespace

void RouteUses::add(std::size_t place, std::size_t bundle) {
  if (!has(place, bundle)) bundles_[place].push_back(bundle);
}

bool RouteUses::has(std::size_t place, std::size_t bundle) const {
  const auto& here = bundles_[place];
  return std::find(here.begin(), here.end(), bundle) != here.end();
}

double RouteUses::others(std::size_t place, std::size_t bundle) const {
  return static_cast<double>(bundles_[place].size() - (has(place, bundle) ? 1 : 0));
}

// Dijkstra over (gap, column, how it was reached): a short run, when it turns again, looks like a slip.
struct RouteFinder::Search {
  enum Arrival : std::size_t { vertical, short_left, long_left, short_right, long_right, arrivals };

  Search(const RouteFinder& the_finder, std::size_t the_bundle)
      : finder(the_finder),
        bundle(the_bundle),
        columns(the_finder.field_.columns.size()),
        cost(the_finder.gaps() * columns * arrivals, std::numeric_limits<double>::infinity()),
        previous(cost.size(), none),
        run(cost.size(), 0) {}

  std::size_t state(std::size_t gap, std::size_t column, Arrival arrival) const {
    return (gap * columns + column) * arrivals + arrival;
  }
  std::size_t gap_of(std::size_t state) const { return state / arrivals / columns; }
  std::size_t column_of(std::size_t state) const { return state / arrivals % columns; }
  static Arrival arrival_of(std::size_t state) { return static_cast<Arrival>(state % arrivals); }

  // Of turning upwards or downwards here.
  static double turning(std::size_t state) {
    const Arrival arrival = arrival_of(state);
    const bool is_short = arrival == short_left || arrival == short_right;
    return arrival == vertical ? 0 : cost_of_bend + (is_short ? cost_of_slip : 0);
  }

  // The last state of the cheapest way, or none.
  std::size_t cheapest(const std::vector<Port>& from, const std::vector<Port>& to) {
    for (const Port& port : from) reach(state(port.gap, port.column, vertical), touching(port), none);
    double least = std::numeric_limits<double>::infinity();
    std::size_t end = none;
    while (!queue.empty() && queue.top().first < least) {
      const auto [so_far, here] = queue.top();
      queue.pop();
      if (so_far > cost[here]) continue;
      if (const Port* port = port_at(here, to); port != nullptr) {
        const double total = so_far + touching(*port) + turning(here);
        if (total < least) least = total, end = here;
      }
      expand(here);
    }
    return end;
  }

  const Port* port_at(std::size_t state, const std::vector<Port>& ports) const {
    const Port* best = nullptr;
    for (const Port& port : ports) {
      if (port.gap != gap_of(state) || port.column != column_of(state)) continue;
      if (best == nullptr || port.cost < best->cost) best = &port;
    }
    return best;
  }

  RelationRoute route_to(std::size_t end, const std::vector<Port>& from, const std::vector<Port>& to) const {
    RelationRoute route;
    route.to = *port_at(end, to);
    std::size_t here = end;
    for (; previous[here] != none; here = previous[here]) {
      if (arrival_of(here) == vertical) continue;
      const std::size_t gap = gap_of(here);
      const bool goes_on =
          !route.legs.empty() && route.legs.back().gap == gap && route.legs.back().from == column_of(here);
      if (!goes_on) route.legs.push_back({gap, 0, column_of(here)});
      route.legs.back().from = column_of(previous[here]);
    }
    std::reverse(route.legs.begin(), route.legs.end());
    route.from = *port_at(here, from);
    return route;
  }

 private:
  bool reach(std::size_t next, double at, std::size_t from) {
    if (at >= cost[next]) return false;
    cost[next] = at;
    previous[next] = from;
    queue.emplace(at, next);
    return true;
  }

  void expand(std::size_t here) {
    const std::size_t gap = gap_of(here);
    const std::size_t column = column_of(here);
    const Arrival arrival = arrival_of(here);
    const bool came_from_left = arrival == short_right || arrival == long_right;
    const bool came_from_right = arrival == short_left || arrival == long_left;
    if (column > 0 && !came_from_left) run_left(here);
    if (column + 1 < columns && !came_from_right) run_right(here);
    const double across = cost[here] + (arrival_of(here) == vertical ? through_gap(gap, column) : turning(here));
    if (gap > 0 && !finder.is_blocked(gap - 1, column))
      reach(state(gap - 1, column, vertical), across + across_row(gap - 1, column), here);
    if (gap + 1 < finder.gaps() && !finder.is_blocked(gap, column))
      reach(state(gap + 1, column, vertical), across + across_row(gap, column), here);
  }

  void run_left(std::size_t here) {
    const std::size_t next = column_of(here) - 1;
    const double length = run[here] + step(next);
    run_to(state(gap_of(here), next, length < shortest_run ? short_left : long_left), here, next, length);
  }

  void run_right(std::size_t here) {
    const std::size_t column = column_of(here);
    const double length = run[here] + step(column);
    run_to(state(gap_of(here), column + 1, length < shortest_run ? short_right : long_right), here, column, length);
  }

  double step(std::size_t column) const { return finder.field_.columns[column + 1] - finder.field_.columns[column]; }

  void run_to(std::size_t there, std::size_t here, std::size_t lower_column, double length) {
    const double bend = arrival_of(here) == vertical ? cost_of_bend : 0;
    if (reach(there, cost[here] + bend + along_gap(gap_of(here), lower_column), here)) run[there] = length;
  }

  double touching(const Port& port) const {
    return port.cost + cost_of_shared_port * finder.turns_.others(finder.place(port.gap, port.column), bundle);
  }

  double across_row(std::size_t row, std::size_t column) const {
    const std::size_t place = finder.place(row, column);
    const double length = finder.rows_.has(place, bundle) ? together * cost_of_row : cost_of_row;
    return length + cost_of_sharing * finder.rows_.others(place, bundle);
  }

  // From this column to the next.
  double along_gap(std::size_t gap, std::size_t column) const {
    const std::size_t place = finder.place(gap, column);
    const double share = finder.runs_.has(place, bundle) ? together : 1;
    const double crossed = finder.turns_.others(place, bundle) + finder.turns_.others(place + 1, bundle);
    return step(column) * (share + cost_of_neighbour * finder.runs_.others(place, bundle)) +
           cost_of_crossing / 2 * crossed;
  }

  double through_gap(std::size_t gap, std::size_t column) const {
    const std::size_t place = finder.place(gap, column);
    const double left = column > 0 ? finder.runs_.others(place - 1, bundle) : 0;
    const double crossed = std::max(left, finder.runs_.others(place, bundle));
    return cost_of_crossing * crossed + cost_of_touching * finder.turns_.others(place, bundle);
  }

  const RouteFinder& finder;
  std::size_t bundle;
  std::size_t columns;
  std::vector<double> cost;
  std::vector<std::size_t> previous;
  std::vector<double> run;  // pixels since the last turn; 0 after a vertical step
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
};

RouteFinder::RouteFinder(RouteField field)
    : field_(std::move(field)),
      blocked_(field_.rows.size() * field_.columns.size()),
      rows_(blocked_.size()),
      turns_(gaps() * field_.columns.size()),
      runs_(gaps() * field_.columns.size()) {
  const auto& columns = field_.columns;
  for (std::size_t row = 0; row < field_.rows.size(); ++row) {
    for (const AxisSpan& covered : field_.rows[row]) {
      auto column = std::lower_bound(columns.begin(), columns.end(), covered.left - field_.clearance);
      for (; column != columns.end() && *column <= covered.right + field_.clearance; ++column)
        blocked_[place(row, static_cast<std::size_t>(column - columns.begin()))] = 1;
    }
  }
}

std::optional<RelationRoute> RouteFinder::find(const std::vector<Port>& from, const std::vector<Port>& to,
                                               std::size_t bundle) {
  Search search(*this, bundle);
  const std::size_t end = search.cheapest(from, to);
  if (end == none) return std::nullopt;
  RelationRoute route = search.route_to(end, from, to);
  remember(route, bundle);
  return route;
}

void RouteFinder::remember(const RelationRoute& route, std::size_t bundle) {
  std::size_t gap = route.from.gap;
  std::size_t column = route.from.column;
  for (const Leg& leg : route.legs) {
    remember_vertical(column, gap, leg.gap, bundle);
    const auto [first, last] = std::minmax(leg.from, leg.to);
    for (std::size_t i = first; i < last; ++i) runs_.add(place(leg.gap, i), bundle);
    gap = leg.gap;
    column = leg.to;
  }
  remember_vertical(column, gap, route.to.gap, bundle);
}

void RouteFinder::remember_vertical(std::size_t column, std::size_t from_gap, std::size_t to_gap, std::size_t bundle) {
  const auto [first, last] = std::minmax(from_gap, to_gap);
  for (std::size_t gap = first; gap <= last; ++gap) turns_.add(place(gap, column), bundle);
  for (std::size_t row = first; row < last; ++row) rows_.add(place(row, column), bundle);
}

}  // namespace throughline
