// SPDX-License-Identifier: Apache-2.0
// V20: labels that are short enough to read at a glance, and whole.
#include <fmt/format.h>

#include <algorithm>

#include "base/hangul.hpp"
#include "base/text.hpp"
#include "lint/korean.hpp"
#include "lint/labels.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

constexpr std::size_t most_lines = 3;
constexpr std::size_t longest_latin = 28;
constexpr std::size_t longest_korean = 16;

bool is_mostly_korean(const std::u32string& letters) {
  return 2 * static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), is_hangul)) > letters.size();
}

void measure_line(const Subject& subject, std::size_t index, std::size_t& longest, Measured& measured) {
  const Text& text = subject.figure.texts[index];
  const std::u32string letters = characters(trim(text.text));
  longest = std::max(longest, letters.size());
  const std::size_t limit = is_mostly_korean(letters) ? longest_korean : longest_latin;
  if (letters.size() > limit)
    add(measured, finding_at(text, fmt::format("{} has {} letters on a line", shown(text), letters.size())));
  if (text.text.find("…") != std::string::npos || trim(text.text).ends_with("..."))
    add(measured, finding_at(text, fmt::format("{} is cut short", shown(text))));
}

Measured measure_wrapping(const Subject& subject) {
  const std::vector<Parts> labels = labels_of(subject);
  if (labels.empty()) return not_measured("no label of a node or line was found");
  Measured measured;
  std::size_t lines = 0;
  std::size_t longest = 0;
  for (const Parts& label : labels) {
    lines = std::max(lines, label.size());
    if (label.size() > most_lines)
      add(measured,
          finding_at(subject.figure.texts[label[0]],
                     fmt::format("the label {} has {} lines", shown(subject.figure.texts[label[0]]), label.size())));
    for (const std::size_t line : label) measure_line(subject, line, longest, measured);
  }
  for (const LineBreak& each : line_breaks(subject))
    if (each.cuts_word)
      add(measured, finding_at(subject.figure.texts[each.line], fmt::format("a line breaks within a word after {}",
                                                                            shown(subject.figure.texts[each.line]))));
  measured.value = fmt::format("up to {} of {} letters", count_of(lines, "line"), longest);
  return measured;
}

}  // namespace

extern const Rule wrapping_rule;
constinit const Rule wrapping_rule{"V20", "labels wrapped", "≤ 3 lines, ≤ 28 letters (16 Korean)", Force::advice,
                                   measure_wrapping};

}  // namespace throughline::lint
