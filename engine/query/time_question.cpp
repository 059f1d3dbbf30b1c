// SPDX-License-Identifier: Apache-2.0
#include "query/time_question.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "time/asked_date.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"--as-of", "DATE", "only what held on one day, any of this EDTF date: certain if on each; or `today`", ""},
    {"--during", "DATE", "only what held at any time within this EDTF date, from its first day to its last", ""},
    {"--known-by", "DATE", "only what a source says that was published by this EDTF date", ""},
    {"--certain", "", "only what certainly is so", ""},
};

struct Clock {
  std::string_view option;
  std::string_view field;  // of a view
  std::optional<Edtf> TimeQuestion::*date;
};

constexpr Clock clocks[] = {{"--as-of", "as_of", &TimeQuestion::as_of},
                            {"--during", "during", &TimeQuestion::during},
                            {"--known-by", "known_by", &TimeQuestion::known_by}};

std::optional<Edtf> asked(std::string_view text, const Arguments& arguments) {
  EdtfError error;
  return parse_asked_date(text, arguments.text("--today"), error);
}

std::string problem_with(std::string_view option, std::string_view text, const EdtfError& error) {
  const std::string before(display_width(text.substr(0, error.offset)), ' ');
  const std::size_t length = std::max<std::size_t>(display_width(text.substr(error.offset, error.length)), 1);
  return fmt::format("{} `{}` is no date to ask about: {}\n  {}\n  {}{}{}", option, text, error.message, text, before,
                     std::string(length, '^'), error.hint.empty() ? "" : fmt::format("\n  hint: {}", error.hint));
}

void take_view(const Model& model, const Arguments& arguments, const ViewDefinition& view, TimeQuestion& question) {
  for (const Clock& clock : clocks)
    if (const std::string_view text = view.text(model.strings, clock.field); !text.empty())
      question.*clock.date = asked(text, arguments);
}

std::string stretch_words(const Edtf& value) {
  constexpr std::string_view from = "from ";
  const std::string text = words(value);
  return text.starts_with(from) ? text.substr(from.size()) : text;
}

Member range_of(const Interval& interval) {
  const auto* first = std::get_if<Date>(&interval.start);
  const auto* last = std::get_if<Date>(&interval.end);
  return Range{first ? std::optional(*first) : std::nullopt, last ? std::optional(*last) : std::nullopt};
}

}  // namespace

std::span<const Parameter> time_parameters() { return parameters; }

std::string time_problem(const Arguments& arguments) {
  for (const Clock& clock : clocks) {
    if (!arguments.has(clock.option)) continue;
    const std::string_view text = arguments.text(clock.option);
    EdtfError error;
    const std::optional<Edtf> value = parse_asked_date(text, arguments.text("--today"), error);
    if (!value) return problem_with(clock.option, text, error);
    if (clock.date == &TimeQuestion::during && !is_exact_stretch(*value))
      return fmt::format(
          "--during `{}` is no stretch of known days: without `?`, `~`, sets and unknown ends; --as-of takes "
          "any date",
          text);
  }
  if (arguments.has("--as-of") && arguments.has("--during"))
    return "--as-of asks about one day, --during about a stretch: give one of them";
  return {};
}

TimeQuestion time_question_of(const Model& model, const Arguments& arguments, const ViewDefinition* view) {
  TimeQuestion question;
  if (view) take_view(model, arguments, *view, question);
  if (arguments.has("--as-of") || arguments.has("--during")) question.as_of = question.during = std::nullopt;
  for (const Clock& clock : clocks)
    if (arguments.has(clock.option)) question.*clock.date = asked(arguments.text(clock.option), arguments);
  question.certain_only = arguments.has("--certain");
  return question;
}

Edtf some_day(const TimeQuestion& question) {
  const Edtf& value = question.as_of ? *question.as_of : *question.during;
  if (const auto* interval = std::get_if<Interval>(&value.value))
    return {Set{Set::Kind::one_of, {range_of(*interval)}}};
  if (const auto* set = std::get_if<Set>(&value.value)) return {Set{Set::Kind::one_of, set->members}};
  return value;
}

std::string when_words(const TimeQuestion& question) {
  if (question.as_of) return "as of " + stretch_words(*question.as_of);
  return question.during ? "during " + stretch_words(*question.during) : std::string();
}

std::string known_words(const TimeQuestion& question) {
  return question.known_by ? "known by " + stretch_words(*question.known_by) : std::string();
}

std::string words(const TimeQuestion& question) {
  const std::string when = when_words(question);
  const std::string known = known_words(question);
  return when + (when.empty() || known.empty() ? "" : ", ") + known;
}

std::string none_words(std::string_view noun, const TimeQuestion& question) {
  return fmt::format("no {}{}{}{}", question.certain_only ? "certain " : "", noun, question.has_clock() ? " " : "",
                     words(question));
}

}  // namespace throughline
