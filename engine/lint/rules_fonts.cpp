// SPDX-License-Identifier: Apache-2.0
// V18, V19: text that stays text, in fonts that are named and there; Korean in a Korean font, in whole words.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "lint/korean.hpp"
#include "lint/labels.hpp"
#include "lint/rule.hpp"

namespace throughline::lint {
namespace {

std::string stack_of(const Text& text) {
  return text.families.empty() ? "no font" : fmt::format("`{}`", shorten(join(text.families, ", "), 60));
}

// A drawing of many curves and no text has its letters as outlines.
constexpr std::size_t many_curves = 20;

bool seems_outlined(const Figure& figure) {
  if (!figure.texts.empty()) return false;
  const auto is_letter = [](const Shape& shape) {
    return shape.lines.size() > 0 && shape.lines[0].is_curved && shape.fill.is_visible();
  };
  return static_cast<std::size_t>(std::count_if(figure.shapes.begin(), figure.shapes.end(), is_letter)) >= many_curves;
}

void complain(const std::string& stack, const Text& first, std::size_t count, std::string_view what,
              Measured& measured) {
  const std::string more = count > 1 ? fmt::format(" and {} more", count - 1) : "";
  add(measured, finding_at(first, fmt::format("{}{} in {}: {}", shown(first), more, stack, what)));
}

// Each stack of fonts is judged once.
void measure_stacks(const Subject& subject, Measured& measured) {
  std::map<std::string, std::pair<const Text*, std::size_t>> stacks;
  for (const Text& text : subject.figure.texts) {
    auto& [first, count] = stacks[stack_of(text)];
    if (count++ == 0) first = &text;
  }
  for (const auto& [stack, use] : stacks) {
    const auto& [text, count] = use;
    if (text->families.empty()) {
      complain(stack, *text, count, "no font is named", measured);
      continue;
    }
    if (!is_generic(text->families.back()))
      complain(stack, *text, count, "the list does not end in a generic font", measured);
    if (std::all_of(text->families.begin(), text->families.end(), is_generic))
      complain(stack, *text, count, "no font is named but a generic one, which differs from machine to machine",
               measured);
    else if (!subject.fonts.has_one_of(text->families))
      complain(
          stack, *text, count,
          fmt::format("none of it is installed here, measured in `{}`", subject.fonts.metrics(text->families).family()),
          measured);
  }
  measured.value =
      stacks.size() == 1 ? std::string("1 list of fonts") : fmt::format("{} lists of fonts", stacks.size());
}

Measured measure_text_stays(const Subject& subject) {
  Measured measured;
  measure_stacks(subject, measured);
  for (const std::uint32_t element : subject.figure.foreign)
    add(measured, finding_of("text of another language than SVG stands in a foreignObject", element));
  if (seems_outlined(subject.figure))
    add(measured, finding_of("no text, and many small curves: its letters seem to be outlines"));
  if (subject.figure.texts.empty()) measured.reason = "no text";
  return measured;
}

Measured measure_korean(const Subject& subject) {
  Measured measured;
  std::size_t korean = 0;
  for (const Text& text : subject.figure.texts) {
    if (const std::size_t missing = subject.fonts.metrics(text.families).missing_glyphs(text.text))
      add(measured, finding_at(text, fmt::format("{} has {} that no installed font can draw", shown(text),
                                                 count_of(missing, "character"))));
    if (!has_hangul(text.text)) continue;
    ++korean;
    if (text.families.empty() || !is_korean_font(text.families.front()))
      add(measured, finding_at(text, fmt::format("{} is Korean, and {} begins with no Korean font", shown(text),
                                                 stack_of(text))));
  }
  for (const LineBreak& each : line_breaks(subject))
    if (each.parts_number || (each.cuts_word && has_hangul(subject.figure.texts[each.line].text)))
      add(measured, finding_at(subject.figure.texts[each.line],
                               fmt::format("a line breaks {} after {}",
                                           each.parts_number ? "between a number and its unit" : "within a word",
                                           shown(subject.figure.texts[each.line]))));
  measured.value = count_of(korean, "Korean text");
  return measured;
}

}  // namespace

extern const Rule text_stays_text_rule, korean_rule;
constinit const Rule text_stays_text_rule{"V18", "text stays text", "fonts named, installed, generic last", Force::hard,
                                          measure_text_stays};
constinit const Rule korean_rule{"V19", "Korean", "Korean font, all letters, whole words", Force::hard, measure_korean};

}  // namespace throughline::lint
