// SPDX-License-Identifier: Apache-2.0
// V1, V2: texts that collide, texts that are cut.
#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "base/text.hpp"
#include "lint/near_pairs.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

constexpr double least_gap = 2;
constexpr double slack = 0.5;  // half a pixel is a rounding, not a fault

double gap_of(const Text& one, const Text& other) {
  double gap = std::numeric_limits<double>::infinity();
  for (const Polyline& a : one.quads)
    for (const Polyline& b : other.quads) gap = std::min(gap, gap_between(a, b));
  return gap;
}

// Lines of one label stand as close as their font lets them: parts of one group, or of a column.
bool is_one_label(const Figure& figure, const Text& one, const Text& other) {
  if (one.element == other.element) return true;
  const std::uint32_t parent = figure.elements[one.element].parent;
  if (parent != figure.elements[other.element].parent) return false;
  const Element& group = figure.elements[parent];
  const bool is_small = group.tag != "svg" && group.classes != "graph" && group.end - parent < 40;
  const bool is_stacked =
      std::abs(one.box.x - other.box.x) < 1 || std::abs(one.box.center().x - other.box.center().x) < 1;
  return is_small || (is_stacked && one.size == other.size);
}

Measured measure_overlap(const Subject& subject) {
  const Figure& figure = subject.figure;
  Measured measured;
  const std::vector<Box> boxes = boxes_of(figure.texts);
  const bool all = each_near_pair(boxes, boxes, least_gap, [&](std::size_t i, std::size_t j) {
    const Text& one = figure.texts[i];
    const Text& other = figure.texts[j];
    const double gap = gap_of(one, other);
    const bool is_label = is_one_label(figure, one, other);
    if (gap >= (is_label ? -slack : least_gap)) return;
    add_made(measured, [&] {
      Finding finding = finding_at(one, fmt::format("{} and {} {}", shown(one), shown(other), gap_in_words(gap)));
      finding.other = other.element;
      finding.box = united(one.box, other.box);
      return finding;
    });
  });
  measured.value = count_of(count_found(measured), "pair");
  if (!all) measured.reason = "too many texts on one spot to compare all";
  if (figure.texts.empty()) measured.reason = "no text";
  return measured;
}

std::string sides_beyond(const Box& outer, const Box& inner) {
  std::vector<std::string> sides;
  const auto add_side = [&](double by, std::string_view side) {
    if (by > slack) sides.push_back(fmt::format("{} px {}", pixels(by), side));
  };
  add_side(outer.x - inner.x, "at the left");
  add_side(outer.y - inner.y, "at the top");
  add_side(inner.right() - outer.right(), "at the right");
  add_side(inner.bottom() - outer.bottom(), "at the bottom");
  return join(sides, ", ");
}

bool is_on(const Shape& shape, const Point& point) {
  const bool is_area = shape.lines.size() == 1 && (shape.lines[0].is_closed || shape.fill.is_visible());
  return is_area && is_inside(point, shape.lines[0].points);
}

// The shape of its own node that a text stands in, if it is meant to stand in one.
const Shape* box_around(const Figure& figure, const Node& node, const Text& text) {
  const Shape* best = nullptr;
  for (const std::size_t i : node.shapes) {
    const Shape& shape = figure.shapes[i];
    if (!is_on(shape, text.box.center())) continue;
    if (best == nullptr || shape.box.width * shape.box.height > best->box.width * best->box.height) best = &shape;
  }
  return best;
}

// A bar is of several shapes: what is certain, what may be.
bool is_on_some_shape(const Figure& figure, const Node& node, const Point& point) {
  return std::any_of(node.shapes.begin(), node.shapes.end(),
                     [&](std::size_t i) { return is_on(figure.shapes[i], point); });
}

// How far the text reaches beyond a shape and its neighbours, by the outline and not its box: what an ellipse cuts
// counts.
double reach_beyond(const Figure& figure, const Node& node, const Text& text, const Shape& shape) {
  const Polyline& outline = shape.lines[0].points;
  double reach = 0;
  for (const Polyline& quad : text.quads)
    for (const Point& corner : quad)
      if (!is_on_some_shape(figure, node, corner)) {
        Polyline ring = outline;
        ring.push_back(outline.front());
        reach = std::max(reach, distance_to(corner, ring));
      }
  return reach;
}

void measure_own_boxes(const Subject& subject, Measured& measured) {
  for (const Node& node : subject.roles.nodes)
    for (const std::size_t i : node.texts) {
      const Text& text = subject.figure.texts[i];
      const Shape* shape = box_around(subject.figure, node, text);
      const double reach = shape == nullptr ? 0 : reach_beyond(subject.figure, node, text, *shape);
      if (reach > slack)
        add(measured, finding_at(text, fmt::format("{} reaches {} px beyond the shape it stands in", shown(text),
                                                   pixels(reach))));
    }
}

Measured measure_clipped(const Subject& subject) {
  const Figure& figure = subject.figure;
  Measured measured;
  for (const Text& text : figure.texts) {
    const std::string page = figure.has_size ? sides_beyond({0, 0, figure.width, figure.height}, text.box) : "";
    const std::string clip = text.clip ? sides_beyond(*text.clip, text.box) : "";
    if (!page.empty())
      add(measured, finding_at(text, fmt::format("{} is cut by the edge of the figure: {}", shown(text), page)));
    if (!clip.empty()) add(measured, finding_at(text, fmt::format("{} is cut by its clip: {}", shown(text), clip)));
  }
  measure_own_boxes(subject, measured);
  measured.value = count_of(count_found(measured), "text");
  if (!figure.has_size) measured.reason = "neither a size nor a viewBox says where the figure ends";
  if (figure.texts.empty()) measured.reason = "no text";
  return measured;
}

}  // namespace

extern const Rule text_overlap_rule, text_clipped_rule;
constinit const Rule text_overlap_rule{"V1", "texts overlap", "0 pairs, 2 px apart", Force::hard, measure_overlap};
constinit const Rule text_clipped_rule{"V2", "texts are cut", "0", Force::hard, measure_clipped};

}  // namespace throughline::lint
