// SPDX-License-Identifier: Apache-2.0
// V6, V7, V32: room between nodes, sizes of text, size of the file.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "base/text.hpp"
#include "lint/near_pairs.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

constexpr double least_gap = 8;
constexpr double slack = 0.5;
constexpr double smallest_size = 12;
constexpr double rounding = 0.05;
constexpr std::size_t largest_file = 300'000;

Measured measure_nodes(const Subject& subject) {
  const std::vector<Node>& nodes = subject.roles.nodes;
  if (nodes.empty()) return not_measured("no node was found: no id or class names one, no text stands in a shape");
  Measured measured;
  // Marks on a time axis stand where their dates are; they may be near, not on each other.
  const double asked = subject.roles.is_timeline ? 0 : least_gap;
  double least = std::numeric_limits<double>::infinity();
  const std::vector<Box> boxes = boxes_of(nodes);
  const bool all = each_near_pair(boxes, boxes, 200, [&](std::size_t i, std::size_t j) {
    const double gap = gap_between(nodes[i].hull, nodes[j].hull);
    least = std::min(least, gap);
    if (gap >= asked - slack) return;
    add_made(measured, [&] {
      Finding finding =
          finding_at(nodes[i], fmt::format("{} and {} {}", shown(nodes[i]), shown(nodes[j]), gap_in_words(gap)));
      finding.other = nodes[j].element;
      finding.box = united(nodes[i].box, nodes[j].box);
      return finding;
    });
  });
  measured.value = least < 200 ? fmt::format("nearest {} px", pixels(least)) : std::string("far apart");
  if (!all) measured.reason = "too many nodes on one spot to compare all";
  return measured;
}

Measured measure_smallest(const Subject& subject) {
  const std::vector<Text>& texts = subject.figure.texts;
  if (texts.empty()) return not_measured("no text");
  Measured measured;
  double least = texts[0].size;
  for (const Text& text : texts) {
    least = std::min(least, text.size);
    if (text.size < smallest_size - rounding)
      add(measured, finding_at(text, fmt::format("{} is set in {} px", shown(text), pixels(text.size))));
  }
  measured.value = fmt::format("{} px", pixels(least));
  return measured;
}

Measured measure_scale(const Subject& subject) {
  Measured measured;
  std::set<std::string> told;
  const auto check = [&](const Text& text, std::string_view what, double low, double high) {
    told.insert(fmt::format("{} {} px", what, pixels(text.size)));
    if (text.size < low - rounding || text.size > high + rounding)
      add(measured, finding_at(text, fmt::format("the {} {} is set in {} px", what, shown(text), pixels(text.size))));
  };
  for (std::size_t i = 0; i < subject.figure.texts.size() && told.empty(); ++i)
    if (subject.roles.of_texts[i] == Role::title) check(subject.figure.texts[i], "title", 18, 22);
  for (const Node& node : subject.roles.nodes) {
    if (node.texts.empty()) continue;
    check(subject.figure.texts[node.texts[0]], "name", 13, 14);
    if (!measured.findings.empty()) break;  // names are set alike: one is enough to say so
  }
  if (told.empty()) return not_measured("neither a title nor the name of a node was found");
  measured.value = fmt::format("{}", fmt::join(told, ", "));
  return measured;
}

Measured measure_file(const Subject& subject) {
  Measured measured;
  const std::size_t bytes = subject.figure.bytes;
  measured.value = fmt::format("{:.0f} kB", static_cast<double>(bytes) / 1000);
  if (bytes > largest_file) add(measured, finding_of(fmt::format("the file has {} bytes", bytes)));
  return measured;
}

}  // namespace

extern const Rule node_overlap_rule, smallest_text_rule, type_scale_rule, file_size_rule;
constinit const Rule node_overlap_rule{"V6", "nodes overlap", "0, 8 px apart", Force::hard, measure_nodes};
constinit const Rule smallest_text_rule{"V7", "smallest text", "≥ 12 px", Force::hard, measure_smallest};
constinit const Rule type_scale_rule{"V7", "sizes of title and names", "18–22 and 13–14 px", Force::advice,
                                     measure_scale};
constinit const Rule file_size_rule{"V32", "size of the file", "≤ 300 kB", Force::hard, measure_file};

}  // namespace throughline::lint
