// SPDX-License-Identifier: Apache-2.0
// What a wrong command line is told, in words that say what to do: the parser's own speak of arguments and counts.
// Used by run.cpp.
//
//   usage_problem({"path", parameters}, "A is required") == "path needs A: where the chain starts"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/verb.hpp"

namespace throughline::cli {

// A verb, and all that it takes.
struct Usage {
  std::string_view verb;
  std::vector<const Parameter*> parameters;
};

// How many values an option takes each time: two, where it says so, as in "A B".
int value_count(const Parameter& parameter);

// A word or an option that the verb has no place for.
std::string unexpected_word(const Usage& usage, const std::string& word);

// What is missing or too much, as the parser told it; its own words where these are as good.
std::string usage_problem(const Usage& usage, std::string_view told);

}  // namespace throughline::cli
