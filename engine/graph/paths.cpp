// SPDX-License-Identifier: Apache-2.0
#include "graph/paths.hpp"

#include <algorithm>

#include "graph/boost_graph.hpp"

namespace throughline {
namespace {

template <typename Visit>
void for_each_step(const Graph& graph, NodeIndex node, const Passage& passage, Visit visit) {
  for_each_step(graph, node, [&](const Step& step) {
    if (passage.allows(step)) visit(step);
  });
}

}  // namespace

Reach::Reach(const Graph& graph, Passage passage)
    : graph_(graph), passage_(std::move(passage)), labels_(graph.model().nodes.size()), ends_(labels_.size()) {}

const std::vector<NodeIndex>& Reach::explore(NodeIndex start, std::size_t hops, Held least) {
  ++round_;
  passage_ = passage_.at_least(least);
  start_ = start;
  reached_.clear();
  labels_[position(start)] = {.round = round_};
  std::vector<NodeIndex> layer = {start};
  for (std::size_t depth = 0; depth < hops && !layer.empty(); ++depth) {
    next_layer_.clear();
    const auto before = static_cast<std::ptrdiff_t>(reached_.size());
    for (const NodeIndex node : layer) expand(node);
    std::sort(reached_.begin() + before, reached_.end());
    std::sort(next_layer_.begin(), next_layer_.end());
    layer.swap(next_layer_);
  }
  return reached_;
}

void Reach::expand(NodeIndex node) {
  const Label here = labels_[position(node)];
  throughline::for_each_step(graph_, node, [&](const Step& step) {
    if (!can_improve(here, step.to) || !passage_.allows(step)) return;
    take(here, node, step);
  });
}

// Most steps of a large graph lead to where a chain as good has led before: that is asked first, it costs least.
bool Reach::can_improve(const Label& here, NodeIndex node) const {
  const Label& there = labels_[position(node)];
  if (!is_current(there)) return true;
  return there.distance > here.distance && there.weak > here.weak;
}

void Reach::take(const Label& here, NodeIndex node, const Step& step) {
  const bool goes_on = !passage_.is_last(step);
  Label& there = (goes_on ? labels_ : ends_)[position(step.to)];
  const std::uint32_t weak = here.weak + (passage_.is_weak(step.relation) ? 1 : 0);
  const bool is_new = !is_current(there);
  const bool is_better = !is_new && there.distance == here.distance + 1 && weak < there.weak;
  const bool is_first_visit = !is_current(labels_[position(step.to)]) && !is_current(ends_[position(step.to)]);
  if (is_first_visit) reached_.push_back(step.to);
  if (is_new && goes_on) next_layer_.push_back(step.to);
  if (is_new || is_better) there = {round_, here.distance + 1, weak, node, step};
}

const Reach::Label& Reach::best(NodeIndex node) const {
  const Label& through = labels_[position(node)];
  const Label& end = ends_[position(node)];
  if (!is_current(end)) return through;
  const bool end_is_better =
      !is_current(through) || std::pair(end.distance, end.weak) < std::pair(through.distance, through.weak);
  return end_is_better ? end : through;
}

Chain Reach::chain_to(NodeIndex node) const {
  Chain chain{start_, {}};
  const Label* label = &best(node);
  while (true) {
    chain.steps.push_back(label->step);
    if (label->before == start_) break;
    label = &labels_[position(label->before)];
  }
  std::reverse(chain.steps.begin(), chain.steps.end());
  return chain;
}

std::size_t Reach::distance(NodeIndex node) const {
  if (node == start_ && round_ > 0) return 0;
  const Label& label = best(node);
  return is_current(label) ? label.distance : unreached;
}

}  // namespace throughline
