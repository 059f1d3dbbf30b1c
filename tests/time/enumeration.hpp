// SPDX-License-Identifier: Apache-2.0
// All worlds of a small value, written out day by day from its text alone, by looking at printed days: slow, and
// independent of the bounds it is compared with. Only for dates from 2016 to 2020, without time of day.
//
//   worlds_of("2018-01/..", 0, window)  // 31 worlds
#pragma once

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "time/calendar.hpp"
#include "time/worlds.hpp"

namespace throughline {

constexpr Day never_began = std::numeric_limits<Day>::min();
constexpr Day never_ends = std::numeric_limits<Day>::max();

struct World {
  Day start;
  Day end;
};
using Worlds = std::vector<World>;

struct Window {
  Day first, last;
};

inline const Window calendar_pages{day_of(2015, 1, 1), day_of(2021, 12, 31)};

// Does the day, printed, fit the pattern "2018-0X"? A season fits its year.
inline bool fits(Day day, std::string pattern) {
  if (pattern.size() >= 7 && pattern[5] == '2') pattern.resize(4);
  const std::string printed = print_day(day);
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (pattern[i] != 'X' && pattern[i] != printed[i]) return false;
  return true;
}

// The name of the unit a day lies in, when one unit is as long as the part of the pattern that is known.
inline std::string unit_of(Day day, const std::string& pattern) {
  return print_day(day).substr(0, std::min(pattern.find("-XX"), pattern.size()));
}

// As many more units, on either side, as the tolerance says; one unit at a time.
inline void widen(std::vector<Day>& days, const std::string& pattern, int units) {
  const bool is_season = pattern.size() >= 7 && pattern[5] == '2';
  const std::string unit = is_season ? pattern.substr(0, 4) + "-01" : pattern;
  const int steps = is_season ? 3 * units : units;
  for (int direction : {-1, 1}) {
    Day day = direction < 0 ? days.front() : days.back();
    std::set<std::string> seen{unit_of(day, unit)};
    for (day += direction;; day += direction) {
      seen.insert(unit_of(day, unit));
      if (static_cast<int>(seen.size()) > steps + 1) break;
      days.insert(direction < 0 ? days.begin() : days.end(), day);
    }
  }
}

inline std::vector<Day> found_days(std::string_view text, int units) {
  const std::string pattern(text.substr(0, text.find_first_of("?~%")));
  std::vector<Day> days;
  for (Day day = calendar_pages.first; day <= calendar_pages.last; ++day)
    if (fits(day, pattern)) days.push_back(day);
  if (text.find_first_of("~%") != std::string_view::npos) widen(days, pattern, units);
  return days;
}

inline const std::vector<Day>& days_of(std::string_view text, int units) {
  static std::map<std::pair<std::string, int>, std::vector<Day>> known;
  const auto [entry, is_new] = known.try_emplace({std::string(text), units});
  if (is_new) entry->second = found_days(text, units);
  return entry->second;
}

// `edge` is where an open end lies; an unknown one is any day looked at, or open.
inline std::vector<Day> ends_of(std::string_view text, int units, const Window& window, Day edge) {
  if (text == "..") return {edge};
  if (!text.empty()) return days_of(text, units);
  std::vector<Day> days{edge};
  for (Day day = window.first; day <= window.last; ++day) days.push_back(day);
  return days;
}

using Predicate = bool (*)(const World&, const World&);

inline Verdict ask(const Worlds& a, const Worlds& b, Predicate predicate) {
  bool in_all = true;
  bool in_some = false;
  for (const World& world_a : a)
    for (const World& world_b : b) {
      const bool is_so = predicate(world_a, world_b);
      in_all &= is_so;
      in_some |= is_so;
    }
  return in_all ? Verdict::certain : in_some ? Verdict::possible : Verdict::impossible;
}

// `~` reaches `units` units of the stated precision; an unknown end is any day of the window, or open.
inline Worlds worlds_of(std::string_view text, int units, const Window& window) {
  Worlds worlds;
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) {
    for (Day day : days_of(text, units)) worlds.push_back({day, day});
    return worlds;
  }
  for (Day start : ends_of(text.substr(0, slash), units, window, never_began))
    for (Day end : ends_of(text.substr(slash + 1), units, window, never_ends))
      if (start <= end) worlds.push_back({start, end});
  return worlds;
}

// All days that matter to these texts and some more on either side.
inline Window window_of(std::initializer_list<std::string_view> texts) {
  Window window{never_ends, never_began};
  for (std::string_view text : texts)
    for (std::string_view end : split(text, '/'))
      if (!end.empty() && end != "..")
        for (Day day : days_of(end, 1)) window = {std::min(window.first, day - 2), std::max(window.last, day + 2)};
  return window;
}

// The worlds of two values, as stated and with the tolerance of one unit.
struct Pair {
  Worlds a, b;
  Worlds wide_a, wide_b;
  bool is_doubtful;
};

inline Pair pair_of(const std::string& a, const std::string& b) {
  const Window window = window_of({a, b});
  return {worlds_of(a, 0, window), worlds_of(b, 0, window), worlds_of(a, 1, window), worlds_of(b, 1, window),
          (a + b).find_first_of("?%") != std::string::npos};
}

inline Answer ask(const Pair& pair, Predicate predicate) {
  const auto capped = [&](Verdict verdict) { return pair.is_doubtful ? both(verdict, Verdict::possible) : verdict; };
  const Verdict verdict = capped(ask(pair.wide_a, pair.wide_b, predicate));
  return {verdict, verdict != capped(ask(pair.a, pair.b, predicate))};
}

}  // namespace throughline
