// SPDX-License-Identifier: Apache-2.0
// Minutes of a clock against the order of moments, which looks at each pair alone.
#include "time/clock.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "time/moments.hpp"

namespace throughline {
namespace {

Edtf value_of(const std::string& text) {
  EdtfError error;
  const auto value = parse_edtf(text, error);
  if (!value) throw std::invalid_argument(text + ": " + error.message);
  return *value;
}

std::optional<Clock> clock_of_texts(const std::vector<std::string>& texts) {
  std::vector<Edtf> values;
  for (const std::string& text : texts) values.push_back(value_of(text));
  std::vector<const Edtf*> all;
  for (const Edtf& value : values) all.push_back(&value);
  return clock_of(all);
}

std::string span_on(const std::string& text, const Clock& clock) {
  const Extent extent = extent_on(value_of(text), clock, {});
  return print_minute(*extent.start.earliest, clock) + " " + print_minute(*extent.end.latest, clock);
}

TEST(ClockTest, IsTheOneThatAllTimesShareElseUtc) {
  EXPECT_FALSE(clock_of_texts({"2018-04-27", "2018/2019"}));
  EXPECT_EQ(clock_of_texts({"2018-04-27T09:30", "2018"}), (Clock{std::nullopt, true, false}));
  EXPECT_EQ(clock_of_texts({"2018-04-27T09:30+09", "2018-04-27T10:00+09:00"}), (Clock{540, true, false}));
  EXPECT_EQ(clock_of_texts({"2018-04-27T09:30+09:00", "2018-04-27T10:00"}), (Clock{540, true, true}));
  EXPECT_EQ(clock_of_texts({"2018-04-27T09:30+09:00", "2018-04-27T10:00Z"}), (Clock{0, false, false}));
}

TEST(ClockTest, CountsTheDayOfItsPlaceAndTheInstantOfATime) {
  const Clock seoul{540, true, true};
  EXPECT_EQ(span_on("2018-04-27", seoul), "2018-04-27T00:00+09:00 2018-04-27T23:59+09:00");
  EXPECT_EQ(span_on("2018-04-27T09:30:15+09:00", seoul), "2018-04-27T09:30+09:00 2018-04-27T09:30+09:00");
  EXPECT_EQ(span_on("2018-04-27T24:00+09:00", seoul), "2018-04-28T00:00+09:00 2018-04-28T00:00+09:00");
  EXPECT_EQ(span_on("2018-04", seoul), "2018-04-01T00:00+09:00 2018-04-30T23:59+09:00");
  EXPECT_EQ(span_on("1969-12-31T23:59", Clock{}), "1969-12-31T23:59 1969-12-31T23:59");
}

// 10:00 of a place that is not told may be ten in Kiribati or ten in mid-Pacific.
TEST(ClockTest, WidensWhatTellsNoPlace) {
  EXPECT_EQ(span_on("2018-04-27T10:00", Clock{0, false, true}), "2018-04-26T20:00Z 2018-04-27T22:00Z");
  EXPECT_EQ(span_on("2018-04-27", Clock{0, false, false}), "2018-04-26T10:00Z 2018-04-28T11:59Z");
}

RC_GTEST_PROP(ClockTest, OrdersTimesAsMomentsAreOrdered, ()) {
  const auto text = [] {
    const int shift = *rc::gen::inRange(-12, 15);
    const std::string place =
        *rc::gen::arbitrary<bool>() ? fmt::format("{}{:02}:00", shift < 0 ? '-' : '+', std::abs(shift)) : "";
    return fmt::format("2018-04-{:02}T{:02}:{:02}{}", *rc::gen::inRange(26, 29), *rc::gen::inRange(0, 24),
                       *rc::gen::inRange(0, 60), place);
  };
  const Edtf a = value_of(text());
  const Edtf b = value_of(text());
  const Edtf* const both[] = {&a, &b};
  const Clock clock = *clock_of(both);
  const Extent first = extent_on(a, clock, {});
  const Extent second = extent_on(b, clock, {});
  const Verdict verdict = *moment_before(a, b);
  const bool both_unplaced =
      clock.has_unplaced && first.start.earliest != first.end.latest && second.start.earliest != second.end.latest;
  if (both_unplaced) return;  // moments then take both to be of one place
  RC_ASSERT((first.end.latest < second.start.earliest) == (verdict == Verdict::certain));
  if (first.start.earliest > second.end.latest) RC_ASSERT(verdict == Verdict::impossible);
}

}  // namespace
}  // namespace throughline
