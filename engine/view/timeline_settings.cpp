// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_settings.hpp"

#include <algorithm>

namespace throughline {

namespace {

constexpr double label_gap = 7;    // between a mark and its label
constexpr double list_gap = 13;    // and a list, with the line before it
constexpr double bar_padding = 9;  // between the ends of a stretch of a bar and the label within
constexpr double above_gap = 2;
constexpr double label_width = 200;  // 28 Latin letters, 15 Hangul
constexpr double narrow_label = 130;
constexpr double list_width = 320;
constexpr double little_visible = 3;  // a bar of a day on an axis of centuries

constexpr double penalty_of_left = 3;
constexpr double penalty_of_below = 2;
constexpr double penalty_of_narrow = 5;
constexpr double penalty_of_uncertain_ground = 4;
constexpr double penalty_of_above = 12;
constexpr double penalty_of_break = 6;
constexpr double last_resort = 200;
constexpr double last_resort_of_lists = 5000;  // its mark would stand at the foot of what it marks

class SettingMaker {
 public:
  SettingMaker(std::span<const PlannedItem> items, const TimeAxis& axis, const TextMetrics& metrics)
      : planned_(items.front()), axis_(axis), metrics_(metrics), mark_(planned_.covered()) {
    for (const PlannedItem& item : items) words_.push_back(label_words(item));
    if (is_list()) label_gap_ = list_gap;
  }

  std::vector<ItemSetting> all() {
    if (planned_.is_echo) return {echo()};
    if (planned_.is_bar) add_inside();
    for (const auto& [place, width, penalty] : side_forms) add_beside(label(place, width), penalty);
    if (is_list()) add_beside(label(DatePlace::beside, list_width), 0);
    add_above(label(DatePlace::beside, label_width), penalty_of_above);
    const double widest = axis_.right() - axis_.left() - (is_list() ? list_gap - label_gap : 0);
    add_above(label(DatePlace::beside, widest), is_list() ? last_resort_of_lists : last_resort);
    return std::move(settings_);
  }

 private:
  struct SideForm {
    DatePlace place;
    double width;
    double penalty;
  };
  static constexpr SideForm side_forms[] = {{DatePlace::beside, label_width, 0},
                                            {DatePlace::below, label_width, penalty_of_below},
                                            {DatePlace::below, narrow_label, penalty_of_narrow}};

  bool is_list() const { return words_.size() > 1; }

  Label label(DatePlace place, double width) const {
    const double widest = axis_.right() - axis_.left() - (is_list() ? list_gap - label_gap : 0);
    if (is_list()) return make_list(words_, width, widest, metrics_);
    return make_label(words_.front(), place, width, widest, metrics_);
  }

  void add(Label label, Point at, double half_bar, AxisSpan covered, double penalty) {
    for (const AxisBreak& gap : axis_.breaks()) {
      if (at.x < gap.right && gap.left < at.x + label.width) penalty += penalty_of_break;
    }
    const double above = std::max(half_bar, -at.y);
    const double below = std::max(half_bar, at.y + label.height);
    settings_.push_back({{covered, above, below, penalty}, std::move(label), at, half_bar, false});
  }

  ItemSetting echo() const {
    ItemSetting setting;
    setting.half_bar = echo_size / 2;
    setting.setting = {mark_, setting.half_bar, setting.half_bar, 0};
    return setting;
  }

  double half_mark() const { return (planned_.is_bar ? bar_height : mark_size) / 2; }

  // One line, or a higher bar with two or three.
  void add_inside() {
    const auto stretches = even_stretches(planned_.bar, axis_);
    std::size_t lines = 0;
    for (const double width : {1.5 * label_width, label_width, narrow_label}) {
      Label words = label(DatePlace::beside, width);
      if (words.lines == lines) continue;
      lines = words.lines;
      const auto found = find_stretch(stretches, words.width);
      if (found == stretches.end()) continue;
      const double half = (bar_height + words.height - label_line_height) / 2;
      const Point at{found->left + bar_padding, -words.height / 2};
      add(std::move(words), at, half, mark_, is_certain(*found) ? 0 : penalty_of_uncertain_ground);
    }
  }

  std::vector<AxisSpan>::const_iterator find_stretch(const std::vector<AxisSpan>& stretches, double width) const {
    const auto fits = [&](const AxisSpan& stretch) { return stretch.right - stretch.left >= width + 2 * bar_padding; };
    const auto found = std::find_if(stretches.begin(), stretches.end(),
                                    [&](const AxisSpan& stretch) { return fits(stretch) && is_certain(stretch); });
    return found != stretches.end() ? found : std::find_if(stretches.begin(), stretches.end(), fits);
  }

  bool is_certain(const AxisSpan& stretch) const {
    return stretch.left >= planned_.bar.core_left - 1 && stretch.right <= planned_.bar.core_right + 1;
  }

  void add_beside(const Label& words, double penalty) {
    const double top = -words.height / 2;
    const double right = mark_.right + label_gap_;
    add(words, {right, top}, half_mark(), {mark_.left, right + words.width}, penalty);
    const double left = mark_.left - label_gap_ - words.width;
    add(flushed_right(words), {left, top}, half_mark(), {left, mark_.right}, penalty + penalty_of_left);
  }

  // Each line ends where the label ends, next to the mark.
  Label flushed_right(Label words) const {
    for (auto first = words.texts.begin(); first != words.texts.end();) {
      const auto next =
          std::find_if(first, words.texts.end(), [&](const Text& text) { return text.at.y != first->at.y; });
      const Box last = bounds(metrics_, *(next - 1));
      const double shift = words.width - last.right();
      for (; first != next; ++first) first->at.x += shift;
    }
    return words;
  }

  void add_above(Label words, double penalty) {
    const double wanted = planned_.is_bar ? mark_.left : planned_.moment.x - words.width / 2;
    const double room = is_list() ? list_gap - label_gap : 0;
    const double least = axis_.left() + room;
    const double left = std::clamp(wanted, least, std::max(least, axis_.right() - words.width));
    const AxisSpan covered{std::min(left - room, mark_.left), std::max(left + words.width, mark_.right)};
    const Point at{left, -half_mark() - above_gap - words.height};
    add(std::move(words), at, half_mark(), covered, penalty);
    settings_.back().is_above = true;
  }

  const PlannedItem& planned_;
  const TimeAxis& axis_;
  const TextMetrics& metrics_;
  AxisSpan mark_;
  std::vector<LabelWords> words_;
  double label_gap_ = label_gap;
  std::vector<ItemSetting> settings_;
};

void cut_out(std::vector<AxisSpan>& stretches, const AxisSpan& hole) {
  std::vector<AxisSpan> kept;
  for (const AxisSpan& stretch : stretches) {
    if (hole.right <= stretch.left || stretch.right <= hole.left) {
      kept.push_back(stretch);
      continue;
    }
    if (stretch.left < hole.left) kept.push_back({stretch.left, hole.left});
    if (hole.right < stretch.right) kept.push_back({hole.right, stretch.right});
  }
  stretches = std::move(kept);
}

BarSpan visible(BarSpan bar) {
  const double missing = little_visible - (bar.right - bar.left);
  if (missing <= 0) return bar;
  bar.left -= missing / 2;
  bar.right += missing / 2;
  if (bar.has_core()) bar.core_left = bar.left, bar.core_right = bar.right;
  return bar;
}

}  // namespace

AxisSpan PlannedItem::covered() const {
  if (is_bar) return {bar.left, bar.right};
  if (is_echo) return {moment.x - echo_size / 2, moment.x + echo_size / 2};
  if (moment.day_known) return {moment.x - mark_size / 2, moment.x + mark_size / 2};
  return {std::min(moment.left, moment.x - mark_size / 2), std::max(moment.right, moment.x + mark_size / 2)};
}

bool PlannedItem::goes_elsewhere() const {
  if (is_bar) return bar.start == BarEnd::elsewhere || bar.end == BarEnd::elsewhere;
  return moment.from_before || moment.goes_on;
}

AxisSpan body_of(const BarSpan& bar) {
  return {bar.left + (bar.start == BarEnd::dated ? 0 : cap_length),
          bar.right - (bar.end == BarEnd::dated ? 0 : cap_length)};
}

std::vector<AxisSpan> even_stretches(const BarSpan& bar, const TimeAxis& axis) {
  const auto [left, right] = body_of(bar);
  std::vector<AxisSpan> stretches;
  if (bar.has_core()) {
    const double core_left = std::max(bar.core_left, left);
    const double core_right = std::min(bar.core_right, right);
    stretches = {{left, core_left}, {core_left, core_right}, {core_right, right}};
  } else {
    stretches = {{left, right}};
  }
  for (const AxisBreak& gap : axis.breaks()) cut_out(stretches, {gap.left, gap.right});
  return stretches;
}

PlannedItem plan_item(const TimelineItem& item, std::size_t lane, const TimeAxis& axis) {
  PlannedItem planned;
  planned.item = &item;
  planned.lane = lane;
  planned.is_bar = item.extent.is_interval;
  planned.look = theme::node_look(item.kind, item.standing, item.emphasis);
  if (item.extent.uncertain) planned.look.stroke.dash = Dash::dotted;
  if (planned.is_bar) {
    planned.bar = visible(bar_span(item.extent, axis));
  } else {
    planned.moment = moment_span(item.extent, axis);
    planned.moment.day_known = planned.moment.day_known && !item.extent.uncertain;
  }
  return planned;
}

LabelWords label_words(const PlannedItem& item) {
  // A doubtful date says so itself, and a mark that is denied is struck through.
  const bool is_said = item.look.sign == "?" ? item.item->extent.uncertain : item.look.sign == "✕" && !item.is_bar;
  const std::string sign = item.look.sign.empty() || is_said ? "" : item.look.sign + " ";
  const bool is_over = item.item->standing.ended && item.look.text == theme::ink;
  return {sign + item.item->name, item.item->date, is_over ? Color(theme::soft_ink) : item.look.text, item.look.detail};
}

std::vector<ItemSetting> settings_of(std::span<const PlannedItem> items, const TimeAxis& axis,
                                     const TextMetrics& metrics) {
  return SettingMaker(items, axis, metrics).all();
}

}  // namespace throughline
