// SPDX-License-Identifier: Apache-2.0
// What is asked about time: --as-of, --during, --known-by, --certain, the same for every verb that answers from a graph
// and for both figures; a view may ask the first three too. How the graph stands to it is standings.hpp.
//
//   const TimeQuestion question = time_question_of(model, arguments, view);
//   words(question) == "as of April 2018, known by 2020"
#pragma once

#include <optional>
#include <span>
#include <string>

#include "model/model.hpp"
#include "query/verb.hpp"

namespace throughline {

struct TimeQuestion {
  std::optional<Edtf> as_of;     // some one day of it
  std::optional<Edtf> during;    // some day of the stretch from its first to its last day as stated
  std::optional<Edtf> known_by;  // the source was not published after it
  bool certain_only = false;

  bool asks_when() const { return as_of || during; }
  bool has_clock() const { return asks_when() || known_by; }
  bool is_asked() const { return has_clock() || certain_only; }
};

// The options, as rows for the help and the parser.
std::span<const Parameter> time_parameters();

// What is wrong with the dates that the options give, over several lines with a caret; empty when all is well. The
// argument `--today` says which day `today` is.
std::string time_problem(const Arguments& arguments);

// What the options ask comes before what the view asks; `view` may be null. Requires the options to be free of
// problems.
TimeQuestion time_question_of(const Model& model, const Arguments& arguments, const ViewDefinition* view = nullptr);

// Some one day of what --as-of or --during asks for, whatever its shape: of an interval or of all dates of a set, one
// is meant. Requires one of them.
Edtf some_day(const TimeQuestion& question);

// The clocks of the question: "as of 2019", "during 2018 to 2019, known by 21 January 2021"; empty without one.
std::string words(const TimeQuestion& question);
std::string when_words(const TimeQuestion& question);   // of as_of or during alone
std::string known_words(const TimeQuestion& question);  // of known_by alone
// Why an answer is empty: "no links", "no certain links as of 2019".
std::string none_words(std::string_view noun, const TimeQuestion& question);

}  // namespace throughline
