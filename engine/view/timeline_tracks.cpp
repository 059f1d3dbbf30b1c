// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_tracks.hpp"

#include <algorithm>
#include <numeric>

namespace throughline {

namespace {

constexpr double apart = 8;  // between two runs in one track, ends included
constexpr double run_height = 6;
constexpr double caption_height = 16;
constexpr double beside_runs = 9;  // an arrowhead and a rounded corner fit between a run and the row
constexpr double beside_captions = 3;

bool covers(const Run& run, double x) { return run.left - apart / 2 < x && x < run.right + apart / 2; }

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

// A run or a caption, on the track it gets.
struct Entry {
  double left = 0;
  double right = 0;
  bool is_caption = false;
  std::size_t index = 0;
  std::size_t track = 0;
};

// From the top: captions of their own, then each run with its captions just before it.
std::vector<Entry> entries_of(const std::vector<Run>& runs, const std::vector<Caption>& captions) {
  std::vector<Entry> entries;
  const auto add_captions = [&](std::size_t run) {
    for (std::size_t i = 0; i < captions.size(); ++i) {
      if (captions[i].run == run) entries.push_back({captions[i].left, captions[i].right, true, i, 0});
    }
  };
  add_captions(Caption::no_run);
  for (const std::size_t run : order_of(runs)) {
    add_captions(run);
    entries.push_back({runs[run].left, runs[run].right, false, run, 0});
  }
  for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
    for (auto other = entries.begin(); other != entry; ++other) {
      const bool meet = entry->left < other->right + apart && other->left < entry->right + apart;
      if (meet) entry->track = std::max(entry->track, other->track + 1);
    }
  }
  return entries;
}

}  // namespace

Tracks lay_tracks(const std::vector<Run>& runs, const std::vector<Caption>& captions) {
  Tracks tracks{std::vector<double>(runs.size()), std::vector<double>(captions.size()), 0};
  const auto entries = entries_of(runs, captions);
  if (entries.empty()) return tracks;
  std::vector<bool> has_caption(entries.size());
  std::vector<bool> has_run(entries.size());
  std::size_t count = 0;
  for (const Entry& entry : entries) {
    (entry.is_caption ? has_caption : has_run)[entry.track] = true;
    count = std::max(count, entry.track + 1);
  }
  double y = has_run.front() ? beside_runs : beside_captions;
  std::vector<double> middle(count);
  for (std::size_t track = 0; track < count; ++track) {
    const double height = has_caption[track] ? caption_height : run_height;
    middle[track] = y + height / 2;
    y += height;
  }
  tracks.height = y + (has_run[count - 1] ? beside_runs : beside_captions);
  for (const Entry& entry : entries)
    (entry.is_caption ? tracks.caption_y : tracks.run_y)[entry.index] = middle[entry.track];
  return tracks;
}

}  // namespace throughline
