// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "view/frame.hpp"
#include "view/theme.hpp"
#include "view/timeline_drawing.hpp"
#include "view/timeline_facts.hpp"
#include "view/timeline_grid.hpp"
#include "view/timeline_layout.hpp"
#include "view/timeline_legend.hpp"
#include "view/timeline_order.hpp"
#include "view/timeline_undated.hpp"

namespace throughline {

namespace {

// The axis shows the day or stretch that is asked about, however far it lies from what held then.
void add_asked(const Bounds& days, Extremes& extremes) {
  extremes.opens_left |= !days.earliest;
  extremes.opens_right |= !days.latest;
  for (const std::optional<Count>& bound : {days.earliest, days.latest})
    if (bound) extremes.occupied.push_back({*bound, *bound});
}

Extremes extremes_of(const TimelineView& view) {
  if (view.page) return {{{view.page->first, view.page->last}}, view.page->opens_left, view.page->opens_right};
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
  extremes.silences = find_silences(extremes.occupied, view.breaks, counts_in_day(view.clock));
  return extremes;
}

// What has no room for its mark, and where its stroke stands.
std::string stroke_note(const std::vector<PlannedItem>& items, std::string_view units) {
  std::size_t count = 0;
  bool begins = false;
  bool in_the_middle = false;
  for (const PlannedItem& item : items) {
    if (!item.is_tick || item.is_listed || item.is_echo) continue;
    ++count;
    begins |= item.is_bar;
    in_the_middle |= !item.is_bar && !item.moment.day_known;
  }
  if (count == 0) return {};
  std::vector<std::string> places;
  if (begins) places.emplace_back("where a bar would begin");
  if (in_the_middle) places.emplace_back(fmt::format("in the middle of the {} that are possible", units));
  return fmt::format("For want of room, {} marked by a short stroke{}{}.",
                     count == 1 ? "1 date is" : fmt::format("{} dates are", count), places.empty() ? "" : " ",
                     join(places, ", or "));
}

// What stands in several lanes, and has no room for its sign in one of them.
std::string echo_note(const std::vector<PlannedItem>& items) {
  const auto count =
      std::count_if(items.begin(), items.end(), [](const PlannedItem& item) { return item.is_echo && item.is_tick; });
  if (count == 0) return {};
  return fmt::format(
      "For want of room, {} of what stands in several lanes {} left out; the text of the figure lists all.",
      count_of(static_cast<std::size_t>(count), "sign"), count == 1 ? "is" : "are");
}

void add_notes(Headline& headline, const TimelineLayout& laid) {
  const ChosenLinks& links = laid.chosen;
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
  for (const AxisBreak& gap : laid.plan.axis.breaks())
    headline.notes.push_back(fmt::format("The axis leaves out {}, {}: nothing begins or ends in them.",
                                         gap.silence.span,
                                         laid.plan.clock ? minutes_left_out(gap.silence) : days_left_out(gap.silence)));
  if (const std::string strokes = stroke_note(laid.plan.items, laid.plan.clock ? "times" : "days"); !strokes.empty())
    headline.notes.push_back(strokes);
  if (const std::string echoes = echo_note(laid.plan.items); !echoes.empty()) headline.notes.push_back(echoes);
}

double add_undated(Content& content, const TimelineView& view, double top, const TextMetrics& metrics) {
  const double column = view.sheet.is_vertical ? 0 : label_column(view);
  const double left = column > 0 ? column + lane_gap : 0;
  UndatedStrip strip = draw_undated(view.undated, {left, top, content.width - left, 0}, metrics);
  if (!strip.group.items.empty()) content.groups.push_back(std::move(strip.group));
  return strip.height;
}

// Nothing has a date: the strip is all there is.
Scene place_undated(const TimelineView& view, const TextMetrics& metrics) {
  Content content{inner_width(view.sheet), 0, {}};
  content.height = add_undated(content, view, 0, metrics);
  Headline headline = view.headline;
  headline.notes.emplace_back(view.undated.empty() ? "There is nothing to show here."
                                                   : "Nothing here has a date, so there is no axis.");
  return framed(headline, view.sheet, std::move(content), {}, timeline_facts(view), metrics);
}

}  // namespace

Scene place_timeline(const TimelineView& unordered, const TextMetrics& metrics) {
  const TimelineView whole = in_order(unordered);
  TimelineView view = whole.sheet.is_vertical ? in_order(folded(whole)) : whole;
  const Extremes extremes = extremes_of(view);
  if (extremes.occupied.empty()) return place_undated(view, metrics);

  const auto lay_out = [&] {
    return view.sheet.is_vertical ? lay_down(view, extremes, metrics) : lay_right(view, extremes, metrics);
  };
  TimelineLayout laid = lay_out();
  // Lines between lanes take more room than there is.
  if (view.sheet.is_vertical && view.lanes.size() > 1 && laid.plan.width > inner_width(view.sheet) + 0.5) {
    view = in_order(folded(whole, true));
    laid = lay_out();
  }
  const TimelinePlan& plan = laid.plan;
  GroundDrawing ground = draw_ground(plan, laid.ticks, caption_boxes(plan, laid.links, metrics), metrics);
  Content content{plan.width, ground.bottom, {}};
  if (Item threads = draw_threads(plan, laid.threads, metrics); !threads.marks.empty())
    ground.axis.items.push_back(std::move(threads));
  if (Item leaders = draw_leaders(plan, metrics); !leaders.marks.empty())
    ground.axis.items.push_back(std::move(leaders));
  content.groups.push_back(std::move(ground.axis));
  for (Group& lane : draw_lanes(plan, std::move(ground.lane_heads), metrics)) content.groups.push_back(std::move(lane));
  if (!laid.links.empty()) content.groups.push_back(draw_relations(plan, laid.links, metrics));
  content.height += add_undated(content, view, ground.bottom, metrics);
  Headline headline = view.headline;
  add_notes(headline, laid);
  return framed(headline, view.sheet, std::move(content), timeline_legend(plan, laid.links, headline),
                timeline_facts(whole), metrics);
}

}  // namespace throughline
