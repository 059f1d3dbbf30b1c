// SPDX-License-Identifier: Apache-2.0
#include "query/differing.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "check/dated.hpp"

namespace throughline {
namespace {

bool is_ruled_out(const Relation& relation) {
  return relation.assertion == Assertion::denied || relation.assertion == Assertion::disproven;
}

bool may_overlap(const Model& model, DateIndex a, DateIndex b) {
  return a == none<DateIndex> || b == none<DateIndex> ||
         overlaps(model[a].value, model[b].value, model.reading).verdict != Verdict::impossible;
}

bool shares_source(const Model& model, const Relation& a, const Relation& b) {
  for (const Citation& x : model.citations_of(a.citations))
    for (const Citation& y : model.citations_of(b.citations))
      if (x.source == y.source) return true;
  return false;
}

bool differ(const Model& model, const Relation& a, const Relation& b) {
  if (is_ruled_out(a) != is_ruled_out(b)) return may_overlap(model, a.when, b.when);
  const bool both_sourced = a.citations.count > 0 && b.citations.count > 0;
  return a.when != none<DateIndex> && b.when != none<DateIndex> && a.role == b.role && both_sourced &&
         !shares_source(model, a, b) && differ(model, a.when, b.when);
}

bool is_same_time(const Model& model, DateIndex a, DateIndex b) {
  if (a == none<DateIndex> || b == none<DateIndex>) return a == b;
  return equals(model[a].value, model[b].value, model.reading).verdict == Verdict::certain ||
         model.date_text(a) == model.date_text(b);
}

// Those of a list that differ from another in it.
template <typename Each, typename Differ>
std::vector<Each> differing_among(const std::vector<Each>& all, Differ differ_from) {
  std::vector<Each> found;
  for (const Each& each : all)
    if (std::any_of(all.begin(), all.end(), [&](const Each& other) { return differ_from(each, other); }))
      found.push_back(each);
  return found;
}

}  // namespace

std::vector<std::vector<const Claim*>> differing_claims(const Model& model, const Node& node) {
  std::vector<const Claim*> statuses;
  for (const Claim& claim : model.claims_of(node))
    if (claim.about == Claim::About::status) statuses.push_back(&claim);
  std::vector<std::vector<const Claim*>> found = {
      differing_among(model.date_claims_of(node),
                      [&](const Claim* a, const Claim* b) { return differ(model, a->date, b->date); }),
      differing_among(statuses, [&](const Claim* a, const Claim* b) {
        return a->status != b->status && is_same_time(model, a->date, b->date);
      })};
  std::erase_if(found, [](const auto& group) { return group.empty(); });
  return found;
}

std::vector<std::vector<Step>> differing_relations(const Model& model, std::span<const Step> steps) {
  std::map<std::tuple<RelationTypeIndex, NodeIndex, Direction>, std::vector<Step>> alike;
  for (const Step& step : steps) {
    const Relation& relation = model[step.relation];
    const Direction direction = model.type_of(relation).symmetric ? Direction::forward : step.direction;
    alike[{relation.type, step.to, direction}].push_back(step);
  }
  std::vector<std::vector<Step>> found;
  for (const auto& [key, group] : alike) {
    std::vector<Step> differing = differing_among(
        group, [&](const Step& a, const Step& b) { return differ(model, model[a.relation], model[b.relation]); });
    if (!differing.empty()) found.push_back(std::move(differing));
  }
  return found;
}

}  // namespace throughline
