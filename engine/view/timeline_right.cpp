// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <tuple>

#include "view/frame.hpp"
#include "view/line_breaks.hpp"
#include "view/timeline_grid.hpp"
#include "view/timeline_layout.hpp"
#include "view/timeline_lists.hpp"

namespace throughline {

namespace {

constexpr double widest_lane_column = 150;  // the names of lanes

// On a narrow page the names of lanes leave more to the axis.
double lane_column(const TimelineView& view) { return std::min(widest_lane_column, std::floor(view.sheet.width / 6)); }

TimelinePlan plan_of(const TimelineView& view, const Extremes& extremes, const TextMetrics& metrics) {
  const double width = inner_width(view.sheet);
  const double column = label_column(view);
  const double for_breaks = break_width(extremes.silences, metrics);
  TimelinePlan plan = plan_along(view, extremes, column + (column > 0 ? lane_gap : 0), width, for_breaks);
  plan.to = width;
  return plan;
}

void add_lane(TimelinePlan& plan, const TimelineLane& lane, double column, std::set<std::string>& taken,
              const std::set<std::string_view>& own, const TextMetrics& metrics) {
  PlannedLane planned{&lane, {}, 0, plan.rows.size(), 0, 0, 0};
  planned.label = lines_within(column, lane.label, theme::heading_size, Weight::bold, metrics);
  planned.least = lane_padding + lane_label_line * static_cast<double>(planned.label.size());
  std::vector<std::vector<ItemSetting>> settings;
  std::vector<std::vector<Setting>> choices;
  std::size_t next = plan.items.size();
  for (const auto& list : lists_in(lane, own)) {
    settings.push_back(settings_of(add_list(plan, list, taken), plan.axis, metrics));
    auto& choice = choices.emplace_back();
    for (const ItemSetting& setting : settings.back()) choice.push_back(setting.setting);
  }
  const Packing packing = pack_rows(choices, {plan.axis.left(), plan.axis.right()});
  for (std::size_t i = 0; i < settings.size(); ++i) {
    PlannedItem& item = plan.items[next];
    item.set = std::move(settings[i][packing.places[i].setting]);
    item.row = planned.first_row + packing.places[i].row;
    share_out(list_from(plan, next));
    next += 1 + item.listed_here;
  }
  for (const PackedRow& row : packing.rows) plan.rows.push_back({row, 0});
  if (packing.rows.empty()) plan.rows.push_back({{bar_height / 2, bar_height / 2, {}}, 0});
  planned.row_count = plan.rows.size() - planned.first_row;
  plan.lanes.push_back(std::move(planned));
}

}  // namespace

double label_column(const TimelineView& view) {
  const bool has_labels =
      std::any_of(view.lanes.begin(), view.lanes.end(), [](const auto& lane) { return !lane.label.empty(); });
  return has_labels ? lane_column(view) : 0;
}

TimelineLayout lay_right(const TimelineView& view, const Extremes& extremes, const TextMetrics& metrics) {
  TimelineLayout laid{plan_of(view, extremes, metrics), {}, {}, {}, {}};
  TimelinePlan& plan = laid.plan;
  std::set<std::string> taken;
  const auto own = own_marks(view, true);
  for (const TimelineLane& lane : view.lanes) add_lane(plan, lane, lane_column(view), taken, own, metrics);
  laid.chosen = choose_links(view, plan.items);
  std::tie(laid.links, laid.threads) = route_links(laid.chosen.drawn, plan);
  caption_links(laid.links, laid.threads, plan, metrics);
  lay_tracks(laid.links, laid.threads, plan);
  laid.ticks = find_ticks(plan.axis, metrics, {theme::small_size, 16, 60, 0, plan.width, view.headline.language});
  plan.top = header_height(plan, laid.ticks);
  place_rows(plan);
  return laid;
}

}  // namespace throughline
