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
