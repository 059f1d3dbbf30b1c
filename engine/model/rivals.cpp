// SPDX-License-Identifier: Apache-2.0
#include "model/rivals.hpp"

#include <algorithm>
#include <tuple>

namespace throughline {
namespace {

bool share_a_source(const Model& model, Slice a, Slice b) {
  const auto cited = model.citations_of(b);
  const auto citations = model.citations_of(a);
  return std::any_of(citations.begin(), citations.end(), [&](const Citation& one) {
    return std::any_of(cited.begin(), cited.end(), [&](const Citation& other) { return one.source == other.source; });
  });
}

bool can_be_one_day(const Model& model, DateIndex a, DateIndex b) {
  if (a == none<DateIndex> || b == none<DateIndex>) return true;
  return overlaps(model[a].value, model[b].value, model.reading).verdict != Verdict::impossible;
}

bool is_one_text(const Model& model, DateIndex a, DateIndex b) { return model.date_text(a) == model.date_text(b); }

bool are_rivals(const Model& model, const Relation& a, const Relation& b) {
  const bool differ = !is_one_text(model, a.when, b.when) || is_denial(a) != is_denial(b);
  const bool one_role = a.role == b.role || a.role == StringId::empty || b.role == StringId::empty;
  return differ && one_role && !share_a_source(model, a.citations, b.citations) &&
         can_be_one_day(model, a.when, b.when);
}

bool are_rivals(const Model& model, const Node& node, const Claim& a, const Claim& b) {
  if (a.about != b.about || share_a_source(model, citations_of(node, a), citations_of(node, b))) return false;
  if (a.about == Claim::About::when)
    return a.date != none<DateIndex> && b.date != none<DateIndex> && !is_one_text(model, a.date, b.date);
  const bool both_or_none_dated = (a.date == none<DateIndex>) == (b.date == none<DateIndex>);
  return a.status != b.status && both_or_none_dated && can_be_one_day(model, a.date, b.date);
}

// Relations are sorted by their ends and type: those of one triple stand side by side.
using Triple = std::tuple<NodeIndex, RelationTypeIndex, NodeIndex>;
Triple triple_of(const Relation& relation) { return {relation.from, relation.type, relation.to}; }

template <typename Visit>
void for_each_of(const Model& model, const Triple& triple, Visit visit) {
  const auto first = std::partition_point(model.relations.begin(), model.relations.end(),
                                          [&](const Relation& each) { return triple_of(each) < triple; });
  for (auto at = first; at != model.relations.end() && triple_of(*at) == triple; ++at)
    visit(RelationIndex{static_cast<std::uint32_t>(at - model.relations.begin())});
}

// Most relations have no other of the same triple: one look to each side says so.
bool stands_alone(const Model& model, std::size_t at) {
  const auto& relations = model.relations;
  const Triple triple = triple_of(relations[at]);
  return (at == 0 || triple_of(relations[at - 1]) != triple) &&
         (at + 1 == relations.size() || triple_of(relations[at + 1]) != triple);
}

}  // namespace

bool is_denial(const Relation& relation) {
  return relation.assertion == Assertion::denied || relation.assertion == Assertion::disproven;
}

Slice citations_of(const Node& node, const Claim& claim) {
  return claim.citations.count > 0 ? claim.citations : node.citations;
}

std::vector<RelationIndex> rivals_of(const Model& model, RelationIndex index) {
  const Relation& relation = model[index];
  std::vector<RelationIndex> rivals;
  const auto look_at = [&](RelationIndex other) {
    if (other != index && are_rivals(model, relation, model[other])) rivals.push_back(other);
  };
  if (!stands_alone(model, position(index))) for_each_of(model, triple_of(relation), look_at);
  if (model.type_of(relation).symmetric && relation.from != relation.to) {
    for_each_of(model, {relation.to, relation.type, relation.from}, look_at);
    std::sort(rivals.begin(), rivals.end());
  }
  return rivals;
}

std::vector<const Claim*> rivals_of(const Model& model, const Node& node, const Claim& claim) {
  std::vector<const Claim*> rivals;
  for (const Claim& other : model.claims_of(node))
    if (&other != &claim && are_rivals(model, node, claim, other)) rivals.push_back(&other);
  return rivals;
}

std::vector<RelationIndex> denying_rivals_of(const Model& model, RelationIndex relation) {
  if (model.denials.empty() || is_denial(model[relation])) return {};
  std::vector<RelationIndex> rivals = rivals_of(model, relation);
  std::erase_if(rivals, [&](RelationIndex rival) { return !is_denial(model[rival]); });
  return rivals;
}

bool is_contested(const Model& model, RelationIndex relation) { return !denying_rivals_of(model, relation).empty(); }

}  // namespace throughline
