// SPDX-License-Identifier: Apache-2.0
#include "lint/roles.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "lint/roles_told.hpp"

namespace throughline::lint {
namespace {

constexpr std::size_t longest_name = 2000;

bool is_legend_heading(std::string_view text) {
  const std::string folded = fold_for_search(trim(text));
  return folded == "legend" || folded == "key" || folded == "범례";
}

// In a plain drawing the legend is a box, or a cluster, with that word in it: what lies there is none of the figure.
void find_legend_box(const Figure& figure, Roles& roles) {
  if (roles.has_legend) return;
  const auto heading = std::find_if(figure.texts.begin(), figure.texts.end(),
                                    [](const Text& text) { return is_legend_heading(text.text); });
  if (heading == figure.texts.end()) return;
  const Shape* around = nullptr;
  for (std::size_t i = 0; i < figure.shapes.size(); ++i) {
    const Shape& shape = figure.shapes[i];
    if (roles.of_shapes[i] != Role::cluster && roles.of_shapes[i] != Role::none) continue;
    const Point middle = heading->box.center();
    if (is_in(middle, shape.box) && (around == nullptr || shape.box.width < around->box.width)) around = &shape;
  }
  if (around == nullptr) return;
  roles.has_legend = true;
  const Box box = around->box;
  for (const Node& node : roles.nodes)
    if (contains(box, node.box)) roles.legend.push_back({node.element, node.name, node.shapes, node.texts});
  for (const Edge& edge : roles.edges)
    if (!edge.lines.empty() && contains(box, figure.shapes[edge.lines[0]].box)) {
      LegendEntry entry{edge.element, edge.name, edge.lines, edge.texts};
      entry.shapes.insert(entry.shapes.end(), edge.heads.begin(), edge.heads.end());
      roles.legend.push_back(std::move(entry));
    }
  std::erase_if(roles.nodes, [&](const Node& node) { return contains(box, node.box); });
  std::erase_if(roles.edges, [&](const Edge& edge) {
    return !edge.lines.empty() && contains(box, figure.shapes[edge.lines[0]].box);
  });
  for (std::size_t i = 0; i < figure.shapes.size(); ++i)
    if (contains(grown(box, 0.5), figure.shapes[i].box)) roles.of_shapes[i] = Role::legend;
  for (std::size_t i = 0; i < figure.texts.size(); ++i)
    if (contains(box, figure.texts[i].box)) roles.of_texts[i] = Role::legend;
}

void measure_nodes(const Figure& figure, Roles& roles) {
  for (Node& node : roles.nodes) {
    Polyline all;
    for (const std::size_t i : node.shapes)
      for (const Subpath& line : figure.shapes[i].lines) all.insert(all.end(), line.points.begin(), line.points.end());
    if (all.empty())  // a node without a box is where its text is
      for (const std::size_t i : node.texts)
        for (const Polyline& quad : figure.texts[i].quads) all.insert(all.end(), quad.begin(), quad.end());
    node.box = box_of(all);
    node.hull = hull_of(all);
  }
  std::erase_if(roles.nodes, [](const Node& node) { return node.hull.empty(); });
}

// "a--knows--b" in our ids, "a->b" and "a--b" in Graphviz's titles. The longest names are tried first.
bool take_named_ends(const Figure& figure, const Roles& roles, Edge& edge) {
  const Element& element = figure.elements[edge.element];
  const std::string& told = roles.is_ours ? element.id : element.title;
  if (told.size() > longest_name) return false;
  for (const std::string_view joint : {"->", "--"}) {
    for (std::size_t at = told.find(joint); at != std::string::npos; at = told.find(joint, at + 1)) {
      const std::string_view from = std::string_view(told).substr(0, at);
      const std::string_view rest = std::string_view(told).substr(at + joint.size());
      const auto find = [&](std::string_view key) {
        return std::find_if(roles.nodes.begin(), roles.nodes.end(), [&](const Node& node) {
          const Element& each = figure.elements[node.element];
          return (roles.is_ours ? each.id : each.title) == key;
        });
      };
      const auto a = find(from.substr(0, from.find(':')));
      std::size_t start = roles.is_ours ? rest.find(joint) : 0;
      if (a == roles.nodes.end() || start == std::string_view::npos) continue;
      if (roles.is_ours) start += joint.size();
      std::string_view to = rest.substr(start);
      auto b = find(to);
      // Behind the end may stand what tells parallel relations apart.
      while (b == roles.nodes.end() && to.rfind("--") != std::string_view::npos)
        b = find(to = to.substr(0, to.rfind("--")));
      if (b == roles.nodes.end() && to.find(':') != std::string_view::npos) b = find(to.substr(0, to.find(':')));
      if (b == roles.nodes.end()) continue;
      edge.ends = {static_cast<std::size_t>(a - roles.nodes.begin()),
                   static_cast<std::size_t>(b - roles.nodes.begin())};
      return true;
    }
  }
  return false;
}

void take_near_ends(const Figure& figure, const Roles& roles, Edge& edge) {
  for (const std::size_t i : edge.lines)
    for (const Subpath& line : figure.shapes[i].lines)
      for (const Point& end : {line.points.front(), line.points.back()})
        for (std::size_t n = 0; n < roles.nodes.size(); ++n) {
          if (!is_in(end, grown(roles.nodes[n].box, head_reach))) continue;
          const Polyline point{end, end};
          if (gap_between(point, roles.nodes[n].hull) <= head_reach) edge.ends.push_back(n);
        }
}

// The words of the ticks stand below each other where time runs down; a high figure may repeat them at its foot.
bool runs_down(const Figure& figure, const Roles& roles) {
  std::optional<Box> words;
  std::set<std::uint32_t> seen;
  for (std::size_t i = 0; i < figure.texts.size(); ++i) {
    if (roles.of_texts[i] != Role::axis) continue;
    if (!seen.insert(figure.elements[figure.texts[i].element].parent).second) continue;
    const Point middle = figure.texts[i].box.center();
    words = words ? united(*words, {middle.x, middle.y, 0, 0}) : Box{middle.x, middle.y, 0, 0};
  }
  return words && words->height > words->width;
}

}  // namespace

Roles roles_of(const Figure& figure) {
  Roles roles;
  roles.of_shapes.resize(figure.shapes.size(), Role::none);
  roles.of_texts.resize(figure.texts.size(), Role::none);
  take_told(figure, roles);
  for (const Element& element : figure.elements) {
    roles.is_timeline = roles.is_timeline || element.id.starts_with("lane-");
    roles.is_ours = roles.is_ours || element.id == "figure-description" ||
                    (element.id == "footing" && element.role == "graphics-object");
  }
  roles.is_vertical = roles.is_timeline && runs_down(figure, roles);
  guess_rest(figure, roles);
  measure_nodes(figure, roles);
  find_legend_box(figure, roles);
  std::erase_if(roles.edges, [](const Edge& edge) { return edge.lines.empty() && edge.heads.empty(); });
  for (Edge& edge : roles.edges)
    if (!take_named_ends(figure, roles, edge)) take_near_ends(figure, roles, edge);
  return roles;
}

}  // namespace throughline::lint
