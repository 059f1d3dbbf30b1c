// SPDX-License-Identifier: Apache-2.0
// V22: how a timeline draws what has no end.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "lint/looks.hpp"
#include "lint/rule.hpp"
#include "time/edtf.hpp"
#include "time/worlds.hpp"

namespace throughline::lint {
namespace {

constexpr double reach = 12;  // of a cap, from the end of its bar

// What stands at the right end of an item: an arrow, a question mark, a side.
std::set<std::string> cap_of(const Figure& figure, const Node& node) {
  std::set<std::string> cap;
  const auto is_at_end = [&](const Box& box) {
    return box.right() > node.box.right() - reach && box.x > node.box.right() - 2 * reach;
  };
  for (const std::size_t i : node.shapes)
    if (is_at_end(figure.shapes[i].box)) cap.insert(form_of(figure.shapes[i]));
  for (const std::size_t i : node.texts)
    if (count_characters(trim(figure.texts[i].text)) == 1 &&
        std::abs(figure.texts[i].box.right() - node.box.right()) < 2 * reach)
      cap.insert(figure.texts[i].text);
  return cap;
}

// Two slashes at its right end: it goes on on another page, which shows how it ends.
bool is_cut(const Figure& figure, const Node& node) {
  std::set<double> slashes;  // by their left ends
  for (const std::size_t i : node.shapes) {
    const Shape& shape = figure.shapes[i];
    const bool is_slash = !shape.is_closed() && shape.box.width > 2 && shape.box.width < reach &&
                          shape.box.height > 2 && shape.box.height < 2 * reach;
    if (is_slash && shape.box.right() > node.box.right() - reach) slashes.insert(shape.box.x);
  }
  return slashes.size() > 1;
}

struct End {
  std::string_view what;                // as the legend calls it
  bool Extent::*is;                     // as the items are dated
  std::vector<std::string_view> words;  // as the items are described
  std::set<std::set<std::string>> caps;
  const Node* first = nullptr;
};

// Where the figure does not hold the dates that it was drawn from, words have to tell.
bool has_end(const Figure& figure, const Node& node, const End& end) {
  EdtfError error;
  const std::string& when = figure.elements[node.element].when;
  if (const auto date = when.empty() ? std::nullopt : parse_edtf(when, error)) return extent_of(*date).*end.is;
  const std::string& told = figure.elements[node.element].title;
  const std::string_view line = std::string_view(told).substr(0, told.find('\n'));
  return std::any_of(end.words.begin(), end.words.end(),
                     [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
}

bool is_in_legend(const Subject& subject, const End& end) {
  return std::any_of(subject.roles.legend.begin(), subject.roles.legend.end(), [&](const LegendEntry& entry) {
    return std::any_of(end.words.begin(), end.words.end(),
                       [&](std::string_view word) { return entry.label.find(word) != std::string::npos; });
  });
}

Measured measure_ends(const Subject& subject) {
  if (!subject.roles.is_timeline) return not_measured("no time axis was found");
  End ongoing{"ongoing", &Extent::ongoing, {"ongoing", "진행 중"}, {}, nullptr};
  End unknown{"end unknown", &Extent::end_unknown, {"end unknown", "종료 시점 미상"}, {}, nullptr};
  for (const Node& node : subject.roles.nodes)
    for (End* end : {&ongoing, &unknown}) {
      if (node.shapes.empty() || is_cut(subject.figure, node) || !has_end(subject.figure, node, *end)) continue;
      if (end->first == nullptr) end->first = &node;
      end->caps.insert(cap_of(subject.figure, node));
    }
  Measured measured;
  std::vector<std::string> found;
  for (const End* end : {&ongoing, &unknown}) {
    if (end->first == nullptr) continue;
    found.emplace_back(end->what);
    if (!is_in_legend(subject, *end))
      add(measured, finding_at(*end->first, fmt::format("{} is drawn, as for {}, and not in the legend", end->what,
                                                        shown(*end->first))));
  }
  for (const auto& cap : ongoing.caps)
    if (unknown.caps.contains(cap))
      add(measured,
          finding_at(*ongoing.first, fmt::format("what is ongoing ends like what has no known end, as {} and {}",
                                                 shown(*ongoing.first), shown(*unknown.first))));
  measured.value = found.empty() ? "neither" : join(found, ", ");
  return measured;
}

}  // namespace

extern const Rule open_ends_rule;
constinit const Rule open_ends_rule{"V22", "ongoing and unknown ends", "two caps, in the legend", Force::hard,
                                    measure_ends};

}  // namespace throughline::lint
