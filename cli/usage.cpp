// SPDX-License-Identifier: Apache-2.0
#include "cli/usage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"

namespace throughline::cli {
namespace {

// The text before an ending, or before a part; nothing where there is no such part.
std::optional<std::string_view> before(std::string_view text, std::string_view part) {
  const std::size_t at = text.find(part);
  return at == std::string_view::npos ? std::nullopt : std::optional(text.substr(0, at));
}

std::vector<std::string> words_of(const Parameter& choice) {
  const auto words = split(choice.value, '|');
  return {words.begin(), words.end()};
}

bool takes_words(const Usage& usage) {
  return std::any_of(usage.parameters.begin(), usage.parameters.end(),
                     [](const Parameter* parameter) { return parameter->is_positional(); });
}

// Null where there is none of this name.
const Parameter* find_parameter(const Usage& usage, std::string_view name) {
  const auto at = std::find_if(usage.parameters.begin(), usage.parameters.end(),
                               [name](const Parameter* parameter) { return parameter->name == name; });
  return at == usage.parameters.end() ? nullptr : *at;
}

std::string help_of(const Usage& usage, std::string_view name) {
  const Parameter* parameter = find_parameter(usage, name);
  if (parameter == nullptr) return {};
  const bool is_choice = parameter->value.find('|') != std::string_view::npos;
  return fmt::format(": {}{}", parameter->help, is_choice ? ", one of " + join(words_of(*parameter), ", ") : "");
}

std::string values_of(const Usage& usage, std::string_view name) {
  const Parameter* parameter = find_parameter(usage, name);
  const int count = parameter == nullptr ? 1 : value_count(*parameter);
  return count == 1 ? "a value" : fmt::format("{} values, {}", count, fmt::join(split(parameter->value, ' '), " and "));
}

}  // namespace

int value_count(const Parameter& parameter) {
  return static_cast<int>(std::count(parameter.value.begin(), parameter.value.end(), ' ')) + 1;
}

std::string unexpected_word(const Usage& usage, const std::string& word) {
  if (!word.starts_with('-') && !takes_words(usage))
    return fmt::format("`{}` stands without an option; {} takes what it is asked by options", word, usage.verb);
  if (!word.starts_with('-'))
    return fmt::format("`{}` is one word too many for {}; put words that belong together in quotes", word, usage.verb);
  std::vector<std::string_view> names;
  for (const Parameter* parameter : usage.parameters) names.push_back(parameter->name);
  if (std::find(names.begin(), names.end(), word) != names.end())
    return fmt::format("`{}` is an option of {} and stands after it", word, usage.verb);
  const std::string slip = did_you_mean(word, names);
  return fmt::format("{} has no option `{}`{}", usage.verb, word, slip.empty() ? "" : "; " + slip);
}

std::string usage_problem(const Usage& usage, std::string_view told) {
  if (const auto name = before(told, " is required"))
    return fmt::format("{} needs {}{}", usage.verb, *name, help_of(usage, *name));
  if (const auto name = before(told, " was given a disallowed flag override"))
    return fmt::format("{} takes no value", *name);
  const auto name = before(told, ": ");
  if (name && told.find(" required") != std::string_view::npos)
    return fmt::format("{} needs {}{}", *name, values_of(usage, *name), help_of(usage, *name));
  return std::string(told);
}

}  // namespace throughline::cli
