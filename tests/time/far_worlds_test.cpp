// SPDX-License-Identifier: Apache-2.0
// What is far away or goes on forever: years of many digits, ranges of billions of units. Answers are exact there, too.
#include <gtest/gtest.h>

#include "edtf_text.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

constexpr Verdict no = Verdict::impossible;
constexpr Verdict maybe = Verdict::possible;
constexpr Verdict yes = Verdict::certain;

struct Case {
  const char* a;
  const char* b;
  Verdict verdict;
};

std::string print(const BoundTexts& bounds) { return bounds.earliest.value_or("") + ".." + bounds.latest.value_or(""); }
std::string start(std::string_view text) { return print(print_extent(edtf(text)).start); }

TEST(FarYears, are_printed_exactly) {
  EXPECT_EQ(start("Y-17E7"), "Y-170000000-01-01..Y-170000000-12-31");
  EXPECT_EQ(start("Y3388E2S3"), "Y338000-01-01..Y338999-12-31");
  EXPECT_EQ(start("1950S2"), "1900-01-01..1999-12-31");
  EXPECT_EQ(start("-1859S2"), "-1899-01-01..-1800-12-31");
  EXPECT_EQ(start("Y1234567890123456789"), "Y1234567890123456789-01-01..Y1234567890123456789-12-31");
  EXPECT_EQ(start("Y-171010000000000000E3S3"), "Y-171999999999999999999-01-01..Y-171000000000000000000-12-31");
  const std::string zeros(900, '0');
  EXPECT_EQ(start("Y17E900"), "Y17" + zeros + "-01-01..Y17" + zeros + "-12-31");
  EXPECT_EQ(start("[Y-3E20..2000]"), "Y-300000000000000000000-01-01..2000-12-31");
  EXPECT_EQ(start("2018"), "2018-01-01..2018-12-31");
  EXPECT_EQ(start("../2018"), "..2018-12-31");
}

TEST(FarYears, keep_their_order) {
  for (const Case& c : std::initializer_list<Case>{{"Y1E18", "Y1000000000000000001", yes},
                                                   {"Y1000000000000000001", "Y1E18", no},
                                                   {"Y1E18", "Y1E18", maybe},
                                                   {"Y-1E900", "Y-1E899", yes},
                                                   {"2018", "Y1E15", yes},
                                                   {"Y-1E15", "2018", yes},
                                                   {"Y1E18~", "Y1000000000000000002", yes},
                                                   {"Y1E18~", "Y1000000000000000001", maybe},
                                                   {"Y15E20S1", "Y2E21", yes},
                                                   {"Y15E20S1~", "Y3E21", yes},
                                                   {"Y15E20S1~", "Y2999E18", maybe},
                                                   {"Y1E999", "../..", no}})
    EXPECT_EQ(before(edtf(c.a), edtf(c.b), {}).verdict, c.verdict) << c.a << " before " << c.b;
}

TEST(FarYears, touch_where_they_follow_each_other) {
  EXPECT_EQ(meets(edtf("Y1E18"), edtf("Y1000000000000000001"), {}).verdict, maybe);
  EXPECT_EQ(meets(edtf("Y1E18"), edtf("Y1000000000000000002"), {}).verdict, no);
  EXPECT_EQ(meets(edtf("Y999999999999999"), edtf("Y1E15"), {}).verdict, maybe);
  EXPECT_EQ(overlaps(edtf("[Y1E18..Y3E18]"), edtf("Y2E18"), {}).verdict, maybe);
  EXPECT_EQ(overlaps(edtf("[Y1E18..Y3E18]"), edtf("Y4E18"), {}).verdict, no);
  EXPECT_EQ(during(edtf("Y2E18"), edtf("../.."), {}).verdict, yes);
}

TEST(FarYears, lie_beyond_the_calendar_in_an_extent) {
  const Extent extent = extent_of(edtf("Y17E900~"), Reading{{1'000'000, Precision::century}});
  EXPECT_GT(*extent.start.earliest, last_day(max_year, 12));
  EXPECT_EQ(extent.precision, Precision::year);
  EXPECT_LT(*extent_of(edtf("Y-17E900")).end.latest, first_day(-max_year, 1));
}

// Values that name years only; `#` stands for the digits in front.
std::string far_value() {
  const auto year = [] { return fmt::format("Y#{}{}", number(0, 6), any_qualifier()); };
  const auto range = [&] { return pick({year() + ".." + year(), year() + "..", ".." + year(), year(), year()}); };
  switch (number(0, 2)) {
    case 0: return year();
    case 1: return "[" + range() + ", " + range() + "]";
    default: return "{" + range() + ", " + range() + "}";
  }
}

Edtf with_digits(std::string text, std::string_view digits) {
  for (auto at = text.find('#'); at != std::string::npos; at = text.find('#')) text.replace(at, 1, digits);
  EdtfError error;
  const auto value = parse_edtf(text, error);
  RC_PRE(value.has_value());
  return *value;
}

// After a multiple of 400 years all is as it was.
TEST(FarYears, give_the_answers_of_near_ones) {
  check_property(
      [] {
        const std::string a = far_value();
        const std::string b = far_value();
        const Edtf near_a = with_digits(a, "1200");
        const Edtf near_b = with_digits(b, "1200");
        const Edtf far_a = with_digits(a, "400000000000001200");
        const Edtf far_b = with_digits(b, "400000000000001200");
        for (const auto question : {overlaps, before, meets, during, equals})
          RC_ASSERT(question(near_a, near_b, {}) == question(far_a, far_b, {}));
      },
      600);
}

TEST(EndlessRanges, overlap_what_holds_a_whole_unit) {
  for (const Case& c : std::initializer_list<Case>{{"{2018..}", "2018/..", yes},
                                                   {"{2018..}", "/..", yes},
                                                   {"{2018..}", "2030/2032", yes},
                                                   {"{2018..}", "2030-12-31/2032-01-01", yes},
                                                   {"{2018..}", "2030-12-31/2031-12-30", maybe},
                                                   {"{2018..}", "../2017", no},
                                                   {"{..2018}", "../", yes},
                                                   {"{..2018}", "../-0005", yes},
                                                   {"{..2018}", "{..2018}", maybe},
                                                   {"{..2018}", "{..2018-01-01}", yes},
                                                   {"{2018-05..}", "{2018..}", maybe},
                                                   {"{2018-05-01..}", "{2018..}", yes},
                                                   {"{Y-17E7..2018}", "[Y-12E6]", maybe},
                                                   {"{Y-17E7..2018}", "1999/2001", yes},
                                                   {"{Y-17E7..2018}", "XXXX-02-29", maybe}}) {
    EXPECT_EQ(overlaps(edtf(c.a), edtf(c.b), {}).verdict, c.verdict) << c.a << " overlaps " << c.b;
    EXPECT_EQ(overlaps(edtf(c.b), edtf(c.a), {}).verdict, c.verdict) << c.b << " overlaps " << c.a;
  }
}

TEST(EndlessRanges, lie_in_what_has_room_for_each_unit) {
  for (const Case& c : std::initializer_list<Case>{{"{2018..}", "2018/..", maybe},
                                                   {"{2018..}", "2017/..", yes},
                                                   {"{2018..}", "2018/2099", no},
                                                   {"{2018..}", "{2018-01..}", maybe},
                                                   {"{2018-01..}", "{2018..}", no},
                                                   {"{2018..}", "{2018-05-01..}", maybe},
                                                   {"{2019..}", "{2018-05-01..}", yes},
                                                   {"{1000..2000}", "{Y-17E7..}", maybe},
                                                   {"{Y-17E7..}", "{1000..2000}", no},
                                                   {"{0001..3000}", "{XXXX-12-25, 0001..3000}", maybe},
                                                   {"2018-01-31/2018-02-01", "{2018-01..}", maybe},
                                                   {"2018-01-31/2018-02-02", "{2018-01..}", no}})
    EXPECT_EQ(during(edtf(c.a), edtf(c.b), {}).verdict, c.verdict) << c.a << " during " << c.b;
}

}  // namespace
}  // namespace throughline
