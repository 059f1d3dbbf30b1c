// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_links.hpp"

#include <algorithm>
#include <tuple>

namespace throughline {

namespace {

bool is_sharp(const PlannedItem& item) { return !item.is_bar && item.moment.day_known; }

}  // namespace

Copies copies_of(const std::vector<PlannedItem>& items) {
  Copies copies;
  for (std::size_t i = 0; i < items.size(); ++i) copies[items[i].item->id].push_back(i);
  return copies;
}

ChosenLinks choose_links(const TimelineView& view, const std::vector<PlannedItem>& items) {
  ChosenLinks chosen;
  const Copies copies = copies_of(items);
  const auto rank = [&](const TimelineLink* link) {
    const PlannedItem& from = items[copies.at(link->from).front()];
    const PlannedItem& to = items[copies.at(link->to).front()];
    return std::tuple(from.lane == to.lane, !is_sharp(from) && !is_sharp(to), std::string_view(link->id));
  };
  for (const TimelineLink& link : view.links) {
    const bool has_ends = link.from != link.to && copies.contains(link.from) && copies.contains(link.to);
    (has_ends ? chosen.drawn : chosen.placeless).push_back(&link);
  }
  const auto by_id = [](const TimelineLink* a, const TimelineLink* b) { return a->id < b->id; };
  std::stable_sort(chosen.placeless.begin(), chosen.placeless.end(), by_id);
  std::stable_sort(chosen.drawn.begin(), chosen.drawn.end(),
                   [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
  // What is marked by a stroke alone has nothing that a line could lead to.
  const auto has_mark = [&](const std::string& id) {
    const auto& here = copies.at(id);
    return std::none_of(here.begin(), here.end(), [&](std::size_t i) { return items[i].is_tick; });
  };
  const auto kept = std::stable_partition(chosen.drawn.begin(), chosen.drawn.end(), [&](const TimelineLink* link) {
    return has_mark(link->from) && has_mark(link->to);
  });
  chosen.left_out.assign(kept, chosen.drawn.end());
  chosen.drawn.erase(kept, chosen.drawn.end());
  if (chosen.drawn.size() > most_links) {
    chosen.left_out.insert(chosen.left_out.end(), chosen.drawn.begin() + most_links, chosen.drawn.end());
    chosen.drawn.resize(most_links);
  }
  std::stable_sort(chosen.drawn.begin(), chosen.drawn.end(), by_id);
  std::stable_sort(chosen.left_out.begin(), chosen.left_out.end(), by_id);
  return chosen;
}

}  // namespace throughline
