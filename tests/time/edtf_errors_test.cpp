// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "edtf_text.hpp"

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
  expect_refused({"Y1000000000000000", "Y1000000000000000", "year `Y1000000000000000` has more than 15 digits", ""});
  expect_refused({"Y99999999999999999999999", "Y99999999999999999999999",
                  "year `Y99999999999999999999999` has more than 15 digits", ""});
}

TEST(EdtfErrors, times_of_day) {
  expect_refused({"2018-04-27T24:01", "24:01", "the day ends at 24:00", ""});
  expect_refused({"2018-04-27T25:00", "25", "there is no hour `25`", ""});
  expect_refused({"2018-04-27T09:60", "60", "there is no minute `60`", ""});
  expect_refused({"2018-04-27T09:30:61", "61", "there is no second `61`", ""});
  expect_refused({"2018-04-27T09:30:60", "60", "there is no leap second at this time", ""});
  expect_refused({"2018-04-27T09", "T09", "no minutes in `T09`", ""});
  expect_refused({"2018-04-27T9:30", "T9:30", "no hour of two digits in `T9:30`", ""});
  expect_refused({"2018-04-27T09:30:15.5", ".5", "EDTF has no fractions of a second", ""});
  expect_refused({"2018-04-27T09:30-00:00", "-00:00", "`-00:00` is no shift from UTC", "UTC is written `Z`"});
  expect_refused({"2018-04-27T09:30+24", "24", "there is no hour `24`", ""});
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
  expect_refused({"/", "/", "`/` names no date", ""});
  expect_refused({"../..", "../..", "`../..` names no date", ""});
  expect_refused({"/..", "/..", "`/..` names no date", ""});
  expect_refused({"2017/2018/2019", "/", "an interval has only one `/`", ""});
  expect_refused({"2017/2018-13", "13", "there is no month `13`", ""});
  expect_refused({"2018/P1Y", "P1Y", "`P1Y` is not a date", ""});
}

TEST(EdtfErrors, intervals_that_can_be_in_order_are_kept) {
  for (const char* text : {"2018/2018", "2018-06/2018", "2018-23/2018-21", "2018/2018-01-01"})
    EXPECT_TRUE(is_edtf(text)) << text;
}

TEST(EdtfErrors, level_2_is_named_as_such) {
  const auto refused = [](const char* text, const char* place, const std::string& what, const char* hint = "") {
    expect_refused({text, place, (what + " are EDTF level 2, which is not supported yet").c_str(), hint});
  };
  refused("[2018, 2019]", "[2018, 2019]", "sets of dates");
  refused("{2018..2020}", "{2018..2020}", "sets of dates");
  refused("2018-?04-~27", "?", "qualifiers on parts of a date");
  refused("2018?-04", "?", "qualifiers on parts of a date");
  refused("2018-04~-27", "~", "qualifiers on parts of a date");
  refused("Y-17E7", "E7", "years with an exponent");
  refused("1950S2", "S2", "significant digits");
  refused("Y171010000S3", "S3", "significant digits");
  refused("2018-25", "25", "quarters and other parts of a year (25–41)", "did you mean `2018/2025`?");
  refused("2018-41", "41", "quarters and other parts of a year (25–41)", "did you mean `2018/2041`?");
  refused("1XXX", "X", "unspecified digits as in `1XXX`");
  refused("20XX-05", "X", "unspecified digits as in `20XX-05`");
  refused("2018-XX-27", "X", "unspecified digits as in `2018-XX-27`");
  refused("2018-1X", "X", "unspecified digits as in `2018-1X`");
  refused("2018-04-2X", "X", "unspecified digits as in `2018-04-2X`");
  refused("2018-04-XX/2019", "X", "unspecified digits in an interval");
}

TEST(EdtfErrors, nonsense_is_not_called_level_2) {
  expect_refused({"2018-?13", "13", "there is no month `13`", ""});
  expect_refused({"20XX-02-30", "30", "`20XX-02` has 29 days, not 30", ""});
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
  for (const char* text : {"soon", "-", "/soon", "?", "2018-02-30", "12.13.14", "통일부", "May", "c."})
    EXPECT_EQ(refuse(text).hint, "") << text;
}

TEST(EdtfErrors, an_empty_text_is_no_date) { expect_refused({"", "", "the date is empty", ""}); }

TEST(EdtfErrors, error_stays_untouched_on_success) {
  EdtfError error{"before", 1, 2, "hint"};
  EXPECT_TRUE(parse_edtf("2018", error));
  EXPECT_EQ(error.message, "before");
}

// Any text is read or refused with a place inside it.
TEST(EdtfErrors, every_text_gets_an_answer) {
  check_property(
      [] {
        const auto letters = rc::gen::elementOf(std::string("0123456789-/.?~%XTZYES:+[]{}u 8201\xEB\x85"));
        const auto text = *rc::gen::container<std::string>(letters);
        EdtfError error;
        if (const auto value = parse_edtf(text, error)) {
          RC_ASSERT(print_edtf(*value) == text);
          RC_SUCCEED("read");
        }
        RC_ASSERT(!error.message.empty() && error.offset + error.length <= text.size());
      },
      20'000);
}

// One wrong byte in a valid text.
TEST(EdtfErrors, every_damaged_text_gets_an_answer) {
  check_property(
      [] {
        std::string text = *rc::gen::oneOf(any_date_text(), any_masked_text(), any_timed_text(), any_interval_text());
        text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
        EdtfError error;
        const auto value = parse_edtf(text, error);
        if (value) RC_ASSERT(print_edtf(*value) == text);
        if (!value) RC_ASSERT(!error.message.empty() && error.offset + error.length <= text.size());
      },
      5000);
}

}  // namespace
}  // namespace throughline
