// SPDX-License-Identifier: Apache-2.0
#include "graph/gists.hpp"

#include <algorithm>

#include "base/parallel.hpp"
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
  constexpr std::size_t block_size = std::size_t{1} << 16;
  std::vector<Gist> gists(model.relations.size());
  for_each_block((gists.size() + block_size - 1) / block_size, processors(), [&](std::size_t block) {
    const std::size_t end = std::min(gists.size(), (block + 1) * block_size);
    for (std::size_t i = block * block_size; i < end; ++i) gists[i] = gist_of(model, model.relations[i]);
  });
  for (const RelationIndex denial : model.denials)
    for (const RelationIndex rival : rivals_of(model, denial)) gists[position(rival)] = no_gist;
  return gists;
}

}  // namespace throughline
