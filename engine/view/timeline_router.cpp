// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

#include "view/theme.hpp"
#include "view/timeline_links.hpp"
#include "view/timeline_routes.hpp"

namespace throughline {

namespace {

constexpr double column_distance = 7;
constexpr double gutter_clearance = 7;
constexpr double column_clearance = 4;  // between the column of a mark and an ordinary one
constexpr double port_margin = 6;       // from the corners of a bar
constexpr double beside_middle = 4;     // a mark takes a relation right and left of its middle, too
constexpr double shortest_direct = 18;  // along a row, arrowhead included
constexpr double cost_of_shift = 0.7;   // a pixel away from where the relation belongs in time
constexpr double shortest_leg = 18;     // a shorter one looks like a slip
constexpr double cost_of_short_leg = 40;
constexpr double cost_of_aside = 8;  // not at the middle of a mark

// Where relations may meet the item, along x.
AxisSpan port_stretch(const PlannedItem& item) {
  if (!item.is_bar) return {item.moment.x - beside_middle, item.moment.x + beside_middle};
  const AxisSpan covered = item.covered();
  const AxisSpan body = body_of(item.bar);
  const double left = body.left + port_margin;
  const double right = body.right - port_margin;
  const double middle = (covered.left + covered.right) / 2;
  return right - left < 2 * port_margin ? AxisSpan{middle, middle} : AxisSpan{left, right};
}

// The x at which a relation to or from the item belongs.
double natural_x(const PlannedItem& item, const PlannedItem& other) {
  if (!item.is_bar) return item.moment.x;
  const AxisSpan stretch = port_stretch(item);
  return std::clamp(other.is_bar ? other.covered().left : other.moment.x, stretch.left, stretch.right);
}

bool is_covered_above(const PlannedItem& item, double x) {
  const double left = item.set.label_at.x;
  return item.set.is_above && x > left - port_margin && x < left + item.set.label.width + port_margin;
}

// Columns for relations: through each mark, at even distances elsewhere, not within a break, and some in the gutters.
class Columns {
 public:
  explicit Columns(const TimelinePlan& plan) : plan_(plan) {
    add_marks();
    const std::vector<double> marks = xs_;
    const TimeAxis& axis = plan.axis;
    for (double x = gutter_clearance; x <= plan.gutter; x += column_distance) {
      xs_.push_back(axis.left() - x);
      xs_.push_back(axis.right() + x);
    }
    for (double x = axis.left(); x <= axis.right(); x += column_distance) {
      if (!is_near(x, marks) && !is_in_break(x)) xs_.push_back(x);
    }
    std::sort(xs_.begin(), xs_.end());
    add_missing();
  }

  const std::vector<double>& xs() const { return xs_; }

  std::vector<std::size_t> within(const AxisSpan& stretch) const {
    std::vector<std::size_t> columns;
    auto x = std::lower_bound(xs_.begin(), xs_.end(), stretch.left - 0.5);
    for (; x != xs_.end() && *x <= stretch.right + 0.5; ++x)
      columns.push_back(static_cast<std::size_t>(x - xs_.begin()));
    return columns;
  }

 private:
  void add_marks() {
    for (const PlannedItem& item : plan_.items) {
      const AxisSpan stretch = port_stretch(item);
      if (stretch.right - stretch.left >= 2 * column_distance) continue;
      for (const double x : {stretch.left, (stretch.left + stretch.right) / 2, stretch.right}) xs_.push_back(x);
    }
    std::sort(xs_.begin(), xs_.end());
    xs_.erase(std::unique(xs_.begin(), xs_.end(), [](double a, double b) { return b - a < 0.5; }), xs_.end());
  }

  // A bar that lies in and around a break may have no column yet.
  void add_missing() {
    std::vector<double> missing;
    for (const PlannedItem& item : plan_.items) {
      const AxisSpan stretch = port_stretch(item);
      if (within(stretch).empty()) missing.push_back((stretch.left + stretch.right) / 2);
    }
    xs_.insert(xs_.end(), missing.begin(), missing.end());
    std::sort(xs_.begin(), xs_.end());
    xs_.erase(std::unique(xs_.begin(), xs_.end()), xs_.end());
  }

  static bool is_near(double x, const std::vector<double>& marks) {
    const auto next = std::lower_bound(marks.begin(), marks.end(), x - column_clearance);
    return next != marks.end() && *next < x + column_clearance;
  }

  bool is_in_break(double x) const {
    const auto& breaks = plan_.axis.breaks();
    return std::any_of(breaks.begin(), breaks.end(),
                       [&](const AxisBreak& gap) { return gap.left - 3 < x && x < gap.right + 3; });
  }

  const TimelinePlan& plan_;
  std::vector<double> xs_;
};

RouteField field_of(const TimelinePlan& plan, const Columns& columns) {
  RouteField field;
  field.columns = columns.xs();
  for (const PlannedRow& row : plan.rows) field.rows.push_back(row.packed.covered);
  return field;
}

class Router {
 public:
  explicit Router(const TimelinePlan& plan)
      : plan_(plan), copies_(copies_of(plan.items)), columns_(plan), finder_(field_of(plan, columns_)) {}

  PlannedLink find(const TimelineLink& link, std::size_t bundle) {
    const auto& from = copies_.at(link.from);
    const auto& to = copies_.at(link.to);
    PlannedLink planned;
    planned.link = &link;
    planned.bundle = bundle;
    for (const std::size_t a : from) {
      for (const std::size_t b : to) {
        if (planned.is_direct || !is_direct(a, b) || !taken_.insert(std::minmax(a, b)).second) continue;
        planned.is_direct = true;
        planned.from = a;
        planned.to = b;
      }
    }
    if (!planned.is_direct) follow(*finder_.find(ports(from, to), ports(to, from), bundle), planned);
    return planned;
  }

  // From an item to what stands for it in another lane.
  PlannedLink join(std::size_t item, std::size_t echo, std::size_t bundle) {
    PlannedLink planned;
    planned.bundle = bundle;
    follow(*finder_.find(ports({item}, {echo}), ports({echo}, {item}), bundle), planned);
    return planned;
  }

 private:
  void follow(const RelationRoute& route, PlannedLink& planned) const {
    const auto& xs = columns_.xs();
    planned.from = route.from.owner;
    planned.to = route.to.owner;
    planned.from_x = xs[route.from.column];
    planned.to_x = xs[route.to.column];
    planned.leaves_upwards = route.from.gap == plan_.items[planned.from].row;
    planned.arrives_from_above = route.to.gap == plan_.items[planned.to].row;
    for (const Leg& leg : route.legs) planned.legs.push_back({leg.gap, 0, xs[leg.from], xs[leg.to]});
  }

  // Nothing between the two, neither a label nor another item.
  bool is_direct(std::size_t from, std::size_t to) const {
    const PlannedItem* left = &plan_.items[from];
    const PlannedItem* right = &plan_.items[to];
    if (left->row != right->row) return false;
    if (right->covered().left < left->covered().left) std::swap(left, right);
    if ((left->is_bar && left->bar.end != BarEnd::dated) || (right->is_bar && right->bar.start != BarEnd::dated))
      return false;
    const AxisSpan way{left->covered().right, right->covered().left};
    if (way.right - way.left < shortest_direct) return false;
    if (left->set.setting.covered.right > way.left + 1 || right->set.setting.covered.left < way.right - 1) return false;
    const auto& row = plan_.rows[left->row].packed.covered;
    return std::none_of(row.begin(), row.end(), [&](const AxisSpan& other) {
      return other.left > way.left - 1 && other.right < way.right + 1;
    });
  }

  std::vector<Port> ports(const std::vector<std::size_t>& owners, const std::vector<std::size_t>& others) const {
    std::vector<Port> ports;
    for (const std::size_t owner : owners) {
      const PlannedItem& item = plan_.items[owner];
      const PlannedItem& other = plan_.items[others.front()];
      const double wanted = natural_x(item, other);
      for (const std::size_t column : columns_.within(port_stretch(item))) {
        const double x = columns_.xs()[column];
        const double aside = std::abs(x - other.moment.x);
        const bool has_short_leg = !other.is_bar && aside > beside_middle + 0.5 && aside < shortest_leg;
        const bool is_aside = !item.is_bar && std::abs(x - wanted) > 0.5;
        const double cost = cost_of_shift * std::abs(x - wanted) + (has_short_leg ? cost_of_short_leg : 0) +
                            (is_aside ? cost_of_aside : 0);
        if (!is_covered_above(item, x)) ports.push_back({owner, item.row, column, cost});
        ports.push_back({owner, item.row + 1, column, cost});
      }
    }
    return ports;
  }

  const TimelinePlan& plan_;
  Copies copies_;
  Columns columns_;
  RouteFinder finder_;
  std::set<std::pair<std::size_t, std::size_t>> taken_;
};

// Relations that say the same of one item are told by one line that branches. Those that go both ways stay apart: a
// branching line would seem to join all its ends.
class Bundles {
 public:
  std::size_t number_of(const TimelineLink& link) {
    const std::string alone = link.directed ? "" : link.id;
    const auto key = std::tuple(link.from, link.type, link.label, theme::word_of(link.standing), alone);
    return numbers_.try_emplace(key, numbers_.size()).first->second;
  }

 private:
  std::map<std::tuple<std::string, std::string, std::string, std::string_view, std::string>, std::size_t> numbers_;
};

// How many rows a relation has to go, at least.
std::size_t rows_between(const TimelineLink& link, const Copies& copies, const std::vector<PlannedItem>& items) {
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const std::size_t from : copies.at(link.from)) {
    for (const std::size_t to : copies.at(link.to)) {
      const auto [top, bottom] = std::minmax(items[from].row, items[to].row);
      least = std::min(least, bottom - top);
    }
  }
  return least;
}

}  // namespace

std::pair<std::vector<PlannedLink>, std::vector<PlannedLink>> route_links(const std::vector<const TimelineLink*>& links,
                                                                          const TimelinePlan& plan) {
  std::vector<PlannedLink> planned(links.size());
  std::vector<PlannedLink> threads;
  const Copies copies = copies_of(plan.items);
  if (links.empty() && copies.size() == plan.items.size()) return {std::move(planned), std::move(threads)};
  Router router(plan);
  for (const auto& [id, here] : copies)
    for (std::size_t i = 1; i < here.size(); ++i) {
      if (plan.items[here[i - 1]].is_tick || plan.items[here[i]].is_tick) continue;
      threads.push_back(router.join(here[i - 1], here[i], links.size() + here[0]));
      threads.back().turn = threads.size();
    }
  std::vector<std::size_t> order(links.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Short ways first: they have least choice.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rows_between(*links[a], copies, plan.items) < rows_between(*links[b], copies, plan.items);
  });
  Bundles bundles;
  for (std::size_t turn = 0; turn < order.size(); ++turn) {
    const TimelineLink& link = *links[order[turn]];
    planned[order[turn]] = router.find(link, bundles.number_of(link));
    planned[order[turn]].turn = turn;
  }
  return {std::move(planned), std::move(threads)};
}

}  // namespace throughline
