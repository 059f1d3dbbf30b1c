// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_lists.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "view/geometry.hpp"
#include "view/timeline_layout.hpp"

namespace throughline {

namespace {

constexpr double before_list = 5;

// Whether one mark would say the same as two.
bool look_the_same(const TimelineItem& a, const TimelineItem& b) {
  const auto key = [](const TimelineItem& item) {
    const Standing& s = item.standing;
    return std::tuple(item.kind, s.planned, s.stalled, s.ended, s.uncertain, s.denied, s.undated, item.emphasis);
  };
  return !a.extent.is_interval && a.extent == b.extent && key(a) == key(b);
}

}  // namespace

std::set<std::string_view> own_marks(const TimelineView& view, bool with_relations) {
  std::set<std::string_view> own;
  if (with_relations)
    for (const TimelineLink& link : view.links) own.insert({link.from, link.to});
  std::map<std::string_view, std::size_t> copies;
  for (const TimelineLane& lane : view.lanes)
    for (const TimelineItem& item : lane.items)
      if (++copies[item.id] > 1) own.insert(item.id);
  return own;
}

std::vector<std::vector<const TimelineItem*>> lists_in(const TimelineLane& lane,
                                                       const std::set<std::string_view>& own) {
  std::vector<std::vector<const TimelineItem*>> lists;
  std::size_t since = 0;  // lists of the present date
  for (const TimelineItem& item : lane.items) {
    if (since < lists.size() && !(lists[since].front()->extent == item.extent)) since = lists.size();
    const auto same = std::find_if(lists.begin() + static_cast<std::ptrdiff_t>(since), lists.end(), [&](auto& list) {
      return look_the_same(*list.front(), item) && !own.contains(list.front()->id) && !own.contains(item.id);
    });
    if (same == lists.end())
      lists.push_back({&item});
    else
      same->push_back(&item);
  }
  // What is said of the date may differ, by lanes for one.
  for (auto& list : lists)
    std::stable_sort(list.begin(), list.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
  return lists;
}

std::span<PlannedItem> add_list(TimelinePlan& plan, const std::vector<const TimelineItem*>& list,
                                std::set<std::string>& taken) {
  const std::size_t first = plan.items.size();
  for (const TimelineItem* item : list) {
    plan.items.push_back(plan_item(*item, plan.lanes.size(), plan.axis));
    plan.items.back().id = item->id;
    plan.items.back().is_echo = !taken.insert(item->id).second;
    plan.items.back().is_listed = plan.items.size() > first + 1;
  }
  plan.items[first].listed_here = list.size() - 1;
  return {plan.items.data() + first, list.size()};
}

std::span<PlannedItem> list_from(TimelinePlan& plan, std::size_t first) {
  return {plan.items.data() + first, 1 + plan.items[first].listed_here};
}

void share_out(std::span<PlannedItem> list) {
  if (list.size() < 2) return;
  const PlannedItem all = list.front();
  auto text = all.set.label.texts.begin();
  for (std::size_t i = 0; i < list.size(); ++i) {
    PlannedItem& item = list[i];
    const auto end = text + static_cast<std::ptrdiff_t>(all.set.label.parts[i]);
    if (item.is_listed) {
      item.set = all.set;
      item.row = all.row;
      item.is_tick = all.is_tick;
    }
    item.set.label.texts.assign(text, end);
    text = end;
  }
}

Curve list_line(const PlannedItem& first, const TimelinePlan& plan) {
  const Label& label = first.set.label;
  const bool is_left = !plan.is_vertical && !first.set.is_above && first.set.label_at.x < first.covered().left;
  const double x = is_left ? first.label_at.x + label.width + before_list : first.label_at.x - before_list;
  return {straight({x, first.label_at.y + 2}, {x, first.label_at.y + label.height - 2}),
          {theme::faint_line, 1, Dash::solid}};
}

}  // namespace throughline
