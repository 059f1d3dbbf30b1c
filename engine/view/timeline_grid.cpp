// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "view/geometry.hpp"
#include "view/line_breaks.hpp"
#include "view/timeline_clock.hpp"

namespace throughline {

namespace {

constexpr double line_of_words = 18;
constexpr double words_above_axis = 11;  // from the base line of the ticks' words to the axis
constexpr double high_figure = 640;      // from here on the ticks are told again at the bottom
constexpr double clearance = 2;          // between a line of the grid and what it spares
constexpr double slash_width = 3;        // half of the slashes where a break cuts the axis
constexpr double slash_height = 6;
constexpr double head_padding = 11;
constexpr double lane_label_size = theme::heading_size;
constexpr const char* axis_line = theme::faint_line;

bool has_contexts(const std::vector<AxisTick>& ticks) {
  return std::any_of(ticks.begin(), ticks.end(), [](const AxisTick& tick) { return !tick.context.empty(); });
}

Curve line(Point from, Point to, const char* color, double width) {
  return {straight(from, to), {color, width, Dash::solid}};
}

Curve asked_line(Point from, Point to) { return {straight(from, to), {theme::soft_ink, 1.2, Dash::dashed}}; }

std::vector<double> asked_edges(const Box& box, bool is_day) {
  return is_day ? std::vector{box.center().x} : std::vector{box.x, box.right()};
}

// On the axis, where nothing hides it; a day may be narrower than can be seen.
Curve asked_top(const Box& box) {
  constexpr double least = 6;
  const double half = std::max(box.width, least) / 2;
  return line({box.center().x - half, box.y}, {box.center().x + half, box.y}, theme::ink, 3);
}

Shape band(const Box& box) { return {ShapeForm::rectangle, box, {theme::asked, {}}, {{}, 0, Dash::solid}}; }

class GroundPainter {
 public:
  GroundPainter(const TimelinePlan& plan, const std::vector<AxisTick>& ticks, const std::vector<Box>& words,
                const TextMetrics& metrics)
      : plan_(plan), ticks_(ticks), metrics_(metrics) {
    for (const Box& box : words) spared_.push_back(throughline::on_page(grown(box, clearance), plan));
    for (const PlannedItem& item : plan.items) {
      if (!item.is_tick) spared_.push_back(grown(mark_box(item), clearance));
      for (const Box& label : label_boxes(item, metrics))
        spared_.push_back(throughline::on_page(grown(label, clearance), plan));
    }
  }

  GroundDrawing paint() {
    for (const Text& text : asked_words()) said_.push_back(bounds(metrics_, text));
    if (plan_.is_vertical)
      for (const AxisBreak& gap : plan_.axis.breaks())
        said_.push_back(bounds(metrics_, beside(gap.silence.span, (gap.left + gap.right) / 2)));
    GroundDrawing ground{{"axis", "Time axis", {}}, {}, plan_.is_vertical ? plan_.to : plan_.bottom};
    const bool is_high = !plan_.is_vertical && plan_.bottom - plan_.top > high_figure;
    if (plan_.asked && !plan_.asked->is_day)
      ground.axis.items.push_back({{}, {}, {}, {}, on_page({band(asked_box())})});
    for (const AxisTick& tick : ticks_) ground.axis.items.push_back(paint_tick(tick, is_high));
    for (const AxisBreak& gap : plan_.axis.breaks()) ground.axis.items.push_back(paint_break(gap));
    for (const PlannedLane& lane : plan_.lanes) ground.lane_heads.push_back(paint_head(lane));
    ground.axis.items.push_back(paint_frame());
    if (plan_.asked) ground.axis.items.push_back(paint_asked_time(*plan_.asked));
    if (is_high) ground.bottom += line_of_words + (has_contexts(ticks_) ? line_of_words : 0);
    return ground;
  }

 private:
  std::vector<Mark> on_page(std::vector<Mark> marks) const {
    return throughline::on_page(std::move(marks), plan_, metrics_);
  }

  Item paint_frame() const {
    std::vector<Mark> marks;
    double from = plan_.from;
    for (const AxisBreak& gap : plan_.axis.breaks()) {
      marks.emplace_back(line({from, plan_.top}, {gap.left, plan_.top}, axis_line, 1.2));
      from = gap.right;
    }
    marks.emplace_back(line({from, plan_.top}, {plan_.to, plan_.top}, axis_line, 1.2));
    if (!plan_.is_vertical)
      marks.emplace_back(line({plan_.from, plan_.bottom}, {plan_.to, plan_.bottom}, theme::rule, 1));
    Item frame{{}, {}, {}, {}, on_page(std::move(marks))};
    if (const auto& page = plan_.axis.page()) frame.when = print_stretch(page->first, page->last, plan_.clock);
    return frame;
  }

  Box asked_box() const {
    return {plan_.asked->left, plan_.top, plan_.asked->right - plan_.asked->left, plan_.bottom - plan_.top};
  }

  // Its lines stop short of words, as those of the grid do.
  Item paint_asked_time(const PlannedAsked& asked) const {
    Item item{{}, asked.label, {}, {}, {}};
    const Box box = asked_box();
    for (const double x : asked_edges(box, asked.is_day))
      for (const AxisSpan& free : free_heights(x)) item.marks.emplace_back(asked_line({x, free.left}, {x, free.right}));
    item.marks.emplace_back(asked_top(box));
    item.marks = on_page(std::move(item.marks));
    if (plan_.is_vertical) {
      for (const Text& text : asked_words()) item.marks.emplace_back(text);
      return item;
    }
    const double half = metrics_.width(asked.label, theme::small_size, Weight::bold) / 2;
    const double leftmost = plan_.axis.left() + half;
    const double middle = std::clamp(box.center().x, leftmost, std::max(leftmost, plan_.width - half));
    const double base = plan_.top - header_height(plan_, ticks_) + metrics_.ascent(theme::small_size);
    item.marks.emplace_back(
        Text{{middle, base}, asked.label, theme::small_size, Weight::bold, theme::ink, Anchor::middle});
    return item;
  }

  Item paint_tick(const AxisTick& tick, bool is_high) const {
    Item item{{}, tick.context.empty() ? tick.label : tick.label + " " + tick.context, {}, {}, {}};
    for (const AxisSpan& free : free_heights(tick.x))
      item.marks.emplace_back(line({tick.x, free.left}, {tick.x, free.right}, theme::grid, 1));
    item.marks = on_page(std::move(item.marks));
    item.when = print_place(tick.at, plan_.clock);
    if (plan_.is_vertical) {
      add_words_beside(item, tick);
      return item;
    }
    add_words(item, tick, plan_.top - words_above_axis, -line_of_words);
    if (is_high) add_words(item, tick, plan_.bottom + line_of_words, line_of_words);
    return item;
  }

  static void add_words(Item& item, const AxisTick& tick, double base, double to_context) {
    if (!tick.label.empty()) item.marks.emplace_back(words(tick.label, {tick.label_x, base}));
    if (!tick.context.empty()) item.marks.emplace_back(words(tick.context, {tick.label_x, base + to_context}));
  }

  // Left of the axis, the words of the coarser unit above those of the finer.
  Text beside(const std::string& text, double middle) const {
    const double rise = metrics_.rise(theme::small_size);
    return {{plan_.top - words_above_axis, middle + rise},
            text,
            theme::small_size,
            Weight::regular,
            theme::soft_ink,
            Anchor::end};
  }

  void add_words_beside(Item& item, const AxisTick& tick) const {
    std::vector<Text> texts;
    if (!tick.context.empty()) texts.push_back(beside(tick.context, tick.label_x - line_of_words));
    if (!tick.label.empty()) texts.push_back(beside(tick.label, tick.label_x));
    for (const Text& text : texts) {
      const Box box = grown(bounds(metrics_, text), 3);
      if (std::none_of(said_.begin(), said_.end(), [&](const Box& other) { return overlap(box, other); }))
        item.marks.emplace_back(text);
    }
  }

  std::vector<Text> asked_words() const {
    std::vector<Text> texts;
    if (!plan_.asked || !plan_.is_vertical) return texts;
    const auto lines =
        lines_within(plan_.top - words_above_axis, plan_.asked->label, theme::small_size, Weight::bold, metrics_);
    const double height = 15 * static_cast<double>(lines.size());
    const double least = plan_.from + height / 2;
    double y = std::clamp(asked_box().center().x, least, std::max(least, plan_.to - height / 2)) - height / 2 + 7.5;
    for (const std::string& line : lines) {
      texts.push_back(beside(line, y));
      texts.back().weight = Weight::bold;
      texts.back().color = theme::ink;
      y += 15;
    }
    return texts;
  }

  Item paint_break(const AxisBreak& gap) const {
    Item item{{}, "left out: " + gap.silence.span, {}, {}, {}};
    const double above = has_contexts(ticks_) ? 2 * line_of_words : line_of_words;
    const double middle = (gap.left + gap.right) / 2;
    const Text span = plan_.is_vertical ? beside(gap.silence.span, middle)
                                        : words(gap.silence.span, {middle, plan_.top - words_above_axis - above});
    item.marks.emplace_back(Shape{ShapeForm::rectangle,
                                  {gap.left, plan_.top, gap.right - gap.left, plan_.bottom - plan_.top},
                                  {theme::panel, {}},
                                  {{}, 0, Dash::solid}});
    for (const double x : {gap.left, gap.right})
      item.marks.emplace_back(line({x - slash_width, plan_.top + slash_height},
                                   {x + slash_width, plan_.top - slash_height}, axis_line, 1.2));
    item.marks = on_page(std::move(item.marks));
    item.marks.insert(item.marks.begin(), span);
    item.when = print_stretch(gap.silence.from, gap.silence.to - 1, plan_.clock);
    return item;
  }

  Item paint_head(const PlannedLane& lane) const {
    Item item{{}, lane.lane->label, {}, {}, {}};
    const double from = plan_.is_vertical ? 0 : plan_.from;
    if (lane.top > plan_.top) item.marks.emplace_back(line({from, lane.top}, {plan_.to, lane.top}, theme::rule, 1));
    item.marks = on_page(std::move(item.marks));
    const Point head = plan_.is_vertical ? Point{lane.top + head_padding, 0} : Point{0, lane.top + head_padding};
    double base = head.y + metrics_.ascent(lane_label_size);
    for (const std::string& label : lane.label) {
      item.marks.emplace_back(Text{{head.x, base}, label, lane_label_size, Weight::bold, theme::ink, Anchor::start});
      base += lane_label_line;
    }
    return item;
  }

  // Where a line down at `x` meets nothing.
  std::vector<AxisSpan> free_heights(double x) const {
    std::vector<AxisSpan> taken;
    for (const Box& box : spared_) {
      if (box.x <= x && x <= box.right()) taken.push_back({box.y, box.bottom()});
    }
    std::sort(taken.begin(), taken.end(), [](const AxisSpan& a, const AxisSpan& b) { return a.left < b.left; });
    std::vector<AxisSpan> free;
    double from = plan_.top;
    for (const AxisSpan& hole : taken) {
      if (hole.left > from + 1) free.push_back({from, hole.left});
      from = std::max(from, hole.right);
    }
    if (plan_.bottom > from + 1) free.push_back({from, plan_.bottom});
    return free;
  }

  static Text words(const std::string& text, Point at) {
    return {at, text, theme::small_size, Weight::regular, theme::soft_ink, Anchor::middle};
  }

  const TimelinePlan& plan_;
  const std::vector<AxisTick>& ticks_;
  const TextMetrics& metrics_;
  std::vector<Box> spared_;
  std::vector<Box> said_;  // words beside the axis that go before those of ticks
};

}  // namespace

double header_height(const TimelinePlan& plan, const std::vector<AxisTick>& ticks) {
  const double rows = 1 + (has_contexts(ticks) ? 1 : 0) + (plan.axis.breaks().empty() ? 0 : 1) + (plan.asked ? 1 : 0);
  return words_above_axis + rows * line_of_words;
}

double break_width(const std::vector<Omission>& silences, const TextMetrics& metrics) {
  double widest = 0;
  for (const Omission& silence : silences)
    widest = std::max(widest, metrics.width(silence.span, theme::small_size) + 12);
  return silences.empty() ? 0 : std::max(widest, 44.0);
}

std::vector<Mark> paint_asked(const Box& box, bool is_day) {
  std::vector<Mark> marks;
  if (!is_day) marks.emplace_back(band(box));
  for (const double x : asked_edges(box, is_day)) marks.emplace_back(asked_line({x, box.y}, {x, box.bottom()}));
  marks.emplace_back(asked_top(is_day ? Box{box.center().x, box.y, 0, 0} : box));
  return marks;
}

std::vector<Mark> paint_break_sample(double height) {
  const double middle = height / 2;
  const AxisSpan gap{7, 23};
  std::vector<Mark> marks = {
      Shape{
          ShapeForm::rectangle, {gap.left, 0, gap.right - gap.left, height}, {theme::panel, {}}, {{}, 0, Dash::solid}},
      line({0, middle}, {gap.left, middle}, axis_line, 1.2),
      line({gap.right, middle}, {break_sample_width, middle}, axis_line, 1.2)};
  for (const double x : {gap.left, gap.right})
    marks.emplace_back(
        line({x - slash_width, middle + slash_height}, {x + slash_width, middle - slash_height}, axis_line, 1.2));
  return marks;
}

GroundDrawing draw_ground(const TimelinePlan& plan, const std::vector<AxisTick>& ticks, const std::vector<Box>& words,
                          const TextMetrics& metrics) {
  return GroundPainter(plan, ticks, words, metrics).paint();
}

}  // namespace throughline
