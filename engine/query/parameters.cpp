// SPDX-License-Identifier: Apache-2.0
#include "query/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/filter.hpp"
#include "query/standpoint.hpp"
#include "time/duration.hpp"

namespace throughline {
namespace {

std::optional<ValueProblem> number_problem(std::string_view text) {
  const bool is_number =
      !text.empty() && text.size() <= 9 && text.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_number) return std::nullopt;
  return ValueProblem{.code = Code::wrong_shape, .message = fmt::format("`{}` is not a number", text), .hint = {}};
}

std::optional<ValueProblem> choice_problem(std::string_view choices, std::string_view text) {
  const std::vector<std::string_view> words = split(choices, '|');
  if (std::find(words.begin(), words.end(), text) != words.end()) return std::nullopt;
  return ValueProblem{.code = Code::unknown_word,
                      .message = fmt::format("`{}` is none of {}", text, fmt::join(words, ", ")),
                      .hint = did_you_mean(text, words)};
}

std::optional<ValueProblem> duration_problem(std::string_view text) {
  if (parse_duration(text)) return std::nullopt;
  return ValueProblem{Code::wrong_shape, fmt::format("`{}` is no length of time", text),
                      "write `3 weeks`, `6 months` or `2 years`"};
}

}  // namespace

std::vector<const Parameter*> parameters_of(const Verb& verb) {
  std::vector<const Parameter*> all;
  const auto add = [&](std::span<const Parameter> parameters) {
    for (const Parameter& each : parameters) all.push_back(&each);
  };
  add(verb.parameters);
  if (verb.takes_filters) add(filter_parameters());
  add(standpoint_parameters());
  all.push_back(&limit_parameter);
  return all;
}

std::optional<ValueProblem> value_problem(const Parameter& parameter, std::string_view text) {
  if (parameter.value == "N") return number_problem(text);
  if (parameter.value == "DURATION") return duration_problem(text);
  if (parameter.value.find('|') != std::string_view::npos) return choice_problem(parameter.value, text);
  return standpoint_value_problem(parameter.name, text);
}

}  // namespace throughline
