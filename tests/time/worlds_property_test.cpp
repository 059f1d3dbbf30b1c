// SPDX-License-Identifier: Apache-2.0
// The definition is the test: each question is asked in every pair of worlds of small values, of every form.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "edtf_text.hpp"
#include "enumeration.hpp"
#include "small_values.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

using enumeration::Grid;
using enumeration::Tally;
using enumeration::World;
using enumeration::Worlds;

struct Question {
  const char* name;
  Answer (*engine)(const Edtf& a, const Edtf& b, const Reading& reading);
  bool (*in_worlds)(const World& a, const World& b, const Grid& grid);
};

bool in_worlds_after(const World& a, const World& b, const Grid& grid) { return enumeration::before(b, a, grid); }
bool in_worlds_contains(const World& a, const World& b, const Grid& grid) { return enumeration::during(b, a, grid); }

constexpr std::array<Question, 7> questions = {{{"overlaps", overlaps, enumeration::overlaps},
                                                {"before", before, enumeration::before},
                                                {"after", after, in_worlds_after},
                                                {"meets", meets, enumeration::meets},
                                                {"during", during, enumeration::during},
                                                {"contains", contains, in_worlds_contains},
                                                {"equals", equals, enumeration::equals}}};

using Verdicts = std::array<Verdict, questions.size()>;

Verdicts verdicts_of(const Worlds& a, const Worlds& b, const Grid& grid) {
  std::array<Tally, questions.size()> tallies;
  for (const World& world_a : a)
    for (const World& world_b : b)
      for (std::size_t i = 0; i < questions.size(); ++i)
        if (!tallies[i].is_decided()) tallies[i].add(questions[i].in_worlds(world_a, world_b, grid));
  Verdicts verdicts{};
  for (std::size_t i = 0; i < questions.size(); ++i) verdicts[i] = tallies[i].verdict();
  return verdicts;
}

Answer answer_of(Verdict exact, Verdict tolerant, bool is_doubtful) {
  const Verdict most = is_doubtful ? Verdict::possible : Verdict::certain;
  return {both(tolerant, most), both(tolerant, most) != both(exact, most)};
}

std::optional<Verdicts> verdicts_of(const std::string& a, const std::string& b, int units) {
  const Grid grid({a, b}, units);
  if (grid.is_too_large()) return std::nullopt;
  const auto worlds_a = worlds_of(a, units, grid);
  const auto worlds_b = worlds_of(b, units, grid);
  if (!worlds_a || !worlds_b || worlds_a->size() * worlds_b->size() > 30'000) return std::nullopt;
  return verdicts_of(*worlds_a, *worlds_b, grid);
}

// What differs between the engine and the worlds, in words. Nothing for values with too many worlds.
std::optional<std::string> differences(const std::string& a, const std::string& b) {
  const auto exact = verdicts_of(a, b, 0);
  const auto tolerant = (a + b).find_first_of("~%") == std::string::npos ? exact : verdicts_of(a, b, 1);
  if (!exact || !tolerant) return std::nullopt;
  const Edtf left = edtf(a);
  const Edtf right = edtf(b);
  std::string found;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const Answer answer = questions[i].engine(left, right, {});
    const Answer expected =
        answer_of((*exact)[i], (*tolerant)[i], enumeration::is_doubtful(a) || enumeration::is_doubtful(b));
    if (answer == expected) continue;
    found += fmt::format("{} {} {}: {}{}, in its worlds {}{}\n", a, questions[i].name, b, name(answer.verdict),
                         answer.by_tolerance ? " by tolerance" : "", name(expected.verdict),
                         expected.by_tolerance ? " by tolerance" : "");
  }
  return found;
}

// How many pairs of values agreed, and how many had too many worlds to tell: a test expects both, so that none is left
// out unseen.
struct Pairs {
  int agreeing = 0;
  int too_large = 0;

  void compare(const std::string& a, const std::string& b) {
    const auto found = differences(a, b);
    if (!found) return void(++too_large);
    EXPECT_EQ(*found, "");
    agreeing += found->empty() ? 1 : 0;
  }
};

// A few days around the turn of a month and of a year, so that ends touch, miss by a day and cross often; in all forms.
const std::vector<std::string> samples = {"2018-01-31",
                                          "2018-02-01",
                                          "2018-02-02",
                                          "2018-01-31~",
                                          "2018-02-01?",
                                          "2018-02-01%",
                                          "2018-02",
                                          "2018-02~",
                                          "2018-02-0X",
                                          "2018-0X-01",
                                          "2018-01-3X",
                                          "2018-01-X1~",
                                          "2018-0X-31~",
                                          "201X-02-01",
                                          "201X-02-01~",
                                          "2018-XX-31",
                                          "2018-01-31/2018-02-01",
                                          "2018-01-30~/2018-02-02",
                                          "2018-01-31/2018-01-31",
                                          "2018-02/2018-02",
                                          "2018-01-31/..",
                                          "../2018-02-01",
                                          "2018-01-31/",
                                          "/2018-02-01",
                                          "/",
                                          "../..",
                                          "/..",
                                          "../",
                                          "2018-0X-31/2018-02-XX",
                                          "201X-01-31/2018-02-01?",
                                          "2018-01-3X/2018-02-0X",
                                          "[2018-01-31, 2018-02-02]",
                                          "[2018-01-30..2018-02-01]",
                                          "[..2018-01-31]",
                                          "[2018-02-01..]",
                                          "[2018-01-30, 2018-02-01~]",
                                          "[2018-01-31, 2018-0X-01]",
                                          "[..2018-01-30, 2018-02-02..]",
                                          "{2018-01-31, 2018-02-01}",
                                          "{2018-01-31, 2018-02-02}",
                                          "{2018-01-30..2018-02-01}",
                                          "{..2018-01-31}",
                                          "{2018-02-01..}",
                                          "{2018-01-31~, 2018-02-01~}",
                                          "{2018-01-31, 2018-02}",
                                          "{2018-02-0X, 2018-02-01}",
                                          "{2018-01-31~..2018-02-02}",
                                          "{2018-01-3X, 2018-01-3X, 2018-02-01%}",
                                          "{2018-0X-31, 2018-02-01}",
                                          "{2018-02-01}"};

TEST(WorldsProperty, samples_of_each_form_agree_with_every_world) {
  Pairs pairs;
  for (const std::string& a : samples)
    for (const std::string& b : samples) pairs.compare(a, b);
  EXPECT_EQ(pairs.agreeing, 2'485);
  EXPECT_EQ(pairs.too_large, 15);
}

// What is long is held against what is short; both ways round.
TEST(WorldsProperty, long_values_agree_with_every_world) {
  Pairs pairs;
  for (const char* a :
       {"2018", "2018-21", "2018-24~", "2018-XX", "2018-XX-XX", "2017~", "2017-28", "2017-30", "2018-33", "2018-40",
        "201X-0X-01", "200X-02-29", "{2018-01, 2018-02}", "{2018-01..2018-02}", "2018-01~"})
    for (const char* b : {"2018-01-01", "2018-02", "2018-12-31", "2019-01-01", "2018-02-28/2018-03-01", "2018-02-01/..",
                          "[2017-11-30, 2018-03-01]", "{2018-01-01, 2018-02-28}", "2018-07-01", "2008-02-29~"})
      for (const auto& [left, right] : {std::pair{a, b}, std::pair{b, a}}) pairs.compare(left, right);
  EXPECT_EQ(pairs.agreeing, 240);
  EXPECT_EQ(pairs.too_large, 60);
}

// A hundred thousand answers. Texts that are no value and pairs that are too large don't count: others are drawn.
TEST(WorldsProperty, random_values_agree_with_every_world) {
  constexpr int pairs = 14'500;
  int agreeing = 0;
  check_property(
      [&] {
        const std::string a = *any_small_value();
        const std::string b = *any_small_value();
        RC_PRE(is_edtf(a) && is_edtf(b));
        const auto found = differences(a, b);
        RC_PRE(found.has_value());
        RC_ASSERT(*found == "");
        ++agreeing;
      },
      pairs);
  EXPECT_EQ(agreeing, pairs);
}

Answer overlap_with(const std::string& text, Day first, Day last) {
  Verdict verdicts[2];
  for (int units : {0, 1}) {
    const Grid grid({text, print_day(first), print_day(last)}, units);
    Tally tally;
    const Worlds worlds = worlds_of(text, units, grid).value();
    for (const World& world : worlds)
      tally.add(enumeration::overlaps(world, enumeration::known_world(first, last, grid), grid));
    verdicts[units] = tally.verdict();
  }
  return answer_of(verdicts[0], verdicts[1], enumeration::is_doubtful(text));
}

TEST(WorldsProperty, held_on_agrees_with_every_world) {
  for (const std::string& text : samples)
    for (Day day = day_of(2018, 1, 27); day <= day_of(2018, 2, 5); ++day)
      EXPECT_EQ(held_on(edtf(text), day, {}), overlap_with(text, day, day)) << text << " on " << print_day(day);
}

TEST(WorldsProperty, held_during_agrees_with_every_world) {
  for (const std::string& text : samples)
    for (Day day = day_of(2018, 1, 29); day <= day_of(2018, 2, 3); ++day)
      for (Day last = day + 1; last < day + 4; ++last)
        EXPECT_EQ(held_during(edtf(text), {day, last}, {}), overlap_with(text, day, last))
            << text << " from " << print_day(day) << " to " << print_day(last);
}

// Bounds of the first and of the last days of all worlds.
struct Reached {
  Bounds start, end;
};

Reached reached_by(const std::string& text, int units) {
  const Grid grid({text}, units);
  std::array<std::size_t, 2> first{grid.never_ends(), 0};
  std::array<std::size_t, 2> last = first;
  const Worlds worlds = worlds_of(text, units, grid).value();
  for (const World& world : worlds) {
    first = {std::min(first[0], world.first), std::max(first[1], world.first)};
    last = {std::min(last[0], world.last), std::max(last[1], world.last)};
  }
  return {{grid.bound_at(first[0]), grid.bound_at(first[1])}, {grid.bound_at(last[0]), grid.bound_at(last[1])}};
}

TEST(WorldsProperty, every_bound_of_an_extent_is_reached) {
  for (const std::string& text : samples)
    for (int units : {0, 1}) {
      const Extent extent = extent_of(edtf(text), Reading{{units, std::nullopt}});
      const Reached reached = reached_by(text, units);
      EXPECT_EQ(extent.start.earliest, reached.start.earliest) << text;
      EXPECT_EQ(extent.start.latest, extent.start_open ? reached.end.latest : reached.start.latest) << text;
      EXPECT_EQ(extent.end.earliest, extent.ongoing ? reached.start.earliest : reached.end.earliest) << text;
      EXPECT_EQ(extent.end.latest, reached.end.latest) << text;
    }
}

TEST(WorldsProperty, overlap_has_no_direction) {
  check_property(
      [] {
        const std::string a = *rc::gen::oneOf(any_date_text(), any_masked_text(), any_interval_text());
        const std::string b = *rc::gen::oneOf(any_date_text(), any_masked_text(), any_interval_text());
        RC_PRE(is_edtf(a) && is_edtf(b));
        RC_ASSERT(overlaps(edtf(a), edtf(b), {}) == overlaps(edtf(b), edtf(a), {}));
      },
      1000);
}

TEST(WorldsProperty, a_wider_tolerance_never_makes_surer) {
  check_property(
      [] {
        const std::string a = *rc::gen::oneOf(any_date_text(), any_masked_text(), any_interval_text());
        const std::string b = *rc::gen::oneOf(any_date_text(), any_masked_text(), any_interval_text());
        RC_PRE(is_edtf(a) && is_edtf(b));
        const Verdict narrow = overlaps(edtf(a), edtf(b), Reading{{1, std::nullopt}}).verdict;
        const Verdict wide = overlaps(edtf(a), edtf(b), Reading{{5, std::nullopt}}).verdict;
        RC_ASSERT(wide == narrow || wide == Verdict::possible);
      },
      1000);
}

}  // namespace
}  // namespace throughline
