// SPDX-License-Identifier: Apache-2.0
#include "view/diagram_routing.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "view/geometry.hpp"

namespace throughline {
namespace {

constexpr double corner_room = 11;    // no line ends nearer than this to a corner,
constexpr double corner_share = 0.2;  // nor nearer than this share of the side
constexpr double straight_end = 9;
constexpr double end_gap = 9;    // between the ends of two lines on one side
constexpr double clearance = 4;  // between a line and a box that is not its own

Box turned(const Box& b) { return {b.y, b.x, b.height, b.width}; }

void turn(Layout& layout) {
  std::swap(layout.width, layout.height);
  for (Box& box : layout.nodes) box = turned(box);
  for (auto& curve : layout.edges)
    for (Point& p : curve) std::swap(p.x, p.y);
}

struct End {
  std::size_t edge = 0;
  double wish = 0;   // where it would like to be
  double place = 0;  // where it is put
};

// Ends in the order of their wishes, each as near to its wish as the others and the side allow.
void spread(std::vector<End>& ends, double low, double high) {
  std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.wish < b.wish; });
  const double room = std::max(0.0, high - low);
  const double gap = ends.size() > 1 ? std::min(end_gap, room / static_cast<double>(ends.size() - 1)) : 0;
  double least = low;
  for (End& end : ends) {
    end.place = std::max(std::clamp(end.wish, low, std::max(low, high)), least);
    least = end.place + gap;
  }
  double most = high;
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    end->place = std::max(low, std::min(end->place, most));
    most = end->place - gap;
  }
}

class Router {
 public:
  Router(const LayoutGraph& graph, std::size_t first_bead, Layout& layout)
      : graph_(graph), first_bead_(first_bead), layout_(layout) {}

  void run() {
    std::map<std::pair<std::size_t, bool>, std::vector<End>> sides;  // by node, then left or right
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
      if (!runs_forward(i)) continue;
      const LayoutEdge& edge = graph_.edges[i];
      sides[{edge.from, true}].push_back({i, layout_.nodes[edge.to].center().y, 0});
      sides[{edge.to, false}].push_back({i, layout_.nodes[edge.from].center().y, 0});
    }
    std::vector<double> starts(graph_.edges.size());
    std::vector<double> stops(graph_.edges.size());
    for (auto& [side, ends] : sides) {
      const Box& box = layout_.nodes[side.first];
      const bool bead = side.first >= first_bead_;
      const double room =
          bead ? box.height / 2 : std::min(std::max(corner_room, corner_share * box.height), box.height / 2);
      spread(ends, box.y + room, box.bottom() - room);
      for (const End& end : ends) (side.second ? starts : stops)[end.edge] = end.place;
    }
    for (std::size_t i = 0; i < graph_.edges.size(); ++i)
      if (runs_forward(i)) layout_.edges[i] = calm(i, starts[i], stops[i]);
  }

 private:
  bool runs_forward(std::size_t i) const {
    const LayoutEdge& edge = graph_.edges[i];
    return edge.ranked && edge.weight > 0 && !layout_.edges[i].empty() &&
           layout_.nodes[edge.to].x > layout_.nodes[edge.from].right() + 4;
  }

  std::vector<Point> calm(std::size_t i, double start_y, double stop_y) const {
    const LayoutEdge& edge = graph_.edges[i];
    const Point start{layout_.nodes[edge.from].right(), start_y};
    const Point stop{layout_.nodes[edge.to].x, stop_y};
    const std::vector<Point> smooth = smooth_line(edge, start, stop);
    if (is_free(smooth, edge)) return smooth;

    // Else the engine's way round, met a little further on.
    const std::vector<Point>& way = layout_.edges[i];
    for (const double length : {170.0, 110.0, 60.0, 30.0}) {
      if (distance(way.front(), way.back()) < 2.2 * length) continue;
      const std::vector<Point> late = joined(way, start, edge.from < first_bead_, 1, length);
      const std::vector<Point> both = reversed(joined(reversed(late), stop, edge.to < first_bead_, -1, length));
      if (is_free(both, edge)) return both;
    }
    return way;
  }

  // From `start`, straight out of the box if it is one, into the curve where that is `length` away from its own start.
  static std::vector<Point> joined(const std::vector<Point>& way, Point start, bool from_box, double direction,
                                   double length) {
    const std::vector<Point> rest = reversed(without_end(reversed(way), length));
    const Point from{from_box ? start.x + direction * straight_end : start.x, start.y};
    const double reach = distance(from, rest[0]) * 0.45;
    const double run = std::max(distance(rest[0], rest[1]), 1e-6);
    const Point along{(rest[1].x - rest[0].x) / run, (rest[1].y - rest[0].y) / run};
    std::vector<Point> curve = straight(start, from);
    curve.insert(curve.end(),
                 {{from.x + direction * reach, from.y}, {rest[0].x - along.x * reach, rest[0].y - along.y * reach}});
    curve.insert(curve.end(), rest.begin(), rest.end());
    return curve;
  }

  // An S with short straight ends at the boxes, where arrow heads sit.
  std::vector<Point> smooth_line(const LayoutEdge& edge, Point start, Point stop) const {
    const double stub = std::min(straight_end, (stop.x - start.x) / 3);
    const Point from{edge.from < first_bead_ ? start.x + stub : start.x, start.y};
    const Point to{edge.to < first_bead_ ? stop.x - stub : stop.x, stop.y};
    const double half = (to.x - from.x) / 2;
    std::vector<Point> curve = straight(start, from);
    curve.insert(curve.end(), {{from.x + half, from.y}, {to.x - half, to.y}, to});
    curve.insert(curve.end(), {to, stop, stop});
    return curve;
  }

  bool is_free(const std::vector<Point>& curve, const LayoutEdge& edge) const {
    const std::vector<Point> line = flatten(curve);
    for (std::size_t i = 0; i < layout_.nodes.size(); ++i) {
      const bool own = i == edge.from || i == edge.to;
      if (touches(line, grown(layout_.nodes[i], own ? -1 : clearance))) return false;
    }
    return true;
  }

  const LayoutGraph& graph_;
  std::size_t first_bead_;
  Layout& layout_;
};

}  // namespace

void calm_lines(const LayoutGraph& graph, std::size_t first_bead, Layout& layout) {
  if (!graph.left_to_right) turn(layout);
  Router(graph, first_bead, layout).run();
  if (!graph.left_to_right) turn(layout);
}

}  // namespace throughline
