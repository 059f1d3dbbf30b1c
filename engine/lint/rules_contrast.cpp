// SPDX-License-Identifier: Apache-2.0
// V8, V9: whether texts, marks and lines stand out from what lies beneath them.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "lint/beneath.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

// WCAG 2.1, success criteria 1.4.3 and 1.4.11; 24 px, or 18.66 px bold, is large there.
constexpr double for_text = 4.5;
constexpr double for_large_text = 3;
constexpr double for_marks = 3;

double limit_of(const Text& text) {
  const bool is_large = text.size >= 24 || (text.size >= 18.66 && text.weight == Weight::bold);
  return is_large ? for_large_text : for_text;
}

// Near the corners, and in the middle of the upper and lower side, of each quad.
Polyline samples_of(const Text& text) {
  Polyline samples;
  for (const Polyline& quad : text.quads) {
    const Point middle = between(quad[0], quad[2], 0.5);
    samples.push_back(middle);
    for (std::size_t i = 0; i < quad.size(); ++i) samples.push_back(between(middle, quad[i], 0.9));
    samples.push_back(between(middle, between(quad[0], quad[1], 0.25), 0.9));
    samples.push_back(between(middle, between(quad[0], quad[1], 0.75), 0.9));
  }
  return samples;
}

// Truncated: 4.499 is no 4.5.
std::string ratio(double contrast) { return fmt::format("{:.2f}:1", static_cast<int>(contrast * 100) / 100.0); }

std::string colors_of(const Paint& paint, const Ground& ground) {
  const Rgb ink = paint.colors.empty() ? Rgb{} : paint.colors[0].color;
  const Rgb below = ground.colors.empty() ? Rgb{1, 1, 1} : ground.colors[0];
  return fmt::format("{} on {}", print_color(ink), print_color(below));
}

Measured measure_texts(const Subject& subject) {
  const Figure& figure = subject.figure;
  if (figure.texts.empty()) return not_measured("no text");
  Measured measured;
  double lowest = 21;
  std::size_t unknown = 0;
  std::size_t work = 0;
  for (const Text& text : figure.texts) {
    const Ground ground = ground_at(figure, samples_of(text), text.order);
    if ((work += ground.work) > most_ground_work) return not_measured("too many shapes lie upon each other");
    if (!ground.is_known || text.fill.sort == Paint::Sort::unknown) {
      ++unknown;
      continue;
    }
    const double contrast = lowest_contrast(text.fill, ground);
    lowest = std::min(lowest, contrast);
    if (contrast < limit_of(text))
      add(measured,
          finding_at(text, fmt::format("{} has {}, {}", shown(text), ratio(contrast), colors_of(text.fill, ground))));
  }
  measured.value = fmt::format("lowest {}", ratio(lowest));
  if (unknown > 0) measured.reason = fmt::format("{} on or in a pattern or picture", count_of(unknown, "text"));
  return measured;
}

bool is_decoration(const Figure& figure, std::uint32_t element) {
  for (; element != no_element; element = figure.elements[element].parent)
    if (figure.elements[element].is_hidden) return true;
  return false;
}

struct Standing {
  double best = 0;  // of all parts of a thing
  std::size_t work = 0;
  bool is_known = true;
  std::string colors;
};

void compare(const Figure& figure, const Shape& shape, const Paint& paint, const Polyline& at, Standing& standing) {
  if (!paint.is_visible()) return;
  const Ground ground = ground_at(figure, at, shape.order);
  standing.work += ground.work;
  if (!ground.is_known || paint.sort == Paint::Sort::unknown) {
    standing.is_known = false;
    return;
  }
  // Where a thing fades its strong end counts.
  double contrast_here = 0;
  for (const Rgba& color : paint.colors)
    contrast_here = std::max(contrast_here, lowest_contrast({Paint::Sort::color, {color}}, ground));
  if (contrast_here <= standing.best) return;
  standing.best = contrast_here;
  standing.colors = colors_of(paint, ground);
}

// Along a line, away from its ends, which lie at nodes; around a shape.
Standing standing_of(const Figure& figure, const Parts& shapes) {
  Standing standing;
  for (const std::size_t i : shapes) {
    const Shape& shape = figure.shapes[i];
    for (const Subpath& line : shape.lines) {
      const Polyline& points = line.points;
      const Polyline middle{line.is_closed ? points[0] : point_along(points, length_of(points) / 2)};
      compare(figure, shape, shape.stroke, middle, standing);
      compare(figure, shape, shape.fill, {box_of(points).center()}, standing);
    }
  }
  return standing;
}

Measured measure_marks(const Subject& subject) {
  const Figure& figure = subject.figure;
  Measured measured;
  double lowest = 21;
  std::size_t count = 0;
  std::size_t unknown = 0;
  std::size_t work = 0;
  const auto judge = [&](std::uint32_t element, const Parts& shapes, const auto& thing, const std::string& name) {
    if (shapes.empty() || is_decoration(figure, element)) return;
    ++count;
    if (work > most_ground_work) return;
    const Standing standing = standing_of(figure, shapes);
    work += standing.work;
    if (!standing.is_known && standing.best < for_marks) return static_cast<void>(++unknown);
    lowest = std::min(lowest, standing.best);
    if (standing.best < for_marks)
      add(measured, thing(fmt::format("{} has {}, {}", name, ratio(standing.best), standing.colors)));
  };
  for (const Node& node : subject.roles.nodes)
    judge(
        node.element, node.shapes, [&](std::string message) { return finding_at(node, std::move(message)); },
        shown(node));
  for (const Edge& edge : subject.roles.edges)
    judge(
        edge.element, edge.lines, [&](std::string message) { return finding_at(figure, edge, std::move(message)); },
        shown(figure, edge));
  if (work > most_ground_work) return not_measured("too many shapes lie upon each other");
  if (count == 0) return not_measured(nothing_drawn);
  measured.value = fmt::format("lowest {}", ratio(lowest));
  if (unknown > 0) measured.reason = fmt::format("{} on or in a pattern or picture", count_of(unknown, "mark"));
  return measured;
}

}  // namespace

extern const Rule text_contrast_rule, mark_contrast_rule;
constinit const Rule text_contrast_rule{"V8", "contrast of text", "≥ 4.5:1, ≥ 3:1 large", Force::hard, measure_texts};
constinit const Rule mark_contrast_rule{"V9", "contrast of marks and lines", "≥ 3:1", Force::hard, measure_marks};

}  // namespace throughline::lint
