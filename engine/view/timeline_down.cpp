// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

#include "view/line_breaks.hpp"
#include "view/timeline_grid.hpp"
#include "view/timeline_layout.hpp"
#include "view/timeline_lists.hpp"
#include "view/timeline_stack.hpp"
#include "view/timeline_strips.hpp"

namespace throughline {

namespace {

constexpr double narrow_bar = 10;
constexpr double leader_zone = 20;
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
constexpr double head_padding = 10;
constexpr double words_beside_axis = 12;

AxisSpan exits_of(const PlannedItem& item) {
  if (!item.is_bar) return {item.moment.x - 3, item.moment.x + 3};
  const auto [left, right] = body_of(item.bar);
  const double inner = std::min(5.0, std::max(0.0, (right - left) / 2));
  return {left + inner, std::max(left + inner, right - inner)};
}

// Where the label of an item belongs: at a mark, at the beginning of a bar.
double best_exit(const PlannedItem& item) {
  const AxisSpan exits = exits_of(item);
  return item.is_bar ? std::min(exits.left + 4, exits.right) : item.moment.x;
}

AxisSpan mark_of(const PlannedItem& item) { return {item.moment.x - mark_size / 2, item.moment.x + mark_size / 2}; }

// One try at a size of the labels and of the axis.
class ColumnLayout {
 public:
  ColumnLayout(const TimelineView& view, const Extremes& extremes, double length, const TextMetrics& metrics)
      : view_(&view), metrics_(&metrics), laid_{plan_of(view, extremes, length, metrics), {}, {}, {}, {}} {
    TimelinePlan& plan = laid_.plan;
    laid_.ticks =
        find_ticks(plan.axis, metrics, {theme::small_size, 10, 52, plan.from, plan.to, view.headline.language, true});
    plan.top = words_beside_axis + words_width();
    if (plan.asked) plan.top = std::max(plan.top, 76.0);
    share_ = (plan.width - plan.top) / static_cast<double>(std::max<std::size_t>(1, view.lanes.size()));
  }

  // Widths of labels as the strips leave it, `less` for what relations need.
  void place(double less, const std::set<std::string_view>& own) {
    std::set<std::string> taken;
    for (const TimelineLane& lane : view_->lanes) add_lane(lane, less, own, taken);
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
    std::tie(laid_.links, laid_.threads) = route_links(laid_.chosen.drawn, plan);
    caption_links(laid_.links, laid_.threads, plan, *metrics_);
    lay_tracks(laid_.links, laid_.threads, plan);
    place_rows(plan);
    for (PlannedItem& item : plan.items) {
      if (item.is_listed) item.label_at = (&item - 1)->label_at;
      if (item.leader) item.label_at = {plan.rows[item.leader->label_row].middle, item.leader->top};
    }
    return std::move(laid_);
  }

  double needed() const { return needed_; }
  double mean_distance() const { return count_ == 0 ? 0 : distance_ / static_cast<double>(count_); }

 private:
  static double head_height(const TimelineView& view, const TextMetrics& metrics) {
    if (view.lanes.size() < 2) return 0;
    std::size_t lines = 0;
    for (const TimelineLane& lane : view.lanes) lines = std::max(lines, head_lines(lane, view, metrics).size());
    return head_padding + lane_label_line * static_cast<double>(lines);
  }

  static std::vector<std::string> head_lines(const TimelineLane& lane, const TimelineView& view,
                                             const TextMetrics& metrics) {
    return lines_within(lane_share(view) - 2 * lane_padding - 20, lane.label, theme::heading_size, Weight::bold,
                        metrics);
  }

  static TimelinePlan plan_of(const TimelineView& view, const Extremes& extremes, double length,
                              const TextMetrics& metrics) {
    const double from = head_height(view, metrics);
    const double to = from + length + 2 * gutter_of(view);
    TimelinePlan plan = plan_along(view, extremes, from, to, break_height);
    plan.is_vertical = true;
    plan.from = from;
    plan.to = to;
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

  using Heads = std::vector<PlannedItem*>;  // of lists; those that follow the head get what it has in the end

  void add_lane(const TimelineLane& lane, double less, const std::set<std::string_view>& own,
                std::set<std::string>& taken) {
    TimelinePlan& plan = laid_.plan;
    PlannedLane planned{&lane, {}, share_ - lane_padding, plan.rows.size(), 0, 0, 0};
    if (view_->lanes.size() > 1) planned.label = head_lines(lane, *view_, *metrics_);
    std::vector<std::size_t> firsts;
    for (const auto& list : lists_in(lane, own)) {
      firsts.push_back(plan.items.size());
      for (PlannedItem& added : add_list(plan, list, taken)) {
        added.set.half_bar = (added.is_echo ? echo_size : added.is_bar ? narrow_bar : mark_size) / 2;
        added.set.setting.covered = added.covered();
      }
    }
    Heads heads;
    for (const std::size_t first : firsts) heads.push_back(&plan.items[first]);
    const double inner = share_ - 2 * lane_padding - leader_zone - right_padding;
    const double strips = add_strips(heads, inner - narrowest_labels);
    add_labels(heads, std::max(narrowest_labels, std::min(widest_labels, inner - strips - less)));
    for (const std::size_t first : firsts) share_out(list_from(plan, first));
    planned.row_count = plan.rows.size() - planned.first_row;
    plan.lanes.push_back(std::move(planned));
  }

  // The width of all.
  double add_strips(const Heads& items, double room) {
    TimelinePlan& plan = laid_.plan;
    std::vector<Hanging> hangings;
    for (const PlannedItem* item : items)
      hangings.push_back({item->covered(), exits_of(*item), best_exit(*item), item->set.half_bar, item->is_bar,
                          !item->is_echo, mark_of(*item)});
    Strips strips = hang(hangings, {plan.axis.left() + 2, plan.axis.right() - 2, room, strip_gap});
    const std::size_t first = plan.rows.size();
    for (PackedRow& row : strips.rows) plan.rows.push_back({std::move(row), 0});
    const std::size_t labels = plan.rows.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
      PlannedItem& item = *items[i];
      const auto& hung = strips.hung[i];
      item.is_tick = !hung;
      item.row = hung ? first + hung->strip : labels;
      if (!hung) item.set.half_bar = 0;
      const double best = best_exit(item);
      if (item.is_echo) continue;
      item.leader =
          PlannedLeader{.from = hung ? hung->leaves : best, .to = hung ? hung->crosses : best, .label_row = labels};
    }
    return strips.width;
  }

  Label label_of(const PlannedItem& first, double width) const {
    if (first.listed_here == 0) return make_label(label_words(first), DatePlace::below, width, width, *metrics_);
    std::vector<LabelWords> words;
    for (std::size_t i = 0; i <= first.listed_here; ++i) words.push_back(label_words((&first)[i]));
    return make_list(words, width, width, *metrics_);
  }

  // A label begins at its mark, a list lies around it.
  static double top_of(const PlannedItem& first) {
    return first.leader->to - (first.listed_here == 0 ? label_line_height : first.set.label.height) / 2;
  }

  void add_labels(const Heads& items, double width) {
    TimelinePlan& plan = laid_.plan;
    PackedRow row{leader_zone, 0, {}};
    Heads order;
    std::copy_if(items.begin(), items.end(), std::back_inserter(order),
                 [](const PlannedItem* item) { return !item->is_echo; });
    std::stable_sort(order.begin(), order.end(),
                     [](const PlannedItem* a, const PlannedItem* b) { return a->leader->to < b->leader->to; });
    std::vector<Stacked> labels;
    double height = 0;
    for (PlannedItem* item : order) {
      Label& label = item->set.label;
      label = label_of(*item, width);
      row.below = std::max(row.below, label.width);
      labels.push_back({top_of(*item), label.height});
      height += label.height + between_labels;
    }
    const auto tops = stack(labels, between_labels, plan.axis.left(), plan.axis.right());
    for (std::size_t i = 0; i < order.size(); ++i) {
      place_label(*order[i], tops[i]);
      row.covered.push_back({tops[i], tops[i] + labels[i].height});
      distance_ += std::abs(tops[i] - labels[i].wanted);
      ++count_;
    }
    row.below += right_padding;
    needed_ = std::max(needed_, height);
    plan.rows.push_back({std::move(row), 0});
  }

  // A line leads to the first line of a label, to the nearest place of a list.
  static void place_label(PlannedItem& first, double top) {
    PlannedLeader& leader = *first.leader;
    const double half = label_line_height / 2;
    leader.top = top;
    leader.label =
        first.listed_here == 0 ? top + half : std::clamp(leader.to, top + half, top + first.set.label.height - half);
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
ColumnLayout long_enough(const TimelineView& view, const Extremes& extremes, double less, bool with_relations,
                         const TextMetrics& metrics) {
  const auto own = own_marks(view, with_relations);
  const auto tried = [&](double length) {
    ColumnLayout columns(view, extremes, length, metrics);
    columns.place(less, own);
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
    TimelineLayout laid = long_enough(view, extremes, is_last ? 0 : less, !is_last, metrics).finish(!is_last);
    const double excess = laid.plan.bottom - laid.plan.width;
    if (is_last || excess < 0.5) {
      laid.plan.width = std::max(laid.plan.width, laid.plan.bottom);
      return laid;
    }
    less += std::ceil(excess / static_cast<double>(view.lanes.size()));
  }
}

}  // namespace throughline
