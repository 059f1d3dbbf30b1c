// SPDX-License-Identifier: Apache-2.0
#include "view/gathered_chains.hpp"

#include <algorithm>

namespace throughline {

void GatheredChains::take(const Chain& chain) {
  if (!has_room_for(chain)) {
    passed_over_.insert(chain.start);
    for (const Step& step : chain.steps) passed_over_.insert(step.to);
    return ++shown_.left_out, void();
  }
  ++shown_.count;
  places_.try_emplace(chain.start, 0);
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    relations_.insert(chain.steps[i].relation);
    std::size_t& place = places_.try_emplace(chain.steps[i].to, i + 1).first->second;
    place = std::min(place, i + 1);
    shown_.longest = std::max(shown_.longest, i + 1);
  }
}

bool GatheredChains::has_room_for(const Chain& chain) const {
  if (max_nodes_ == 0 || shown_.count == 0) return true;
  const auto is_new = [&](NodeIndex node) { return !places_.contains(node); };
  const auto more =
      std::count_if(chain.steps.begin(), chain.steps.end(), [&](const Step& step) { return is_new(step.to); });
  return places_.size() + static_cast<std::size_t>(more) + (is_new(chain.start) ? 1 : 0) <= max_nodes_;
}

Selection GatheredChains::selection() const {
  Selection selection;
  for (const auto& [node, place] : places_) selection.nodes.push_back(node);
  selection.relations.assign(relations_.begin(), relations_.end());
  for (const NodeIndex node : passed_over_)
    if (!places_.contains(node)) selection.left_out.push_back(node);
  selection.chains = shown_;
  return selection;
}

}  // namespace throughline
