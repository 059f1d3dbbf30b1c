// SPDX-License-Identifier: Apache-2.0
#include "view/kept_room.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "view/geometry.hpp"

namespace throughline {
namespace {

constexpr double usual_gap = 14;  // between two nodes, where one is new
constexpr double least_gap = 8;   // what readers and `lint` ask for
constexpr double least_label_gap = 2;
constexpr double rounding = 0.1;       // of an SVG's numbers
constexpr double label_gap = 4;        // between a label and anything
constexpr double push_weight = 0.3;    // of each box that has to move, against distance
constexpr double growth_weight = 0.5;  // of what the figure gains in height

bool share_a_column(const Box& a, const Box& b, double gap) { return a.x < b.right() + gap && b.x < a.right() + gap; }

}  // namespace

double KeptRoom::gap_between(const Place& a, const Place& b, double between_nodes) {
  return a.is_label || b.is_label ? label_gap : between_nodes;
}

void KeptRoom::put(std::size_t number, const Box& size, Point middle, bool is_label) {
  boxes_[number] = Place{{middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height}, is_label};
}

std::vector<std::size_t> KeptRoom::downwards() const {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < boxes_.size(); ++i)
    if (boxes_[i]) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return middle(a).y < middle(b).y; });
  return order;
}

Slot KeptRoom::slot_near(const Box& size, Point wish, const std::function<double(const Box&)>& cost_of) const {
  const Place wanted{{wish.x - size.width / 2, 0, size.width, size.height}, false};
  const double half = size.height / 2;
  double top = std::numeric_limits<double>::max();
  double bottom = std::numeric_limits<double>::lowest();
  std::vector<std::size_t> column;
  for (const std::size_t i : downwards()) {
    const Box& box = boxes_[i]->box;
    top = std::min(top, box.y);
    bottom = std::max(bottom, box.bottom());
    if (share_a_column(box, wanted.box, gap_between(*boxes_[i], wanted, least_gap))) column.push_back(i);
  }
  wish.y = std::min(wish.y, bottom + usual_gap + half);
  std::vector<double> highest{std::numeric_limits<double>::lowest()};  // by how many stand above
  for (const std::size_t i : column)
    highest.push_back(
        std::max(highest.back(), boxes_[i]->box.bottom() + gap_between(*boxes_[i], wanted, usual_gap) + half));
  std::optional<Slot> best;
  double lowest = std::numeric_limits<double>::max();
  for (std::size_t above = column.size() + 1; above-- > 0;) {
    if (above < column.size()) {
      const Place& below = *boxes_[column[above]];
      lowest = std::min(lowest, below.box.y - gap_between(below, wanted, usual_gap) - half);
    }
    const double y = std::max(std::min(wish.y, lowest), highest[above]);
    const double push = std::max(0.0, y - lowest);
    const double growth = std::max(0.0, top - (y - half)) + std::max(0.0, y + half + push - bottom);
    const double pushed = push_weight * static_cast<double>(column.size() - above);
    const double cost = std::abs(y - wish.y) + push * (1 + pushed) + growth_weight * growth +
                        cost_of({wish.x - size.width / 2, y - half, size.width, size.height});
    if (!best || cost < best->cost) best = Slot{{wish.x, y}, cost};
  }
  return *best;
}

void KeptRoom::push_from(const std::vector<std::size_t>& order, std::vector<std::size_t> pushing,
                         double between_nodes) {
  for (const std::size_t i : order) {
    Place& place = *boxes_[i];
    double push = 0;
    for (const std::size_t other : pushing) {
      const Place& above = *boxes_[other];
      const double gap = gap_between(place, above, between_nodes);
      if (share_a_column(place.box, above.box, std::min(gap, least_gap)))
        push = std::max(push, above.box.bottom() + gap - place.box.y);
    }
    if (push <= 0) continue;
    place.box.y += push;
    pushing.push_back(i);
  }
}

void KeptRoom::make_way(std::size_t number) {
  std::vector<std::size_t> below = downwards();
  std::erase_if(below, [&](std::size_t i) { return i == number || middle(i).y < middle(number).y; });
  push_from(below, {number}, usual_gap);
}

void KeptRoom::settle() {
  const std::vector<std::size_t> order = downwards();
  for (auto next = order.begin(); next != order.end(); ++next) {
    const Place& place = *boxes_[*next];
    const bool is_in_the_way = std::any_of(next + 1, order.end(), [&](std::size_t other) {
      const bool of_label = place.is_label || boxes_[other]->is_label;
      return overlap(place.box, boxes_[other]->box, (of_label ? least_label_gap : least_gap) - rounding);
    });
    if (is_in_the_way) push_from({next + 1, order.end()}, {*next}, least_gap + 1);
  }
}

std::vector<Point> line_between(const Box& a, const Box& b) {
  const bool forward = b.x > a.right();
  if (!forward && b.right() >= a.x) return {a.center(), b.center()};
  const Point start{forward ? a.right() : a.x, a.center().y};
  const Point stop{forward ? b.x : b.right(), b.center().y};
  const double half = (stop.x - start.x) / 2;
  return flatten(std::vector<Point>{start, {start.x + half, start.y}, {stop.x - half, stop.y}, stop});
}

}  // namespace throughline
