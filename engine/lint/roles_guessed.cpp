// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "lint/roles_told.hpp"

namespace throughline::lint {
namespace {

constexpr double least_line = 16;  // shorter strokes are ticks and parts of signs
constexpr double largest_head = 24;

double area(const Box& box) { return box.width * box.height; }

bool is_filled_or_closed(const Shape& shape) {
  const bool is_outline = shape.stroke.is_visible() && shape.is_closed();
  return !shape.is_image && (shape.fill.is_visible() || is_outline) && shape.box.width > 0 && shape.box.height > 0;
}

bool is_line(const Shape& shape) {
  return !shape.is_image && !shape.fill.is_visible() && shape.stroke.is_visible() && !shape.is_closed();
}

class Guessing {
 public:
  Guessing(const Figure& figure, Roles& roles) : figure_(figure), roles_(roles) {}

  void guess() {
    find_background();
    if (roles_.nodes.empty()) find_nodes();
    find_clusters();
    if (roles_.edges.empty()) find_edges();
    place_texts();
    find_heads();
  }

 private:
  void find_background() {
    const double page = figure_.width * figure_.height;
    for (std::size_t i = 0; i < figure_.shapes.size() && i < 8; ++i) {
      const Shape& shape = figure_.shapes[i];
      if (roles_.of_shapes[i] == Role::none && shape.fill.is_visible() && area(shape.box) >= 0.9 * page)
        roles_.of_shapes[i] = Role::background;
    }
  }

  // The smallest shape around the middle of each text. A shape around nodes is none itself.
  void find_nodes() {
    std::vector<std::vector<std::size_t>> texts(figure_.shapes.size());
    for (std::size_t i = 0; i < figure_.texts.size(); ++i) {
      if (roles_.of_texts[i] != Role::none) continue;
      if (const auto around = smallest_around(figure_.texts[i].box)) texts[*around].push_back(i);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].empty() || holds_another(i, texts)) continue;
      roles_.is_by_geometry = true;
      Node node;
      node.element = figure_.shapes[i].element;
      node.name = figure_.elements[node.element].name();
      node.shapes = {i};
      roles_.of_shapes[i] = Role::node;
      roles_.nodes.push_back(std::move(node));
    }
  }

  std::optional<std::size_t> smallest_around(const Box& text) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < figure_.shapes.size(); ++i) {
      const Shape& shape = figure_.shapes[i];
      if (roles_.of_shapes[i] != Role::none || !is_filled_or_closed(shape)) continue;
      const Point middle = text.center();
      if (!is_in(middle, shape.box) || (best && area(shape.box) >= area(figure_.shapes[*best].box))) continue;
      if (is_inside(middle, shape.lines[0].points)) best = i;
    }
    return best;
  }

  bool holds_another(std::size_t shape, const std::vector<std::vector<std::size_t>>& texts) const {
    for (std::size_t i = 0; i < texts.size(); ++i)
      if (i != shape && !texts[i].empty() && contains(figure_.shapes[shape].box, figure_.shapes[i].box) &&
          area(figure_.shapes[i].box) < area(figure_.shapes[shape].box))
        return true;
    return false;
  }

  void find_clusters() {
    std::vector<Box> nodes;
    for (const Node& node : roles_.nodes)
      for (const std::size_t i : node.shapes) nodes.push_back(figure_.shapes[i].box);
    for (std::size_t i = 0; i < figure_.shapes.size(); ++i) {
      if (roles_.of_shapes[i] != Role::none || !is_filled_or_closed(figure_.shapes[i])) continue;
      const Box& box = figure_.shapes[i].box;
      if (std::any_of(nodes.begin(), nodes.end(), [&](const Box& node) { return contains(box, node); }))
        roles_.of_shapes[i] = Role::cluster;
    }
  }

  void find_edges() {
    for (std::size_t i = 0; i < figure_.shapes.size(); ++i) {
      const Shape& shape = figure_.shapes[i];
      if (roles_.of_shapes[i] != Role::none || !is_line(shape) || length_of(shape.lines[0].points) < least_line)
        continue;
      const bool begins = is_near_node(shape.lines.front().points.front());
      const bool ends = is_near_node(shape.lines.back().points.back());
      if (!(begins && ends) && !(shape.has_marker && (begins || ends))) {
        roles_.of_shapes[i] = Role::decoration;
        continue;
      }
      Edge edge;
      edge.element = shape.element;
      edge.name = figure_.elements[shape.element].name();
      edge.lines = {i};
      roles_.of_shapes[i] = Role::edge;
      roles_.edges.push_back(std::move(edge));
      roles_.is_by_geometry = true;
    }
  }

  bool is_near_node(Point point) const {
    for (const Node& node : roles_.nodes)
      for (const std::size_t i : node.shapes)
        if (is_in(point, grown(figure_.shapes[i].box, head_reach))) return true;
    return false;
  }

  // Into the node it stands in; else beside the edge it stands at.
  void place_texts() {
    for (std::size_t i = 0; i < figure_.texts.size(); ++i) {
      if (roles_.of_texts[i] != Role::none) continue;
      const Point middle = figure_.texts[i].box.center();
      if (Node* node = node_around(middle)) {
        roles_.of_texts[i] = Role::node;
        node->texts.push_back(i);
        if (node->name.empty()) node->name = figure_.texts[i].text;
      } else if (Edge* edge = edge_beside(figure_.texts[i])) {
        roles_.of_texts[i] = Role::edge;
        edge->texts.push_back(i);
      }
    }
  }

  Node* node_around(Point point) {
    for (Node& node : roles_.nodes)
      for (const std::size_t i : node.shapes)
        if (is_filled_or_closed(figure_.shapes[i]) && is_in(point, figure_.shapes[i].box) &&
            is_inside(point, figure_.shapes[i].lines[0].points))
          return &node;
    return nullptr;
  }

  Edge* edge_beside(const Text& text) {
    Edge* nearest = nullptr;
    double least = text.size;
    for (Edge& edge : roles_.edges) {
      for (const std::size_t i : edge.lines)
        for (const Subpath& line : figure_.shapes[i].lines) {
          if (!overlap(box_of(line.points), text.box, text.size)) continue;
          const Polyline corners = corners_of(text.box);
          double away = distance_to(text.box.center(), line.points) - text.box.height / 2;
          for (const Point& corner : corners) away = std::min(away, distance_to(corner, line.points));
          if (away < least) least = away, nearest = &edge;
        }
    }
    return nearest;
  }

  void find_heads() {
    for (std::size_t i = 0; i < figure_.shapes.size(); ++i) {
      const Shape& shape = figure_.shapes[i];
      if (roles_.of_shapes[i] != Role::none || !shape.fill.is_visible() || !shape.is_closed()) continue;
      if (shape.box.width > largest_head || shape.box.height > largest_head) continue;
      for (Edge& edge : roles_.edges)
        if (ends_at(edge, shape.box)) {
          edge.heads.push_back(i);
          roles_.of_shapes[i] = Role::edge;
          break;
        }
    }
  }

  bool ends_at(const Edge& edge, const Box& box) const {
    for (const std::size_t i : edge.lines)
      for (const Subpath& line : figure_.shapes[i].lines)
        for (const Point& end : {line.points.front(), line.points.back()})
          if (is_in(end, grown(box, 2))) return true;
    return false;
  }

  const Figure& figure_;
  Roles& roles_;
};

}  // namespace

void guess_rest(const Figure& figure, Roles& roles) { Guessing(figure, roles).guess(); }

}  // namespace throughline::lint
