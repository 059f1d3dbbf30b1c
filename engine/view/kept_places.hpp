// SPDX-License-Identifier: Apache-2.0
// Places for a diagram that are those of an earlier figure of it: what was there stays, what is new stands near its
// neighbours, in room that is free or is made by pushing as little as possible down its column.
//
//   KeptPlaces places = keep_nodes(plan, earlier, {});   // then plan again, by columns
//   place_labels(plan, places);
#pragma once

#include <map>
#include <string>
#include <vector>

#include "view/diagram_plan.hpp"

namespace throughline {

// Of a figure on its page, by element_id of nodes and of edges.
struct EarlierPlaces {
  std::string name;  // of the file, without its folders
  std::map<std::string, Box, std::less<>> nodes;
  std::map<std::string, Box, std::less<>> labels;
};

// How an attempt differs from the earlier figure; by itself in nothing.
struct KeptStretch {
  double along = 1;          // from column to column
  double down = 1;           // within columns
  bool keeps_labels = true;  // else only nodes keep their places
  bool widens = false;       // where that gives new labels a better place
};

// In a frame whose columns run from left to right, whichever way those of the figure do.
struct KeptPlaces {
  bool left_to_right = true;
  KeptStretch stretch;
  std::vector<Point> middles;                  // of the plan's nodes, then of its beads
  std::vector<std::size_t> columns;            // by node, counted from the left
  std::map<const DiagramEdge*, Point> labels;  // the middles of those that were there
};

// Requires that the figure has one of the nodes.
KeptPlaces keep_nodes(const DiagramPlan& plan, const EarlierPlaces& earlier, const KeptStretch& stretch);

// Adds the beads, of a plan with the same nodes.
void place_labels(const DiagramPlan& plan, KeptPlaces& places);

// Back to the directions of the figure.
std::vector<Point> on_page(const KeptPlaces& places);

// By node of the plan: how wide its box is in the earlier figure; of a new one, as wide as others of its kind.
std::vector<double> kept_widths(const DiagramPlan& plan, const EarlierPlaces& earlier);

}  // namespace throughline
