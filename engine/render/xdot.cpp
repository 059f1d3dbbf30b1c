// SPDX-License-Identifier: Apache-2.0
#include "render/xdot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <span>

#include "base/terminal_text.hpp"
#include "render/outline.hpp"
#include "view/geometry.hpp"
#include "view/theme.hpp"

namespace throughline {
namespace {

constexpr std::string_view clear = "#00000000";
// Graphviz raises the base line of every xdot text by this share of its size (pango plugin, `yoffset_centerline`).
constexpr double graphviz_text_lift = 0.2;
constexpr double dot_radius = 3;

// Red, green, blue and opacity of "#rrggbb" or "#rrggbbaa".
std::array<double, 4> channels(const Color& color) {
  std::array<double, 4> values{0, 0, 0, 255};
  for (std::size_t i = 0; i < 4 && 2 * i + 2 < color.size(); ++i)
    values[i] = std::stoi(color.substr(1 + 2 * i, 2), nullptr, 16);
  return values;
}

Color blend_on_paper(const Fill& fill, double share) {
  const auto from = channels(fill.color);
  const auto to = channels(fill.fade_to);
  const auto under = channels(theme::paper);
  const auto mixed = [&](std::size_t i) { return from[i] + (to[i] - from[i]) * share; };
  Color color = "#";
  for (std::size_t i = 0; i < 3; ++i)
    color += fmt::format("{:02x}", std::lround(under[i] + (mixed(i) - under[i]) * mixed(3) / 255));
  return color;
}

// The part of a convex outline on one side of a vertical line, or of one that lies when time runs down.
std::vector<Point> cut_at(std::span<const Point> outline, double at, bool keep_after, bool down) {
  const auto along = [&](Point p) { return down ? p.y : p.x; };
  const auto kept = [&](Point p) { return keep_after ? along(p) >= at : along(p) <= at; };
  std::vector<Point> part;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point a = outline[i];
    const Point b = outline[(i + 1) % outline.size()];
    if (kept(a)) part.push_back(a);
    if (kept(a) != kept(b)) part.push_back(between(a, b, (at - along(a)) / (along(b) - along(a))));
  }
  return part;
}

class Painter {
 public:
  Painter(double scale, DashStyle dashes) : scale_(scale), dashes_(dashes) {}

  void paint(const Item& item, const Mark& mark) {
    now_ = {&item, &mark};
    std::visit([this](const auto& what) { draw(what); }, mark);
  }

  Painting take() { return std::move(painting_); }

 private:
  auto out() { return std::back_inserter(painting_.xdot); }
  void word(std::string_view text) { fmt::format_to(out(), "{} -{} ", text.size(), text); }

  void points(std::span<const Point> all) {
    fmt::format_to(out(), "{}", all.size());
    for (const Point& p : all) fmt::format_to(out(), " {:.2f} {:.2f}", p.x * scale_, -p.y * scale_);
    painting_.xdot += ' ';
  }

  void pen(const Stroke& stroke) {
    painting_.xdot += "c ";
    word(stroke.color.empty() ? clear : std::string_view(stroke.color));
    painting_.xdot += "S ";
    word(fmt::format("setlinewidth({:.3f})", stroke.width * scale_));
    const bool native = dashes_ == DashStyle::native;
    painting_.xdot += "S ";
    word(!native || stroke.dash == Dash::solid ? "solid" : stroke.dash == Dash::dashed ? "dashed" : "dotted");
  }

  void fill(const Color& color) {
    painting_.xdot += "C ";
    word(color.empty() ? clear : std::string_view(color));
  }

  void element(char operation, std::span<const Point> all) {
    painting_.xdot += operation;
    painting_.xdot += ' ';
    points(all);
    painting_.stamps.push_back(now_);
  }

  void ellipse(char operation, const Box& box) {
    const Point m = box.center();
    fmt::format_to(out(), "{} {:.2f} {:.2f} {:.2f} {:.2f} ", operation, m.x * scale_, -m.y * scale_,
                   box.width / 2 * scale_, box.height / 2 * scale_);
    painting_.stamps.push_back(now_);
  }

  void strokes_of(std::span<const Point> polyline, Dash dash) {
    const std::vector<double> lengths = dash_lengths(dash);
    const double total = length_of(polyline);
    double at = 0;
    for (std::size_t i = 0; at < total; ++i) {
      const double next = std::min(total, at + lengths[i % lengths.size()]);
      if (i % 2 == 0) piece(polyline, at, next);
      at = next;
    }
  }

  void piece(std::span<const Point> polyline, double from, double to) {
    std::vector<Point> part{point_along(polyline, from)};
    double at = 0;
    for (std::size_t i = 1; i < polyline.size(); ++i) {
      at += distance(polyline[i - 1], polyline[i]);
      if (at > from && at < to) part.push_back(polyline[i]);
    }
    part.push_back(point_along(polyline, to));
    element('L', part);
  }

  void draw(const Shape& shape) {
    const bool cut = dashes_ == DashStyle::cut && shape.stroke.dash != Dash::solid && !shape.stroke.color.empty();
    const Outline outline = outline_of(shape);
    if (dashes_ == DashStyle::cut && !shape.fill.fade_to.empty()) return faded(shape, outline);
    if (!shape.fill.color.empty() || !cut) {
      fill(shape.fill.color);
      pen(cut ? Stroke{{}, shape.stroke.width, Dash::solid} : shape.stroke);
      inside(shape, outline);
    }
    if (!cut) return;
    pen(shape.stroke);
    strokes_of(flatten(outline.curve), shape.stroke.dash);
  }

  // Graphviz 2.42 paints no gradient in xdot: it is put together from strips, each reaching under the next.
  void faded(const Shape& shape, const Outline& outline) {
    const std::vector<Point> edge = flatten(outline.curve);
    const bool down = shape.fill.fades_down;
    const double length = down ? shape.box.height : shape.box.width;
    const int strips = std::clamp(static_cast<int>(length / 2), 2, 96);
    pen({{}, 0, Dash::solid});
    for (int i = 0; i < strips; ++i) {
      const double from = (down ? shape.box.y : shape.box.x) + length * i / strips;
      const std::vector<Point> strip = cut_at(cut_at(edge, from, true, down), from + length / strips + 1, false, down);
      fill(blend_on_paper(shape.fill, (i + 0.5) / strips));
      if (strip.size() > 2) element('P', strip);
    }
    Shape border = shape;
    border.fill = {};
    if (!border.stroke.color.empty()) draw(border);
  }

  void inside(const Shape& shape, const Outline& outline) {
    const bool filled = !shape.fill.color.empty();
    if (!outline.corners.empty())
      element(filled ? 'P' : 'p', outline.corners);
    else if (shape.form == ShapeForm::ellipse)
      ellipse(filled ? 'E' : 'e', shape.box);
    else
      element(filled ? 'b' : 'B', outline.curve);
  }

  void draw(const Curve& curve) {
    if (curve.points.size() < 4) return;
    std::vector<Point> line = curve.points;
    // The line ends inside the head, so that no blunt end shows beside the tip.
    if (is_pointed(curve.head)) line = without_end(line, theme::arrow_length - 1);
    if (is_pointed(curve.tail)) line = reversed(without_end(reversed(line), theme::arrow_length - 1));
    fill({});
    pen(curve.stroke);
    if (dashes_ == DashStyle::cut && curve.stroke.dash != Dash::solid)
      strokes_of(flatten(line), curve.stroke.dash);
    else
      element('B', line);
    head(curve.head, line[line.size() - 2], line.back(), curve.points.back(), curve.stroke);
    head(curve.tail, line[1], line.front(), curve.points.front(), curve.stroke);
  }

  static bool is_pointed(ArrowHead head) { return head == ArrowHead::triangle || head == ArrowHead::hollow; }

  void head(ArrowHead kind, Point before, Point end, Point tip, const Stroke& stroke) {
    if (kind == ArrowHead::none) return;
    const bool solid = kind != ArrowHead::hollow;
    fill(solid ? stroke.color : Color(theme::paper));
    pen({stroke.color, kind == ArrowHead::tee ? stroke.width + 0.6 : solid ? 0.5 : stroke.width, Dash::solid});
    if (kind == ArrowHead::dot) return ellipse('E', grown({tip.x, tip.y, 0, 0}, dot_radius));
    const std::vector<Point> corners = arrow_corners(kind, distance(end, tip) > 0.5 ? end : before, tip);
    element(kind == ArrowHead::tee ? 'L' : 'P', corners);
  }

  void draw(const Text& text) {
    std::string words = printable(text.text);
    std::replace(words.begin(), words.end(), '\n', ' ');
    if (words.find_first_not_of(' ') == std::string::npos) return;
    painting_.xdot += fmt::format("F {:.3f} ", text.size * scale_);
    word(fmt::format("{}{}", theme::font_family, text.weight == Weight::bold ? " Bold" : ""));
    painting_.xdot += "c ";
    word(text.color.empty() ? theme::ink : std::string_view(text.color));
    const int side = text.anchor == Anchor::start ? -1 : text.anchor == Anchor::middle ? 0 : 1;
    const double base = -(text.at.y + graphviz_text_lift * text.size) * scale_;
    fmt::format_to(out(), "T {:.2f} {:.2f} {} 0 ", text.at.x * scale_, base, side);
    word(words);
    painting_.stamps.push_back(now_);
  }

  double scale_;
  DashStyle dashes_;
  Stamp now_;
  Painting painting_;
};

}  // namespace

Painting paint(const Scene& scene, double scale, DashStyle dashes) {
  Painter painter(scale, dashes);
  for (const Group& group : scene.groups)
    for (const Item& item : group.items)
      for (const Mark& mark : item.marks) painter.paint(item, mark);
  return painter.take();
}

std::vector<double> dash_lengths(Dash dash) {
  if (dash == Dash::dashed) return {6, 4};
  if (dash == Dash::dotted) return {1.6, 3};
  return {};
}

}  // namespace throughline
