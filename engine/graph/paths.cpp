// SPDX-License-Identifier: Apache-2.0
#include "graph/paths.hpp"

#include <algorithm>

#include "graph/boost_graph.hpp"

namespace throughline {

Reach::Reach(const Graph& graph, Passage passage)
    : graph_(graph),
      passage_(std::move(passage)),
      labels_(graph.model().nodes.size()),
      ends_(labels_.size()),
      closed_(labels_.size()),
      improvable_(labels_.size()),
      to_sort_(labels_.size()) {}

const std::vector<NodeIndex>& Reach::explore(NodeIndex start, std::size_t hops, Held least) {
  ++round_;
  passage_ = passage_.at_least(least);
  start_ = start;
  reached_.clear();
  for (const NodeIndex node : closed_nodes_) closed_.remove(node);
  closed_nodes_.clear();
  labels_[position(start)] = {.round = round_};
  close(start);
  std::vector<NodeIndex> layer = {start};
  for (std::size_t depth = 0; depth < hops && !layer.empty(); ++depth) {
    next_layer_.clear();
    const auto before = static_cast<std::ptrdiff_t>(reached_.size());
    for (const NodeIndex node : layer) expand(node, depth + 1 < hops);
    to_sort_.sort(reached_.begin() + before, reached_.end());
    to_sort_.sort(next_layer_.begin(), next_layer_.end());
    for (const NodeIndex node : next_layer_) close(node);
    layer.swap(next_layer_);
  }
  for (const NodeIndex node : reached_) improvable_.remove(node);
  return reached_;
}

void Reach::close(NodeIndex node) {
  if (closed_.has(node)) return;
  closed_.add(node);
  improvable_.remove(node);
  closed_nodes_.push_back(node);
}

// Most steps of a large graph lead to where a chain as good has led before: that is asked first, it costs least.
void Reach::expand(NodeIndex node, bool goes_on) {
  const Label here = labels_[position(node)];
  const auto is_open = [&](NodeIndex to) {
    return !closed_.has(to) && (!improvable_.has(to) || labels_[position(to)].weak > here.weak);
  };
  for_each_step_to(graph_, node, is_open, [&](const Step& step, Gist gist) {
    if (passage_.allows(step, gist)) take(here, step, goes_on);
  });
}

// To a node of the layer that is being made; without `goes_on` it is the last one.
void Reach::take(const Label& here, const Step& step, bool goes_on) {
  const bool ends_there = passage_.is_last(step);
  Label& there = (ends_there ? ends_ : labels_)[position(step.to)];
  const std::uint32_t weak = here.weak + (passage_.is_weak(step.relation) ? 1 : 0);
  const bool is_new = !is_current(there);
  const bool is_better = !is_new && there.distance == here.distance + 1 && weak < there.weak;
  const bool is_first_visit = !is_current(labels_[position(step.to)]) && !is_current(ends_[position(step.to)]);
  if (is_first_visit) reached_.push_back(step.to);
  if (is_new && !ends_there && goes_on) next_layer_.push_back(step.to);
  if (!is_new && !is_better) return;
  const auto relation = static_cast<std::uint32_t>(step.relation);
  there = {round_, here.distance + 1, weak, 2 * relation + (step.direction == Direction::backward ? 1 : 0)};
  if (!ends_there) weak == 0 ? close(step.to) : improvable_.add(step.to);
}

const Reach::Label& Reach::best(NodeIndex node) const {
  const Label& through = labels_[position(node)];
  const Label& end = ends_[position(node)];
  if (!is_current(end)) return through;
  const bool end_is_better =
      !is_current(through) || std::pair(end.distance, end.weak) < std::pair(through.distance, through.weak);
  return end_is_better ? end : through;
}

Step Reach::step_of(const Label& label, NodeIndex to) const {
  const bool is_backward = label.step % 2 == 1;
  return {RelationIndex{label.step / 2}, to, is_backward ? Direction::backward : Direction::forward};
}

Chain Reach::chain_to(NodeIndex node) const {
  Chain chain{start_, {}};
  const Label* label = &best(node);
  while (true) {
    const Step step = step_of(*label, node);
    chain.steps.push_back(step);
    const Relation& relation = graph_.model()[step.relation];
    node = step.direction == Direction::forward ? relation.from : relation.to;
    if (node == start_) break;
    label = &labels_[position(node)];
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
