// SPDX-License-Identifier: Apache-2.0
#include "graph/communities_leiden.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <utility>

namespace throughline {
namespace {

constexpr std::uint32_t unnumbered = 0xFFFFFFFF;

// The weights from one node to the groups of its neighbours, in the order of these.
class Links {
 public:
  explicit Links(const Level& level) : network_(level.network), weights_(level.size(), 0.0) {}

  template <typename Counts>
  void gather(std::uint32_t node, const Groups& groups, Counts counts) {
    for (const std::uint32_t group : found_) weights_[group] = 0;
    found_.clear();
    const auto neighbours = network_.neighbours(node);
    const auto weights = network_.weights_of(node);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const std::uint32_t group = groups[neighbours[i]];
      if (neighbours[i] == node || !counts(neighbours[i])) continue;
      if (weights_[group] == 0) found_.push_back(group);
      weights_[group] += weights[i];
    }
  }
  const std::vector<std::uint32_t>& found() const { return found_; }
  double to(std::uint32_t group) const { return weights_[group]; }

 private:
  const Network& network_;
  std::vector<double> weights_;
  std::vector<std::uint32_t> found_;
};

// Looks at all nodes in turn; when one moved, at its neighbours again.
class Mover {
 public:
  Mover(const Level& level, Groups& groups)
      : level_(level),
        groups_(groups),
        strength_(groups.size(), 0.0),
        size_(groups.size(), 0),
        waits_(groups.size(), true),
        links_(level) {
    for (std::uint32_t node = 0; node < groups.size(); ++node) {
      strength_[groups[node]] += level.strength[node];
      ++size_[groups[node]];
      queue_.push_back(node);
    }
    for (std::uint32_t group = 0; group < groups.size(); ++group)
      if (size_[group] == 0) empty_.push_back(group);
  }

  void run() {
    for (; !queue_.empty(); queue_.pop_front()) {
      const std::uint32_t node = queue_.front();
      waits_[node] = false;
      if (const std::uint32_t best = best_for(node); best != groups_[node]) move(node, best);
    }
  }

 private:
  std::uint32_t best_for(std::uint32_t node) {
    const std::uint32_t home = groups_[node];
    links_.gather(node, groups_, [](std::uint32_t) { return true; });
    std::uint32_t best = home;
    double most = level_.gain(node, links_.to(home), strength_[home] - level_.strength[node]);
    for (const std::uint32_t group : links_.found()) {
      const double gain = group == home ? most : level_.gain(node, links_.to(group), strength_[group]);
      if (gain <= most) continue;
      most = gain;
      best = group;
    }
    return most < 0 ? empty_.back() : best;  // a loss at home means company there, so some group is empty
  }

  void move(std::uint32_t node, std::uint32_t group) {
    const std::uint32_t home = groups_[node];
    if (!empty_.empty() && empty_.back() == group) empty_.pop_back();
    strength_[home] -= level_.strength[node];
    strength_[group] += level_.strength[node];
    ++size_[group];
    if (--size_[home] == 0) empty_.push_back(home);
    groups_[node] = group;
    for (const std::uint32_t next : level_.network.neighbours(node)) {
      if (waits_[next] || groups_[next] == group) continue;
      waits_[next] = true;
      queue_.push_back(next);
    }
  }

  const Level& level_;
  Groups& groups_;
  std::vector<double> strength_;      // of each group
  std::vector<std::uint32_t> size_;   // of each group, in nodes
  std::vector<std::uint32_t> empty_;  // groups
  std::vector<bool> waits_;           // in the queue
  std::deque<std::uint32_t> queue_;
  Links links_;
};

class Refiner {
 public:
  Refiner(const Level& level, const Groups& groups)
      : level_(level),
        groups_(groups),
        group_strength_(groups.size(), 0.0),
        parts_(groups.size()),
        strength_(level.strength),
        outward_(groups.size(), 0.0),
        is_alone_(groups.size(), true),
        links_(level) {
    std::iota(parts_.begin(), parts_.end(), 0U);
    for (std::uint32_t node = 0; node < groups.size(); ++node) {
      group_strength_[groups[node]] += level.strength[node];
      gather(node);
      for (const std::uint32_t part : links_.found()) outward_[node] += links_.to(part);
    }
  }

  Groups run() {
    for (std::uint32_t node = 0; node < parts_.size(); ++node)
      if (is_alone_[node] && is_well_linked(node)) join_best(node);
    return std::move(parts_);
  }

 private:
  void gather(std::uint32_t node) {
    links_.gather(node, parts_, [&](std::uint32_t next) { return groups_[next] == groups_[node]; });
  }

  // A part is numbered as the node that began it, so it tells the group.
  bool is_well_linked(std::uint32_t part) const {
    const double rest = group_strength_[groups_[part]] - strength_[part];
    return outward_[part] * level_.total >= strength_[part] * rest;
  }

  void join_best(std::uint32_t node) {
    gather(node);
    std::uint32_t best = node;
    double most = 0;
    for (const std::uint32_t part : links_.found()) {
      const double gain = level_.gain(node, links_.to(part), strength_[part]);
      if (gain < most || (gain == most && best != node) || !is_well_linked(part)) continue;
      most = gain;
      best = part;
    }
    if (best == node) return;
    parts_[node] = best;
    is_alone_[best] = is_alone_[node] = false;
    strength_[best] += level_.strength[node];
    outward_[best] += outward_[node] - 2 * links_.to(best);
  }

  const Level& level_;
  const Groups& groups_;
  std::vector<double> group_strength_;
  Groups parts_;
  std::vector<double> strength_;  // of each part
  std::vector<double> outward_;   // the weights from a part to the rest of its group
  std::vector<bool> is_alone_;
  Links links_;
};

// The nodes of a part as one: gathers the links of all of them.
class Merger {
 public:
  Merger(const Level& level, const Parts& parts) : level_(level), parts_(parts), weights_(parts.count, 0.0) {}

  Network run() {
    for (const auto& members : members_of(parts_.of_node, parts_.count)) {
      for (const std::uint32_t node : members) gather(node);
      add_arcs();
    }
    return std::move(network_);
  }

 private:
  void gather(std::uint32_t node) {
    for (std::size_t i = 0; i < level_.network.neighbours(node).size(); ++i) {
      const std::uint32_t next = level_.network.neighbours(node)[i];
      const std::uint32_t part = parts_.of_node[next];
      const bool is_met_twice = next != node && part == parts_.of_node[node];
      if (weights_[part] == 0) found_.push_back(part);
      weights_[part] += level_.network.weights_of(node)[i] * (is_met_twice ? 0.5 : 1);
    }
  }

  void add_arcs() {
    std::sort(found_.begin(), found_.end());
    for (const std::uint32_t part : found_) {
      network_.targets.push_back(part);
      network_.weights.push_back(std::exchange(weights_[part], 0.0));
    }
    network_.starts.push_back(static_cast<std::uint32_t>(network_.targets.size()));
    found_.clear();
  }

  const Level& level_;
  const Parts& parts_;
  Network network_{.undirected = true};
  std::vector<double> weights_;  // to each part
  std::vector<std::uint32_t> found_;
};

}  // namespace

Level::Level(Network made) : network(std::move(made)), strength(network.node_count(), 0.0) {
  for (std::uint32_t node = 0; node < strength.size(); ++node)
    for (std::size_t i = 0; i < network.neighbours(node).size(); ++i)
      strength[node] += network.weights_of(node)[i] * (network.neighbours(node)[i] == node ? 2 : 1);
  total = std::accumulate(strength.begin(), strength.end(), 0.0);
}

void move_nodes(const Level& level, Groups& groups) { Mover(level, groups).run(); }

Parts well_linked_parts(const Level& level, const Groups& groups) {
  Parts parts{Refiner(level, groups).run()};
  parts.count = number_anew(parts.of_node);
  return parts;
}

Level merged(const Level& level, const Parts& parts) { return Level(Merger(level, parts).run()); }

std::uint32_t number_anew(Groups& groups) {
  const std::uint32_t most = groups.empty() ? 0 : *std::max_element(groups.begin(), groups.end());
  std::vector<std::uint32_t> numbers(most + 1, unnumbered);
  std::uint32_t count = 0;
  for (std::uint32_t& group : groups) {
    if (numbers[group] == unnumbered) numbers[group] = count++;
    group = numbers[group];
  }
  return count;
}

std::vector<std::vector<std::uint32_t>> members_of(const Groups& groups, std::size_t count) {
  std::vector<std::vector<std::uint32_t>> members(count);
  for (std::uint32_t node = 0; node < groups.size(); ++node) members[groups[node]].push_back(node);
  return members;
}

}  // namespace throughline
