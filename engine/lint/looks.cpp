// SPDX-License-Identifier: Apache-2.0
#include "lint/looks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

constexpr double smallest_form = 6;  // smaller shapes are pieces of others

bool is_paper(const Rgba& color) { return color.alpha <= 0 || contrast(over(color, {1, 1, 1}), {1, 1, 1}) < 1.02; }

// A fade is explained by one sample of it, whatever its colour; each colour by one thing of that colour.
void add_paint(const Paint& paint, Appearance& look) {
  if (paint.sort == Paint::Sort::unknown) look.forms.insert("a pattern or picture");
  if (paint.sort == Paint::Sort::gradient) look.forms.insert("a fade");
  for (const Rgba& color : paint.colors)
    if (!is_paper(color)) look.colors.insert(fmt::format("the colour {}", print_color(over(color, {1, 1, 1}))));
}

bool is_hollow(const Shape& shape) {
  const bool is_empty = std::all_of(shape.fill.colors.begin(), shape.fill.colors.end(), is_paper);
  return shape.is_closed() && shape.fill.sort != Paint::Sort::unknown && is_empty && shape.stroke.is_visible();
}

std::string told(const std::vector<double>& dashes) {
  if (dashes.empty()) return "a solid line";
  std::vector<std::string> lengths;
  for (const double dash : dashes) lengths.push_back(pixels(dash));
  return fmt::format("a line of dashes {}", join(lengths, " "));
}

// Corners where the outline turns; points on a straight side are none.
std::size_t count_corners(const Polyline& points) {
  std::size_t corners = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point& a = points[(i + points.size() - 1) % points.size()];
    const Point& b = points[i];
    const Point& c = points[(i + 1) % points.size()];
    const double turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    if (std::abs(turn) > 0.01 * distance(a, b) * distance(b, c)) ++corners;
  }
  return corners;
}

bool has_straight_sides(const Subpath& line, const Box& box) {
  std::size_t sides = 0;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const Point& a = line.points[i - 1];
    const Point& b = line.points[i];
    if (std::abs(a.y - b.y) < 0.05 && std::abs(a.x - b.x) > 0.2 * box.width) ++sides;
    if (std::abs(a.x - b.x) < 0.05 && std::abs(a.y - b.y) > 0.2 * box.height) ++sides;
  }
  return sides >= 2;
}

bool is_sign(std::string_view text) {
  const std::u32string letters = characters(trim(text));
  return letters.size() == 1 && !is_letter_or_digit(letters[0]) && letters[0] != U'·';
}

bool is_small(const Shape& shape) { return shape.box.width < smallest_form || shape.box.height < smallest_form; }

}  // namespace

std::string form_of(const Shape& shape) {
  if (shape.is_image) return "a picture";
  const Subpath& line = shape.lines[0];
  if (!line.is_closed && !shape.fill.is_visible()) return "line";
  const double share = area_of(line.points) / std::max(1e-9, shape.box.width * shape.box.height);
  if (line.is_curved)
    return has_straight_sides(line, shape.box) ? "a rounded rectangle"
           : std::abs(share - 0.785) < 0.02    ? "an ellipse"
                                               : "a curved shape";
  const std::size_t corners = count_corners(line.points);
  if (corners == 4 && share > 0.98) return "a rectangle";
  if (corners == 4 && std::abs(share - 0.5) < 0.03) return "a diamond";
  if (corners == 3) return "a triangle";
  return fmt::format("a polygon of {}", corners);
}

Appearance appearance_of_line(const Figure& figure, const Parts& lines, const Parts& heads) {
  Appearance look;
  for (const std::size_t i : lines) {
    add_paint(figure.shapes[i].stroke, look);
    look.forms.insert(told(figure.shapes[i].dashes));
    if (figure.shapes[i].has_marker) look.forms.insert("an arrow head");
  }
  for (const std::size_t i : heads) {
    add_paint(figure.shapes[i].fill, look);
    look.forms.insert(is_hollow(figure.shapes[i]) ? "a hollow arrow head" : "an arrow head");
  }
  return look;
}

Appearance appearance_of(const Figure& figure, const Parts& shapes, const Parts& texts) {
  Appearance look;
  for (const std::size_t i : shapes) {
    const Shape& shape = figure.shapes[i];
    add_paint(shape.fill, look);
    add_paint(shape.stroke, look);
    if (shape.stroke.is_visible()) look.forms.insert(told(shape.dashes));
    if (is_small(shape) || form_of(shape) == "line") continue;
    look.forms.insert(form_of(shape));
    if (is_hollow(shape)) look.forms.insert("a hollow shape");
  }
  for (const std::size_t i : texts)
    if (is_sign(figure.texts[i].text)) look.forms.insert(fmt::format("the sign {}", trim(figure.texts[i].text)));
  return look;
}

std::multiset<std::string> layout_of(const Figure& figure, const Parts& shapes, const Parts& texts) {
  std::multiset<std::string> layout;
  if (shapes.empty()) return layout;
  Box all = figure.shapes[shapes[0]].box;
  for (const std::size_t i : shapes) all = united(all, figure.shapes[i].box);
  for (const std::size_t i : shapes) {
    const Shape& shape = figure.shapes[i];
    const double side = (shape.box.center().x - all.center().x) / std::max(1.0, all.width);
    const std::string_view where = side < -0.1 ? "left" : side > 0.1 ? "right" : "middle";
    layout.insert(
        fmt::format("{}, {}, {}", form_of(shape), shape.stroke.is_visible() ? told(shape.dashes) : "no line", where));
  }
  for (const std::size_t i : texts)
    if (is_sign(figure.texts[i].text)) layout.insert(std::string(trim(figure.texts[i].text)));
  return layout;
}

Rgb main_color(const Figure& figure, const Parts& shapes) {
  Rgb best{1, 1, 1};
  double most = -1;
  for (const std::size_t i : shapes)
    for (const Paint* paint : {&figure.shapes[i].stroke, &figure.shapes[i].fill})
      for (const Rgba& color : paint->colors) {
        const Lab lab = lab_of(color.color);
        const double strength = color.alpha == 0 ? -1 : std::hypot(lab.a, lab.b) + (100 - lab.light) / 1000;
        if (strength > most) most = strength, best = color.color;
      }
  return best;
}

}  // namespace throughline::lint
