// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_tracks.hpp"

#include <algorithm>
#include <numeric>

namespace throughline {

namespace {

constexpr double distance = 8;  // between two runs in one track, ends included

bool meet(const Run& a, const Run& b) { return a.left < b.right + distance && b.left < a.right + distance; }

bool covers(const Run& run, double x) { return run.left - distance / 2 < x && x < run.right + distance / 2; }

int ends_within(const Run& run, Turn turn, const Run& other) {
  return static_cast<int>(run.at_left == turn && covers(other, run.left)) +
         static_cast<int>(run.at_right == turn && covers(other, run.right));
}

// What crosses when `upper` runs above `lower`.
int crossings(const Run& upper, const Run& lower) {
  return ends_within(upper, Turn::down, lower) + ends_within(lower, Turn::up, upper);
}

int rises(const Run& run) {
  return static_cast<int>(run.at_left == Turn::up) + static_cast<int>(run.at_right == Turn::up);
}

std::vector<std::size_t> order_of(const std::vector<Run>& runs) {
  std::vector<std::size_t> order(runs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rises(runs[a]) > rises(runs[b]); });
  bool is_better = true;
  for (std::size_t pass = 0; is_better && pass < order.size(); ++pass) {
    is_better = false;
    for (std::size_t i = 1; i < order.size(); ++i) {
      const Run& upper = runs[order[i - 1]];
      const Run& lower = runs[order[i]];
      if (crossings(lower, upper) >= crossings(upper, lower)) continue;
      std::swap(order[i - 1], order[i]);
      is_better = true;
    }
  }
  return order;
}

}  // namespace

Tracks assign_tracks(const std::vector<Run>& runs) {
  Tracks tracks{std::vector<std::size_t>(runs.size()), 0};
  const auto order = order_of(runs);
  for (std::size_t i = 0; i < order.size(); ++i) {
    std::size_t track = 0;
    for (std::size_t j = 0; j < i; ++j) {
      if (meet(runs[order[i]], runs[order[j]])) track = std::max(track, tracks.track_of[order[j]] + 1);
    }
    tracks.track_of[order[i]] = track;
    tracks.count = std::max(tracks.count, track + 1);
  }
  return tracks;
}

}  // namespace throughline
