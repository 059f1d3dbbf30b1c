// SPDX-License-Identifier: Apache-2.0
#include "graph/paths_wave.hpp"

namespace throughline {

Wave::Wave(const Graph& graph, const Passage& passage, const Ends& ends, Side side)
    : graph_(graph), passage_(passage), ends_(ends), side_(side), marks_(graph.model().nodes.size(), 0) {
  reach(side == Side::from ? ends.from : ends.to);
}

bool Wave::advance() {
  std::vector<NodeIndex> before;
  before.swap(layer_);
  ++depth_;
  work_ = 0;
  for (const NodeIndex node : before)
    for_each_step_to(
        graph_, node, [&](NodeIndex to) { return !has_reached(to); },
        [&](const Step& step, Gist gist) {
          if (may_go(node, step, gist)) reach(step.to);
        });
  return !layer_.empty();
}

void Wave::reach(NodeIndex node) {
  marks_[position(node)] = static_cast<std::uint32_t>(depth_ + 1);
  layer_.push_back(node);
  work_ += graph_.degree(node);
}

bool Wave::may_go(NodeIndex node, const Step& step, Gist gist) const {
  return may_walk(passage_, side_ == Side::from ? step : reversed(step, node), gist, ends_.to);
}

}  // namespace throughline
