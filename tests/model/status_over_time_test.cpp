// SPDX-License-Identifier: Apache-2.0
// Status over time: the rules by example, and against brute force, which tries every world of a few random claims.
#include "model/status_over_time.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <set>

#include "formats/load.hpp"
#include "support/memory_files.hpp"
#include "time/edtf_text.hpp"

namespace throughline {
namespace {

Model plan_with(std::string_view statuses) {
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  Model model = load(paths, RepositoryFiles(),
                     fmt::format("initiatives: {{plan: {{name: Plan, status: {}}}}}", statuses), diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << statuses;
  return model;
}

std::string told(const Model& model, std::string_view as_of) {
  std::string list;
  for (const StatusOn& on : statuses_on(model, model.nodes.front(), edtf(as_of)))
    list += fmt::format("{}{} {}{}", list.empty() ? "" : ", ", name(on.status), name(on.verdict),
                        on.by_tolerance ? " by tolerance" : "");
  return list;
}

std::string told(std::string_view statuses, std::string_view as_of) { return told(plan_with(statuses), as_of); }

constexpr std::string_view course = "[{is: proposed, when: 2018-05-10}, {is: adopted, when: 2020}]";

TEST(StatusOverTime, holds_until_the_next_one_starts) {
  EXPECT_EQ(told(course, "2018-05-10"), "proposed certain");
  EXPECT_EQ(told(course, "2019-12-31"), "proposed certain");
  EXPECT_EQ(told(course, "2021"), "adopted certain");
  EXPECT_EQ(told(course, "2050"), "adopted certain");
}

TEST(StatusOverTime, nothing_is_said_before_the_first) { EXPECT_EQ(told(course, "2018-05-09"), ""); }

TEST(StatusOverTime, an_imprecise_date_leaves_both_possible) {
  EXPECT_EQ(told(course, "2020-06-01"), "proposed possible, adopted possible");
  EXPECT_EQ(told(course, "2020-12-31"), "adopted certain");
  EXPECT_EQ(told(course, "2018"), "proposed possible");
}

TEST(StatusOverTime, an_interval_with_an_end_is_for_its_days_only) {
  constexpr std::string_view claims = "[{is: adopted, when: 2018-01-01}, {is: suspended, when: 2019-01-01/2019-03-31}]";
  EXPECT_EQ(told(claims, "2018-06"), "adopted certain");
  EXPECT_EQ(told(claims, "2019-02"), "suspended certain");
  EXPECT_EQ(told(claims, "2020"), "");
}

TEST(StatusOverTime, what_goes_on_ends_when_the_next_one_starts) {
  constexpr std::string_view claims = "[{is: ongoing, when: 2018-01-01/..}, {is: ended, when: 2020-01-01}]";
  EXPECT_EQ(told(claims, "2019"), "ongoing certain");
  EXPECT_EQ(told(claims, "2021"), "ended certain");
  EXPECT_EQ(told("[{is: ongoing, when: 2018-01-01/}]", "2019"), "ongoing possible");
}

TEST(StatusOverTime, two_of_one_day_are_both_possible) {
  EXPECT_EQ(told("[{is: ended, when: 2018-01-01}, {is: stalled, when: 2018-01-01}]", "2019"),
            "stalled possible, ended possible");
  EXPECT_EQ(told("[{is: ended, when: 2018-01-01}, {is: ended, when: 2018}]", "2019"), "ended certain");
}

TEST(StatusOverTime, one_without_a_date_is_possible_throughout) {
  EXPECT_EQ(told("[planned, {is: adopted, when: 2018-01-01}]", "2010"), "planned possible");
  EXPECT_EQ(told("[planned, {is: adopted, when: 2018-01-01}]", "2020"), "planned possible, adopted possible");
  EXPECT_EQ(told("[adopted, {is: adopted, when: 2018-01-01}]", "2020"), "adopted certain");
  EXPECT_EQ(told("planned", "2020"), "planned possible");
}

TEST(StatusOverTime, an_uncertain_one_may_be_wrong) {
  EXPECT_EQ(told("[{is: adopted, when: 2018-01-01}, {is: ended, when: \"2019-01-01?\"}]", "2020"),
            "adopted possible, ended possible");
}

TEST(StatusOverTime, says_when_the_tolerance_decided) {
  constexpr std::string_view claims = "[{is: adopted, when: 2018-01~}]";
  EXPECT_EQ(told(claims, "2018-02-15"), "adopted possible by tolerance");
  EXPECT_EQ(told(claims, "2017-12-15"), "adopted possible by tolerance");
  EXPECT_EQ(told(claims, "2018-03"), "adopted certain");
}

TEST(StatusOverTime, names_the_claim_that_makes_it_so) {
  const Model model = plan_with("[{is: adopted, when: 2018}, {is: adopted, when: 2020}]");
  EXPECT_EQ(statuses_on(model, model.nodes.front(), edtf("2019")).front().claim, 0U);
  EXPECT_EQ(statuses_on(model, model.nodes.front(), edtf("2021")).front().claim, 1U);
}

// Brute force, over days 1 to 9 of a month.

constexpr int first_day_tried = 1;
constexpr int last_day_tried = 9;
constexpr int for_ever = 1000;

struct World {
  bool said = true;
  int start = 0;
  int end = for_ever;
  bool ends_by_itself = false;  // else the next one ends it
};
using Worlds = std::vector<World>;

struct RandomClaim {
  std::string date;
  Worlds worlds;
};

struct RandomEnd {
  std::string text;
  std::vector<int> days;
};

RandomEnd random_end(std::mt19937& random, bool with_gaps = false) {
  const int day = 2 + static_cast<int>(random() % 6);
  if (with_gaps && random() % 2 == 0)
    return {fmt::format("[2018-01-{:02},2018-01-{:02}]", day, day + 2), {day, day + 2}};
  if (random() % 2 == 0) return {fmt::format("2018-01-{:02}", day), {day}};
  return {fmt::format("2018-01-{:02}~", day), {day - 1, day, day + 1}};
}

RandomClaim random_claim(std::mt19937& random) {
  const auto shape = random() % 6;
  const RandomEnd from = random_end(random, shape == 1);
  const RandomEnd to = random_end(random);
  RandomClaim claim;
  for (const int start : from.days) {
    if (shape <= 2) claim.worlds.push_back({.start = start});
    if (shape == 3) claim.worlds.push_back({.start = start});
    for (int end = start; end <= last_day_tried + 1 && shape == 4; ++end)
      claim.worlds.push_back({true, start, end == last_day_tried + 1 ? for_ever : end, false});
    for (const int end : to.days)
      if (shape == 5 && start <= end) claim.worlds.push_back({true, start, end, true});
  }
  claim.date = from.text + (shape <= 2 ? "" : shape == 3 ? "/.." : shape == 4 ? "/" : "/" + to.text);
  if (shape == 0) {
    claim.date = claim.date.ends_with('~') ? claim.date.substr(0, claim.date.size() - 1) + "%" : claim.date + "?";
    claim.worlds.push_back({.said = false});
  }
  return claim;
}

bool holds(const Worlds& chosen, std::size_t i, int day) {
  const World& world = chosen[i];
  if (!world.said || day < world.start || day > world.end) return false;
  if (world.ends_by_itself) return true;
  return std::none_of(chosen.begin(), chosen.end(), [&](const World& other) {
    return other.said && other.start > world.start && other.start <= day;
  });
}

struct BruteForce {
  std::vector<RandomClaim> claims;
  std::set<std::string> possible;
  bool is_certain = true;

  void look(const Worlds& chosen, int day) {
    std::set<std::string> holding;
    for (std::size_t i = 0; i < chosen.size(); ++i)
      if (holds(chosen, i, day)) holding.insert(status(i));
    is_certain &= holding.size() == 1;
    possible.insert(holding.begin(), holding.end());
  }

  void try_all(Worlds& chosen, const std::vector<int>& days) {
    if (chosen.size() == claims.size()) {
      for (const int day : days) look(chosen, day);
      return;
    }
    for (const World& world : claims[chosen.size()].worlds) {
      chosen.push_back(world);
      try_all(chosen, days);
      chosen.pop_back();
    }
  }

  // The third claim says what the first one says.
  static std::string status(std::size_t i) { return i == 1 ? "ended" : "adopted"; }

  std::string answer() const {
    std::string list;
    for (const std::string& status : possible)
      list += fmt::format("{}{} {}", list.empty() ? "" : ", ", status,
                          is_certain && possible.size() == 1 ? "certain" : "possible");
    return list;
  }
};

std::string answered(const Model& model, const std::string& as_of) {
  std::set<std::string> list;
  for (const StatusOn& on : statuses_on(model, model.nodes.front(), edtf(as_of)))
    list.insert(fmt::format("{} {}", name(on.status), name(on.verdict)));
  return fmt::format("{}", fmt::join(list, ", "));
}

TEST(StatusOverTime, agrees_with_every_world) {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    std::vector<RandomClaim> claims;
    for (auto left = 1 + random() % 3; left > 0; --left) {
      claims.push_back(random_claim(random));
      if (claims.back().worlds.empty()) claims.pop_back();
    }
    if (claims.empty()) continue;
    std::string text;
    for (std::size_t i = 0; i < claims.size(); ++i)
      text += fmt::format("{}{{is: {}, when: \"{}\"}}", i == 0 ? "" : ", ", BruteForce::status(i), claims[i].date);
    EdtfError error;
    if (std::any_of(claims.begin(), claims.end(),
                    [&](const RandomClaim& claim) { return !parse_edtf(claim.date, error); }))
      continue;  // an interval that only the tolerance allows
    const Model model = plan_with("[" + text + "]");
    for (int day = first_day_tried; day + 2 <= last_day_tried; ++day)
      for (const auto& days : {std::vector{day}, std::vector{day, day + 1, day + 2}, std::vector{day, day + 2}}) {
        BruteForce brute{.claims = claims};
        Worlds chosen;
        brute.try_all(chosen, days);
        std::string as_of;
        for (const int each : days) as_of += fmt::format("{}2018-01-{:02}", as_of.empty() ? "[" : ",", each);
        ASSERT_EQ(answered(model, as_of + "]"), brute.answer()) << text << " as of " << as_of;
      }
  }
}

}  // namespace
}  // namespace throughline
