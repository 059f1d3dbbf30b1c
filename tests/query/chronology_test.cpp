// SPDX-License-Identifier: Apache-2.0
// Silences against brute force: the days of a small calendar are enumerated, and a silence is a run of them on which
// nothing can have been, with something before and something after it.
#include "query/chronology.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace throughline {
namespace {

constexpr Day first_of_all = 0;
constexpr Day last_of_all = 40;

Bounds random_days() {
  const auto day = [] { return *rc::gen::inRange<Day>(first_of_all + 1, last_of_all); };
  const auto [low, high] = std::minmax({day(), day()});
  const int open = *rc::gen::inRange(0, 12);
  return {open == 0 ? std::nullopt : std::optional(low), open == 1 ? std::nullopt : std::optional(high)};
}

bool may_be_on(const Bounds& days, Day day) {
  return (!days.earliest || *days.earliest <= day) && (!days.latest || day <= *days.latest);
}

std::vector<Silence> silences_by_days(const std::vector<Bounds>& entries, Day least) {
  std::vector<Silence> silences;
  std::optional<Day> since;
  bool has_begun = false;
  for (Day day = first_of_all; day <= last_of_all; ++day) {
    const bool is_silent =
        std::none_of(entries.begin(), entries.end(), [&](const Bounds& days) { return may_be_on(days, day); });
    if (is_silent && has_begun && !since) since = day;
    if (is_silent) continue;
    if (since && day - *since >= least) silences.push_back({*since, day - 1});
    since.reset();
    has_begun = true;
  }
  return silences;
}

RC_GTEST_PROP(Silences, are_the_days_on_which_nothing_can_have_been, ()) {
  std::vector<Bounds> entries(*rc::gen::inRange<std::size_t>(0, 7));
  std::generate(entries.begin(), entries.end(), random_days);
  std::sort(entries.begin(), entries.end(), [](const Bounds& a, const Bounds& b) { return a.earliest < b.earliest; });
  const Day least = *rc::gen::inRange<Day>(1, 9);
  std::vector<Silence> found;
  for (const auto& silence : silences_before(entries, {Duration::Unit::days, least}))
    if (silence) found.push_back(*silence);
  RC_ASSERT(found == silences_by_days(entries, least));
}

// An entry with all its worlds: first and last day in each.
struct Worlds {
  Occurrence occurrence;
  std::vector<std::pair<Day, Day>> all;
};

std::pair<Day, Day> two_days() {
  const auto day = [] { return *rc::gen::inRange<Day>(first_of_all + 1, last_of_all); };
  return std::minmax({day(), day()});
}

// A point on some day, or a stretch whose ends are some days; of a few the end lies beyond all days, is not known, or
// all of it is doubtful.
Worlds random_worlds() {
  constexpr Day beyond = last_of_all + 20;
  const auto [first, last] = two_days();
  const int form = *rc::gen::inRange(0, 5);
  Worlds worlds;
  if (form == 0) {
    worlds.occurrence = {{first, last}, Core{last, first}};
    for (Day day = first; day <= last; ++day) worlds.all.emplace_back(day, day);
  } else if (form == 1) {
    worlds.occurrence = {{first, std::nullopt}, Core{last, first}};
    for (Day start = first; start <= last; ++start)
      for (Day end = start; end <= beyond; ++end) worlds.all.emplace_back(start, end);
  } else if (form == 2) {
    worlds.occurrence = {{std::nullopt, last}, Core{last, first}};
    for (Day end = first; end <= last; ++end)
      for (Day start = -beyond; start <= end; ++start) worlds.all.emplace_back(start, end);
  } else {
    const auto [third, fourth] = two_days();
    const Day begin = std::min(first, third);
    worlds.occurrence = {{begin, std::max(last, fourth)}, Core{std::min(last, fourth), std::max(begin, third)}};
    for (Day start = begin; start <= std::min(last, fourth); ++start)
      for (Day end = std::max(begin, third); end <= std::max(last, fourth); ++end)
        if (start <= end) worlds.all.emplace_back(start, end);
  }
  if (*rc::gen::inRange(0, 5) == 0) worlds.occurrence.core.reset();
  return worlds;
}

bool may_lie_outside(const Worlds& entry, const Silence& silence) {
  return !entry.occurrence.core || std::any_of(entry.all.begin(), entry.all.end(), [&](const auto& world) {
    return world.second < silence.first || world.first > silence.last;
  });
}

bool is_possible(const std::vector<Worlds>& entries, const Silence& silence) {
  return std::all_of(entries.begin(), entries.end(),
                     [&](const Worlds& entry) { return may_lie_outside(entry, silence); });
}

// Every stretch between the last day of one entry and the first of another, however many lie between.
std::vector<Silence> possible_by_worlds(const std::vector<Worlds>& entries, Day least) {
  std::vector<Silence> found;
  for (const Worlds& a : entries)
    for (const Worlds& b : entries) {
      if (!a.occurrence.days.latest || !b.occurrence.days.earliest) continue;
      const Silence silence{*a.occurrence.days.latest + 1, *b.occurrence.days.earliest - 1};
      if (silence.days() >= least && is_possible(entries, silence)) found.push_back(silence);
    }
  return found;
}

bool lies_within(const Silence& inner, const Silence& outer) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

RC_GTEST_PROP(PossibleSilences, are_those_that_each_entry_may_lie_outside_of, ()) {
  std::vector<Worlds> entries(*rc::gen::inRange<std::size_t>(0, 7));
  std::generate(entries.begin(), entries.end(), random_worlds);
  std::sort(entries.begin(), entries.end(),
            [](const Worlds& a, const Worlds& b) { return a.occurrence.days.earliest < b.occurrence.days.earliest; });
  const Day least = *rc::gen::inRange<Day>(1, 9);
  std::vector<Occurrence> occurrences;
  for (const Worlds& entry : entries) occurrences.push_back(entry.occurrence);
  std::vector<Silence> found;
  for (const auto& silence : possible_silences_before(occurrences, {Duration::Unit::days, least}))
    if (silence) found.push_back(*silence);
  for (const Silence& silence : found) RC_ASSERT(silence.days() >= least && is_possible(entries, silence));
  for (const Silence& silence : found)
    for (const Silence& other : found) RC_ASSERT(silence == other || !lies_within(silence, other));
  for (const Silence& silence : possible_by_worlds(entries, least))
    RC_ASSERT(std::any_of(found.begin(), found.end(), [&](const Silence& each) { return lies_within(silence, each); }));
}

TEST(PossibleSilences, leave_out_who_may_have_been_elsewhere) {
  const Occurrence before{{0, 3}, Core{3, 0}};
  const Occurrence open{{2, 30}, Core{30, 2}};
  const Occurrence after{{20, 22}, Core{22, 20}};
  const auto silences = possible_silences_before(std::vector{before, open, after}, {Duration::Unit::days, 1});
  EXPECT_FALSE(silences[0] || silences[1]);
  EXPECT_EQ(silences[2], (Silence{4, 19}));
  const Occurrence lasting{{2, 30}, Core{2, 30}};
  EXPECT_FALSE(possible_silences_before(std::vector{before, lasting, after}, {Duration::Unit::days, 1})[2]);
}

TEST(Silences, stand_before_the_first_entry_after_them) {
  const std::vector<Bounds> entries = {{0, 3}, {10, 12}, {10, 30}, {20, 21}, {40, 40}};
  const auto silences = silences_before(entries, {Duration::Unit::days, 1});
  EXPECT_EQ(silences[1], (Silence{4, 9}));
  EXPECT_FALSE(silences[2] || silences[3]);
  EXPECT_EQ(silences[4], (Silence{31, 39}));
}

TEST(Silences, of_a_year_last_a_year_of_the_calendar) {
  const auto in_2020 = [](Day last) {
    const std::vector<Bounds> entries = {{day_of(2019, 12, 31), day_of(2019, 12, 31)}, {last + 1, last + 1}};
    return silences_before(entries, *parse_duration("1 year"))[1].has_value();
  };
  EXPECT_TRUE(in_2020(day_of(2020, 12, 31)));
  EXPECT_FALSE(in_2020(day_of(2020, 12, 30)));
}

TEST(Silences, are_told_in_whole_years_and_months) {
  EXPECT_EQ(length_words({day_of(2019, 6, 30), day_of(2020, 10, 31)}), "1 year 4 months");
  EXPECT_EQ(length_words({day_of(2019, 1, 1), day_of(2020, 12, 31)}), "2 years");
  EXPECT_EQ(length_words({day_of(2019, 1, 1), day_of(2019, 1, 30)}), "30 days");
  EXPECT_EQ(length_words({day_of(2019, 2, 1), day_of(2019, 2, 28)}), "1 month");
  EXPECT_EQ(length_words({day_of(2019, 2, 1), day_of(2019, 2, 1)}), "1 day");
}

}  // namespace
}  // namespace throughline
