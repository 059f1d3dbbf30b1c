// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "render/figure.hpp"
#include "render/graphviz.hpp"
#include "render/renderer.hpp"
#include "view/theme.hpp"

namespace throughline {
namespace {

// In `label`, DOT readers expand \N, \G and \n: a backslash that the user wrote is doubled.
std::string plain_label(std::string_view text) {
  std::string plain;
  for (const char c : text) plain += c == '\\' ? std::string("\\\\") : std::string(1, c);
  return plain;
}

template <typename Record>
std::vector<Record> in_order(std::vector<Record> records) {
  std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.id < b.id; });
  return records;
}

DotAttributes headline_of(const Headline& headline) {
  return {{"label", plain_label(headline.title)}, {"rankdir", "LR"}};
}

DotNode node_of(const DiagramNode& node) {
  return {node.id,
          node.group,
          {{"label", plain_label(node.name)},
           {"kind", node.kind},
           {"type", node.type},
           {"detail", plain_label(node.detail)},
           {"standing", std::string(theme::word_of(node.standing))},
           {"change", std::string(word_of(node.change))},
           {"URL", node.link}}};
}

DotEdge edge_of(const DiagramEdge& edge) {
  return {edge.from,
          edge.to,
          {{"label", plain_label(edge.label)},
           {"type", edge.type},
           {"when", edge.detail},
           {"standing", std::string(theme::word_of(edge.standing))},
           {"change", std::string(word_of(edge.change))},
           {"dir", edge.directed ? "" : "none"}}};
}

DotEdge edge_of(const TimelineLink& link) {
  return {link.from,
          link.to,
          {{"label", plain_label(link.label)},
           {"type", link.type},
           {"standing", std::string(theme::word_of(link.standing))},
           {"dir", link.directed ? "" : "none"}}};
}

}  // namespace

std::string write_dot(const DiagramView& view) {
  std::vector<DotCluster> clusters;
  for (const DiagramGroup& group : in_order(view.groups)) clusters.push_back({group.id, plain_label(group.label)});
  std::vector<DotNode> nodes;
  for (const DiagramNode& node : in_order(view.nodes)) nodes.push_back(node_of(node));
  std::vector<DotEdge> edges;
  for (const DiagramEdge& edge : in_order(view.edges)) edges.push_back(edge_of(edge));
  return write_dot_text("throughline", clusters, nodes, edges, headline_of(view.headline));
}

std::string write_dot(const TimelineView& view) {
  std::vector<DotCluster> clusters;
  std::vector<DotNode> nodes;
  for (const TimelineLane& lane : view.lanes) {
    clusters.push_back({lane.id, plain_label(lane.label)});
    for (const TimelineItem& item : lane.items)
      nodes.push_back({item.id,
                       lane.id,
                       {{"label", plain_label(item.name)},
                        {"kind", item.kind},
                        {"type", item.type},
                        {"when", item.date},
                        {"standing", std::string(theme::word_of(item.standing))},
                        {"URL", item.link}}});
  }
  for (const TimelineUndated& item : view.undated)
    nodes.push_back({item.id, "", {{"label", plain_label(item.name)}, {"kind", item.kind}, {"lane", item.lane}}});
  std::vector<DotEdge> edges;
  for (const TimelineLink& link : in_order(view.links)) edges.push_back(edge_of(link));
  return write_dot_text("throughline", clusters, nodes, edges, headline_of(view.headline));
}

extern const Renderer dot_renderer;
constinit const Renderer dot_renderer{"dot", ".dot", "the graph before layout, for Graphviz and its readers", nullptr};

}  // namespace throughline
