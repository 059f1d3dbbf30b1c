// SPDX-License-Identifier: Apache-2.0
#include "view/kept_places.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <set>

#include "view/element_id.hpp"
#include "view/geometry.hpp"
#include "view/kept_room.hpp"

namespace throughline {
namespace {

constexpr double one_place = 2;       // what is no further apart counts as aligned
constexpr double in_the_way = 150;    // what it costs to stand on a line,
constexpr double nowhere_near = 300;  // in a column of other kinds,
constexpr double beside = 120;        // or in that of a neighbour

Point turned(Point p) { return {p.y, p.x}; }

const Box* earlier_box(const DiagramNode& node, const EarlierPlaces& earlier) {
  const auto found = earlier.nodes.find(element_id(node.id));
  return found == earlier.nodes.end() ? nullptr : &found->second;
}

// Ids that look the same in an SVG tell nothing.
std::vector<const Box*> earlier_boxes(const DiagramPlan& plan, const EarlierPlaces& earlier) {
  std::map<const Box*, std::size_t> uses;
  std::vector<const Box*> boxes;
  for (const PlannedNode& planned : plan.nodes) boxes.push_back(earlier_box(*planned.node, earlier));
  for (const Box* box : boxes) ++uses[box];
  for (const Box*& box : boxes)
    if (uses[box] > 1) box = nullptr;
  return boxes;
}

// Columns show in middles that are one above the other; more of them than side by side.
bool runs_left_to_right(const std::vector<const Box*>& boxes) {
  std::size_t above = 0;
  std::size_t beside_another = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      if (boxes[i] == nullptr || boxes[j] == nullptr) continue;
      const Point a = boxes[i]->center();
      const Point b = boxes[j]->center();
      above += std::abs(a.x - b.x) < one_place ? 1 : 0;
      beside_another += std::abs(a.y - b.y) < one_place ? 1 : 0;
    }
  return above >= beside_another;
}

struct Column {
  double x = 0;
  std::set<std::string_view> kinds;
};

class NodeKeeper {
 public:
  NodeKeeper(const DiagramPlan& plan, const EarlierPlaces& earlier, const KeptStretch& stretch)
      : plan_(plan),
        earlier_(earlier),
        boxes_(earlier_boxes(plan, earlier)),
        room_(plan.nodes.size() + plan.edges.size()) {
    neighbours_.resize(plan.nodes.size());
    for (const PlannedEdge& edge : plan.edges) {
      if (edge.from == edge.to) continue;
      neighbours_[edge.from].push_back(edge.to);
      neighbours_[edge.to].push_back(edge.from);
    }
    places_.left_to_right = runs_left_to_right(boxes_);
    places_.stretch = stretch;
  }

  KeptPlaces run() {
    const std::size_t count = plan_.nodes.size();
    wishes_.resize(count);
    for (std::size_t i = 0; i < count; ++i)
      if (boxes_[i] != nullptr) keep(i);
    for (std::size_t i = 0; i < plan_.edges.size() && places_.stretch.keeps_labels; ++i) keep_label(i);
    room_.settle();
    find_columns();
    for (std::optional<std::size_t> next; (next = most_wanted()).has_value();) place(*next);
    for (std::size_t i = 0; i < count; ++i) places_.middles.push_back(room_.middle(i));
    for (std::size_t i = 0; i < plan_.edges.size(); ++i)
      if (room_.has(count + i)) places_.labels[plan_.edges[i].edge] = room_.middle(count + i);
    number_columns();
    return std::move(places_);
  }

 private:
  Box size_of(std::size_t i) const {
    const PlannedNode& node = plan_.nodes[i];
    return places_.left_to_right ? Box{0, 0, node.width, node.height} : Box{0, 0, node.height, node.width};
  }

  Point in_frame(Point middle) const {
    if (!places_.left_to_right) middle = turned(middle);
    return {middle.x * places_.stretch.along, middle.y * places_.stretch.down};
  }

  // What is new makes way for labels, too. They are placed for good when it is known which lines share one.
  void keep_label(std::size_t edge) {
    const auto found = earlier_.labels.find(element_id(plan_.edges[edge].edge->id));
    const bool is_loop = plan_.edges[edge].from == plan_.edges[edge].to;  // its words stand in the box of its node
    if (found == earlier_.labels.end() || is_loop) return;
    Box size = found->second;
    if (!places_.left_to_right) std::swap(size.width, size.height);
    room_.put(plan_.nodes.size() + edge, size, in_frame(found->second.center()), true);
  }

  void keep(std::size_t i) {
    wishes_[i] = in_frame(boxes_[i]->center());
    room_.put(i, size_of(i), wishes_[i]);
  }

  void find_columns() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i)
      if (boxes_[i] != nullptr) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return wishes_[a].x < wishes_[b].x; });
    for (const std::size_t i : order) {
      if (columns_.empty() || wishes_[i].x - columns_.back().x > one_place) columns_.push_back({wishes_[i].x, {}});
      columns_.back().kinds.insert(plan_.nodes[i].node->kind);
    }
  }

  // Those that stand.
  std::vector<std::size_t> neighbours_of(std::size_t node) const {
    std::vector<std::size_t> found = neighbours_[node];
    std::erase_if(found, [&](std::size_t other) { return !room_.has(other); });
    return found;
  }

  std::optional<std::size_t> most_wanted() const {
    std::optional<std::size_t> best;
    std::ptrdiff_t most = 0;
    for (std::size_t i = 0; i < plan_.nodes.size(); ++i) {
      if (room_.has(i)) continue;
      const auto count = std::count_if(neighbours_[i].begin(), neighbours_[i].end(),
                                       [&](std::size_t other) { return room_.has(other); });
      if (!best || count > most) best = i, most = count;
    }
    return best;
  }

  double unease(const Column& column, std::size_t node, const std::vector<std::size_t>& neighbours) const {
    double cost = column.kinds.contains(plan_.nodes[node].node->kind) ? 0 : nowhere_near;
    for (const std::size_t other : neighbours) {
      const double apart = std::abs(room_.middle(other).x - column.x);
      cost += apart < one_place ? beside : 0.1 * apart;
    }
    return cost;
  }

  using Line = std::vector<Point>;

  // Of what stands, by and large: by way of the labels.
  std::vector<Line> lines_now() const {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < plan_.edges.size(); ++i) {
      const PlannedEdge& edge = plan_.edges[i];
      if (edge.from == edge.to || !room_.has(edge.from) || !room_.has(edge.to)) continue;
      const std::size_t label = plan_.nodes.size() + i;
      if (!room_.has(label)) {
        lines.push_back(line_between(room_.box(edge.from), room_.box(edge.to)));
        continue;
      }
      lines.push_back(line_between(room_.box(edge.from), room_.box(label)));
      lines.push_back(line_between(room_.box(label), room_.box(edge.to)));
    }
    return lines;
  }

  static std::size_t lines_through(const Box& box, const std::vector<Line>& lines) {
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return touches(line, grown(box, 3)); }));
  }

  void place(std::size_t node) {
    const std::vector<std::size_t> neighbours = neighbours_of(node);
    double wish = neighbours.empty() ? std::numeric_limits<double>::max() : 0;
    for (const std::size_t other : neighbours) wish += room_.middle(other).y / static_cast<double>(neighbours.size());
    const std::vector<Line> lines = lines_now();
    std::optional<Point> best;
    double least = 0;
    for (const Column& column : columns_) {
      const Slot slot = room_.slot_near(size_of(node), {column.x, wish}, [&](const Box& box) {
        return in_the_way * static_cast<double>(lines_through(box, lines));
      });
      const double cost = slot.cost + unease(column, node, neighbours);
      if (!best || cost < least) best = slot.middle, least = cost;
    }
    room_.put(node, size_of(node), *best);
    room_.make_way(node);
  }

  void number_columns() {
    std::vector<std::size_t> order(plan_.nodes.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto x = [&](std::size_t i) { return places_.middles[i].x; };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return x(a) < x(b); });
    places_.columns.resize(order.size());
    std::size_t column = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (x(order[i]) - x(order[i - 1]) > one_place) ++column;
      places_.columns[order[i]] = column;
    }
  }

  const DiagramPlan& plan_;
  const EarlierPlaces& earlier_;
  std::vector<const Box*> boxes_;
  std::vector<std::vector<std::size_t>> neighbours_;  // by node, one for each line
  KeptRoom room_;
  KeptPlaces places_;
  std::vector<Point> wishes_;
  std::vector<Column> columns_;
};

}  // namespace

KeptPlaces keep_nodes(const DiagramPlan& plan, const EarlierPlaces& earlier, const KeptStretch& stretch) {
  return NodeKeeper(plan, earlier, stretch).run();
}

std::vector<Point> on_page(const KeptPlaces& places) {
  std::vector<Point> middles = places.middles;
  if (!places.left_to_right)
    for (Point& middle : middles) middle = turned(middle);
  return middles;
}

std::vector<double> kept_widths(const DiagramPlan& plan, const EarlierPlaces& earlier) {
  const std::vector<const Box*> boxes = earlier_boxes(plan, earlier);
  std::map<std::string_view, std::map<double, std::size_t>> of_kinds;
  std::vector<double> widths;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    widths.push_back(boxes[i] == nullptr ? 0 : std::round(boxes[i]->width));
    if (boxes[i] != nullptr) ++of_kinds[plan.nodes[i].node->kind][widths[i]];
  }
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const auto& of_kind = of_kinds[plan.nodes[i].node->kind];
    if (boxes[i] != nullptr || of_kind.empty()) continue;
    widths[i] = std::max_element(of_kind.begin(), of_kind.end(), [](const auto& a, const auto& b) {
                  return a.second < b.second;
                })->first;
  }
  return widths;
}

}  // namespace throughline
