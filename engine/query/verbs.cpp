// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "query/verb.hpp"

namespace throughline {

extern const Verb links_verb, path_verb, around_verb, show_verb, find_verb, events_verb, matrix_verb, shared_verb,
    rank_verb, groups_verb, stats_verb, gaps_verb;

namespace {
constexpr const Verb* table[] = {&links_verb,  &path_verb,   &around_verb, &show_verb,   &find_verb,  &events_verb,
                                 &matrix_verb, &shared_verb, &rank_verb,   &groups_verb, &stats_verb, &gaps_verb};
}

std::span<const Verb* const> verbs() { return table; }

std::span<const std::string> Arguments::all(std::string_view name) const {
  if (const auto at = given_.find(name); at != given_.end()) return at->second;
  if (const auto at = fallbacks_.find(name); at != fallbacks_.end()) return at->second;
  return {};
}

std::string_view Arguments::text(std::string_view name) const {
  const auto values = all(name);
  return values.empty() ? std::string_view() : std::string_view(values.front());
}

std::size_t Arguments::number(std::string_view name) const {
  const std::string_view digits = text(name);
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace throughline
