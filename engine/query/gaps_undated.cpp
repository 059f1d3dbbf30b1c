// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/gaps.hpp"

namespace throughline {
namespace {

bool has_dated_relation(const Looked& looked, NodeIndex actor) {
  const std::vector<Step> steps = looked.steps_from(actor);
  return std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
    return looked.model.date_of(looked.model[step.relation]) != none<DateIndex>;
  });
}

}  // namespace

std::vector<Gap> find_undated(const Looked& looked) {
  std::vector<Gap> gaps;
  const Model& model = looked.model;
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i) {
    const NodeIndex node{i};
    if (!looked.at(node) || !model.date_claims_of(model[node]).empty()) continue;
    const bool is_actor = looked.is(node, "actor");
    if (!is_actor && !looked.is(node, "event") && !looked.is(node, "initiative")) continue;
    if (is_actor && has_dated_relation(looked, node)) continue;
    gaps.push_back({.node = node,
                    .held = looked.standings.of(node).held,
                    .why = is_actor ? "no date, and none of its relations has one" : "no date",
                    .citations = model[node].citations});
  }
  return gaps;
}

}  // namespace throughline
