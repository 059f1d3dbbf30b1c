// SPDX-License-Identifier: Apache-2.0
// Whether values held one after the other: against all of their worlds, day by day, and where the answer is easily
// taken for another.
#include <gtest/gtest.h>

#include <algorithm>

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
using Texts = std::vector<std::string>;

Answer in_order(const Texts& texts) {
  std::vector<Edtf> values;
  for (const std::string& text : texts) values.push_back(edtf(text));
  std::vector<const Edtf*> pointers;
  for (const Edtf& value : values) pointers.push_back(&value);
  return held_in_order(pointers, {});
}

Verdict verdict(const Texts& texts) { return in_order(texts).verdict; }

// All choices of a world of each value from `next` on. In given worlds the first day that will do is as good as any.
// Before and after all days of the grid lies as much time as anybody wants.
void try_all(const std::vector<Worlds>& values, std::size_t next, std::size_t from, Tally& tally) {
  if (tally.is_decided()) return;
  if (next == values.size()) return tally.add(true);
  for (const World& world : values[next]) {
    std::size_t place = from;
    while (place < Grid::size && !world.held[place]) ++place;
    if (place == Grid::size)
      tally.add(false);
    else
      try_all(values, next + 1, place, tally);
  }
}

// Nothing for values with too many worlds.
std::optional<Verdict> enumerated(const Texts& texts, int units) {
  const Grid grid(texts, units);
  if (grid.is_too_large()) return std::nullopt;
  std::vector<Worlds> values;
  std::size_t choices = 1;
  for (const std::string& text : texts) {
    auto worlds = worlds_of(text, units, grid);
    if (!worlds || (choices *= worlds->size()) > 2'000) return std::nullopt;
    values.push_back(std::move(*worlds));
  }
  Tally tally;
  try_all(values, 0, grid.never_began(), tally);
  return tally.verdict();
}

std::optional<Answer> expected(const Texts& texts) {
  const auto exact = enumerated(texts, 0);
  const auto tolerant = enumerated(texts, 1);
  if (!exact || !tolerant) return std::nullopt;
  const bool is_doubtful = std::any_of(texts.begin(), texts.end(), enumeration::is_doubtful);
  const Verdict most = is_doubtful ? Verdict::possible : Verdict::certain;
  return Answer{both(*tolerant, most), both(*tolerant, most) != both(*exact, most)};
}

TEST(InOrder, agrees_with_every_world) {
  constexpr int cases = 3000;
  int agreeing = 0;
  check_property(
      [&] {
        Texts texts;
        for (int more = number(2, 4); more > 0; --more) texts.push_back(*any_small_value());
        RC_PRE(std::all_of(texts.begin(), texts.end(), is_edtf));
        const auto wanted = expected(texts);
        RC_PRE(wanted.has_value());
        RC_ASSERT(in_order(texts) == *wanted);
        ++agreeing;
      },
      cases);
  EXPECT_EQ(agreeing, cases);
}

TEST(InOrder, one_day_may_serve_several) {
  EXPECT_EQ(verdict({"2018-04-27", "2018-04-27", "2018-04-27"}), Verdict::certain);
  EXPECT_EQ(verdict({"2018-04-27", "2018-04-26"}), Verdict::impossible);
}

TEST(InOrder, is_not_asked_of_pairs_alone) {
  EXPECT_EQ(verdict({"2018-05", "2018"}), Verdict::possible);
  EXPECT_EQ(verdict({"2018", "2018-05"}), Verdict::possible);
  EXPECT_EQ(verdict({"2018-06/2018-07", "2018/2019", "2018-05"}), Verdict::impossible);
}

// It held until it ended: what began before and goes on may still be walked after.
TEST(InOrder, a_stretch_serves_on_any_of_its_days) {
  EXPECT_EQ(verdict({"2018-05-01", "2010/.."}), Verdict::certain);
  EXPECT_EQ(verdict({"2010/..", "2018-05-01"}), Verdict::certain);
  EXPECT_EQ(verdict({"2018-05-01", "2010/"}), Verdict::possible);
  EXPECT_EQ(verdict({"2017/2019", "2018-06-01", "2017/2019"}), Verdict::certain);
}

// In each world the first day may be the last, but then the second set has to have one after it, as it does.
TEST(InOrder, sets_serve_on_any_of_their_days) {
  EXPECT_EQ(verdict({"2018-04-27", "{2017, 2019}"}), Verdict::certain);
  EXPECT_EQ(verdict({"2018-04-27", "[2017, 2019]"}), Verdict::possible);
  EXPECT_EQ(verdict({"2018-04-27", "{2017, 2018}"}), Verdict::possible);
  EXPECT_EQ(verdict({"2018-04-27", "{2015..2017}"}), Verdict::impossible);
  EXPECT_EQ(verdict({"2018-04-27", "{2015..2020}", "2021"}), Verdict::certain);
  EXPECT_EQ(verdict({"2018-04-27", "{2015..2020}", "2020"}), Verdict::certain);
  EXPECT_EQ(verdict({"2018-04-27", "{2015..2020}", "2019"}), Verdict::possible);
}

TEST(InOrder, where_there_is_no_end_there_is_always_more) {
  EXPECT_EQ(verdict({"../..", "/..", "2018/..", "{2018..}", "2018-01/.."}), Verdict::certain);
  EXPECT_EQ(verdict({"../2018", "[..2018]"}), Verdict::certain);
  EXPECT_EQ(verdict({"[2018..]", "{2018..}"}), Verdict::certain);
  EXPECT_EQ(verdict({"[2018..]", "[2018..]"}), Verdict::possible);
  EXPECT_EQ(verdict({"Y17E900", "Y17E901"}), Verdict::certain);
  EXPECT_EQ(verdict({"Y17E901", "Y17E900"}), Verdict::impossible);
}

TEST(InOrder, of_nothing_is_certain_and_of_one_as_it_is_stated) {
  EXPECT_EQ(verdict({}), Verdict::certain);
  EXPECT_EQ(verdict({"2018"}), Verdict::certain);
  EXPECT_EQ(verdict({"2018?"}), Verdict::possible);
}

TEST(InOrder, says_when_the_tolerance_decided) {
  EXPECT_EQ(in_order({"2018-02-01", "2018-01-31~"}), (Answer{Verdict::possible, true}));
  EXPECT_EQ(in_order({"2018-01-31~", "2018-02-02"}), (Answer{Verdict::certain, false}));
}

}  // namespace
}  // namespace throughline
