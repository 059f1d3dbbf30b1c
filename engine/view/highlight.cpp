// SPDX-License-Identifier: Apache-2.0
#include "view/highlight.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/selector.hpp"

namespace throughline {
namespace {

template <typename Keep>
std::vector<RelationIndex> relations_where(const Model& model, Keep keep) {
  std::vector<RelationIndex> found;
  for (std::uint32_t i = 0; i < model.relations.size(); ++i)
    if (keep(model.relations[i])) found.push_back(RelationIndex{i});
  return found;
}

// "from--type--to", perhaps with how it stands behind it, as the ids of lines in figures are made.
std::vector<RelationIndex> relations_called(const Model& model, std::string_view id) {
  return relations_where(model, [&](const Relation& relation) {
    const std::string own = fmt::format("{}--{}--{}", model.text(model[relation.from].id), model.type_of(relation).name,
                                        model.text(model[relation.to].id));
    return id == own || id.starts_with(own + "--");
  });
}

}  // namespace

void add_highlight(const Model& model, std::string_view word, Highlight& highlight, Diagnostics& diagnostics) {
  std::vector<RelationIndex> relations;
  const std::string wanted = to_nfc(word);
  if (wanted.find("--") != std::string::npos) relations = relations_called(model, wanted);
  const RelationTypeIndex type = model.vocabulary.find_relation_type(wanted);
  if (type != none<RelationTypeIndex>)
    relations = relations_where(model, [&](const Relation& relation) { return relation.type == type; });
  highlight.relations.insert(highlight.relations.end(), relations.begin(), relations.end());
  if (!relations.empty() || type != none<RelationTypeIndex>) return;
  const std::vector<NodeIndex> nodes = select(model, word, diagnostics);
  highlight.nodes.insert(highlight.nodes.end(), nodes.begin(), nodes.end());
}

Spotlight::Spotlight(const Model& model, const Highlight& highlight, const std::vector<NodeIndex>& nodes,
                     const std::vector<RelationIndex>& relations)
    : model_(model),
      is_on_(highlight.is_asked()),
      rest_(highlight.rest_recedes ? Emphasis::receding : Emphasis::plain) {
  if (!is_on_) return;
  nodes_.assign(model.nodes.size(), rest_);
  named_.assign(model.relations.size(), false);
  for (const RelationIndex relation : highlight.relations) named_[position(relation)] = true;
  for (const NodeIndex node : nodes)
    if (std::find(highlight.nodes.begin(), highlight.nodes.end(), node) != highlight.nodes.end())
      nodes_[position(node)] = Emphasis::strong;
  for (const RelationIndex index : relations) {
    const Relation& relation = model[index];
    if (on(index) == rest_) continue;
    for (const NodeIndex end : {relation.from, relation.to})
      nodes_[position(end)] = std::max(nodes_[position(end)], Emphasis::plain);
  }
}

Emphasis Spotlight::on(RelationIndex index) const {
  if (!is_on_) return Emphasis::plain;
  const Relation& relation = model_[index];
  const bool has_start = nodes_[position(relation.from)] == Emphasis::strong;
  const bool has_end = nodes_[position(relation.to)] == Emphasis::strong;
  if (named_[position(index)] || (has_start && has_end)) return Emphasis::strong;
  return has_start || has_end ? Emphasis::plain : rest_;
}

}  // namespace throughline
