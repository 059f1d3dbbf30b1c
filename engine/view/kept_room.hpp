// SPDX-License-Identifier: Apache-2.0
// Boxes that stand where they stand, and room made among them: a new one takes the slot of its column that pushes least
// and is nearest to where it wishes to be; what is in its way moves down, as far as it must.
//
//   KeptRoom room(count);
//   room.put(0, size, middle);
//   const Slot slot = room.slot_near(size, wish, cost_of);
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "view/scene.hpp"

namespace throughline {

struct Slot {
  Point middle;
  double cost = 0;  // in pixels of distance and of pushing
};

class KeptRoom {
 public:
  explicit KeptRoom(std::size_t count) : boxes_(count) {}

  // Of a box only its size counts. A label may stand nearer to others than a node.
  void put(std::size_t number, const Box& size, Point middle, bool is_label = false);
  bool has(std::size_t number) const { return boxes_[number].has_value(); }
  const Box& box(std::size_t number) const { return boxes_[number]->box; }
  Point middle(std::size_t number) const { return boxes_[number]->box.center(); }

  // At `wish.x`; the cost of a slot between two boxes is what would have to be pushed, and what else speaks against it.
  Slot slot_near(const Box& size, Point wish, const std::function<double(const Box&)>& cost_of) const;
  // Pushes down what is too near to the box and not above it, and what is in the way of that.
  void make_way(std::size_t number);
  // Those that overlap, since they have grown, are pushed apart.
  void settle();

 private:
  struct Place {
    Box box;
    bool is_label = false;
  };
  static double gap_between(const Place& a, const Place& b, double between_nodes);
  std::vector<std::size_t> downwards() const;
  void push_from(const std::vector<std::size_t>& order, std::vector<std::size_t> pushing, double between_nodes);

  std::vector<std::optional<Place>> boxes_;
};

// As the line will run, by and large: in an S from column to column.
std::vector<Point> line_between(const Box& a, const Box& b);

}  // namespace throughline
