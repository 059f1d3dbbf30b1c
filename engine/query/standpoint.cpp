// SPDX-License-Identifier: Apache-2.0
#include "query/standpoint.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/selector.hpp"
#include "time/asked_date.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    narrowing(
        {"--as-of", "DATE", "only what held on one day, any of this EDTF date: certain if on each; or `today`", ""}),
    narrowing(
        {"--during", "DATE", "only what held at any time within this EDTF date, from its first day to its last", ""}),
    narrowing({"--known-by", "DATE", "only what a source says that was published by this EDTF date", ""}),
    narrowing({"--certain", "", "only what certainly is so", ""}),
    narrowing({"--policy", "POLICY", "where claims contradict each other: any, best, or source:ID", "any"}),
};

struct Clock {
  std::string_view option;
  std::string_view field;  // of a view
  std::optional<Edtf> Standpoint::*date;
};

constexpr Clock clocks[] = {{"--as-of", "as_of", &Standpoint::as_of},
                            {"--during", "during", &Standpoint::during},
                            {"--known-by", "known_by", &Standpoint::known_by}};

constexpr std::string_view source_policy = "source:";

std::optional<ValueProblem> policy_problem(std::string_view text) {
  if (text == "any" || text == "best" || text.starts_with(source_policy)) return std::nullopt;
  constexpr std::string_view words[] = {"any", "best", "source:"};
  return ValueProblem{.code = Code::unknown_word,
                      .message = fmt::format("`{}` is none of any, best, source:ID", text),
                      .hint = did_you_mean(text, words)};
}

// Requires a text without a problem.
Policy policy_of(const Model& model, std::string_view text, Diagnostics& diagnostics) {
  if (text == "best") return {.choice = Policy::Choice::best};
  if (!text.starts_with(source_policy)) return {};
  const std::string_view id = text.substr(source_policy.size());
  return {.choice = Policy::Choice::source, .source = select_source(model, id, diagnostics)};
}

std::optional<Edtf> asked(std::string_view text, const Arguments& arguments) {
  EdtfError error;
  return parse_asked_date(text, arguments.text("--today"), error);
}

std::optional<ValueProblem> clock_problem(const Clock& clock, std::string_view text) {
  constexpr std::string_view any_day = "1970-01-01";  // what `today` is matters to the answer, not to its form
  EdtfError error;
  const std::optional<Edtf> value = parse_asked_date(text, any_day, error);
  const bool is_no_date = error.hint.empty() && text.find_first_of("0123456789") == std::string_view::npos;
  if (!value)
    return ValueProblem{.code = Code::bad_date,
                        .message = fmt::format("`{}` is no date to ask about: {}", text, error.message),
                        .hint = is_no_date ? "a date such as 2018, 2018-04-27 or 2018/2019, or `today`" : error.hint,
                        .offset = error.offset,
                        .length = std::max<std::size_t>(error.length, 1)};
  if (clock.date != &Standpoint::during || is_exact_stretch(*value)) return std::nullopt;
  return ValueProblem{.code = Code::wrong_shape,
                      .message = fmt::format("`{}` is no stretch of known days: without `?`, `~`, sets and unknown "
                                             "ends; --as-of takes any date",
                                             text),
                      .hint = {}};
}

// The hint of a date stands below its caret.
std::string told(std::string_view option, std::string_view text, const ValueProblem& problem) {
  if (problem.length == 0)
    return fmt::format("{} {}{}{}", option, problem.message, problem.hint.empty() ? "" : "; ", problem.hint);
  const std::string before(display_width(text.substr(0, problem.offset)), ' ');
  const std::size_t length = std::max<std::size_t>(display_width(text.substr(problem.offset, problem.length)), 1);
  return fmt::format("{} {}\n  {}\n  {}{}{}", option, problem.message, text, before, std::string(length, '^'),
                     problem.hint.empty() ? "" : fmt::format("\n  hint: {}", problem.hint));
}

void take_view(const Model& model, const Arguments& arguments, const ViewDefinition& view, Standpoint& standpoint) {
  for (const Clock& clock : clocks)
    if (const std::string_view text = view.text(model.strings, clock.field); !text.empty())
      standpoint.*clock.date = asked(text, arguments);
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

std::span<const Parameter> standpoint_parameters() { return parameters; }

std::optional<ValueProblem> standpoint_value_problem(std::string_view option, std::string_view text) {
  for (const Clock& clock : clocks)
    if (clock.option == option) return clock_problem(clock, text);
  return option == "--policy" ? policy_problem(text) : std::nullopt;
}

std::string standpoint_problem(const Arguments& arguments) {
  for (const Parameter& parameter : parameters) {
    if (!arguments.has(parameter.name)) continue;
    const std::string_view text = arguments.text(parameter.name);
    if (const auto problem = standpoint_value_problem(parameter.name, text))
      return told(parameter.name, text, *problem);
  }
  if (arguments.has("--as-of") && arguments.has("--during"))
    return "--as-of asks about one day, --during about a stretch: give one of them";
  return {};
}

Standpoint standpoint_of(const Model& model, const Arguments& arguments, Diagnostics& diagnostics,
                         const ViewDefinition* view) {
  Standpoint standpoint;
  if (view) take_view(model, arguments, *view, standpoint);
  if (arguments.has("--as-of") || arguments.has("--during")) standpoint.as_of = standpoint.during = std::nullopt;
  for (const Clock& clock : clocks)
    if (arguments.has(clock.option)) standpoint.*clock.date = asked(arguments.text(clock.option), arguments);
  const std::string_view policy = view && !arguments.has("--policy") ? view->text(model.strings, "policy") : "";
  standpoint.policy = policy_of(model, policy.empty() ? arguments.text("--policy") : policy, diagnostics);
  standpoint.certain_only = arguments.has("--certain");
  return standpoint;
}

Edtf some_day(const Standpoint& standpoint) {
  const Edtf& value = standpoint.as_of ? *standpoint.as_of : *standpoint.during;
  if (const auto* interval = std::get_if<Interval>(&value.value))
    return {Set{Set::Kind::one_of, {range_of(*interval)}}};
  if (const auto* set = std::get_if<Set>(&value.value)) return {Set{Set::Kind::one_of, set->members}};
  return value;
}

std::string when_words(const Standpoint& standpoint) {
  if (standpoint.as_of) return "as of " + stretch_words(*standpoint.as_of);
  return standpoint.during ? "during " + stretch_words(*standpoint.during) : std::string();
}

std::string known_words(const Standpoint& standpoint) {
  return standpoint.known_by ? "known by " + stretch_words(*standpoint.known_by) : std::string();
}

std::string words(const Standpoint& standpoint) {
  const std::string when = when_words(standpoint);
  const std::string known = known_words(standpoint);
  return when + (when.empty() || known.empty() ? "" : ", ") + known;
}

std::string none_words(std::string_view noun, const Standpoint& standpoint) {
  return fmt::format("no {}{}{}{}", standpoint.certain_only ? "certain " : "", noun, standpoint.has_clock() ? " " : "",
                     words(standpoint));
}

}  // namespace throughline
