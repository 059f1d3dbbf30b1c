// SPDX-License-Identifier: Apache-2.0
// Whether several values held on one day: against all of their worlds, and where pairs alone would mislead.
#include <gtest/gtest.h>

#include <algorithm>

#include "edtf_text.hpp"
#include "enumeration.hpp"
#include "small_values.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

using enumeration::Grid;
using enumeration::Places;
using enumeration::Tally;
using enumeration::World;
using enumeration::Worlds;
using Texts = std::vector<std::string>;

Together together(const Texts& texts) {
  std::vector<Edtf> values;
  for (const std::string& text : texts) values.push_back(edtf(text));
  std::vector<const Edtf*> pointers;
  for (const Edtf& value : values) pointers.push_back(&value);
  return held_together(pointers, {});
}

Verdict verdict(const Texts& texts) { return together(texts).verdict; }

std::string print(const Bounds& bounds) {
  const auto side = [](const std::optional<Day>& bound) { return bound ? print_day(*bound) : ""; };
  return side(bounds.earliest) + ".." + side(bounds.latest);
}

// What all worlds of several values have in common, one world of each at a time.
struct Enumerated {
  Tally tally;
  Places possible;  // days that all can have
  Places certain;   // days that all have in every world
};

std::optional<Enumerated> enumerated(const Texts& texts, int units, const Grid& grid) {
  Enumerated found;
  found.possible.set(), found.certain.set();
  std::vector<Places> so_far{Places{}.set().reset(grid.never_began()).reset(grid.never_ends())};
  for (const std::string& text : texts) {
    const auto worlds = worlds_of(text, units, grid);
    if (!worlds || so_far.size() * worlds->size() > 100'000) return std::nullopt;
    Places possible;
    std::vector<Places> more;
    for (const World& world : *worlds) {
      possible |= world.held;
      found.certain &= world.held;
      for (const Places& days : so_far) more.push_back(days & world.held);
    }
    found.possible &= possible;
    so_far = std::move(more);
  }
  for (const Places& days : so_far) found.tally.add(days.any());
  return found;
}

Bounds hull(Places days, const Grid& grid) {
  days.reset(grid.never_began()).reset(grid.never_ends());
  std::size_t first = Grid::size;
  std::size_t last = 0;
  for (std::size_t place = 0; place < Grid::size; ++place)
    if (grid.is_day(place) && days[place]) first = std::min(first, place), last = place;
  return {grid.bound_at(first), grid.bound_at(last)};
}

// The days at the edges stand for all those further out: alone they are none in particular.
bool has_inner_day(const Places& days, const Grid& grid) {
  bool is_found = false;
  for (std::size_t place = 0; place < Grid::size; ++place) is_found |= days[place] && grid.bound_at(place).has_value();
  return is_found;
}

std::optional<Together> expected(const Texts& texts) {
  const Grid exact_grid(texts, 0);
  const Grid grid(texts, 1);
  if (grid.is_too_large() || exact_grid.is_too_large()) return std::nullopt;
  const auto exact = enumerated(texts, 0, exact_grid);
  const auto tolerant = enumerated(texts, 1, grid);
  if (!exact || !tolerant) return std::nullopt;
  const bool is_doubtful = std::any_of(texts.begin(), texts.end(), enumeration::is_doubtful);
  const Verdict most = is_doubtful ? Verdict::possible : Verdict::certain;
  Together all;
  all.verdict = both(tolerant->tally.verdict(), most);
  all.by_tolerance = all.verdict != both(exact->tally.verdict(), most);
  if (all.verdict != Verdict::impossible) all.window = hull(tolerant->possible, grid);
  if (all.verdict == Verdict::certain && has_inner_day(tolerant->certain, grid))
    all.certain_window = hull(tolerant->certain, grid);
  return all;
}

std::string describe(const Together& all) {
  return fmt::format("{}{} within {}, certainly {}", name(all.verdict), all.by_tolerance ? " by tolerance" : "",
                     print(all.window), all.certain_window ? print(*all.certain_window) : "never");
}

TEST(HeldTogether, agrees_with_every_world) {
  check_property(
      [] {
        Texts texts;
        for (int more = number(2, 4); more > 0; --more) texts.push_back(*any_small_value());
        RC_PRE(std::all_of(texts.begin(), texts.end(), is_edtf));
        const auto wanted = expected(texts);
        RC_PRE(wanted.has_value());
        RC_ASSERT(describe(together(texts)) == describe(*wanted));
      },
      1500);
}

TEST(HeldTogether, stretches_that_meet_in_pairs_meet_jointly) {
  EXPECT_EQ(verdict({"2018/2020", "2019/2021", "2017/2019"}), Verdict::possible);
  EXPECT_EQ(verdict({"2017/2020", "2019/2021", "2018/.."}), Verdict::certain);
  EXPECT_EQ(print(*together({"2017/2020", "2018/2021", "2016/.."}).certain_window), "2018-12-31..2020-01-01");
  EXPECT_EQ(print(together({"2017/2020", "2018/2021", "2016/.."}).window), "2018-01-01..2020-12-31");
}

TEST(HeldTogether, choices_that_meet_in_pairs_may_never_meet_jointly) {
  const Texts choices = {"[2018-01-01, 2018-01-02]", "[2018-01-02, 2018-01-03]", "[2018-01-03, 2018-01-01]"};
  for (const std::string& a : choices)
    for (const std::string& b : choices) EXPECT_EQ(verdict({a, b}), Verdict::possible);
  EXPECT_EQ(verdict(choices), Verdict::impossible);
}

TEST(HeldTogether, a_whole_unit_of_a_set_inside_of_a_stretch_is_certain_without_a_certain_day) {
  const Together all = together({"2018-01/2018-04", "{2018-02, 2018-03}"});
  EXPECT_EQ(all.verdict, Verdict::certain);
  EXPECT_EQ(all.certain_window, std::nullopt);
}

// The first must choose 30 January, for the second knows the 31st; the second must, for the first knows 30 November.
TEST(HeldTogether, sets_may_leave_each_other_no_choice) {
  EXPECT_EQ(verdict({"{2018-01-3X, 2018-11-30}", "{2018-X1-30, 2018-01-31}"}), Verdict::certain);
  EXPECT_EQ(verdict({"{2018-01-3X, 2018-11-30}", "{2018-X1-30, 2018-01-29}"}), Verdict::possible);
}

TEST(HeldTogether, has_no_bounds_where_the_values_have_none) {
  EXPECT_EQ(print(together({"2018/..", "2019-05/.."}).window), "2019-05-01..");
  EXPECT_EQ(print(together({"../..", "[..2018-05-01]"}).window), "..2018-05-01");
  EXPECT_EQ(print(together({"../..", "../.."}).window), "..");
}

TEST(HeldTogether, of_nothing_and_of_one_value_is_certain) {
  EXPECT_EQ(verdict({}), Verdict::certain);
  EXPECT_EQ(verdict({"2018"}), Verdict::certain);
  EXPECT_EQ(verdict({"2018?"}), Verdict::possible);
}

TEST(HeldTogether, says_when_the_tolerance_decided) {
  EXPECT_EQ(describe(together({"2018-01-31~", "2018-02-01"})),
            "possible by tolerance within 2018-02-01..2018-02-01, certainly never");
}

}  // namespace
}  // namespace throughline
