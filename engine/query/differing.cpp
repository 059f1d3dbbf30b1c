// SPDX-License-Identifier: Apache-2.0
#include "query/differing.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/rivals.hpp"

namespace throughline {

std::vector<std::vector<const Claim*>> differing_claims(const Model& model, const Node& node) {
  std::vector<std::vector<const Claim*>> groups;
  for (const Claim::About about : {Claim::About::when, Claim::About::status}) {
    std::vector<const Claim*> group;
    for (const Claim& claim : model.claims_of(node))
      if (claim.about == about && !rivals_of(model, node, claim).empty()) group.push_back(&claim);
    if (!group.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<std::vector<Step>> differing_relations(const Model& model, std::span<const Step> steps) {
  std::set<RelationIndex> relations;
  for (const Step& step : steps) relations.insert(step.relation);
  std::map<std::pair<RelationTypeIndex, NodeIndex>, std::vector<Step>> groups;
  for (const Step& step : steps) {
    const std::vector<RelationIndex> rivals = rivals_of(model, step.relation);
    if (std::any_of(rivals.begin(), rivals.end(), [&](RelationIndex rival) { return relations.contains(rival); }))
      groups[{model[step.relation].type, step.to}].push_back(step);
  }
  std::vector<std::vector<Step>> found;
  for (auto& [key, group] : groups) found.push_back(std::move(group));
  return found;
}

}  // namespace throughline
