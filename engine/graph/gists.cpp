// SPDX-License-Identifier: Apache-2.0
#include "graph/gists.hpp"

#include <algorithm>
#include <bit>

#include "base/parallel.hpp"
#include "model/rivals.hpp"

namespace throughline {
namespace {

std::size_t what_dates(const Model& model, const Relation& relation) {
  if (relation.when != none<DateIndex>) return position(relation.when);
  const Node* event = model.event_that_dates(relation);
  return model.dates.size() + (event ? 1 + static_cast<std::size_t>(event - model.nodes.data()) : 0);
}

Gist gist_of(const Model& model, const GistParts& parts, const Relation& relation) {
  if (relation.assertion != Assertion::asserted || relation.confidence != Confidence::stated) return no_gist;
  return parts.gist(relation.type, what_dates(model, relation));
}

}  // namespace

// Room for one number more than there are types: that of `no_gist`.
GistParts::GistParts(const Model& model) {
  const auto types = static_cast<std::uint32_t>(model.vocabulary.relation_types().size());
  date_bits_ = 32 - std::bit_width(std::max(types, std::uint32_t{1}));
}

Gist GistParts::gist(RelationTypeIndex type, std::size_t dated_by) const {
  if (dated_by > most_dates()) return no_gist;
  return Gist{static_cast<std::uint32_t>(position(type) << date_bits_ | dated_by)};
}

std::vector<Gist> gists_of(const Model& model) {
  constexpr std::size_t block_size = std::size_t{1} << 16;
  const GistParts parts(model);
  std::vector<Gist> gists(model.relations.size());
  for_each_block((gists.size() + block_size - 1) / block_size, processors(), [&](std::size_t block) {
    const std::size_t end = std::min(gists.size(), (block + 1) * block_size);
    for (std::size_t i = block * block_size; i < end; ++i) gists[i] = gist_of(model, parts, model.relations[i]);
  });
  for (const RelationIndex denial : model.denials)
    for (const RelationIndex rival : rivals_of(model, denial)) gists[position(rival)] = no_gist;
  return gists;
}

}  // namespace throughline
