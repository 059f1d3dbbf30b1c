// SPDX-License-Identifier: Apache-2.0
#include "time/constraints.hpp"

#include <algorithm>
#include <bit>
#include <deque>
#include <limits>
#include <optional>
#include <utility>

namespace throughline {
namespace {

constexpr Day unbounded = std::numeric_limits<Day>::max();  // of a latest day; of an earliest one, its negative
static_assert(TimeConstraints::never > beyond_calendar && TimeConstraints::never < unbounded);

Day first_of_calendar() { return first_day(-max_year, 1); }
Day last_of_calendar() { return last_day(max_year, 12); }

// Steps of months can form rings that go on for ever without being contradictory by their lengths alone. What is left
// when they are stopped are bounds that are too wide, never too narrow.
constexpr std::size_t more_changes = 1000;

using Variable = TimeConstraints::Variable;
using Reason = TimeConstraints::Reason;

// Variables whose value has changed, each once, first come first served.
class Changed {
 public:
  explicit Changed(std::size_t variables) : is_in_(variables), left_(variables, variables + more_changes) {}

  // False when this variable has changed more often than any chain can make it.
  bool add(Variable variable) {
    if (left_[variable] == 0) return false;
    --left_[variable];
    if (!is_in_[variable]) queue_.push_back(variable);
    is_in_[variable] = true;
    return true;
  }
  bool empty() const { return queue_.empty(); }
  Variable take() {
    const Variable variable = queue_.front();
    queue_.pop_front();
    is_in_[variable] = false;
    return variable;
  }

 private:
  std::deque<Variable> queue_;
  std::vector<bool> is_in_;
  std::vector<std::size_t> left_;
};

bool leads_back(const std::vector<std::optional<Variable>>& moved_by, Variable to) {
  std::optional<Variable> at = moved_by[to];
  for (std::size_t steps = 0; at && *at != to && steps < moved_by.size(); ++steps) at = moved_by[*at];
  return at == to;
}

void add_reason(std::vector<Reason>& reasons, Reason reason) {
  if (reason != TimeConstraints::no_reason) reasons.push_back(reason);
}

std::vector<Reason> each_once(std::vector<Reason> reasons) {
  std::sort(reasons.begin(), reasons.end());
  reasons.erase(std::unique(reasons.begin(), reasons.end()), reasons.end());
  return reasons;
}

}  // namespace

Day TimeConstraints::Edge::latest_to(Day day) const {
  if (kind == Kind::days) return day + reach.amount;
  if (kind == Kind::near_after) return latest_within(day, reach);
  Day latest = latest_within(day, reach) + 4;  // a step back from there may not reach `day`: months differ by 3 days
  while (earliest_within(latest, reach) > day) --latest;
  return latest;
}

Day TimeConstraints::Edge::earliest_from(Day day) const {
  if (kind == Kind::days) return day - reach.amount;
  if (kind == Kind::near_before) return earliest_within(day, reach);
  Day earliest = earliest_within(day, reach) - 4;
  while (latest_within(earliest, reach) < day) ++earliest;
  return earliest;
}

Day TimeConstraints::Edge::most_days() const { return kind == Kind::days ? reach.amount : 31 * reach.amount; }

Variable TimeConstraints::add_day() {
  const Variable day = add_end();
  is_day_[day] = true;
  return day;
}

Variable TimeConstraints::add_end() {
  is_day_.push_back(false);
  edges_from_.emplace_back();
  edges_to_.emplace_back();
  return static_cast<Variable>(edges_from_.size() - 1);
}

void TimeConstraints::bound(Variable day, const Bounds& bounds, Reason reason) {
  if (bounds.earliest) limits_.push_back({day, *bounds.earliest, false, reason});
  if (bounds.latest) limits_.push_back({day, *bounds.latest, true, reason});
}

void TimeConstraints::order(Variable earlier, Variable later, Day days, Reason reason) {
  add_edge({Edge::Kind::days, later, earlier, {Duration::Unit::days, -days}, reason});
}

void TimeConstraints::keep_near_after(Variable anchor, Variable day, const Duration& duration, Reason reason) {
  const auto kind = duration.unit == Duration::Unit::days ? Edge::Kind::days : Edge::Kind::near_after;
  add_edge({kind, anchor, day, duration, reason});
}

void TimeConstraints::keep_near_before(Variable anchor, Variable day, const Duration& duration, Reason reason) {
  const auto kind = duration.unit == Duration::Unit::days ? Edge::Kind::days : Edge::Kind::near_before;
  add_edge({kind, day, anchor, duration, reason});
}

void TimeConstraints::add_edge(const Edge& edge) {
  const auto index = static_cast<std::uint32_t>(edges_.size());
  edges_.push_back(edge);
  edges_from_[edge.from].push_back(index);
  edges_to_[edge.to].push_back(index);
}

std::vector<Reason> TimeConstraints::contradiction() const {
  if (!has_ring()) return has_squeeze() ? shortest_squeeze(edges_from_.size() + more_changes) : std::vector<Reason>();
  const std::vector<Reason> ring = shortest_ring();
  const std::vector<Reason> squeeze = shortest_squeeze(ring.size());
  return squeeze.empty() || ring.size() <= squeeze.size() ? ring : squeeze;
}

std::vector<Bounds> TimeConstraints::bounds() const {
  const std::vector<Day> earliest = earliest_days();
  const std::vector<Day> latest = latest_days();
  std::vector<Bounds> bounds(edges_from_.size());
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    if (earliest[i] != -unbounded) bounds[i].earliest = earliest[i];
    if (latest[i] != unbounded) bounds[i].latest = latest[i];
  }
  return bounds;
}

std::vector<Day> TimeConstraints::latest_days() const {
  std::vector<Day> latest(edges_from_.size(), unbounded);
  Changed changed(latest.size());
  const auto lower = [&](Variable day, Day to) {
    if (to < latest[day] && changed.add(day)) latest[day] = to;
  };
  for (const Limit& limit : limits_)
    if (limit.is_latest) lower(limit.day, limit.at);
  while (!changed.empty())
    for (const std::uint32_t index : edges_from_[changed.take()])
      lower(edges_[index].to, edges_[index].latest_to(latest[edges_[index].from]));
  return latest;
}

std::vector<Day> TimeConstraints::earliest_days() const {
  std::vector<Day> earliest(edges_from_.size(), -unbounded);
  Changed changed(earliest.size());
  const auto raise = [&](Variable day, Day to) {
    if (to > earliest[day] && changed.add(day)) earliest[day] = to;
  };
  for (const Limit& limit : limits_)
    if (!limit.is_latest) raise(limit.day, limit.at);
  while (!changed.empty())
    for (const std::uint32_t index : edges_to_[changed.take()])
      raise(edges_[index].from, edges_[index].earliest_from(earliest[edges_[index].to]));
  return earliest;
}

// A ring of statements asks a day to be before itself. Later variables first: they tend to be told by earlier ones.
bool TimeConstraints::has_ring() const {
  std::vector<Day> latest(edges_from_.size(), 0);
  std::vector<std::optional<Variable>> moved_by(latest.size());
  std::vector<std::uint32_t> moves(latest.size(), 0);
  Changed changed(latest.size());
  for (std::size_t i = latest.size(); i > 0; --i) changed.add(static_cast<Variable>(i - 1));
  while (!changed.empty())
    for (const std::uint32_t index : edges_from_[changed.take()]) {
      const Edge& edge = edges_[index];
      if (latest[edge.from] + edge.most_days() >= latest[edge.to]) continue;
      latest[edge.to] = latest[edge.from] + edge.most_days();
      moved_by[edge.to] = edge.from;
      const std::uint32_t count = ++moves[edge.to];
      const bool is_suspicious = count >= 4 && std::has_single_bit(count);  // looked into ever more seldom
      if ((is_suspicious && leads_back(moved_by, edge.to)) || !changed.add(edge.to)) return true;
    }
  return false;
}

// Does an earliest day, after all steps, come after a latest one, or a day leave the calendar?
bool TimeConstraints::has_squeeze() const {
  const std::vector<Day> earliest = earliest_days();
  const std::vector<Day> latest = latest_days();
  for (std::size_t i = 0; i < latest.size(); ++i)
    if (earliest[i] > latest[i] ||
        (is_day_[i] && (earliest[i] > last_of_calendar() || latest[i] < first_of_calendar())))
      return true;
  return false;
}

// All walks of one edge, then of two, and so on, as long as they bring a day nearer than a shorter walk did.
struct TimeConstraints::Walk {
  struct Step {
    Variable at;
    Day day;
    std::uint32_t before;  // position in `steps`; its own for the first
    Reason reason;
  };
  std::vector<Step> steps;
  std::vector<Day> nearest;
  std::vector<std::uint32_t> newest;  // positions in `steps`: where the walks have come to

  explicit Walk(std::size_t variables) : nearest(variables, unbounded) {}

  // Forgets all walks, in the time they took.
  void clear() {
    for (const Step& step : steps) nearest[step.at] = unbounded;
    steps.clear();
    newest.clear();
  }

  void reach(Variable at, Day day, std::uint32_t before, Reason reason) {
    if (day >= nearest[at]) return;
    nearest[at] = day;
    newest.push_back(static_cast<std::uint32_t>(steps.size()));
    steps.push_back({at, day, before, reason});
  }
  void start(Variable at, Day day, Reason reason) { reach(at, day, static_cast<std::uint32_t>(steps.size()), reason); }
  template <typename Reach>
  void go_on(const std::vector<Edge>& edges, const std::vector<std::vector<std::uint32_t>>& edges_from, Reach day_at) {
    for (const std::uint32_t step : std::exchange(newest, {}))
      for (const std::uint32_t index : edges_from[steps[step].at])
        reach(edges[index].to, day_at(edges[index], steps[step].day), step, edges[index].reason);
  }
  std::vector<Reason> reasons_to(std::uint32_t step) const {
    std::vector<Reason> reasons;
    for (; steps[step].before != step; step = steps[step].before) add_reason(reasons, steps[step].reason);
    add_reason(reasons, steps[step].reason);
    return reasons;
  }
};

// Rings are short, and a walk that has fallen into one it can't close would go round for ever: so all starts are tried
// with few edges first.
std::vector<Reason> TimeConstraints::shortest_ring() const {
  std::vector<Reason> shortest;
  Walk walk(edges_from_.size());
  for (std::size_t most_edges = 2; shortest.empty() && most_edges <= 2 * edges_from_.size(); most_edges *= 2)
    for (Variable start = 0; start < edges_from_.size(); ++start) {
      const std::vector<Reason> ring = shortest_ring_from(walk, start, shortest.empty() ? most_edges : shortest.size());
      if (!ring.empty() && (shortest.empty() || ring.size() < shortest.size())) shortest = ring;
    }
  return shortest;
}

std::vector<Reason> TimeConstraints::shortest_ring_from(Walk& walk, Variable start, std::size_t most_edges) const {
  walk.clear();
  walk.start(start, 0, no_reason);
  for (std::size_t edges = 1; edges <= most_edges && !walk.newest.empty(); ++edges) {
    walk.go_on(edges_, edges_from_, [](const Edge& edge, Day day) { return day + edge.most_days(); });
    for (const std::uint32_t step : walk.newest)
      if (walk.steps[step].at == start) return each_once(walk.reasons_to(step));
  }
  return {};
}

std::vector<Reason> TimeConstraints::shortest_squeeze(std::size_t most_edges) const {
  std::vector<std::pair<Day, Reason>> earliest(edges_from_.size(), {-unbounded, no_reason});
  Walk walk(edges_from_.size());
  for (const Limit& limit : limits_) {
    if (limit.is_latest) walk.start(limit.day, limit.at, limit.reason);
    if (!limit.is_latest && limit.at > earliest[limit.day].first) earliest[limit.day] = {limit.at, limit.reason};
  }
  for (Variable day = 0; day < edges_from_.size(); ++day) {
    if (!is_day_[day]) continue;
    walk.start(day, last_of_calendar(), no_reason);
    if (first_of_calendar() > earliest[day].first) earliest[day] = {first_of_calendar(), no_reason};
  }
  for (std::size_t edges = 0; edges <= most_edges && !walk.newest.empty(); ++edges) {
    std::vector<Reason> fewest;
    for (const std::uint32_t step : walk.newest) {
      const auto& [day, reason] = earliest[walk.steps[step].at];
      if (walk.steps[step].day >= day) continue;
      std::vector<Reason> reasons = walk.reasons_to(step);
      add_reason(reasons, reason);
      reasons = each_once(std::move(reasons));
      if (fewest.empty() || reasons.size() < fewest.size()) fewest = std::move(reasons);
    }
    if (!fewest.empty()) return fewest;
    walk.go_on(edges_, edges_from_, [](const Edge& edge, Day day) { return edge.latest_to(day); });
  }
  return {};
}

}  // namespace throughline
