// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_drawing.hpp"

#include <fmt/format.h>

#include <iterator>

#include "view/geometry.hpp"
#include "view/timeline_legend.hpp"
#include "view/timeline_lists.hpp"
#include "view/timeline_marks.hpp"

namespace throughline {

namespace {

constexpr double tick_length = 7;
constexpr double before_label = 5;

std::vector<AxisSpan> holes_of(const TimelinePlan& plan) {
  std::vector<AxisSpan> holes;
  for (const AxisBreak& gap : plan.axis.breaks()) holes.push_back({gap.left, gap.right});
  return holes;
}

std::vector<Mark> draw_mark(const PlannedItem& planned, const TimelinePlan& plan) {
  if (planned.is_tick || planned.is_listed) return {};
  if (!planned.is_bar) return paint_moment(planned.moment, planned.look, planned.middle);
  return paint_bar({planned.bar, planned.middle, planned.set.half_bar, holes_of(plan)}, planned.look);
}

Item draw_item(const PlannedItem& planned, const TimelinePlan& plan, const TextMetrics& metrics) {
  const TimelineItem& item = *planned.item;
  Item drawn{planned.id, item.date.empty() ? item.name : item.name + ", " + item.date, item.description, item.link, {}};
  drawn.when = item.when;
  drawn.marks = on_page(draw_mark(planned, plan), plan, metrics);
  for (const Text& text : planned.set.label.texts) drawn.marks.emplace_back(placed(text, planned));
  return drawn;
}

Text caption_text(const PlannedCaption& caption, const TimelinePlan& plan, const TextMetrics& metrics) {
  const PlannedGap& gap = plan.gaps[caption.gap];
  const double middle = gap.top + gap.tracks.caption_y[caption.index];
  const double rise = metrics.rise(theme::small_size);
  if (plan.is_vertical) {
    const Point at{middle, (caption.left + caption.right) / 2 + rise};
    return {at, caption.text, theme::small_size, Weight::regular, theme::line, Anchor::middle};
  }
  return {{caption.left, middle + rise}, caption.text, theme::small_size, Weight::regular, theme::line, Anchor::start};
}

// Straight across the rows, then in a curve to the label: such curves, in one order at both ends, never cross.
Curve leader_curve(const PlannedItem& item, const TimelinePlan& plan) {
  const PlannedLeader& leader = *item.leader;
  const PlannedRow& labels = plan.rows[leader.label_row];
  const double turn = labels.middle - labels.packed.above;
  const double end = labels.middle - before_label;
  std::vector<Point> curve;
  const auto line_to = [&](Point to) {
    if (curve.empty())
      curve.push_back(to);
    else
      curve.insert(curve.end(), {curve.back(), to, to});
  };
  line_to({leader.from, item.is_tick ? turn - tick_length : item.middle + item.set.half_bar + 1});
  if (leader.from != leader.to) {
    const PlannedGap& gap = plan.gaps[item.row + 1];
    const double y = gap.top + gap.tracks.run_y[leader.run];
    line_to({leader.from, y});
    line_to({leader.to, y});
  }
  line_to({leader.to, turn});
  const double half = (turn + end) / 2;
  curve.insert(curve.end(), {{leader.to, half}, {leader.label, half}, {leader.label, end}});
  return {std::move(curve), {theme::faint_line, 1, Dash::solid}};
}

}  // namespace

std::vector<Group> draw_lanes(const TimelinePlan& plan, std::vector<Item> heads, const TextMetrics& metrics) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < plan.lanes.size(); ++i) {
    groups.push_back({"lane-" + plan.lanes[i].lane->id, plan.lanes[i].lane->label, {}});
    groups.back().items.push_back(std::move(heads[i]));
  }
  for (const PlannedItem& item : plan.items)
    if (!item.is_echo) groups[item.lane].items.push_back(draw_item(item, plan, metrics));
  return groups;
}

Group draw_relations(const TimelinePlan& plan, const std::vector<PlannedLink>& links, const TextMetrics& metrics) {
  Group group{"relations", "Relations", {}};
  auto curves = curves_of(links, plan);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const PlannedLink& planned = links[i];
    const TimelineLink& link = *planned.link;
    const std::string name =
        fmt::format("{} – {} – {}", plan.items[planned.from].item->name, link.label.empty() ? link.type : link.label,
                    plan.items[planned.to].item->name);
    group.items.push_back({link.id, name, link.description, {}, {}});
    group.items.back().marks = on_page({paint_link(std::move(curves[i]), link)}, plan, metrics);
    if (!planned.caption) continue;
    Text caption = caption_text(*planned.caption, plan, metrics);
    if (link.emphasis == Emphasis::receding) caption.color = theme::faint_ink;
    group.items.back().marks.emplace_back(std::move(caption));
  }
  return group;
}

Item draw_threads(const TimelinePlan& plan, const std::vector<PlannedLink>& threads, const TextMetrics& metrics) {
  std::vector<Mark> marks;
  auto curves = curves_of(threads, plan);
  for (std::size_t i = 0; i < threads.size(); ++i)
    marks.emplace_back(
        Curve{std::move(curves[i]), {plan.items[threads[i].from].look.stroke.color, thread_width, Dash::solid}});
  for (const PlannedItem& item : plan.items) {
    if (!item.is_echo || item.is_tick) continue;
    const auto echo = paint_echo(item, holes_of(plan));
    marks.insert(marks.end(), echo.begin(), echo.end());
  }
  return {{}, {}, {}, {}, on_page(std::move(marks), plan, metrics)};
}

Item draw_leaders(const TimelinePlan& plan, const TextMetrics& metrics) {
  std::vector<Mark> marks;
  std::vector<Mark> lines;  // on the page already
  for (const PlannedItem& item : plan.items) {
    if (item.listed_here > 0) lines.emplace_back(list_line(item, plan));
    if (!item.leader) continue;
    marks.emplace_back(leader_curve(item, plan));
    if (!item.is_tick) continue;
    const PlannedRow& labels = plan.rows[item.leader->label_row];
    const double turn = labels.middle - labels.packed.above;
    marks.emplace_back(Curve{straight({item.leader->from, turn - tick_length}, {item.leader->from, turn}),
                             {item.look.stroke.color, 3, Dash::solid}});
  }
  marks = on_page(std::move(marks), plan, metrics);
  marks.insert(marks.end(), lines.begin(), lines.end());
  return {{}, {}, {}, {}, std::move(marks)};
}

std::vector<Box> caption_boxes(const TimelinePlan& plan, const std::vector<PlannedLink>& links,
                               const TextMetrics& metrics) {
  std::vector<Box> boxes;
  for (const PlannedLink& link : links) {
    if (link.caption) boxes.push_back(bounds(metrics, caption_text(*link.caption, plan, metrics)));
  }
  return boxes;
}

}  // namespace throughline
