// SPDX-License-Identifier: Apache-2.0
// Several relations along one gap: each gets a track of its own where they meet, ordered so that they cross least.
#pragma once

#include <cstddef>
#include <vector>

namespace throughline {

enum class Turn { up, down };

struct Run {
  double left = 0;
  double right = 0;
  Turn at_left = Turn::up;  // where the relation goes on at this end
  Turn at_right = Turn::up;
};

struct Tracks {
  std::vector<std::size_t> track_of;  // one for each run; track 0 is the uppermost
  std::size_t count = 0;
};

Tracks assign_tracks(const std::vector<Run>& runs);

}  // namespace throughline
