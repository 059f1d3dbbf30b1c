// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_marks.hpp"

#include <algorithm>
#include <cmath>

#include "view/geometry.hpp"

namespace throughline {

namespace {

constexpr double whisker_cap = 9;
constexpr double inner_mark = 8;       // the filled heart of a mark whose outline is dashed
constexpr double least_visible = 0.5;  // a year on an axis of millennia is a speck
constexpr double bar_corner = 9;       // as the painter rounds a box
constexpr double circle = 0.5523;
constexpr double question_size = 14;
constexpr double slash_width = 2.5;  // half of the slashes
constexpr double slash_height = 5;
constexpr double between_slashes = 4.5;
constexpr double before_slashes = 4;

// A sign is text: what is faint as a line would be too faint for it.
Color sign_color(const NodeLook& look) {
  return look.stroke.color == theme::faint_line ? Color(theme::soft_ink) : look.stroke.color;
}

ShapeForm mark_form(const NodeLook& look) { return look.diamond ? ShapeForm::diamond : look.form; }

Box centered(double x, double y, double size) { return {x - size / 2, y - size / 2, size, size}; }

Curve line(Point from, Point to, const Stroke& stroke) { return {straight(from, to), stroke}; }

// Two strokes aslant from `x` on, the sign of what goes on on another page.
void add_slashes(std::vector<Mark>& marks, double x, double direction, double y, const Stroke& stroke) {
  for (const double at : {x, x + direction * between_slashes})
    marks.emplace_back(line({at - slash_width, y + slash_height}, {at + slash_width, y - slash_height}, stroke));
}

void add_whisker(std::vector<Mark>& marks, const MomentSpan& moment, const Color& color, double y) {
  const Stroke stroke{color, theme::line_width, Dash::solid};
  marks.emplace_back(line({moment.left, y}, {moment.right, y}, stroke));
  const auto cap = [&](double x) {
    marks.emplace_back(line({x, y - whisker_cap / 2}, {x, y + whisker_cap / 2}, stroke));
  };
  if (moment.from_before)
    add_slashes(marks, moment.left + slash_width, 1, y, stroke);
  else
    cap(moment.left);
  if (moment.goes_on)
    add_slashes(marks, moment.right - slash_width, -1, y, stroke);
  else
    cap(moment.right);
}

// What a stretch of the bar says.
enum class Ground { certain, fading_in, fading_out, end_unknown, start_unknown };

struct Part {
  AxisSpan stretch;
  Ground ground = Ground::certain;
};

class BarPainter {
 public:
  BarPainter(const BarPaint& bar, const NodeLook& look) : bar_(bar), look_(look), body_(body_of(bar.span)) {}

  std::vector<Mark> paint() {
    for (const Part& part : parts()) paint(part);
    add_caps();
    return std::move(marks_);
  }

 private:
  double top() const { return bar_.middle - bar_.half_height; }
  double bottom() const { return bar_.middle + bar_.half_height; }
  double height() const { return 2 * bar_.half_height; }
  double core_left() const { return std::clamp(bar_.span.core_left, body_.left, body_.right); }
  double core_right() const { return std::clamp(bar_.span.core_right, body_.left, body_.right); }

  std::vector<Part> parts() const {
    const Ground before = bar_.span.start == BarEnd::unknown ? Ground::start_unknown : Ground::fading_in;
    const Ground after = bar_.span.end == BarEnd::unknown ? Ground::end_unknown : Ground::fading_out;
    std::vector<Part> parts;
    if (bar_.span.has_core()) {
      parts = {{{body_.left, core_left()}, before},
               {{core_left(), core_right()}, Ground::certain},
               {{core_right(), body_.right}, after}};
    } else {
      // No day is certain; it is likeliest where a late start and an early end meet.
      const double peak = std::clamp((bar_.span.core_left + bar_.span.core_right) / 2, body_.left, body_.right);
      parts = {{{body_.left, peak}, before}, {{peak, body_.right}, after}};
    }
    std::erase_if(parts, [](const Part& part) { return width(part.stretch) < least_visible; });
    return parts;
  }

  void paint(const Part& part) {
    std::vector<AxisSpan> pieces = {part.stretch};
    for (const AxisSpan& hole : bar_.holes) {
      std::vector<AxisSpan> kept;
      for (const AxisSpan& piece : pieces) {
        if (piece.left < std::min(piece.right, hole.left))
          kept.push_back({piece.left, std::min(piece.right, hole.left)});
        if (std::max(piece.left, hole.right) < piece.right)
          kept.push_back({std::max(piece.left, hole.right), piece.right});
      }
      pieces = std::move(kept);
    }
    for (const AxisSpan& piece : pieces) paint_piece(part, piece);
  }

  // What certainly held is a closed box, but for where a break cuts it; what is only possible has no ends. Corners are
  // round, if at all, where the bar itself ends.
  void paint_piece(const Part& part, const AxisSpan& piece) {
    const bool is_certain = part.ground == Ground::certain;
    const bool comes = bar_.span.start == BarEnd::elsewhere && piece.left == body_.left;
    const bool goes = bar_.span.end == BarEnd::elsewhere && piece.right == body_.right;
    const bool closed_left = is_certain && piece.left == part.stretch.left && !comes;
    const bool closed_right = is_certain && piece.right == part.stretch.right && !goes;
    const bool is_whole = closed_left && closed_right;
    const bool round_left = is_round() && closed_left && piece.left - body_.left < 0.5;
    const bool round_right = is_round() && closed_right && body_.right - piece.right < 0.5;
    if (is_whole && round_left == round_right) {
      const ShapeForm form = is_round() && !round_left ? ShapeForm::rectangle : look_.form;
      return add_box(form, piece, look_.fill, look_.stroke);
    }
    fill_piece(fill_of(part.ground), piece, round_left, round_right);
    const Stroke stroke = stroke_of(part.ground);
    const double rounding = std::min({bar_corner, bar_.half_height, width(piece) / 2});
    if (closed_left) add_end(piece.left, round_left ? rounding : 0, stroke);
    if (closed_right) add_end(piece.right, round_right ? -rounding : 0, stroke);
    const double left = piece.left + (round_left ? rounding : 0);
    const double right = piece.right - (round_right ? rounding : 0);
    for (const double y : {top(), bottom()}) marks_.emplace_back(line({left, y}, {right, y}, stroke));
  }

  bool is_round() const { return look_.form == ShapeForm::rounded; }

  Fill fill_of(Ground ground) const {
    if (ground == Ground::fading_in || ground == Ground::start_unknown) return {theme::paper, look_.fill.color};
    if (ground == Ground::fading_out || ground == Ground::end_unknown) return {look_.fill.color, theme::paper};
    return look_.fill;
  }

  Stroke stroke_of(Ground ground) const {
    Stroke stroke = look_.stroke;
    if (ground == Ground::fading_in || ground == Ground::fading_out) stroke.dash = Dash::dashed;
    if (ground == Ground::end_unknown || ground == Ground::start_unknown) stroke.dash = Dash::dotted;
    return stroke;
  }

  void fill_piece(const Fill& fill, const AxisSpan& piece, bool round_left, bool round_right) {
    const Stroke none{{}, 0, Dash::solid};
    if (!round_left && !round_right) return add_box(ShapeForm::rectangle, piece, fill, none);
    add_box(ShapeForm::rounded, piece, fill, none);
    const double middle = (piece.left + piece.right) / 2;
    add_box(ShapeForm::rectangle, round_left ? AxisSpan{middle, piece.right} : AxisSpan{piece.left, middle}, fill,
            none);
  }

  void add_box(ShapeForm form, const AxisSpan& piece, const Fill& fill, const Stroke& stroke) {
    marks_.emplace_back(Shape{form, {piece.left, top(), width(piece), height()}, fill, stroke});
  }

  static double width(const AxisSpan& piece) { return piece.right - piece.left; }

  // The closed end at `x`; its corners reach `rounding` to the right of it (to the left when negative).
  void add_end(double x, double rounding, const Stroke& stroke) {
    const double depth = std::abs(rounding);
    const double k = 1 - circle;
    std::vector<Point> points = {{x + rounding, top()},   {x + rounding * k, top()}, {x, top() + depth * k},
                                 {x, top() + depth},      {x, top() + depth},        {x, bottom() - depth},
                                 {x, bottom() - depth},   {x, bottom() - depth * k}, {x + rounding * k, bottom()},
                                 {x + rounding, bottom()}};
    if (depth == 0) points = straight({x, top()}, {x, bottom()});
    marks_.emplace_back(Curve{std::move(points), stroke});
  }

  void add_caps() {
    const double y = bar_.middle;
    const Stroke stroke{look_.stroke.color, theme::line_width, Dash::solid};
    if (bar_.span.start == BarEnd::open)
      marks_.emplace_back(Curve{straight({body_.left, y}, {bar_.span.left, y}), stroke, ArrowHead::triangle});
    if (bar_.span.end == BarEnd::open)
      marks_.emplace_back(Curve{straight({body_.right, y}, {bar_.span.right, y}), stroke, ArrowHead::triangle});
    if (bar_.span.start == BarEnd::elsewhere) add_slashes(marks_, body_.left - before_slashes, -1, y, stroke);
    if (bar_.span.end == BarEnd::elsewhere) add_slashes(marks_, body_.right + before_slashes, 1, y, stroke);
    if (bar_.span.start == BarEnd::unknown) add_question(bar_.span.left, Anchor::start);
    if (bar_.span.end == BarEnd::unknown) add_question(bar_.span.right, Anchor::end);
  }

  void add_question(double x, Anchor anchor) {
    marks_.emplace_back(
        Text{{x, bar_.middle + question_size * 0.37}, "?", question_size, Weight::bold, sign_color(look_), anchor});
  }

  const BarPaint& bar_;
  const NodeLook& look_;
  AxisSpan body_;
  std::vector<Mark> marks_;
};

// Dashes of even length fall unevenly round so small a mark: each side is two strokes from its corners instead.
void add_open_diamond(std::vector<Mark>& marks, const Box& box, const Color& color) {
  marks.emplace_back(Shape{ShapeForm::diamond, box, {theme::paper, {}}, Stroke{{}, 0, Dash::solid}});
  const Point middle = box.center();
  const Point corners[] = {{middle.x, box.y}, {box.right(), middle.y}, {middle.x, box.bottom()}, {box.x, middle.y}};
  for (std::size_t i = 0; i < 4; ++i) {
    const Point bend[] = {between(corners[i], corners[(i + 3) % 4], 0.34), corners[i],
                          between(corners[i], corners[(i + 1) % 4], 0.34)};
    marks.emplace_back(Curve{through(bend), {color, theme::line_width, Dash::solid}});
  }
}

void add_cross(std::vector<Mark>& marks, const Box& outline, const Color& color) {
  const Box box = grown(outline, -1.5);
  const Stroke stroke{color, 1.8, Dash::solid};
  marks.emplace_back(line({box.x, box.y}, {box.right(), box.bottom()}, stroke));
  marks.emplace_back(line({box.x, box.bottom()}, {box.right(), box.y}, stroke));
}

}  // namespace

std::vector<Mark> paint_moment(const MomentSpan& moment, const NodeLook& look, double middle) {
  std::vector<Mark> marks;
  const ShapeForm form = mark_form(look);
  const Box outline = centered(moment.x, middle, mark_size);
  const bool has_whisker = !moment.day_known && moment.right - moment.left > mark_size * 0.6;
  if (has_whisker) add_whisker(marks, moment, look.stroke.color, middle);
  const bool is_denied = look.sign == "✕";
  const bool is_solid = look.stroke.dash == Dash::solid;
  const Fill filled{look.accent, {}};
  const Fill hollow{theme::paper, {}};
  if (form == ShapeForm::diamond && look.stroke.dash == Dash::dashed)
    add_open_diamond(marks, outline, look.stroke.color);
  else
    marks.emplace_back(Shape{form, outline, moment.day_known && is_solid ? filled : hollow, look.stroke});
  if (moment.day_known && !is_solid && !is_denied)
    marks.emplace_back(
        Shape{form, centered(moment.x, middle, inner_mark), filled, Stroke{look.accent, 0.5, Dash::solid}});
  if (is_denied) add_cross(marks, outline, look.accent);
  return marks;
}

Shape paint_dot(double x, bool day_known, const NodeLook& look, double middle) {
  return {
      ShapeForm::ellipse, centered(x, middle, echo_size), {day_known ? look.accent : theme::paper, {}}, look.stroke};
}

std::vector<Mark> paint_echo(const PlannedItem& item, std::vector<AxisSpan> holes) {
  if (!item.is_bar) return {paint_dot(item.moment.x, item.moment.day_known, item.look, item.middle)};
  auto marks = paint_bar({item.bar, item.middle, echo_size / 2, std::move(holes)}, item.look);
  std::erase_if(marks, [](const Mark& mark) { return std::holds_alternative<Text>(mark); });
  return marks;
}

std::vector<Mark> paint_bar(const BarPaint& bar, const NodeLook& look) { return BarPainter(bar, look).paint(); }

Curve paint_link(std::vector<Point> way, const TimelineLink& link) {
  const LineLook look = theme::line_look(link.standing, link.emphasis);
  return {std::move(way), look.stroke, link.directed ? ArrowHead::triangle : ArrowHead::none};
}

}  // namespace throughline
