// SPDX-License-Identifier: Apache-2.0
#include "time/wording.hpp"

#include <gtest/gtest.h>

#include <set>

#include "edtf_values.hpp"

namespace throughline {
namespace {

struct Wording {
  const char* text;
  const char* english;
  const char* korean;
  const char* short_form;
};

class WordingTest : public testing::TestWithParam<Wording> {};

TEST_P(WordingTest, says_the_value) {
  const auto& [text, english, korean, short_form] = GetParam();
  EXPECT_EQ(words(edtf(text)), english);
  EXPECT_EQ(words(edtf(text), Language::korean), korean);
  EXPECT_EQ(short_words(edtf(text)), short_form);
}

constexpr Wording dates[] = {
    {"2018", "2018", "2018년", "2018"},
    {"2018-04", "April 2018", "2018년 4월", "Apr 2018"},
    {"2018-04-27", "27 April 2018", "2018년 4월 27일", "27 Apr 2018"},
    {"2018-04-07", "7 April 2018", "2018년 4월 7일", "7 Apr 2018"},
    {"2018-21", "spring 2018", "2018년 봄", "spring 2018"},
    {"2018-22", "summer 2018", "2018년 여름", "summer 2018"},
    {"2018-23", "autumn 2018", "2018년 가을", "autumn 2018"},
    {"2018-24", "winter 2018", "2018년 겨울", "winter 2018"},
    {"2018?", "possibly 2018", "2018년(불확실)", "2018?"},
    {"2018-04~", "around April 2018", "2018년 4월경", "c. Apr 2018"},
    {"2018-21~", "around spring 2018", "2018년 봄 무렵", "c. spring 2018"},
    {"2018-04-27%", "possibly around 27 April 2018", "2018년 4월 27일경(불확실)", "c. 27 Apr 2018?"},
};
INSTANTIATE_TEST_SUITE_P(dates, WordingTest, testing::ValuesIn(dates));

constexpr Wording times[] = {
    {"2018-04-27T09:30", "27 April 2018, 09:30", "2018년 4월 27일 09:30", "27 Apr 2018, 09:30"},
    {"2018-04-27T09:30:15Z", "27 April 2018, 09:30:15 (UTC)", "2018년 4월 27일 09:30:15 (UTC)", "27 Apr 2018, 09:30"},
    {"2018-04-27T09:30+09:00", "27 April 2018, 09:30 (UTC+09:00)", "2018년 4월 27일 09:30 (UTC+09:00)",
     "27 Apr 2018, 09:30"},
    {"2018-04-27T09:30-04", "27 April 2018, 09:30 (UTC−04:00)", "2018년 4월 27일 09:30 (UTC−04:00)",
     "27 Apr 2018, 09:30"},
};
INSTANTIATE_TEST_SUITE_P(times, WordingTest, testing::ValuesIn(times));

constexpr Wording years[] = {
    {"0045", "AD 45", "서기 45년", "AD 45"},
    {"0000", "1 BC", "기원전 1년", "1 BC"},
    {"-0043-03-15", "15 March 44 BC", "기원전 44년 3월 15일", "15 Mar 44 BC"},
    {"-1985", "1986 BC", "기원전 1986년", "1986 BC"},
    {"Y12000", "12,000", "12,000년", "12,000"},
    {"Y-170000002", "170,000,003 BC", "기원전 170,000,003년", "170,000,003 BC"},
};
INSTANTIATE_TEST_SUITE_P(years, WordingTest, testing::ValuesIn(years));

constexpr Wording unspecified[] = {
    {"201X", "some time in the 2010s", "2010년대 중 어느 때", "2010s"},
    {"201X~", "some time around the 2010s", "2010년대 무렵 어느 때", "c. 2010s"},
    {"200X", "some time from 2000 to 2009", "2000년에서 2009년 사이 어느 때", "2000–2009"},
    {"20XX", "some time from 2000 to 2099", "2000년에서 2099년 사이 어느 때", "2000–2099"},
    {"20XX?", "possibly some time from 2000 to 2099", "2000년에서 2099년 사이 어느 때(불확실)", "2000–2099?"},
    {"000X", "some time from 1 BC to AD 9", "기원전 1년에서 서기 9년 사이 어느 때", "1 BC – AD 9"},
    {"-001X", "some time from 20 BC to 11 BC", "기원전 20년에서 기원전 11년 사이 어느 때", "20 BC – 11 BC"},
    {"2004-XX", "some month of 2004", "2004년 중 어느 달", "2004"},
    {"2004-XX~", "some month around 2004", "2004년경 어느 달", "c. 2004"},
    {"1985-04-XX", "some day in April 1985", "1985년 4월 중 어느 날", "Apr 1985"},
    {"1985-XX-XX", "some day in 1985", "1985년 중 어느 날", "1985"},
};
INSTANTIATE_TEST_SUITE_P(unspecified, WordingTest, testing::ValuesIn(unspecified));

constexpr Wording intervals[] = {
    {"2017/2022", "from 2017 to 2022", "2017년부터 2022년까지", "2017–2022"},
    {"2022/..", "from 2022, ongoing", "2022년부터 (진행 중)", "since 2022"},
    {"2022/", "from 2022, end unknown", "2022년부터 (종료 시점 미상)", "2022–?"},
    {"../2010", "until 2010, open start", "2010년까지 (시작 시점 제한 없음)", "until 2010"},
    {"/2010", "until 2010, start unknown", "2010년까지 (시작 시점 미상)", "?–2010"},
    {"2018-04~/..", "from around April 2018, ongoing", "2018년 4월경부터 (진행 중)", "since c. Apr 2018"},
    {"2018~/2020?", "from around 2018 to possibly 2020", "2018년경부터 2020년(불확실)까지", "c. 2018 – 2020?"},
    {"2018-04-27/2019", "from 27 April 2018 to 2019", "2018년 4월 27일부터 2019년까지", "27 Apr 2018 – 2019"},
    {"2018-04-21/2018-04-27", "from 21 April 2018 to 27 April 2018", "2018년 4월 21일부터 2018년 4월 27일까지",
     "21–27 Apr 2018"},
    {"2018-04-27/2018-05-03", "from 27 April 2018 to 3 May 2018", "2018년 4월 27일부터 2018년 5월 3일까지",
     "27 Apr – 3 May 2018"},
    {"2018-04/2018-06", "from April 2018 to June 2018", "2018년 4월부터 2018년 6월까지", "Apr–Jun 2018"},
    {"2018-04~/2018-06", "from around April 2018 to June 2018", "2018년 4월경부터 2018년 6월까지",
     "c. Apr 2018 – Jun 2018"},
    {"2018-04-27/2018-04-27", "from 27 April 2018 to 27 April 2018", "2018년 4월 27일부터 2018년 4월 27일까지",
     "27 Apr 2018"},
    {"2018/2018", "from 2018 to 2018", "2018년부터 2018년까지", "2018–2018"},
};
INSTANTIATE_TEST_SUITE_P(intervals, WordingTest, testing::ValuesIn(intervals));

constexpr Wording divisions[] = {
    {"2018-25", "spring 2018 (northern hemisphere)", "2018년 봄(북반구)", "spring 2018 (north)"},
    {"2018-30", "summer 2018 (southern hemisphere)", "2018년 여름(남반구)", "summer 2018 (south)"},
    {"2018-34", "the second quarter of 2018", "2018년 2분기", "Q2 2018"},
    {"2018-34~", "around the second quarter of 2018", "2018년 2분기 무렵", "c. Q2 2018"},
    {"2018-39?", "possibly the third four months of 2018", "2018년 9~12월(불확실)", "Sep–Dec 2018?"},
    {"2018-41", "the second half of 2018", "2018년 하반기", "H2 2018"},
    {"2018-33/2018-34", "from the first quarter of 2018 to the second quarter of 2018",
     "2018년 1분기부터 2018년 2분기까지", "Q1–Q2 2018"},
    {"XXXX-24", "winter of an unknown year", "연도 미상 겨울", "winter, unknown year"},
    {"201X-33", "the first quarter of a year in the 2010s", "2010년대 어느 해 1분기", "Q1 2010s"},
};
INSTANTIATE_TEST_SUITE_P(divisions, WordingTest, testing::ValuesIn(divisions));

constexpr Wording patterns[] = {
    {"1XXX", "some time from 1000 to 1999", "1000년에서 1999년 사이 어느 때", "1000–1999"},
    {"XXXX", "an unknown year", "연도 미상", "unknown year"},
    {"XX99", "a year ending in 99", "끝자리가 99인 어느 해", "XX99"},
    {"X999~", "a year ending in 999 (approximate)", "끝자리가 999인 어느 해(대략)", "c. X999"},
    {"-XXXX", "some time from 10,000 BC to 2 BC", "기원전 10,000년에서 기원전 2년 사이 어느 때", "10,000 BC – 2 BC"},
    {"1X99", "a year like 1X99, from 1099 to 1999", "1X99 꼴의 어느 해(1099년에서 1999년 사이)", "1X99"},
    {"-1X99?", "a year like −1X99, from 2000 BC to 1100 BC (uncertain)",
     "−1X99 꼴의 어느 해(기원전 2000년에서 기원전 1100년 사이)(불확실)", "−1X99?"},
    {"1XXX-12", "December of a year from 1000 to 1999", "1000년에서 1999년 사이 어느 해 12월", "Dec, 1000–1999"},
    {"201X-12", "December of a year in the 2010s", "2010년대 어느 해 12월", "Dec 2010s"},
    {"XXXX-12-XX", "some day in December of an unknown year", "연도 미상 12월 중 어느 날", "Dec, unknown year"},
    {"156X-12-25", "25 December of a year in the 1560s", "1560년대 어느 해 12월 25일", "25 Dec 1560s"},
    {"2018-0X", "a month from January to September 2018", "2018년 1월에서 9월 사이 어느 달", "Jan–Sep 2018"},
    {"2018-X1", "January or November 2018", "2018년 1월 또는 11월", "Jan/Nov 2018"},
    {"2018-X3~", "March 2018 (approximate)", "2018년 3월(대략)", "c. Mar 2018"},
    {"2018-1X-1X", "a day from the 10th to the 19th of a month from October to December 2018",
     "2018년 10월에서 12월 사이 어느 달 10일에서 19일 사이 어느 날", "10–19 of Oct–Dec 2018"},
    {"2018-XX-27", "the 27th of some month of 2018", "2018년 어느 달 27일", "27 of a month, 2018"},
    {"1X99-0X-X1",
     "the 1st, 11th, 21st or 31st of a month from January to September of a year like 1X99, from 1099 to 1999",
     "1X99 꼴의 어느 해(1099년에서 1999년 사이) 1월에서 9월 사이 어느 달 1일, 11일, 21일 또는 31일",
     "1/11/21/31 of Jan–Sep, 1X99"},
    {"2016-02-X9", "9, 19 or 29 February 2016", "2016년 2월 9일, 19일 또는 29일", "9/19/29 Feb 2016"},
    {"2017-02-2X", "a day from 20 to 28 February 2017", "2017년 2월 20일에서 28일 사이 어느 날", "20–28 Feb 2017"},
    {"201X-XX-XX", "some day in the 2010s", "2010년대 어느 해 어느 날", "2010s"},
    {"XXXX-XX-3X", "the 30th or 31st of some month of an unknown year", "연도 미상 어느 달 30일 또는 31일",
     "30/31 of a month, unknown year"},
};
INSTANTIATE_TEST_SUITE_P(patterns, WordingTest, testing::ValuesIn(patterns));

constexpr Wording long_years[] = {
    {"Y-17E7", "170,000,001 BC", "기원전 170,000,001년", "170,000,001 BC"},
    {"Y17E7~", "around 170,000,000", "170,000,000년경", "c. 170,000,000"},
    {"Y1E100", "the year 1 × 10^100", "1 × 10^100년", "the year 1 × 10^100"},
    {"Y-12E100", "the year −12 × 10^100", "−12 × 10^100년", "the year −12 × 10^100"},
    {"Y17101E4S3", "a year from 171,000,000 to 171,999,999, estimated to be 171,010,000",
     "171,000,000년에서 171,999,999년 사이 어느 해(추정 171,010,000년)", "171,010,000 (171,000,000–171,999,999)"},
    {"1950S2", "a year from 1900 to 1999, estimated to be 1950", "1900년에서 1999년 사이 어느 해(추정 1950년)",
     "1950 (1900–1999)"},
    {"1950S2%", "a year from 1900 to 1999, estimated to be 1950 (uncertain and approximate)",
     "1900년에서 1999년 사이 어느 해(추정 1950년)(불확실·대략)", "c. 1950 (1900–1999)?"},
    {"-1950S2", "a year from 2000 BC to 1901 BC, estimated to be 1951 BC",
     "기원전 2000년에서 기원전 1901년 사이 어느 해(추정 기원전 1951년)", "1951 BC (2000 BC – 1901 BC)"},
    {"1950S4", "1950", "1950년", "1950"},
    {"Y12345E90S3", "the year 12,345 × 10^90, to 3 digits", "12,345 × 10^90년(유효 숫자 3자리)",
     "the year 12,345 × 10^90 (3 digits)"},
};
INSTANTIATE_TEST_SUITE_P(long_years, WordingTest, testing::ValuesIn(long_years));

constexpr Wording parts[] = {
    {"2018-04-~27", "27 April 2018 (day approximate)", "2018년 4월 27일(일 대략)", "c. 27 Apr 2018"},
    {"2018-?04", "April 2018 (month uncertain)", "2018년 4월(월 불확실)", "Apr 2018?"},
    {"?2018-~04-~27", "27 April 2018 (year uncertain, month and day approximate)",
     "2018년 4월 27일(연도 불확실, 월·일 대략)", "c. 27 Apr 2018?"},
    {"2004-?33", "the first quarter of 2004 (quarter uncertain)", "2004년 1분기(분기 불확실)", "Q1 2004?"},
    {"2018?-~04-%27", "27 April 2018 (year uncertain, month approximate, day uncertain and approximate)",
     "2018년 4월 27일(연도 불확실, 월 대략, 일 불확실·대략)", "c. 27 Apr 2018?"},
};
INSTANTIATE_TEST_SUITE_P(parts, WordingTest, testing::ValuesIn(parts));

constexpr Wording undated[] = {
    {"/", "dates unknown", "시기 미상", "?–?"},
    {"../..", "open start, ongoing", "시작 시점 제한 없음, 진행 중", "always"},
    {"../", "open start, end unknown", "시작 시점 제한 없음, 종료 시점 미상", "until ?"},
    {"/..", "start unknown, ongoing", "시작 시점 미상, 진행 중", "since ?"},
};
INSTANTIATE_TEST_SUITE_P(undated, WordingTest, testing::ValuesIn(undated));

constexpr Wording level_2_intervals[] = {
    {"2018-02-10/2018-XX-XX", "from 10 February 2018 to some day in 2018", "2018년 2월 10일부터 2018년 중 어느 날까지",
     "10 Feb 2018 – 2018"},
    {"2004-06-~11/..", "from 11 June 2004 (day approximate), ongoing", "2004년 6월 11일(일 대략)부터 (진행 중)",
     "since c. 11 Jun 2004"},
};
INSTANTIATE_TEST_SUITE_P(level_2_intervals, WordingTest, testing::ValuesIn(level_2_intervals));

constexpr Wording sets[] = {
    {"[2018-04,2018-05]", "one of April 2018 or May 2018", "2018년 4월 또는 2018년 5월 중 하나",
     "Apr 2018 or May 2018"},
    {"[1667,1668,1670..1672]", "one of 1667, 1668 or some time from 1670 to 1672",
     "1667년, 1668년 또는 1670년에서 1672년 사이 어느 때 중 하나", "1667, 1668 or 1670–1672"},
    {"[1670..1672,1680]", "one of these: some time from 1670 to 1672; or 1680",
     "1670년에서 1672년 사이 어느 때 또는 1680년 중 하나", "1670–1672 or 1680"},
    {"[..1760-12-03]", "3 December 1760 or earlier", "1760년 12월 3일 또는 그 이전", "3 Dec 1760 or earlier"},
    {"[1760-12..]", "December 1760 or later", "1760년 12월 또는 그 이후", "Dec 1760 or later"},
    {"[1670..1672]", "some time from 1670 to 1672", "1670년에서 1672년 사이 어느 때", "between 1670 and 1672"},
    {"[2018]", "2018", "2018년", "2018"},
    {"[2018-X1,2019]", "one of these: January or November 2018; or 2019", "2018년 1월 또는 11월; 또는 2019년 중 하나",
     "Jan/Nov 2018 or 2019"},
    {"[1950S2,1999]", "one of these: a year from 1900 to 1999, estimated to be 1950; or 1999",
     "1900년에서 1999년 사이 어느 해(추정 1950년) 또는 1999년 중 하나", "1950 (1900–1999) or 1999"},
    {"{1960,1961-12}", "1960 and December 1961", "1960년, 1961년 12월 모두", "1960 and Dec 1961"},
    {"{1670..1672}", "each year from 1670 to 1672", "1670년부터 1672년까지 매년", "1670–1672"},
    {"{2018-01..2018-03,2018-05}", "each month from January 2018 to March 2018; and May 2018",
     "2018년 1월부터 2018년 3월까지 매월, 2018년 5월 모두", "Jan–Mar 2018 and May 2018"},
    {"{2018-01-01..2018-01-03}", "each day from 1 January 2018 to 3 January 2018",
     "2018년 1월 1일부터 2018년 1월 3일까지 매일", "1–3 Jan 2018"},
    {"{..1984}", "each year up to 1984", "1984년까지 매년", "until 1984"},
    {"{1984..}", "each year from 1984 on", "1984년부터 매년", "since 1984"},
};
INSTANTIATE_TEST_SUITE_P(sets, WordingTest, testing::ValuesIn(sets));

TEST(Wording, no_two_kinds_of_end_read_alike) {
  std::set<std::string> english;
  std::set<std::string> korean;
  std::set<std::string> short_forms;
  const char* const texts[] = {"2022", "2022/..", "2022/", "../2022", "/2022", "2022/2022", "/", "../..", "../", "/.."};
  for (const char* text : texts) {
    english.insert(words(edtf(text)));
    korean.insert(words(edtf(text), Language::korean));
    short_forms.insert(short_words(edtf(text)));
  }
  EXPECT_EQ(english.size(), std::size(texts));
  EXPECT_EQ(korean.size(), std::size(texts));
  EXPECT_EQ(short_forms.size(), std::size(texts));
}

TEST(Wording, names_the_tolerance) {
  EXPECT_EQ(tolerance_words(edtf("2018~"), {}), "±1 year");
  EXPECT_EQ(tolerance_words(edtf("2018-04-27%"), {}), "±1 day");
  EXPECT_EQ(tolerance_words(edtf("2018-04~"), Reading{{2, std::nullopt}}), "±2 months");
  EXPECT_EQ(tolerance_words(edtf("201X~"), {}), "±10 years");
  EXPECT_EQ(tolerance_words(edtf("20XX~"), {}), "±100 years");
  EXPECT_EQ(tolerance_words(edtf("2018-21~"), {}), "±1 season");
  EXPECT_EQ(tolerance_words(edtf("2018~/2019-05~"), {}), "±1 year, ±1 month");
  EXPECT_EQ(tolerance_words(edtf("2018~/2019~"), {}), "±1 year");
  EXPECT_EQ(tolerance_words(edtf("2018/2019-05~"), {}), "±1 month");
  EXPECT_EQ(tolerance_words(edtf("2018~/.."), Reading{{6, Precision::month}}), "±6 months");
  EXPECT_EQ(tolerance_words(edtf("2018?"), {}), "");
  EXPECT_EQ(tolerance_words(edtf("1950S2~"), {}), "±100 years");
  EXPECT_EQ(tolerance_words(edtf("Y17101E4S3~"), Reading{{3, std::nullopt}}), "±3,000,000 years");
  EXPECT_EQ(tolerance_words(edtf("Y17E90S1~"), {}), "±1 × 10^91 years");
  EXPECT_EQ(tolerance_words(edtf("Y17E90~"), {}), "±1 year");
  EXPECT_EQ(tolerance_words(edtf("2018-33~"), {}), "±1 quarter");
  EXPECT_EQ(tolerance_words(edtf("2018-38~"), {}), "±4 months");
  EXPECT_EQ(tolerance_words(edtf("2018-40~"), Reading{{2, std::nullopt}}), "±12 months");
  EXPECT_EQ(tolerance_words(edtf("2018-04-~27"), {}), "±1 day");
  EXPECT_EQ(tolerance_words(edtf("[2018~,2019-05~..2020]"), {}), "±1 year, ±1 month");
  EXPECT_EQ(tolerance_words(edtf("/"), {}), "");
}

TEST(Wording, every_value_has_words) {
  check_property(
      [] {
        const Edtf value = *any_value();
        RC_ASSERT(!words(value).empty() && !words(value, Language::korean).empty());
        RC_ASSERT(!short_words(value).empty());
      },
      2000);
}

}  // namespace
}  // namespace throughline
