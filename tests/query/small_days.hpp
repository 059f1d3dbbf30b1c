// SPDX-License-Identifier: Apache-2.0
// Dates within six days of January 2020, with all their worlds written out day by day: small enough to try everything.
// Used by the tests of chains.
//
//   const When when = any_when([&](int limit) { return random() % limit; });
//   when.text == "[2020-01-02,2020-01-05]" && when.worlds.size() == 2
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace throughline {

constexpr int last_small_day = 6;

using Days = std::set<int>;

inline std::string print_small_day(int day) { return fmt::format("2020-01-{:02}", day); }

inline Days days_between(int first, int last) {
  Days days;
  for (int day = first; day <= last; ++day) days.insert(day);
  return days;
}

struct When {
  std::string text;  // empty: undated
  std::vector<Days> worlds = {};
  bool is_uncertain = false;
};

template <typename Below>
When any_when(Below below) {
  const int a = 1 + static_cast<int>(below(last_small_day));
  const int b = 1 + static_cast<int>(below(last_small_day));
  const int low = std::min(a, b);
  const int high = std::max(a, b);
  const std::string first = print_small_day(low);
  const std::string last = print_small_day(high);
  switch (below(7)) {
    case 0: return {};
    case 1: return {first, {{low}}};
    case 2: return {fmt::format("[{},{}]", first, last), {{low}, {high}}};
    case 3: return {fmt::format("{{{},{}}}", first, last), {{low, high}}};
    case 4: {
      When when{fmt::format("[{}..{}]", first, last)};
      for (const int day : days_between(low, high)) when.worlds.push_back({day});
      return when;
    }
    case 5: return {first + "?", {{low}}, true};
    default: return {fmt::format("{}/{}", first, last), {days_between(low, high)}};
  }
}

}  // namespace throughline
