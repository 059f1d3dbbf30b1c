// SPDX-License-Identifier: Apache-2.0
#include "time/wording.hpp"

#include <gtest/gtest.h>

#include <set>

#include "edtf_text.hpp"

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

TEST(Wording, no_two_kinds_of_end_read_alike) {
  std::set<std::string> english;
  std::set<std::string> korean;
  std::set<std::string> short_forms;
  const char* const texts[] = {"2022", "2022/..", "2022/", "../2022", "/2022", "2022/2022"};
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
}

TEST(Wording, every_value_has_words) {
  check_property(
      [] {
        const std::string text =
            *rc::gen::oneOf(any_date_text(), any_masked_text(), any_timed_text(), any_interval_text());
        RC_PRE(is_edtf(text));
        RC_ASSERT(!words(edtf(text)).empty() && !words(edtf(text), Language::korean).empty());
        RC_ASSERT(!short_words(edtf(text)).empty());
      },
      2000);
}

}  // namespace
}  // namespace throughline
