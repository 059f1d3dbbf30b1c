// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "edtf_values.hpp"

namespace throughline {
namespace {

struct Refusal {
  const char* text;
  const char* place;  // the part of the text that is blamed
  const char* message;
  const char* hint;
};

EdtfError refuse(std::string_view text) {
  EdtfError error;
  EXPECT_FALSE(parse_edtf(text, error)) << text;
  return error;
}

void expect_refused(const Refusal& expected) {
  const EdtfError error = refuse(expected.text);
  const std::string text = expected.text;
  ASSERT_LE(error.offset + error.length, text.size()) << text;
  EXPECT_EQ(text.substr(error.offset, error.length), expected.place) << text;
  EXPECT_EQ(error.message, expected.message) << text;
  EXPECT_EQ(error.hint, expected.hint) << text;
}

TEST(EdtfErrors, days_that_are_not_in_the_calendar) {
  expect_refused({"2018-02-30", "30", "`2018-02` has 28 days, not 30", ""});
  expect_refused({"2019-02-29", "29", "`2019-02` has 28 days, not 29", ""});
  expect_refused({"1900-02-29", "29", "`1900-02` has 28 days, not 29", ""});
  expect_refused({"2018-04-31", "31", "`2018-04` has 30 days, not 31", ""});
  expect_refused({"2018-12-32", "32", "`2018-12` has 31 days, not 32", ""});
  expect_refused({"2018-04-00", "00", "there is no day `00`", ""});
  expect_refused({"2018-00", "00", "there is no month `00`", ""});
  expect_refused({"2018-13", "13", "there is no month `13`", ""});
  expect_refused({"2018-20", "20", "there is no month `20`", "did you mean `2018/2020`?"});
  expect_refused({"2018-42", "42", "there is no month `42`", "did you mean `2018/2042`?"});
  expect_refused({"2018-21-05", "05", "`21` is a part of the year, without days", ""});
  expect_refused({"-0000", "-0000", "`-0000` is not a year", "the year before 0001 is `0000`"});
}

TEST(EdtfErrors, wrong_numbers_of_digits) {
  expect_refused({"201", "201", "year `201` has 3 digits, not four", "a decade is written `201X`, a year `0201`"});
  expect_refused({"20", "20", "year `20` has 2 digits, not four", "a century is written `20XX`, a year `0020`"});
  expect_refused({"20180", "20180", "year `20180` has 5 digits, not four", "longer years begin with Y: `Y20180`"});
  expect_refused({"-20180", "20180", "year `20180` has 5 digits, not four", "longer years begin with Y: `Y-20180`"});
  expect_refused({"2018-4", "4", "month `4` has 1 digit, not two", "did you mean `2018-04`?"});
  expect_refused({"2018-04-7", "7", "day `7` has 1 digit, not two", "did you mean `2018-04-07`?"});
  expect_refused({"2018-", "-", "no month after `2018-`", "did you mean `2018`?"});
  expect_refused({"2018-04-", "-", "no day after `2018-04-`", "did you mean `2018-04`?"});
}

TEST(EdtfErrors, long_years) {
  expect_refused({"Y2018", "Y2018", "`Y2018` has `Y` but no more than four digits", "write `2018`"});
  expect_refused({"Y-45", "Y-45", "`Y-45` has `Y` but no more than four digits", "write `-0045`"});
  expect_refused({"Y012000", "Y012000", "year `Y012000` begins with 0", ""});
  expect_refused({"Y12000-05", "-05", "a year with `Y` has no months or days", ""});
  expect_refused({"Y-10000000000000000000", "Y-10000000000000000000",
                  "year `Y-10000000000000000000` has 20 digits, more than 19", "write it with an exponent: `Y-1E19`"});
  expect_refused({"Y98765432109876543219", "Y98765432109876543219",
                  "year `Y98765432109876543219` has 20 digits, more than 19", "round it with an exponent: `Y9876E16`"});
  expect_refused({"Y17E2", "Y17E2", "`Y17E2` has `Y` but no more than four digits", "write `1700`"});
  expect_refused({"Y17E", "E", "no exponent after `E`", ""});
  expect_refused({"Y17E07", "E07", "exponent `E07` begins with 0", ""});
  expect_refused({"Y17E1001", "E1001", "exponent `E1001` is more than 1,000", ""});
  expect_refused({"Y17E999", "Y17E999", "year `Y17E999` has more than 1,000 digits", ""});
  expect_refused(
      {"Y1X000", "X", "a year with `Y` has no unspecified digits", "say how many are significant, as in `Y17101S3`"});
  expect_refused({"1950E3", "E3", "`E3` does not belong after `1950`", "did you mean `Y1950E3`?"});
}

TEST(EdtfErrors, significant_digits) {
  expect_refused({"1950S", "S", "no number of significant digits after `S`", ""});
  expect_refused({"1950S0", "S0", "number of significant digits `S0` begins with 0", ""});
  expect_refused({"1950S1001", "S1001", "number of significant digits `S1001` is more than 1,000", ""});
  expect_refused({"1950S99999999999999999999", "S99999999999999999999",
                  "number of significant digits `S99999999999999999999` is more than 1,000", ""});
  expect_refused({"19XXS2", "S2", "a year with unspecified digits has no significant ones", ""});
  expect_refused({"1950S2-05", "-05", "a year with significant digits has no months or days", ""});
}

TEST(EdtfErrors, times_of_day) {
  expect_refused({"2018-04-27T24:01", "24:01", "the day ends at 24:00", ""});
  expect_refused({"2018-04-27T25:00", "25", "there is no hour `25`", ""});
  expect_refused({"2018-04-27T09:60", "60", "there is no minute `60`", ""});
  expect_refused({"2018-04-27T09:30:61", "61", "there is no second `61`", ""});
  expect_refused({"2018-04-27T09:30:60", "60", "there is no leap second at this time", ""});
  expect_refused({"2018-04-27T09", "T09", "no minutes in `T09`", ""});
  expect_refused({"2018-04-27T9:30", "T9:30", "no hour of two digits in `T9:30`", ""});
  expect_refused({"2018-04-27T09:30:15,5", ",", "fractions of a second follow a point", "write `.`"});
  expect_refused({"2018-04-27T09:30:15.", ".", "no digits follow the point", ""});
  expect_refused({"2018-04-27T09:30:15.Z", ".", "no digits follow the point", ""});
  expect_refused({"2018-04-27T09:30.5", ".5", "`.5` does not belong after `2018-04-27T09:30`", ""});
  expect_refused({"2018-04-27T24:00:00.1", "24:00:00.1", "the day ends at 24:00", ""});
  expect_refused({"2018-04-27T09:30:15.1234567890123456789", "1234567890123456789",
                  "a second has 19 digits after the point, more than 18", ""});
  expect_refused({"2018-04-27T09:30-00:00", "-00:00", "`-00:00` is no shift from UTC", "UTC is written `Z`"});
  expect_refused(
      {"2018-04-27T09:30+24", "+24", "no clock is shifted by `+24` from UTC", "shifts lie between -12:00 and +14:00"});
  expect_refused({"2018-04-27T09:30+14:01", "+14:01", "no clock is shifted by `+14:01` from UTC",
                  "shifts lie between -12:00 and +14:00"});
  expect_refused({"2018-04-27T09:30-1230", "-1230", "no clock is shifted by `-1230` from UTC",
                  "shifts lie between -12:00 and +14:00"});
  expect_refused({"2018-04-27T09:30+02:", "T09:30+02:", "no minute of two digits in `T09:30+02:`", ""});
  expect_refused({"2018-04T09:30", "T09:30", "a time of day needs a full date, without qualifier, before it", ""});
  expect_refused({"2018-04-27T09:30?", "?", "`?` does not belong after `2018-04-27T09:30`", ""});
  expect_refused({"2018-04-27T09:30/2019", "T", "an interval has no times of day", ""});
}

TEST(EdtfErrors, intervals) {
  expect_refused({"2010/2005", "2010/2005", "the interval ends before it starts: `2005` is before `2010`",
                  "did you mean `2005/2010`?"});
  expect_refused({"2018-05/2018-04-30", "2018-05/2018-04-30",
                  "the interval ends before it starts: `2018-04-30` is before `2018-05`",
                  "did you mean `2018-04-30/2018-05`?"});
  expect_refused({"2018~/2017", "2018~/2017", "the interval ends before it starts: `2017` is before `2018~`",
                  "did you mean `2017/2018~`?"});
  expect_refused({"2018-02/2018", "2018-02/2018",
                  "the interval may end before it starts: `2018` begins before `2018-02`",
                  "did you mean `2018-02/2018-XX`?"});
  expect_refused({"2018-02-10/2018", "2018-02-10/2018",
                  "the interval may end before it starts: `2018` begins before `2018-02-10`",
                  "did you mean `2018-02-10/2018-XX-XX`?"});
  expect_refused({"2018-02-10/2018-02~", "2018-02-10/2018-02~",
                  "the interval may end before it starts: `2018-02~` begins before `2018-02-10`",
                  "did you mean `2018-02-10/2018-02-XX~`?"});
  expect_refused({"2018-03/2018-0X-2X/", "/", "an interval has only one `/`", ""});
  expect_refused({"2012-24/2012-21", "2012-24/2012-21",
                  "the interval ends before it starts: `2012-21` is before `2012-24`",
                  "did you mean `2012-21/2012-24`?"});
  expect_refused({"Y-61000/-2000", "Y-61000", "a year with `Y` stands alone, not in an interval",
                  "some time in between is written `[Y-61000..-2000]`"});
  expect_refused({"../1950S2", "1950S2", "a year with significant digits stands alone, not in an interval",
                  "some time in between is written `[..1950S2]`"});
  expect_refused({"2017/2018/2019", "/", "an interval has only one `/`", ""});
  expect_refused({"2017/2018-13", "13", "there is no month `13`", ""});
  expect_refused({"2018/P1Y", "P1Y", "`P1Y` is not a date", ""});
}

TEST(EdtfErrors, intervals_that_can_be_in_order_are_kept) {
  for (const char* text : {"2018/2018", "2018/2018-01-01", "2018-21/2018-24", "2018-06/2018-21",
                           "2018-02-10/2018-XX-XX", "2018-12-31/201X", "20XX/2010"})
    EXPECT_TRUE(is_edtf(text)) << text;
}

TEST(EdtfErrors, patterns_that_no_day_fits) {
  expect_refused({"156X-09-31", "31", "no day of the calendar fits `156X-09-31`", ""});
  expect_refused({"15XX-02-3X", "3X", "no day of the calendar fits `15XX-02-3X`", ""});
  expect_refused({"1X99-02-29", "29", "no day of the calendar fits `1X99-02-29`", ""});
  expect_refused({"-XXX1-02-29", "29", "no day of the calendar fits `-XXX1-02-29`", ""});
  expect_refused({"20XX-02-30", "30", "no day of the calendar fits `20XX-02-30`", ""});
  expect_refused({"2016-XX-32", "32", "no day of the calendar fits `2016-XX-32`", ""});
  expect_refused({"2016-02-4X", "4X", "no day of the calendar fits `2016-02-4X`", ""});
  expect_refused({"15XX-2X-25", "2X", "no month fits `2X`", ""});
  expect_refused({"2018-2X", "2X", "no month fits `2X`", ""});
  expect_refused({"2018-?13", "13", "there is no month `13`", ""});
}

TEST(EdtfErrors, qualifiers) {
  expect_refused({"2004??", "?", "`?` does not belong after `2004?`", ""});
  expect_refused({"2004-06-11?~", "?~", "`?~` is from the 2012 draft of EDTF", "write `2004-06-11%`"});
  expect_refused({"?", "?", "`?` is not a date", ""});
  expect_refused({"2004-?", "?", "no month after `2004-?`", ""});
  expect_refused({"2004-04-%", "%", "no day after `2004-04-%`", ""});
}

TEST(EdtfErrors, sets) {
  expect_refused({"[]", "[]", "the set is empty", "leave the date out"});
  expect_refused({"[2018,]", ",", "no date after the comma", "leave the comma out"});
  expect_refused({"[2018, ]", ",", "no date after the comma", "leave the comma out"});
  expect_refused({"[,2018]", ",", "no date before the comma", "leave the comma out"});
  expect_refused({"[2018,,2019]", ",", "no date after the comma", "leave the comma out"});
  expect_refused({"[ 2018]", " ", "a set has blanks only after its commas", "leave it out"});
  expect_refused({"[2018 ,2019]", " ", "a set has blanks only after its commas", "leave it out"});
  expect_refused({"[2018,2019", "[", "no `]` closes the set", "end it with `]`"});
  expect_refused({"{2018,2019]", "]", "`{` is closed by `]`", "end the set with `}`"});
  expect_refused({"[2018,[2019]]", "[", "a set has no sets within", ""});
  expect_refused({"[2018]?", "?", "`?` does not belong after the set", ""});
  expect_refused({"[2018-13]", "13", "there is no month `13`", ""});
  expect_refused({"[2018,2019-04-31..2020]", "31", "`2019-04` has 30 days, not 31", ""});
  expect_refused({"[..]", "..", "the range names no date", ""});
  expect_refused({"{2018..2016}", "2018..2016", "the range ends before it starts: `2016` is before `2018`",
                  "did you mean `2016..2018`?"});
  expect_refused({"[Y17E40..Y17E39]", "Y17E40..Y17E39", "the range ends before it starts: `Y17E39` is before `Y17E40`",
                  "did you mean `Y17E39..Y17E40`?"});
  expect_refused({"[2018/2019]", "/2019", "`/2019` does not belong after `2018`", "did you mean `[2018..2019]`?"});
  expect_refused({"[2018-04-27T09:30]", "T", "a set has no times of day", ""});
  expect_refused({"2018..2019", "..2019", "`..2019` does not belong after `2018`", "did you mean `2018/2019`?"});
}

TEST(EdtfErrors, long_texts_are_not_repeated_in_full) {
  const EdtfError error = refuse(std::string(100'000, '~'));
  EXPECT_LT(error.message.size(), 300U);
  EXPECT_EQ(refuse("2018" + std::string(100'000, '1')).offset, 0U);
}

TEST(EdtfErrors, the_2012_draft_is_told_in_modern_form) {
  const auto refused = [](const char* text, const char* place, const char* hint) {
    expect_refused({text, place, fmt::format("`{}` is from the 2012 draft of EDTF", place).c_str(), hint});
  };
  refused("199u", "u", "write `199X`");
  refused("19uu", "u", "write `19XX`");
  refused("2018-uu", "u", "write `2018-XX`");
  refused("196x", "x", "write `196X`");
  refused("unknown/2006", "unknown", "write `/2006`");
  refused("2006/unknown", "unknown", "write `2006/`");
  refused("2006-01-01/open", "open", "write `2006-01-01/..`");
  refused("y17e7", "y", "write `Y17E7`");
  refused("y-17101e4p3", "y", "write `Y-17101E4S3`");
  refused("y170000002", "y", "write `Y170000002`");
  refused("y2018", "y", "write `2018`");
  refused("2004-(06)?-11", "(06)", "write `2004-?06-11`");
  refused("(2011)-06-04~", "(2011)", "write `2011-~06-~04`");
  refused("2011-(06-04)~", "(06-04)", "write `2011-~06-~04`");
  refused("2004-(06)?/2005", "(06)", "write `2004-?06/2005`");
  refused("(2004-(06)~)?", "(2004-(06)", "write `2004?-%06`");
  refused("2001-21^southernHemisphere", "^southernHemisphere", "write `2001-29`");
  refused("2001-21^northernHemisphere", "^northernHemisphere", "write `2001-25`");
  refused("2001-21^whatever", "^whatever", "write `2001-21`");
  refused("1984?~", "?~", "write `1984%`");
  refused("unknown", "unknown", "leave the date out");
}

TEST(EdtfErrors, suggest_what_may_have_been_meant) {
  const auto hint = [](std::string_view text) { return refuse(text).hint; };
  EXPECT_EQ(hint("20180427"), "did you mean `2018-04-27`?");
  EXPECT_EQ(hint("2018/04/27"), "did you mean `2018-04-27`?");
  EXPECT_EQ(hint("2018.4.27"), "did you mean `2018-04-27`?");
  EXPECT_EQ(hint("2018. 4. 27."), "did you mean `2018-04-27`?");
  EXPECT_EQ(hint("2018년 4월 27일"), "did you mean `2018-04-27`?");
  EXPECT_EQ(hint("2018년"), "did you mean `2018`?");
  EXPECT_EQ(hint("2018-2019"), "did you mean `2018/2019`?");
  EXPECT_EQ(hint("2018–2019"), "did you mean `2018/2019`?");
  EXPECT_EQ(hint("2018/19"), "did you mean `2018/2019`?");
  EXPECT_EQ(hint("2018/21"), "did you mean `2018/2021`?");
  EXPECT_EQ(hint("2018-19"), "did you mean `2018/2019`?");
  EXPECT_EQ(hint("2018/04"), "did you mean `2018-04`?");
  EXPECT_EQ(hint("April 2018"), "did you mean `2018-04`?");
  EXPECT_EQ(hint("27 April 2018"), "did you mean `2018-04-27`?");
  EXPECT_EQ(hint("April 27, 2018"), "did you mean `2018-04-27`?");
  EXPECT_EQ(hint("c. 2018"), "did you mean `2018~`?");
  EXPECT_EQ(hint("circa Apr 2018"), "did you mean `2018-04~`?");
  EXPECT_EQ(hint("1980s"), "did you mean `198X`?");
  EXPECT_EQ(hint("2018-04-27 09:30"), "did you mean `2018-04-27T09:30`?");
  EXPECT_EQ(hint("2018-04-27t09:30z"), "did you mean `2018-04-27T09:30Z`?");
  EXPECT_EQ(hint(" 2018 "), "did you mean `2018`?");
}

TEST(EdtfErrors, no_suggestion_without_a_date) {
  for (const char* text :
       {"soon", "~~~~~~~~~~~~", "c. c. c. c.", "-", "/soon", "?", "2018-02-30", "12.13.14", "통일부", "May", "c."})
    EXPECT_EQ(refuse(text).hint, "") << text;
}

TEST(EdtfErrors, an_empty_text_is_no_date) { expect_refused({"", "", "the date is empty", ""}); }

TEST(EdtfErrors, error_stays_untouched_on_success) {
  EdtfError error{"before", 1, 2, "hint"};
  EXPECT_TRUE(parse_edtf("2018", error));
  EXPECT_EQ(error.message, "before");
}

void expect_an_answer(const std::string& text) {
  EdtfError error;
  if (const auto value = parse_edtf(text, error)) {
    RC_ASSERT(edtf(print_edtf(*value)) == *value);
  } else {
    RC_ASSERT(!error.message.empty() && error.offset + error.length <= text.size());
  }
}

TEST(EdtfErrors, every_text_gets_an_answer) {
  check_property(
      [] {
        const auto letters = rc::gen::elementOf(std::string("0123456789-/.?~%XTZYES:+[]{}(), u8201\xEB\x85"));
        expect_an_answer(*rc::gen::container<std::string>(letters));
      },
      20'000);
}

TEST(EdtfErrors, every_damaged_text_gets_an_answer) {
  check_property(
      [] {
        std::string text = print_edtf(*any_value());
        text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
        expect_an_answer(text);
      },
      5000);
}

}  // namespace
}  // namespace throughline
