// SPDX-License-Identifier: Apache-2.0
#include "lint/looks.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/text.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

constexpr double smallest_form = 6;  // smaller shapes are pieces of others

std::string told(const Paint& paint) {
  if (paint.sort == Paint::Sort::unknown) return "pattern";
  std::vector<std::string> colors;
  for (const Rgba& color : paint.colors) {
    const std::string alpha = color.alpha < 1 ? fmt::format(" at {:.0f} %", color.alpha * 100) : "";
    colors.push_back(print_color(color.color) + alpha);
  }
  return join(colors, " to ");
}

std::string told(const std::vector<double>& dashes) {
  if (dashes.empty()) return "solid line";
  std::vector<std::string> lengths;
  for (const double dash : dashes) lengths.push_back(pixels(dash));
  return fmt::format("line of dashes {}", join(lengths, " "));
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
  if (shape.is_image) return "picture";
  const Subpath& line = shape.lines[0];
  if (!line.is_closed && !shape.fill.is_visible()) return "line";
  const double share = area_of(line.points) / std::max(1e-9, shape.box.width * shape.box.height);
  if (line.is_curved)
    return has_straight_sides(line, shape.box) ? "rounded rectangle"
           : std::abs(share - 0.785) < 0.02    ? "ellipse"
                                               : "curved shape";
  const std::size_t corners = count_corners(line.points);
  if (corners == 4 && share > 0.98) return "rectangle";
  if (corners == 4 && std::abs(share - 0.5) < 0.03) return "diamond";
  if (corners == 3) return "triangle";
  return fmt::format("polygon of {}", corners);
}

Appearance appearance_of(const Figure& figure, const Parts& shapes, const Parts& texts) {
  Appearance look;
  for (const std::size_t i : shapes) {
    const Shape& shape = figure.shapes[i];
    if (shape.fill.is_visible() && shape.fill.sort != Paint::Sort::none) look.colors.insert("fill " + told(shape.fill));
    if (shape.stroke.is_visible()) look.colors.insert("line " + told(shape.stroke));
    if (shape.stroke.is_visible()) look.forms.insert(told(shape.dashes));
    if (const std::string form = form_of(shape); form != "line" && !is_small(shape)) look.forms.insert(form);
  }
  for (const std::size_t i : texts)
    if (is_sign(figure.texts[i].text)) look.forms.insert(fmt::format("sign {}", trim(figure.texts[i].text)));
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
