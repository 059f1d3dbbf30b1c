// SPDX-License-Identifier: Apache-2.0
// V10, V11, V12: colours that carry meaning alone, that some readers can't tell apart, that are too many.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "lint/looks.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

constexpr double least_difference = 15;
constexpr std::size_t most_hues = 7;
constexpr double one_hue = 20;  // degrees; a light fill and its dark outline are one
constexpr std::size_t most_categories = 100;

struct Category {
  std::string label;
  std::uint32_t element;
  std::multiset<std::string> layout;
  Rgb color;
};

std::vector<Category> categories_of(const Subject& subject) {
  std::vector<Category> categories;
  for (const LegendEntry& entry : subject.roles.legend)
    if (!entry.shapes.empty() && categories.size() < most_categories)
      categories.push_back({entry.label, entry.element, layout_of(subject.figure, entry.shapes, entry.texts),
                            main_color(subject.figure, entry.shapes)});
  return categories;
}

// Colours that nodes and lines use, and how often.
std::map<std::string, std::size_t> colors_in_use(const Subject& subject) {
  std::map<std::string, std::size_t> colors;
  for (const Node& node : subject.roles.nodes)
    if (!node.shapes.empty()) ++colors[print_color(main_color(subject.figure, node.shapes))];
  for (const Edge& edge : subject.roles.edges)
    if (!edge.lines.empty()) ++colors[print_color(main_color(subject.figure, edge.lines))];
  return colors;
}

bool is_empty(const Subject& subject) { return subject.roles.nodes.empty() && subject.roles.edges.empty(); }

Measured measure_alone(const Subject& subject) {
  if (is_empty(subject)) return not_measured(nothing_drawn);
  const std::vector<Category> categories = categories_of(subject);
  if (categories.empty()) {
    const std::size_t colors = colors_in_use(subject).size();
    if (colors > 1)
      return not_measured(fmt::format("{} and no legend that says what they mean", count_of(colors, "colour")));
    Measured measured;
    measured.value = count_of(colors, "colour");
    return measured;
  }
  Measured measured;
  for (std::size_t i = 0; i < categories.size(); ++i)
    for (std::size_t j = i + 1; j < categories.size(); ++j) {
      const Category& a = categories[i];
      const Category& b = categories[j];
      if (a.layout != b.layout || a.color == b.color) continue;
      add(measured,
          {fmt::format("`{}` and `{}` differ by colour alone", a.label, b.label), a.element, b.element, {}, {}});
    }
  measured.value = categories.size() == 1 ? "1 category" : fmt::format("{} categories", categories.size());
  return measured;
}

// Categories of one hue (a light fill, its outline, the neutral ones) are not told apart by colour anyway.
Measured measure_distance(const Subject& subject) {
  if (is_empty(subject)) return not_measured(nothing_drawn);
  std::map<std::string, std::string> labels;  // by colour
  for (const Category& each : categories_of(subject))
    if (!is_neutral(each.color)) labels.try_emplace(print_color(each.color), each.label);
  if (labels.empty())
    for (const auto& [color, count] : colors_in_use(subject))
      if (const Rgb rgb = parse_color(color)->color; !is_neutral(rgb) && labels.size() < most_categories)
        labels.try_emplace(color, color);
  if (labels.size() < 2) {
    Measured measured;
    measured.value = count_of(labels.size(), "colour");
    return measured;
  }
  Measured measured;
  double least = 100;
  for (auto a = labels.begin(); a != labels.end(); ++a)
    for (auto b = std::next(a); b != labels.end(); ++b)
      for (const Sight sight : {Sight::full, Sight::protan, Sight::deutan, Sight::tritan}) {
        const auto as_seen = [&](const std::string& color) { return lab_of(seen(parse_color(color)->color, sight)); };
        const double apart = difference(as_seen(a->first), as_seen(b->first));
        least = std::min(least, apart);
        if (apart >= least_difference) continue;
        const std::string whose = sight == Sight::full ? "" : fmt::format(" for {} eyes", name(sight));
        add(measured, finding_of(fmt::format("`{}` {} and `{}` {} are {:.1f} apart{}", a->second, a->first, b->second,
                                             b->first, apart, whose)));
      }
  measured.value = fmt::format("least ΔE {:.1f}", least);
  return measured;
}

Measured measure_palette(const Subject& subject) {
  if (is_empty(subject)) return not_measured(nothing_drawn);
  std::vector<double> hues;
  for (const auto& [color, count] : colors_in_use(subject))
    if (const Rgb rgb = parse_color(color)->color; !is_neutral(rgb)) hues.push_back(hue_of(rgb));
  std::sort(hues.begin(), hues.end());
  std::size_t count = 0;
  double last = -one_hue;
  for (const double hue : hues)
    if (hue - last >= one_hue) ++count, last = hue;
  if (count > 1 && hues.front() + 360 - last < one_hue) --count;  // red lies at both ends
  Measured measured;
  measured.value = count_of(count, "hue");
  if (count > most_hues) add(measured, finding_of(fmt::format("{} for nodes and lines", count_of(count, "hue"))));
  return measured;
}

}  // namespace

extern const Rule color_alone_rule, color_distance_rule, palette_rule;
constinit const Rule color_alone_rule{"V10", "colour alone", "0 pairs of the legend", Force::hard, measure_alone};
constinit const Rule color_distance_rule{"V11", "colours apart, for colour-blind eyes too", "ΔE2000 ≥ 15",
                                         Force::advice, measure_distance};
constinit const Rule palette_rule{"V12", "hues", "≤ 7", Force::hard, measure_palette};

}  // namespace throughline::lint
