// SPDX-License-Identifier: Apache-2.0
// From where a question looks at the graph: --as-of, --during, --known-by, --certain and --policy, the same for every
// verb that answers from a graph and for both figures; a view may say all of them but --certain. How the graph stands
// to it is standings.hpp.
//
//   const Standpoint standpoint = standpoint_of(model, arguments, diagnostics, view);
//   words(standpoint) == "as of April 2018, known by 2020"
#pragma once

#include <optional>
#include <span>
#include <string>

#include "model/model.hpp"
#include "query/parameters.hpp"

namespace throughline {

// Where claims contradict each other, which of them count (policy.hpp says when they do, and which are best).
struct Policy {
  enum class Choice : std::uint8_t { any, best, source } choice = Choice::any;
  SourceIndex source = none<SourceIndex>;  // of Choice::source

  bool is_asked() const { return choice != Choice::any; }
};

struct Standpoint {
  std::optional<Edtf> as_of;     // some one day of it
  std::optional<Edtf> during;    // some day of the stretch from its first to its last day as stated
  std::optional<Edtf> known_by;  // the source was not published after it
  Policy policy;
  bool certain_only = false;

  bool asks_when() const { return as_of || during; }
  bool has_clock() const { return asks_when() || known_by; }
  bool is_asked() const { return has_clock() || policy.is_asked() || certain_only; }
};

// The options, as rows for the help and the parser.
std::span<const Parameter> standpoint_parameters();

// Nothing when the value is a date to ask about or a policy, or the option is none of these.
std::optional<ValueProblem> standpoint_value_problem(std::string_view option, std::string_view text);

// What is wrong with the options by themselves, of dates over several lines with a caret; empty when all is well.
std::string standpoint_problem(const Arguments& arguments);

// What the options ask comes before what the view asks; `view` may be null. Reports a policy that names no source of
// the graph (TL504). Requires the options to be free of problems.
Standpoint standpoint_of(const Model& model, const Arguments& arguments, Diagnostics& diagnostics,
                         const ViewDefinition* view = nullptr);

// Some one day of what --as-of or --during asks for, whatever its shape: of an interval or of all dates of a set, one
// is meant. Requires one of them.
Edtf some_day(const Standpoint& standpoint);

// The clocks of the question: "as of 2019", "during 2018 to 2019, known by 21 January 2021"; empty without one.
std::string words(const Standpoint& standpoint);
std::string when_words(const Standpoint& standpoint);   // of as_of or during alone
std::string known_words(const Standpoint& standpoint);  // of known_by alone
// Why an answer is empty: "no links", "no certain links as of 2019".
std::string none_words(std::string_view noun, const Standpoint& standpoint);

}  // namespace throughline
