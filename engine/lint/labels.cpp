// SPDX-License-Identifier: Apache-2.0
#include "lint/labels.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace throughline::lint {
namespace {

// The line that goes on below: of the same size and weight, at the same edge or middle, no more than two lines away.
bool follows(const Text& above, const Text& below) {
  const double step = below.box.bottom() - above.box.bottom();
  const bool is_aligned = std::abs(above.box.x - below.box.x) < 2 ||
                          std::abs(above.box.right() - below.box.right()) < 2 ||
                          std::abs(above.box.center().x - below.box.center().x) < 2;
  return is_aligned && above.weight == below.weight && std::abs(above.size - below.size) < 0.1 &&
         step > 0.5 * above.size && step < 2.2 * above.size;
}

void split_into(const Figure& figure, Parts texts, std::vector<Parts>& labels) {
  std::stable_sort(texts.begin(), texts.end(), [&](std::size_t a, std::size_t b) {
    return figure.texts[a].box.bottom() < figure.texts[b].box.bottom();
  });
  for (const std::size_t text : texts) {
    const auto above = std::find_if(labels.rbegin(), labels.rend(), [&](const Parts& label) {
      return follows(figure.texts[label.back()], figure.texts[text]);
    });
    if (above == labels.rend())
      labels.push_back({text});
    else
      above->push_back(text);
  }
}

bool ends_in_number(std::string_view line) {
  const std::string_view word = line.substr(line.rfind(' ') == std::string_view::npos ? 0 : line.rfind(' ') + 1);
  return !word.empty() && word.find_first_not_of("0123456789.,") == std::string_view::npos && word.back() != ',' &&
         word.back() != '.';
}

bool begins_with_unit(std::string_view line) {
  constexpr std::string_view units[] = {"년", "월", "일", "명", "개", "억", "만", "원",      "회",
                                        "차", "km", "kg", "m",  "%",  "px", "kB", "million", "billion"};
  const std::string_view word = line.substr(0, line.find(' '));
  return std::find(std::begin(units), std::end(units), word) != std::end(units);
}

// Whether the whole name has the two lines joined where they were broken.
bool is_cut_word(std::string_view name, std::string_view above, std::string_view below) {
  const std::string_view head = above.substr(above.rfind(' ') == std::string_view::npos ? 0 : above.rfind(' ') + 1);
  const std::string_view tail = below.substr(0, below.find(' '));
  if (head.empty() || tail.empty() || head.ends_with('-')) return false;
  const std::string joined = std::string(head) + std::string(tail);
  const std::string apart = std::string(head) + " " + std::string(tail);
  return name.find(apart) == std::string_view::npos && name.find(joined) != std::string_view::npos;
}

std::string name_around(const Figure& figure, const Text& text) {
  for (std::uint32_t at = figure.elements[text.element].parent; at != no_element && at != 0;
       at = figure.elements[at].parent)
    if (!figure.elements[at].name().empty()) return figure.elements[at].name() + " " + figure.elements[at].title;
  return figure.elements[0].title;
}

}  // namespace

std::vector<Parts> labels_of(const Subject& subject) {
  std::vector<Parts> labels;
  const auto add = [&](const Parts& texts) {
    std::vector<Parts> own;
    split_into(subject.figure, texts, own);
    labels.insert(labels.end(), own.begin(), own.end());
  };
  for (const Node& node : subject.roles.nodes) add(node.texts);
  for (const Edge& edge : subject.roles.edges) add(edge.texts);
  return labels;
}

std::vector<LineBreak> line_breaks(const Subject& subject) {
  std::vector<LineBreak> breaks;
  for (const Parts& label : labels_of(subject))
    for (std::size_t i = 1; i < label.size(); ++i) {
      const Text& above = subject.figure.texts[label[i - 1]];
      const std::string_view one = trim(above.text);
      const std::string_view other = trim(subject.figure.texts[label[i]].text);
      const bool cuts = is_cut_word(name_around(subject.figure, above), one, other);
      breaks.push_back({label[i - 1], cuts, ends_in_number(one) && begins_with_unit(other)});
    }
  return breaks;
}

}  // namespace throughline::lint
