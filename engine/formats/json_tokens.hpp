// SPDX-License-Identifier: Apache-2.0
// Where the values of a JSON text stand: nlohmann's parser tells events without places, so the tokens of the text are
// counted beside it, one for each event, in one pass over the text.
//
//   JsonTokens tokens(text);
//   bool string(string_t& value) { use(value, tokens.next()); … }      // one next() in each event
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/inputs.hpp"

namespace throughline {

class JsonTokens {
 public:
  explicit JsonTokens(std::string_view text) : text_(text) {}

  // The next bracket, key or value as it is written, strings without their quotes. Requires that the parser has seen
  // it: then it is whole.
  std::string_view next();
  // One past the last token, quotes included.
  std::size_t end() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

struct JsonProblem {
  std::string message;
  std::size_t offset = 0;  // in the text
};
// What the parser says in parse_error().
JsonProblem json_problem(std::string_view text, std::size_t position, const std::string& token, int error);

// What is written between brackets, without the white space that only lays it out.
std::string compact_json(std::string_view text);

}  // namespace throughline
