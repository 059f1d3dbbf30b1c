// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "view/frame.hpp"
#include "view/timeline_grid.hpp"
#include "view/timeline_layout.hpp"
#include "view/timeline_stack.hpp"
#include "view/timeline_strips.hpp"

namespace throughline {

namespace {

constexpr double narrow_bar = 10;
constexpr double leader_zone = 20;
constexpr double lane_padding = 9;
constexpr double strip_gap = 8;  // also before the labels
constexpr double right_padding = 6;
constexpr double narrowest_labels = 132;
constexpr double widest_labels = 260;
constexpr double between_labels = 9;
constexpr double shortest_axis = 420;
constexpr double break_height = 34;
constexpr double far_label = 24;       // on the average; then the axis grows
constexpr double worth_growing = 0.8;  // if that leaves so much of the distance
constexpr double most_growth = 2.4;
constexpr double head_line = 18;
constexpr double head_padding = 10;
constexpr double words_beside_axis = 12;

double page_width(const TimelineView& view) { return view.sheet.width - 2 * theme::margin; }

AxisSpan exits_of(const PlannedItem& item) {
  if (!item.is_bar) return {item.moment.x - 3, item.moment.x + 3};
  const double left = item.bar.left + (item.bar.start == BarEnd::dated ? 0 : cap_length);
  const double right = item.bar.right - (item.bar.end == BarEnd::dated ? 0 : cap_length);
  const double inner = std::min(5.0, std::max(0.0, (right - left) / 2));
  return {left + inner, std::max(left + inner, right - inner)};
}

// Where the label of an item belongs: at a mark, at the beginning of a bar.
double best_exit(const PlannedItem& item) {
  const AxisSpan exits = exits_of(item);
  return item.is_bar ? std::min(exits.left + 4, exits.right) : item.moment.x;
}

// One try at a size of the labels and of the axis.
class ColumnLayout {
 public:
  ColumnLayout(const TimelineView& view, const Extremes& extremes, double length, const TextMetrics& metrics)
      : view_(&view), metrics_(&metrics), laid_{plan_of(view, extremes, length, metrics), {}, {}, {}} {
    TimelinePlan& plan = laid_.plan;
    laid_.ticks =
        find_ticks(plan.axis, metrics, {theme::small_size, 10, 52, plan.from, plan.to, view.headline.language, true});
    plan.top = words_beside_axis + words_width();
    if (plan.asked) plan.top = std::max(plan.top, 76.0);
    share_ = (plan.width - plan.top) / static_cast<double>(std::max<std::size_t>(1, view.lanes.size()));
  }

  // Widths of labels as the strips leave it, `less` for what relations need.
  void place(double less) {
    std::set<std::string> taken;
    for (const TimelineLane& lane : view_->lanes) add_lane(lane, less, taken);
  }

  // On a page too narrow for marks and relations the marks remain.
  TimelineLayout finish(bool with_relations) {
    TimelinePlan& plan = laid_.plan;
    laid_.chosen = choose_links(*view_, plan.items);
    if (!with_relations) {
      auto& left_out = laid_.chosen.left_out;
      left_out.insert(left_out.end(), laid_.chosen.drawn.begin(), laid_.chosen.drawn.end());
      laid_.chosen.drawn.clear();
    }
    laid_.links = route_links(laid_.chosen.drawn, plan);
    lay_tracks(laid_.links, plan);
    place_rows(plan);
    for (PlannedItem& item : plan.items)
      item.label_at = {plan.rows[item.leader->label_row].middle, item.leader->label - label_line_height / 2};
    return std::move(laid_);
  }

  double needed() const { return needed_; }
  double mean_distance() const { return count_ == 0 ? 0 : distance_ / static_cast<double>(count_); }

 private:
  static double head_height(const TimelineView& view, const TextMetrics& metrics) {
    if (view.lanes.size() < 2) return 0;
    const double share = (page_width(view) - 60) / static_cast<double>(view.lanes.size());
    std::size_t lines = 0;
    for (const TimelineLane& lane : view.lanes) lines = std::max(lines, head_lines(lane, share, metrics).size());
    return head_padding + head_line * static_cast<double>(lines);
  }

  static std::vector<std::string> head_lines(const TimelineLane& lane, double share, const TextMetrics& metrics) {
    return lines_within(share - 2 * lane_padding - 20, lane.label, theme::heading_size, Weight::bold, metrics);
  }

  static TimelinePlan plan_of(const TimelineView& view, const Extremes& extremes, double length,
                              const TextMetrics& metrics) {
    const double gutter = view.links.empty() ? 0 : gutter_with_links;
    TimeAxis::Room room;
    room.left = head_height(view, metrics) + gutter;
    room.right = room.left + length;
    room.inset_left = extremes.opens_left ? open_axis_inset : axis_inset;
    room.inset_right = extremes.opens_right ? open_axis_inset : axis_inset;
    room.break_width = break_height;
    room.breaks = view.breaks;
    TimelinePlan plan{TimeAxis(extremes.occupied, room)};
    plan.is_vertical = true;
    plan.width = page_width(view);
    plan.gutter = gutter;
    plan.from = room.left - gutter;
    plan.to = room.right + gutter;
    if (view.asked) plan.asked = plan_asked(*view.asked, plan.axis);
    return plan;
  }

  double words_width() const {
    double widest = 0;
    const auto widen = [&](const std::string& words) {
      widest = std::max(widest, metrics_->width(words, theme::small_size));
    };
    for (const AxisTick& tick : laid_.ticks) widen(tick.label), widen(tick.context);
    for (const AxisBreak& gap : laid_.plan.axis.breaks()) widen(gap.silence.span);
    return widest;
  }

  void add_lane(const TimelineLane& lane, double less, std::set<std::string>& taken) {
    TimelinePlan& plan = laid_.plan;
    PlannedLane planned{&lane, {}, share_ - lane_padding, plan.rows.size(), 0, 0, 0};
    if (view_->lanes.size() > 1)
      planned.label = head_lines(lane, (page_width(*view_) - 60) / static_cast<double>(view_->lanes.size()), *metrics_);
    const std::size_t first_item = plan.items.size();
    for (const TimelineItem& item : lane.items) {
      plan.items.push_back(plan_item(item, plan.lanes.size(), plan.axis));
      PlannedItem& added = plan.items.back();
      added.id = unique_id(item, lane, taken);
      added.set.half_bar = (added.is_bar ? narrow_bar : mark_size) / 2;
      added.set.setting.covered = added.covered();
    }
    const std::span<PlannedItem> items(plan.items.data() + first_item, lane.items.size());
    const double inner = share_ - 2 * lane_padding - leader_zone - right_padding;
    const double strips = add_strips(items, inner - narrowest_labels);
    add_labels(items, std::max(narrowest_labels, std::min(widest_labels, inner - strips - less)));
    planned.row_count = plan.rows.size() - planned.first_row;
    plan.lanes.push_back(std::move(planned));
  }

  // The width of all.
  double add_strips(std::span<PlannedItem> items, double room) {
    TimelinePlan& plan = laid_.plan;
    std::vector<Hanging> hangings;
    for (const PlannedItem& item : items)
      hangings.push_back({item.covered(), exits_of(item), best_exit(item), item.set.half_bar, item.is_bar});
    Strips strips = hang(hangings, {plan.axis.left() + 2, plan.axis.right() - 2, room, strip_gap});
    const std::size_t first = plan.rows.size();
    for (PackedRow& row : strips.rows) plan.rows.push_back({std::move(row), 0});
    const std::size_t labels = plan.rows.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto& hung = strips.hung[i];
      items[i].is_tick = !hung;
      items[i].row = hung ? first + hung->strip : labels;
      if (!hung) items[i].set.half_bar = 0;
      const double best = best_exit(items[i]);
      items[i].leader = PlannedLeader{hung ? hung->leaves : best, hung ? hung->crosses : best, 0, labels, 0};
    }
    return strips.width;
  }

  void add_labels(std::span<PlannedItem> items, double width) {
    TimelinePlan& plan = laid_.plan;
    PackedRow row{leader_zone, 0, {}};
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return items[a].leader->to < items[b].leader->to; });
    std::vector<Stacked> labels;
    double height = 0;
    for (const std::size_t i : order) {
      Label& label = items[i].set.label;
      label = make_label(label_words(items[i]), DatePlace::below, width, width, *metrics_);
      row.below = std::max(row.below, label.width);
      labels.push_back({items[i].leader->to - label_line_height / 2, label.height});
      height += label.height + between_labels;
    }
    const auto tops = stack(labels, between_labels, plan.axis.left(), plan.axis.right());
    for (std::size_t i = 0; i < order.size(); ++i) {
      items[order[i]].leader->label = tops[i] + label_line_height / 2;
      row.covered.push_back({tops[i], tops[i] + labels[i].height});
      distance_ += std::abs(tops[i] - labels[i].wanted);
      ++count_;
    }
    row.below += right_padding;
    needed_ = std::max(needed_, height);
    plan.rows.push_back({std::move(row), 0});
  }

  const TimelineView* view_;
  const TextMetrics* metrics_;
  TimelineLayout laid_;
  double share_ = 0;
  double needed_ = 0;
  double distance_ = 0;
  std::size_t count_ = 0;
};

// The axis holds all labels, and grows as long as that brings them nearer to their marks.
ColumnLayout long_enough(const TimelineView& view, const Extremes& extremes, double less, const TextMetrics& metrics) {
  const auto tried = [&](double length) {
    ColumnLayout columns(view, extremes, length, metrics);
    columns.place(less);
    return columns;
  };
  double length = shortest_axis;
  ColumnLayout columns = tried(length);
  while (length < columns.needed() + 2 * open_axis_inset) {
    length = std::ceil(columns.needed() + 2 * open_axis_inset);
    columns = tried(length);
  }
  for (const double most = most_growth * length; columns.mean_distance() > far_label && length < most;) {
    length = std::ceil(1.25 * length);
    ColumnLayout longer = tried(length);
    if (longer.mean_distance() > worth_growing * columns.mean_distance()) break;
    columns = std::move(longer);
  }
  return columns;
}

}  // namespace

TimelineLayout lay_down(const TimelineView& view, const Extremes& extremes, const TextMetrics& metrics) {
  constexpr std::size_t most_tries = 5;
  double less = 0;
  for (std::size_t turn = 0;; ++turn) {
    const bool is_last = turn >= most_tries || less > widest_labels;
    TimelineLayout laid = long_enough(view, extremes, is_last ? 0 : less, metrics).finish(!is_last);
    const double excess = laid.plan.bottom - laid.plan.width;
    if (is_last || excess < 0.5) {
      laid.plan.width = std::max(laid.plan.width, laid.plan.bottom);
      return laid;
    }
    less += std::ceil(excess / static_cast<double>(view.lanes.size()));
  }
}

}  // namespace throughline
