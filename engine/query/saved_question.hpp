// SPDX-License-Identifier: Apache-2.0
// Questions that a graph saves under `questions`: a verb and its options, by name. `check` judges them, `run` asks one,
// `report` all.
//
//   if (const auto question = saved_question(model, definition, diagnostics))
//     table = question->verb->run(graph, question->arguments, diagnostics);
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "check/rule.hpp"
#include "model/model.hpp"
#include "query/verb.hpp"

namespace throughline {

struct SavedQuestion {
  const Verb* verb;
  Arguments arguments;
  std::string title;  // its id, when it has none
  std::string note;   // may be empty
};

// Reports, at the place where it is written, what the verb would refuse: an unknown verb or option, a value of another
// form, a name that the graph does not have, what is missing. Nothing if there is any.
std::optional<SavedQuestion> saved_question(const Model& model, const QuestionDefinition& definition,
                                            Diagnostics& diagnostics);

// All questions of a graph; how many there are. A rule of `check` that is not among rules(): only verbs can judge it.
std::size_t check_questions(const Model& model, Diagnostics& diagnostics);
inline constexpr Rule saved_rule{"saved", "saved questions ask what a verb takes, and name what is there", "question"};

// By its id; reports TL506 and gives null when there is none.
const QuestionDefinition* select_question(const Model& model, std::string_view name, Diagnostics& diagnostics);

// The standpoint and the limit that were given come before those that were saved.
void overrule(SavedQuestion& question, const Arguments& given);

// As it would be typed: "links --from actor --relation announces --during 2021".
std::string command_words(const SavedQuestion& question);

// A word as a shell takes it: in quotes where it needs them.
std::string shell_word(std::string_view word);

}  // namespace throughline
