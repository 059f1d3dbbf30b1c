// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "view/build_view.hpp"
#include "view/caption.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_labels = 2;  // of parallel relations on one line; the tooltip has all

DiagramNode build_node(const Model& model, NodeIndex index, const Standings& standings) {
  const Node& node = model[index];
  NodeCaption caption = caption_of(model, index, standings);
  return {.id = std::string(model.text(node.id)),
          .name = std::string(model.text(node.name)),
          .detail = std::move(caption.detail),
          .kind = model.kind_of(node).name,
          .type = std::string(model.text(node.type)),
          .standing = caption.standing,
          .group = {},
          .description = std::move(caption.description),
          .link = std::string(model.text(node.url))};
}

// Parallel relations in one direction are one line. It is dashed or struck only if all that it stands for is.
class EdgeBuilder {
 public:
  EdgeBuilder(const Model& model, std::vector<RelationIndex> relations, const Standings& standings)
      : model_(model), relations_(std::move(relations)), standings_(standings) {}

  DiagramEdge build() const {
    const Relation& first = model_[relations_.front()];
    const RelationType& type = model_.type_of(first);
    DiagramEdge edge;
    edge.from = model_.text(model_[first.from].id);
    edge.to = model_.text(model_[first.to].id);
    edge.id = fmt::format("{}--{}--{}", edge.from, type.name, edge.to);
    edge.type = type.name;
    edge.directed = !type.symmetric;
    edge.label = label();
    edge.detail = detail();
    edge.standing = standing();
    for (const RelationIndex relation : relations_)
      edge.description += (edge.description.empty() ? "" : "\n\n") + description_of(model_, model_[relation]);
    return edge;
  }

 private:
  std::string label() const {
    std::vector<std::string> labels;
    for (const RelationIndex relation : relations_) {
      const std::string& each = model_.type_of(model_[relation]).label;
      if (std::find(labels.begin(), labels.end(), each) == labels.end()) labels.push_back(each);
    }
    const std::size_t more = labels.size() > most_labels ? labels.size() - most_labels : 0;
    labels.resize(labels.size() - more);
    return join(labels, ", ") + (more == 0 ? "" : fmt::format(" +{}", more));
  }

  // One date, if all that are dated agree.
  std::string detail() const {
    std::string date;
    for (const RelationIndex relation : relations_) {
      const std::string each = short_date(model_, model_[relation].when);
      if (!date.empty() && !each.empty() && each != date) return {};
      if (!each.empty()) date = each;
    }
    return date;
  }

  Standing standing() const {
    Standing all{.planned = true, .stalled = false, .ended = false, .uncertain = true, .denied = true};
    Held best = Held::never;
    for (const RelationIndex relation : relations_) {
      const Standing each = standing_of(model_, relation, standings_);
      all.planned = all.planned && each.planned;
      all.uncertain = all.uncertain && each.uncertain;
      all.denied = all.denied && each.denied;
      best = std::max(best, standings_.of(relation).held);
    }
    if (standings_.question().has_clock()) {
      all.uncertain = !all.planned && best == Held::possibly;
      all.undated = best == Held::undated;
    }
    return all;
  }

  const Model& model_;
  std::vector<RelationIndex> relations_;
  const Standings& standings_;
};

}  // namespace

DiagramView build_diagram(const Graph& graph, const Scope& scope, const Selection& selection, std::string_view stamp) {
  const Model& model = graph.model();
  DiagramView view{.headline = headline_of(model, scope, selection, stamp),
                   .layout = scope.layout,
                   .nodes = {},
                   .edges = {},
                   .groups = {}};
  for (const NodeIndex node : selection.nodes) view.nodes.push_back(build_node(model, node, *selection.standings));
  std::map<std::pair<NodeIndex, NodeIndex>, std::vector<RelationIndex>> by_ends;
  for (const RelationIndex relation : selection.relations)
    by_ends[{model[relation].from, model[relation].to}].push_back(relation);
  for (auto& [ends, relations] : by_ends)
    view.edges.push_back(EdgeBuilder(model, std::move(relations), *selection.standings).build());
  return view;
}

}  // namespace throughline
