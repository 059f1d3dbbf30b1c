// SPDX-License-Identifier: Apache-2.0
// Which options a verb takes, and what is wrong with a value of one: the same for the command line and for the
// questions that a graph saves.
//
//   for (const Parameter* parameter : parameters_of(verb)) …
//   value_problem(hops, "many")->message == "`many` is not a number"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/verb.hpp"

namespace throughline {

inline constexpr Parameter limit_parameter{"--limit", "N", "print at most so many rows; 0: all", "0"};

// Its own, those of filter.hpp if it takes them, those of standpoint.hpp, and --limit.
std::vector<const Parameter*> parameters_of(const Verb& verb);

struct ValueProblem {
  Code code;
  std::string message;     // "`anouncements` is none of all, announcements"
  std::string hint;        // "did you mean `announcements`?"
  std::size_t offset = 0;  // where in the value; length 0: all of it
  std::size_t length = 0;
};

// Whether the value has the form that the parameter asks for: a number, one of its words, a date to ask about. What it
// names need not be there. Nothing when all is well.
std::optional<ValueProblem> value_problem(const Parameter& parameter, std::string_view text);

}  // namespace throughline
