// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "view/build_view.hpp"
#include "view/caption.hpp"
#include "view/clusters.hpp"
#include "view/theme.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_labels = 2;  // of parallel relations on one line; the tooltip has all

DiagramNode build_node(const Model& model, NodeIndex index, const Standings& standings, Emphasis emphasis) {
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
          .link = std::string(model.text(node.url)),
          .emphasis = emphasis};
}

// Parallel relations in one direction are one line if they stand alike: what is doubtful never hides behind what is
// certain.
class EdgeBuilder {
 public:
  EdgeBuilder(const Model& model, std::vector<RelationIndex> relations, const Standings& standings,
              const Spotlight& spotlight)
      : model_(model), relations_(std::move(relations)), standings_(standings), spotlight_(spotlight) {}

  DiagramEdge build() const {
    const Relation& first = model_[relations_.front()];
    const RelationType& type = model_.type_of(first);
    DiagramEdge edge;
    edge.from = model_.text(model_[first.from].id);
    edge.to = model_.text(model_[first.to].id);
    edge.id = fmt::format("{}--{}--{}", edge.from, type.name, edge.to);
    edge.type = type.name;
    edge.directed = !type.symmetric;
    edge.emphasis = Emphasis::receding;
    for (const RelationIndex relation : relations_) edge.emphasis = std::max(edge.emphasis, spotlight_.on(relation));
    edge.label = label();
    edge.detail = detail();
    edge.standing = standing_of(model_, relations_.front(), standings_);
    if (const std::string_view word = theme::word_of(edge.standing); !word.empty())
      edge.id += fmt::format("--{}", word == "no date" ? "undated" : word);
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

  const Model& model_;
  std::vector<RelationIndex> relations_;
  const Standings& standings_;
  const Spotlight& spotlight_;
};

void group(DiagramView& view, Clusters clusters) {
  for (std::size_t i = 0; i < clusters.of_nodes.size(); ++i) view.nodes[i].group = clusters.of_nodes[i];
  view.groups = std::move(clusters.groups);
  view.grouped_by = std::move(clusters.in_common);
  if (!clusters.note.empty()) view.headline.notes.push_back(std::move(clusters.note));
}

}  // namespace

DiagramView build_diagram(const Graph& graph, const Scope& scope, const Selection& selection, std::string_view stamp) {
  const Model& model = graph.model();
  DiagramView view{.headline = headline_of(model, scope, selection, stamp),
                   .sheet = scope.sheet,
                   .layout = scope.layout,
                   .nodes = {},
                   .edges = {},
                   .groups = {}};
  const Spotlight spotlight(model, scope.highlight, selection.nodes, selection.relations);
  for (std::size_t i = 0; i < selection.nodes.size(); ++i) {
    const NodeIndex node = selection.nodes[i];
    view.nodes.push_back(build_node(model, node, *selection.standings, spotlight.on(node)));
    if (selection.chains && !selection.chains->places.empty()) view.nodes.back().column = selection.chains->places[i];
  }
  group(view, clusters_of(model, scope, selection));
  using Key = std::tuple<NodeIndex, NodeIndex, std::string_view>;  // from, to, how it stands
  std::map<Key, std::vector<RelationIndex>> lines;
  for (const RelationIndex relation : selection.relations) {
    const std::string_view standing = theme::word_of(standing_of(model, relation, *selection.standings));
    lines[{model[relation].from, model[relation].to, standing}].push_back(relation);
  }
  for (auto& [key, relations] : lines)
    view.edges.push_back(EdgeBuilder(model, std::move(relations), *selection.standings, spotlight).build());
  return view;
}

}  // namespace throughline
