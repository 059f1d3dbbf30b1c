// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.hpp"
#include "view/timeline_layout.hpp"

namespace throughline {

namespace {

constexpr double narrowest_lane = 210;  // some strips and a label of three words

bool has_columns(const TimelineView& view) { return lane_share(view) >= narrowest_lane; }

// Whether each kind has a lane of its own, which the marks tell then.
bool kinds_tell(const TimelineView& view) {
  std::map<std::string_view, std::string_view> lanes;
  for (const TimelineLane& lane : view.lanes) {
    for (const TimelineItem& item : lane.items) {
      if (lanes.try_emplace(item.kind, lane.id).first->second != lane.id) return false;
    }
  }
  return lanes.size() == view.lanes.size();
}

// What a label says of its lane: the name, or where names are long a letter, which a note explains.
std::vector<std::string> signs_of(const TimelineView& view) {
  constexpr std::size_t short_enough = 22;
  const bool are_short = std::all_of(view.lanes.begin(), view.lanes.end(), [](const TimelineLane& lane) {
    return count_characters(lane.label) <= short_enough;
  });
  std::vector<std::string> signs;
  for (const TimelineLane& lane : view.lanes) {
    const std::size_t number = signs.size();
    const std::string sign = number < 26 ? std::string(1, static_cast<char>('A' + number)) : std::to_string(number + 1);
    signs.push_back(are_short || lane.label.empty() ? lane.label : sign);
  }
  return signs;
}

}  // namespace

TimelineView folded(TimelineView view, bool even_columns) {
  if (view.lanes.size() < 2 || (!even_columns && has_columns(view))) return view;
  const bool is_told = kinds_tell(view);
  const std::vector<std::string> signs = is_told ? std::vector<std::string>(view.lanes.size()) : signs_of(view);
  TimelineLane all{"all", "Timeline", {}};
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < view.lanes.size(); ++i) {
    for (TimelineItem& item : view.lanes[i].items) {
      const auto [place, is_new] = places.try_emplace(item.id, all.items.size());
      if (!signs[i].empty())
        (is_new ? item : all.items[place->second]).date += (is_new ? item.date.empty() ? "" : " · " : ", ") + signs[i];
      if (is_new) all.items.push_back(std::move(item));
    }
  }
  std::vector<std::string> key;
  for (std::size_t i = 0; i < signs.size(); ++i)
    if (signs[i] != view.lanes[i].label && !signs[i].empty())
      key.push_back(fmt::format("{}: {}", signs[i], view.lanes[i].label));
  if (!key.empty()) view.headline.notes.insert(view.headline.notes.begin(), join(key, "; "));
  view.lanes = {std::move(all)};
  return view;
}

}  // namespace throughline
