// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_order.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "view/timeline_span.hpp"
#include "view/timeline_undated.hpp"

namespace throughline {

namespace {

using Targets = std::map<std::string_view, std::set<std::string_view>>;

Targets targets_of(const TimelineView& view) {
  Targets targets;
  for (const TimelineLink& link : view.links) targets[link.from].insert(link.to);
  return targets;
}

// Items of one date: each is followed by what it leads to, so that relations between them are short and run downwards.
class Family {
 public:
  Family(std::vector<TimelineItem> items, const Targets& targets) : items_(std::move(items)), targets_(targets) {
    for (std::size_t i = 0; i < items_.size(); ++i) places_[items_[i].id] = i;
  }

  std::vector<TimelineItem> ordered() {
    std::set<std::string_view> led_to;
    for (const TimelineItem& item : items_) {
      for (const std::string_view target : targets_of(item)) led_to.insert(target);
    }
    for (const TimelineItem& item : items_) {
      if (!led_to.contains(item.id)) take(item.id);
    }
    for (const TimelineItem& item : items_) take(item.id);  // what goes round in a circle
    std::vector<TimelineItem> result;
    for (const std::size_t place : order_) result.push_back(items_[place]);
    return result;
  }

 private:
  std::set<std::string_view> targets_of(const TimelineItem& item) const {
    const auto found = targets_.find(item.id);
    return found == targets_.end() ? std::set<std::string_view>() : found->second;
  }

  void take(std::string_view first) {
    std::vector<std::string_view> waiting = {first};
    while (!waiting.empty()) {
      const auto place = places_.find(waiting.back());
      waiting.pop_back();
      if (place == places_.end() || !taken_.insert(place->second).second) continue;
      order_.push_back(place->second);
      const auto next = targets_of(items_[place->second]);
      waiting.insert(waiting.end(), next.rbegin(), next.rend());
    }
  }

  std::vector<TimelineItem> items_;
  const Targets& targets_;
  std::map<std::string_view, std::size_t> places_;
  std::set<std::size_t> taken_;
  std::vector<std::size_t> order_;
};

void order_items(std::vector<TimelineItem>& items, const Targets& targets) {
  std::stable_sort(items.begin(), items.end(), comes_before);
  for (auto first = items.begin(); first != items.end();) {
    const auto last =
        std::find_if(first, items.end(), [&](const TimelineItem& item) { return !(item.extent == first->extent); });
    if (last - first > 1) {
      auto ordered = Family({first, last}, targets).ordered();
      std::move(ordered.begin(), ordered.end(), first);
    }
    first = last;
  }
}

}  // namespace

TimelineView in_order(TimelineView view) {
  const Targets targets = targets_of(view);
  for (TimelineLane& lane : view.lanes) {
    const auto dated = std::stable_partition(lane.items.begin(), lane.items.end(),
                                             [](const TimelineItem& item) { return has_place(item.extent); });
    for (auto item = dated; item != lane.items.end(); ++item)
      view.undated.push_back({item->id, item->name, item->kind, lane.label, item->description});
    lane.items.erase(dated, lane.items.end());
    order_items(lane.items, targets);
  }
  view.undated = in_order(std::move(view.undated));
  return view;
}

}  // namespace throughline
