// SPDX-License-Identifier: Apache-2.0
// Several relations along one gap between rows: each gets a track of its own where they meet, ordered so that they
// cross least, and room above it for the words that name it.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace throughline {

enum class Turn { up, down };

struct Run {
  double left = 0;
  double right = 0;
  Turn at_left = Turn::up;  // where the relation goes on at this end
  Turn at_right = Turn::up;
};

// Words over a run, or of their own beside a relation that only passes.
struct Caption {
  static constexpr std::size_t no_run = std::numeric_limits<std::size_t>::max();

  double left = 0;
  double right = 0;
  std::size_t run = no_run;
};

// In pixels below the top of the gap.
struct Tracks {
  std::vector<double> run_y;
  std::vector<double> caption_y;  // the middle of the words
  double height = 0;              // 0 when there is nothing in the gap
};

Tracks lay_tracks(const std::vector<Run>& runs, const std::vector<Caption>& captions);

}  // namespace throughline
