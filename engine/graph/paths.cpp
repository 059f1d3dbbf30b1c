// SPDX-License-Identifier: Apache-2.0
#include "graph/paths.hpp"

#include <algorithm>
#include <bit>

#include "graph/boost_graph.hpp"

namespace throughline {
namespace {

constexpr std::uint32_t no_label = 0xFFFFFFFF;
constexpr std::size_t fetched_ahead = 4;  // nodes

// Calls visit(level) for each of the bits.
template <typename Visit>
void for_each_level(std::uint8_t bits, Visit visit) {
  for (unsigned left = bits; left != 0; left &= left - 1) visit(static_cast<std::size_t>(std::countr_zero(left)));
}

}  // namespace

Reach::Reach(const Graph& graph, Passage passage, std::span<const Held> levels)
    : graph_(graph),
      passage_(std::move(passage)),
      levels_(levels.size()),
      closed_(graph.model().nodes.size()),
      improvable_(closed_.size()),
      now_(closed_.size()),
      next_(closed_.size()),
      to_sort_(closed_.size()) {
  for (std::size_t held = 0; held < held_count; ++held) {
    levels_of_[held] = 0;
    for (std::size_t level = 0; level < levels.size(); ++level)
      if (static_cast<Held>(held) >= any_of(levels[level], passage_.least()))
        levels_of_[held] |= static_cast<LevelBits>(1U << level);
  }
  for (Level& level : levels_) {
    level.through.assign(closed_.size(), no_label);
    level.ends.assign(closed_.size(), no_label);
  }
}

const std::vector<NodeIndex>& Reach::explore(NodeIndex start, std::size_t hops) {
  forget();
  start_ = start;
  labels_.push_back({});
  for (Level& level : levels_) level.through[position(start)] = 0;
  closed_[position(start)] = now_[position(start)] = static_cast<LevelBits>((1U << levels_.size()) - 1);
  std::vector<NodeIndex> layer = {start};
  for (depth_ = 0; depth_ < hops && !layer.empty(); ++depth_) {
    next_layer_.clear();
    for (std::size_t i = 0; i < layer.size(); ++i) {
      if (i + fetched_ahead < layer.size()) fetch_steps(graph_, layer[i + fetched_ahead]);
      expand(layer[i], depth_ + 1 < hops);
    }
    finish_layer();
    layer.swap(next_layer_);
    now_.swap(next_);
  }
  return reached();
}

void Reach::forget() {
  labels_.clear();
  for (Level& level : levels_) {
    level.reached.push_back(start_);
    for (const NodeIndex node : level.reached) {
      level.through[position(node)] = level.ends[position(node)] = no_label;
      closed_[position(node)] = improvable_[position(node)] = 0;
    }
    level.reached.clear();
    level.reached_before = 0;
  }
}

// On which of these levels a step there can still make a better chain.
inline Reach::LevelBits Reach::open_levels(LevelBits here, NodeIndex to) const {
  const auto open = static_cast<LevelBits>(here & ~closed_[position(to)]);
  return (open & improvable_[position(to)]) == 0 ? open : improvable_levels(open, to);
}

Reach::LevelBits Reach::improvable_levels(LevelBits open, NodeIndex to) const {
  for_each_level(open & improvable_[position(to)], [&](std::size_t level) {
    const Level& each = levels_[level];
    if (labels_[each.through[position(to)]].weak <= each.weak_here) open &= static_cast<LevelBits>(~(1U << level));
  });
  return open;
}

// Most steps of a large graph lead to where a chain as good has led before: that is asked first, it costs least.
void Reach::expand(NodeIndex node, bool goes_on) {
  const LevelBits here = now_[position(node)];
  now_[position(node)] = 0;
  for_each_level(here, [&](std::size_t level) {
    levels_[level].weak_here = labels_[levels_[level].through[position(node)]].weak;
  });
  LevelBits open = 0;
  for_each_step_to(
      graph_, node, [&](NodeIndex to) { return (open = open_levels(here, to)) != 0; },
      [&](const Step& step, Gist gist) {
        const std::optional<Held> held = passage_.walked(step, gist);
        if (!held) return;
        for_each_level(open & levels_of_[static_cast<std::size_t>(*held)],
                       [&](std::size_t level) { take(level, step, goes_on); });
      });
}

// To a node of the layer that is being made; without `goes_on` it is the last one.
void Reach::take(std::size_t number, const Step& step, bool goes_on) {
  Level& level = levels_[number];
  const std::size_t to = position(step.to);
  const auto bit = static_cast<LevelBits>(1U << number);
  const bool ends_there = passage_.is_last(step);
  const std::uint32_t weak = level.weak_here + (passage_.is_weak(step.relation) ? 1 : 0);
  const Label label{depth_ + 1, weak, code_of(step.relation, step.direction)};
  if (level.through[to] == no_label && level.ends[to] == no_label) level.reached.push_back(step.to);
  std::uint32_t& known = (ends_there ? level.ends : level.through)[to];
  const bool is_better = known != no_label && labels_[known].distance == label.distance && weak < labels_[known].weak;
  if (is_better) labels_[known] = label;
  if (known == no_label) {
    known = static_cast<std::uint32_t>(labels_.size());
    labels_.push_back(label);
    if (!ends_there && goes_on) {
      if (next_[to] == 0) next_layer_.push_back(step.to);
      next_[to] |= bit;
    }
  }
  if (!ends_there) (labels_[known].weak == 0 ? closed_ : improvable_)[to] |= bit;
}

void Reach::finish_layer() {
  for (Level& level : levels_) {
    to_sort_.sort(level.reached.begin() + static_cast<std::ptrdiff_t>(level.reached_before), level.reached.end());
    level.reached_before = level.reached.size();
  }
  to_sort_.sort(next_layer_.begin(), next_layer_.end());
  for (const NodeIndex node : next_layer_) closed_[position(node)] |= next_[position(node)];
}

const Reach::Label* Reach::label(const std::vector<std::uint32_t>& labels, NodeIndex node) const {
  const std::uint32_t number = labels[position(node)];
  return number == no_label ? nullptr : &labels_[number];
}

const Reach::Label* Reach::best(NodeIndex node, std::size_t level) const {
  const Label* through = label(levels_[level].through, node);
  const Label* end = label(levels_[level].ends, node);
  if (!through || !end) return through ? through : end;
  return std::pair(end->distance, end->weak) < std::pair(through->distance, through->weak) ? end : through;
}

Chain Reach::chain_to(NodeIndex node, std::size_t level) const {
  Chain chain{start_, {}};
  const Label* last = best(node, level);
  chain.steps.reserve(last->distance);
  for (const Label* at = last; at->distance > 0; at = label(levels_[level].through, node)) {
    const Step step = step_of(at->step, node);
    chain.steps.push_back(step);
    const Relation& relation = graph_.model()[step.relation];
    node = step.direction == Direction::forward ? relation.from : relation.to;
  }
  std::reverse(chain.steps.begin(), chain.steps.end());
  return chain;
}

std::size_t Reach::distance(NodeIndex node, std::size_t level) const {
  const Label* known = best(node, level);
  return known ? known->distance : unreached;
}

}  // namespace throughline
