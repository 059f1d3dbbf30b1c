// SPDX-License-Identifier: Apache-2.0
#include "query/shown_node.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "model/rivals.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

// Grouped by what they say; within a group by time, then by name.
std::vector<Step> sorted_steps(const RecordQuestion& question, NodeIndex node) {
  const Model& model = question.model;
  std::vector<Step> steps = question.graph.steps_from(node);
  std::erase_if(steps, [&](const Step& step) {
    return !question.filter.keeps(model[step.relation]) || !question.filter.keeps(step.to);
  });
  const auto before_in_time = [&](const Relation& a, const Relation& b) {
    const DateIndex when_a = model.date_of(a);
    const DateIndex when_b = model.date_of(b);
    if ((when_a == none<DateIndex>) != (when_b == none<DateIndex>)) return when_b == none<DateIndex>;
    return when_a != none<DateIndex> && compare_in_time(model[when_a].extent, model[when_b].extent) < 0;
  };
  std::stable_sort(steps.begin(), steps.end(), [&](const Step& a, const Step& b) {
    if (label_of(model, a) != label_of(model, b)) return label_of(model, a) < label_of(model, b);
    if (before_in_time(model[a.relation], model[b.relation])) return true;
    if (before_in_time(model[b.relation], model[a.relation])) return false;
    return model.text(model[a.to].name) < model.text(model[b.to].name);
  });
  return steps;
}

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

}  // namespace

ShownNode::ShownNode(SharedRecordQuestion of, NodeIndex node)
    : question(std::move(of)),
      index(node),
      steps(sorted_steps(*question, node)),
      differing_claims(throughline::differing_claims(model(), model()[node])),
      differing_relations(throughline::differing_relations(model(), steps)) {}

bool ShownNode::is_differing(const Claim* claim) const {
  return std::any_of(differing_claims.begin(), differing_claims.end(), [claim](const auto& group) {
    return std::find(group.begin(), group.end(), claim) != group.end();
  });
}

bool ShownNode::is_differing(const Step& step) const {
  return std::any_of(differing_relations.begin(), differing_relations.end(),
                     [&step](const auto& group) { return std::find(group.begin(), group.end(), step) != group.end(); });
}

std::vector<Carrier> ShownNode::carriers() const {
  std::map<SourceIndex, std::size_t> counts;
  const auto add = [&](Slice citations) {
    std::set<SourceIndex> sources;
    for (const Citation& citation : model().citations_of(citations)) sources.insert(citation.source);
    for (const SourceIndex source : sources) ++counts[source];
  };
  add(node().citations);
  for (const Claim& claim : model().claims_of(node())) add(claim.citations);
  for (const Step& step : steps) add(model()[step.relation].citations);
  std::vector<Carrier> carriers;
  for (const auto& [source, claims] : counts) carriers.push_back({source, claims});
  return carriers;
}

}  // namespace throughline
