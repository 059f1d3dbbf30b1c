// SPDX-License-Identifier: Apache-2.0
#include "graph/gists.hpp"

#include "model/rivals.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_types = 255;
constexpr std::size_t most_dated_by = 1 << 24;

std::size_t what_dates(const Model& model, const Relation& relation) {
  if (relation.when != none<DateIndex>) return position(relation.when);
  const Node* event = model.event_that_dates(relation);
  return model.dates.size() + (event ? 1 + static_cast<std::size_t>(event - model.nodes.data()) : 0);
}

Gist gist_of(const Model& model, const Relation& relation) {
  if (relation.assertion != Assertion::asserted || relation.confidence != Confidence::stated) return no_gist;
  const std::size_t by = what_dates(model, relation);
  if (position(relation.type) >= most_types || by >= most_dated_by) return no_gist;
  return Gist{static_cast<std::uint32_t>(position(relation.type) << 24 | by)};
}

}  // namespace

std::vector<Gist> gists_of(const Model& model) {
  std::vector<Gist> gists;
  gists.reserve(model.relations.size());
  for (const Relation& relation : model.relations) gists.push_back(gist_of(model, relation));
  for (const RelationIndex denial : model.denials)
    for (const RelationIndex rival : rivals_of(model, denial)) gists[position(rival)] = no_gist;
  return gists;
}

}  // namespace throughline
