// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <optional>

#include "view/geometry.hpp"
#include "view/kept_places.hpp"
#include "view/kept_room.hpp"

namespace throughline {
namespace {

constexpr double step = 6;               // between two places that are tried, down a column;
constexpr int most_steps = 45;           // so many either way
constexpr double beside_boxes = 9;       // between a column and a label beside it
constexpr double usual_gap = 4;          // between a label and anything, where it is new;
constexpr double least_gap = 1.9;        // where it was before
constexpr double standing_on = 1000;     // what it costs to overlap something,
constexpr double running_through = 250;  // to have a line through a box or another label,
constexpr double crossing = 15;
constexpr double growth = 3;    // to make the figure a pixel wider,
constexpr double little = 0.3;  // where that is right
constexpr double aside = 0.4;   // and to stand a pixel aside

Box around(Point middle, double width, double height) {
  return {middle.x - width / 2, middle.y - height / 2, width, height};
}

class LabelPlacer {
 public:
  LabelPlacer(const DiagramPlan& plan, KeptPlaces& places) : plan_(plan), places_(places) {
    for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
      const PlannedNode& node = plan.nodes[i];
      nodes_.push_back(places.left_to_right ? around(places.middles[i], node.width, node.height)
                                            : around(places.middles[i], node.height, node.width));
    }
    beads_.resize(plan.beads.size());
    extent_ = nodes_.front();
    for (const Box& node : nodes_) {
      extent_ = united(extent_, node);
      xs_.push_back(node.center().x);
    }
    for (const PlannedEdge& edge : plan.edges)
      if (!edge.bead && edge.from != edge.to) lines_.push_back(line_between(nodes_[edge.from], nodes_[edge.to]));
  }

  void run() {
    for (std::size_t i = 0; i < beads_.size(); ++i)
      if (const std::optional<Point> middle = earlier_middle(i);
          middle && count_near(box_at(i, *middle), least_gap) == 0)
        put(i, *middle);
    for (std::size_t i = 0; i < beads_.size(); ++i)
      if (!beads_[i]) put(i, best_for(i));
    for (const auto& bead : beads_) places_.middles.push_back(bead->center());
  }

 private:
  Box box_at(std::size_t bead, Point middle) const {
    const Bead& planned = plan_.beads[bead];
    return places_.left_to_right ? around(middle, planned.width, planned.height)
                                 : around(middle, planned.height, planned.width);
  }

  std::optional<Point> earlier_middle(std::size_t bead) const {
    for (const std::size_t i : plan_.beads[bead].edges) {
      const auto found = places_.labels.find(plan_.edges[i].edge);
      if (found != places_.labels.end()) return found->second;
    }
    return std::nullopt;
  }

  void put(std::size_t bead, Point middle) {
    beads_[bead] = box_at(bead, middle);
    extent_ = united(extent_, *beads_[bead]);
    xs_.push_back(middle.x);
    for (std::vector<Point>& line : lines_of(bead, *beads_[bead])) lines_.push_back(std::move(line));
  }

  std::size_t count_near(const Box& box, double gap) const {
    std::size_t count = 0;
    for (const Box& node : nodes_) count += overlap(box, node, gap) ? 1 : 0;
    for (const std::optional<Box>& bead : beads_) count += bead && overlap(box, *bead, gap) ? 1 : 0;
    return count;
  }

  std::vector<std::vector<Point>> lines_of(std::size_t bead, const Box& box) const {
    std::vector<std::vector<Point>> lines;
    std::vector<std::size_t> ends;
    for (const std::size_t i : plan_.beads[bead].edges)
      for (const std::size_t end : {plan_.edges[i].from, plan_.edges[i].to})
        if (std::find(ends.begin(), ends.end(), end) == ends.end()) ends.push_back(end);
    for (const std::size_t end : ends) lines.push_back(line_between(nodes_[end], box));
    return lines;
  }

  bool is_end(std::size_t bead, std::size_t node) const {
    const auto& edges = plan_.beads[bead].edges;
    return std::any_of(edges.begin(), edges.end(),
                       [&](std::size_t i) { return plan_.edges[i].from == node || plan_.edges[i].to == node; });
  }

  // Of a label that is not placed yet.
  double cost_of(std::size_t bead, const Box& box, double least) const {
    double cost = (places_.stretch.widens ? little : growth) *
                  (std::max(0.0, extent_.x - box.x) + std::max(0.0, box.right() - extent_.right()));
    cost += standing_on * static_cast<double>(count_near(box, usual_gap));
    for (const std::vector<Point>& line : lines_)
      if (touches(line, grown(box, 2))) cost += running_through;
    if (cost >= least) return cost;
    for (const std::vector<Point>& line : lines_of(bead, box)) {
      for (std::size_t i = 0; i < nodes_.size(); ++i)
        if (!is_end(bead, i) && touches(line, grown(nodes_[i], 2))) cost += running_through;
      for (const std::optional<Box>& other : beads_)
        if (other && touches(line, grown(*other, 2))) cost += running_through;
      if (cost < least) cost += crossing * static_cast<double>(crossings_of(line));
    }
    return cost;
  }

  std::size_t crossings_of(const std::vector<Point>& line) const {
    return static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), [&](const std::vector<Point>& other) {
      return cross(line.front(), line.back(), other.front(), other.back());
    }));
  }

  // Where the label would stand if it had the page to itself.
  Point wish_of(std::size_t bead) const {
    if (const std::optional<Point> earlier = earlier_middle(bead)) return *earlier;
    const PlannedEdge& first = plan_.edges[plan_.beads[bead].edges.front()];
    Point wish{0, 0};
    const auto count = static_cast<double>(plan_.beads[bead].edges.size());
    for (const std::size_t i : plan_.beads[bead].edges) {
      const PlannedEdge& edge = plan_.edges[i];
      wish.y += (nodes_[edge.from].center().y + nodes_[edge.to].center().y) / 2 / count;
    }
    const Box& a = nodes_[first.from];
    const Box& b = nodes_[first.to];
    wish.x = a.right() < b.x ? (a.right() + b.x) / 2 : b.right() < a.x ? (b.right() + a.x) / 2 : a.center().x;
    return wish;
  }

  // The wish itself, where other labels stand, and beside the columns of the ends.
  std::vector<double> xs_for(std::size_t bead, Point wish) const {
    const double half = box_at(bead, wish).width / 2 + beside_boxes;
    std::vector<double> xs{wish.x};
    double left = wish.x;
    double right = wish.x;
    for (const std::size_t i : plan_.beads[bead].edges)
      for (const std::size_t end : {plan_.edges[i].from, plan_.edges[i].to}) {
        const Box& box = nodes_[end];
        xs.insert(xs.end(), {box.x - half, box.right() + half});
        left = std::min(left, box.x - 2 * half);
        right = std::max(right, box.right() + 2 * half);
      }
    for (const double x : xs_)
      if (x > left && x < right) xs.push_back(x);
    std::sort(xs.begin() + 1, xs.end());
    xs.erase(std::unique(xs.begin() + 1, xs.end(), [](double a, double b) { return std::abs(a - b) < 4; }), xs.end());
    return xs;
  }

  Point best_for(std::size_t bead) const {
    const Point wish = wish_of(bead);
    Point best = wish;
    double least = cost_of(bead, box_at(bead, wish), 1e9);
    for (const double x : xs_for(bead, wish))
      for (int number = 0; number <= 2 * most_steps; ++number) {
        const double down = step * (number % 2 == 0 ? -1 : 1) * ((number + 1) / 2);
        const double distance = std::abs(down) + aside * std::abs(x - wish.x);
        if (distance >= least) break;
        const Point middle{x, wish.y + down};
        const double cost = distance + cost_of(bead, box_at(bead, middle), least - distance);
        if (cost < least) least = cost, best = middle;
      }
    return best;
  }

  const DiagramPlan& plan_;
  KeptPlaces& places_;
  std::vector<Box> nodes_;
  std::vector<std::optional<Box>> beads_;
  std::vector<double> xs_;
  Box extent_;  // of all that stands
  std::vector<std::vector<Point>> lines_;
};

}  // namespace

void place_labels(const DiagramPlan& plan, KeptPlaces& places) { LabelPlacer(plan, places).run(); }

}  // namespace throughline
