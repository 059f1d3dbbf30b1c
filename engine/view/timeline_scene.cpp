// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.hpp"
#include "view/frame.hpp"
#include "view/theme.hpp"
#include "view/timeline_facts.hpp"
#include "view/timeline_grid.hpp"
#include "view/timeline_legend.hpp"
#include "view/timeline_links.hpp"
#include "view/timeline_marks.hpp"
#include "view/timeline_order.hpp"
#include "view/timeline_plan.hpp"
#include "view/timeline_undated.hpp"

namespace throughline {

namespace {

constexpr double widest_lane_column = 150;  // the names of lanes
constexpr double lane_gap = 14;
constexpr double gutter_with_links = 24;
constexpr double inset = 14;       // from the edge of the axis to the first date: half a mark and a little air
constexpr double open_inset = 48;  // where bars go on beyond the last date

struct Extremes {
  std::vector<DayRange> occupied;
  bool opens_left = false;
  bool opens_right = false;
};

// The axis shows the day or stretch that is asked about, however far it lies from what held then.
void add_asked(const Bounds& days, Extremes& extremes) {
  extremes.opens_left |= !days.earliest;
  extremes.opens_right |= !days.latest;
  for (const std::optional<Day>& bound : {days.earliest, days.latest})
    if (bound) extremes.occupied.push_back({*bound, *bound});
}

Extremes extremes_of(const TimelineView& view) {
  Extremes extremes;
  for (const TimelineLane& lane : view.lanes) {
    for (const TimelineItem& item : lane.items) {
      const auto days = occupied_days(item.extent);
      extremes.occupied.insert(extremes.occupied.end(), days.begin(), days.end());
      if (!item.extent.is_interval) continue;
      extremes.opens_left |= item.extent.start_open || item.extent.start_unknown;
      extremes.opens_right |= item.extent.ongoing || item.extent.end_unknown;
    }
  }
  if (view.asked && !extremes.occupied.empty()) add_asked(view.asked->days, extremes);
  return extremes;
}

double inner_width(const TimelineView& view) { return view.sheet.width - 2 * theme::margin; }

// On a narrow page the names of lanes leave more to the axis.
double lane_column(const TimelineView& view) { return std::min(widest_lane_column, std::floor(view.sheet.width / 6)); }

double label_column(const TimelineView& view) {
  const bool has_labels =
      std::any_of(view.lanes.begin(), view.lanes.end(), [](const auto& lane) { return !lane.label.empty(); });
  return has_labels ? lane_column(view) : 0;
}

TimelinePlan plan_of(const TimelineView& view, const Extremes& extremes, const TextMetrics& metrics) {
  const double width = inner_width(view);
  const double gutter = view.links.empty() ? 0 : gutter_with_links;
  const double column = label_column(view);
  TimeAxis::Room room;
  room.left = column + (column > 0 ? lane_gap : 0) + gutter;
  room.right = width - gutter;
  room.inset_left = extremes.opens_left ? open_inset : inset;
  room.inset_right = extremes.opens_right ? open_inset : inset;
  room.break_width = break_width(find_silences(extremes.occupied), metrics);
  TimelinePlan plan{TimeAxis(extremes.occupied, room)};
  plan.width = width;
  plan.gutter = gutter;
  if (view.asked) plan.asked = plan_asked(*view.asked, plan.axis);
  return plan;
}

// The same event in a second lane needs an id of its own.
std::string unique_id(const TimelineItem& item, const TimelineLane& lane, std::set<std::string>& taken) {
  if (taken.insert(item.id).second) return item.id;
  std::string id = fmt::format("{}-in-{}", item.id, lane.id);
  while (!taken.insert(id).second) id += "_";
  return id;
}

void add_lane(TimelinePlan& plan, const TimelineLane& lane, double column, std::set<std::string>& taken,
              const TextMetrics& metrics) {
  PlannedLane planned{&lane, {}, plan.rows.size(), 0, 0, 0};
  planned.label = lines_within(column, lane.label, theme::heading_size, Weight::bold, metrics);
  std::vector<std::vector<ItemSetting>> settings;
  std::vector<std::vector<Setting>> choices;
  const std::size_t first_item = plan.items.size();
  for (const TimelineItem& item : lane.items) {
    plan.items.push_back(plan_item(item, plan.lanes.size(), plan.axis));
    plan.items.back().id = unique_id(item, lane, taken);
    settings.push_back(settings_of(plan.items.back(), plan.axis, metrics));
    auto& choice = choices.emplace_back();
    for (const ItemSetting& setting : settings.back()) choice.push_back(setting.setting);
  }
  const Packing packing = pack_rows(choices, {plan.axis.left(), plan.axis.right()});
  for (std::size_t i = 0; i < settings.size(); ++i) {
    PlannedItem& item = plan.items[first_item + i];
    item.set = std::move(settings[i][packing.places[i].setting]);
    item.row = planned.first_row + packing.places[i].row;
  }
  for (const PackedRow& row : packing.rows) plan.rows.push_back({row, 0});
  if (packing.rows.empty()) plan.rows.push_back({{bar_height / 2, bar_height / 2, {}}, 0});
  planned.row_count = plan.rows.size() - planned.first_row;
  plan.lanes.push_back(std::move(planned));
}

Item draw_item(const PlannedItem& planned, const TimelinePlan& plan) {
  const TimelineItem& item = *planned.item;
  Item drawn{planned.id, item.date.empty() ? item.name : item.name + ", " + item.date, item.description, item.link, {}};
  if (planned.is_bar) {
    BarPaint bar{planned.bar, planned.middle, planned.set.half_bar, {}};
    for (const AxisBreak& gap : plan.axis.breaks()) bar.holes.push_back({gap.left, gap.right});
    drawn.marks = paint_bar(bar, planned.look);
  } else {
    drawn.marks = paint_moment(planned.moment, planned.look, planned.middle);
  }
  for (const Text& text : planned.set.label.texts) drawn.marks.emplace_back(placed(text, planned));
  return drawn;
}

std::vector<Group> draw_lanes(const TimelinePlan& plan, std::vector<Item> heads) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < plan.lanes.size(); ++i) {
    groups.push_back({"lane-" + plan.lanes[i].lane->id, plan.lanes[i].lane->label, {}});
    groups.back().items.push_back(std::move(heads[i]));
  }
  for (const PlannedItem& item : plan.items) groups[item.lane].items.push_back(draw_item(item, plan));
  return groups;
}

Text caption_text(const PlannedCaption& caption, const TimelinePlan& plan, const TextMetrics& metrics) {
  const PlannedGap& gap = plan.gaps[caption.gap];
  const double middle = gap.top + gap.tracks.caption_y[caption.index];
  const double base = middle + (metrics.ascent(theme::small_size) - metrics.descent(theme::small_size)) / 2;
  return {{caption.left, base}, caption.text, theme::small_size, Weight::regular, theme::line, Anchor::start};
}

Group draw_links(const TimelinePlan& plan, const std::vector<PlannedLink>& links, const TextMetrics& metrics) {
  Group group{"relations", "Relations", {}};
  auto curves = curves_of(links, plan);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const PlannedLink& planned = links[i];
    const TimelineLink& link = *planned.link;
    const std::string name =
        fmt::format("{} – {} – {}", plan.items[planned.from].item->name, link.label.empty() ? link.type : link.label,
                    plan.items[planned.to].item->name);
    group.items.push_back({link.id, name, link.description, {}, {paint_link(std::move(curves[i]), link)}});
    if (!planned.caption) continue;
    Text caption = caption_text(*planned.caption, plan, metrics);
    if (link.emphasis == Emphasis::receding) caption.color = theme::faint_ink;
    group.items.back().marks.emplace_back(std::move(caption));
  }
  return group;
}

void add_notes(Headline& headline, const ChosenLinks& links) {
  const std::size_t all = links.drawn.size() + links.left_out.size() + links.placeless.size();
  if (!links.left_out.empty())
    headline.notes.push_back(
        fmt::format("{} of {} are not drawn, to keep the others readable; the text of the figure lists all.",
                    links.left_out.size(), count_of(all, "relation")));
  if (!links.placeless.empty())
    headline.notes.push_back(fmt::format(
        "{} not drawn, for want of a date at one end; the text of the figure lists {}.",
        links.placeless.size() == 1 ? "1 relation is" : fmt::format("{} relations are", links.placeless.size()),
        links.placeless.size() == 1 ? "it" : "them"));
}

double add_undated(Content& content, const TimelineView& view, double top, const TextMetrics& metrics) {
  const double column = label_column(view);
  const double left = column > 0 ? column + lane_gap : 0;
  UndatedStrip strip = draw_undated(view.undated, {left, top, content.width - left, 0}, metrics);
  if (!strip.group.items.empty()) content.groups.push_back(std::move(strip.group));
  return strip.height;
}

// Nothing has a date: the strip is all there is.
Scene place_undated(const TimelineView& view, const TextMetrics& metrics) {
  Content content{inner_width(view), 0, {}};
  content.height = add_undated(content, view, 0, metrics);
  Headline headline = view.headline;
  headline.notes.emplace_back(view.undated.empty() ? "There is nothing to show here."
                                                   : "Nothing here has a date, so there is no axis.");
  return framed(headline, view.sheet, std::move(content), {}, timeline_facts(view), metrics);
}

}  // namespace

Scene place_timeline(const TimelineView& unordered, const TextMetrics& metrics) {
  const TimelineView view = in_order(unordered);
  const Extremes extremes = extremes_of(view);
  if (extremes.occupied.empty()) return place_undated(view, metrics);

  TimelinePlan plan = plan_of(view, extremes, metrics);
  std::set<std::string> taken;
  for (const TimelineLane& lane : view.lanes) add_lane(plan, lane, lane_column(view), taken, metrics);
  const ChosenLinks chosen = choose_links(view, plan.items);
  auto links = route_links(chosen.drawn, plan);
  caption_links(links, plan, metrics);
  lay_tracks(links, plan);
  const auto ticks = find_ticks(plan.axis, metrics, {theme::small_size, 16, 60, 0, plan.width, view.headline.language});
  plan.top = header_height(plan, ticks);
  place_rows(plan);

  std::vector<Box> captions;
  for (const PlannedLink& link : links) {
    if (link.caption) captions.push_back(bounds(metrics, caption_text(*link.caption, plan, metrics)));
  }
  GroundDrawing ground = draw_ground(plan, ticks, captions, metrics);
  Content content{plan.width, ground.bottom, {}};
  content.groups.push_back(std::move(ground.axis));
  for (Group& lane : draw_lanes(plan, std::move(ground.lane_heads))) content.groups.push_back(std::move(lane));
  if (!links.empty()) content.groups.push_back(draw_links(plan, links, metrics));
  content.height += add_undated(content, view, ground.bottom, metrics);
  Headline headline = view.headline;
  add_notes(headline, chosen);
  return framed(headline, view.sheet, std::move(content), timeline_legend(plan, links, headline), timeline_facts(view),
                metrics);
}

}  // namespace throughline
