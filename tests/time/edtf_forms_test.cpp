// SPDX-License-Identifier: Apache-2.0
// What EDTF has at each level, read and printed.
#include <gtest/gtest.h>

#include "edtf_text.hpp"

namespace throughline {
namespace {

constexpr const char* level_0[] = {"2018",
                                   "2018-04",
                                   "2018-04-27",
                                   "0000",
                                   "0000-02-29",
                                   "9999-12-31",
                                   "2016-02-29",
                                   "2000-02-29",
                                   "2018-04-27T09:30",
                                   "2018-04-27T09:30:15",
                                   "2018-04-27T09:30:15Z",
                                   "2018-04-27T09:30:15.5",
                                   "2018-04-27T09:30:15.0420Z",
                                   "2018-04-27T09:30:15.123456789012345678+09:00",
                                   "2018-04-27T09:30+09:00",
                                   "2018-04-27T09:30:15-04",
                                   "2018-04-27T00:00:00",
                                   "2018-04-27T24:00:00",
                                   "2018-04-27T24:00",
                                   "2016-12-31T23:59:60Z",
                                   "2017-01-01T08:59:60+09:00",
                                   "2018-04-27T09:30+00:00",
                                   "2017/2022",
                                   "2017-05/2022-05",
                                   "2017-05-10/2022-05-09",
                                   "2017/2022-05-09",
                                   "2018/2018-06"};

TEST(EdtfForms, level_0_is_read_and_printed) {
  for (const char* text : level_0) {
    EXPECT_EQ(print_edtf(edtf(text)), text);
    EXPECT_EQ(level_of(edtf(text)), 0) << text;
  }
}

constexpr const char* level_1[] = {"Y12000",
                                   "Y-12000",
                                   "Y999999999999999",
                                   "-0001",
                                   "-1985",
                                   "-1985-04",
                                   "-0004-02-29",
                                   "2018-21",
                                   "2018-22",
                                   "2018-23",
                                   "2018-24",
                                   "2018?",
                                   "2018-04~",
                                   "2018-04-27%",
                                   "2018-21?",
                                   "-0043~",
                                   "Y12000%",
                                   "201X",
                                   "20XX",
                                   "00XX",
                                   "1XXX",
                                   "-1XXX~",
                                   "XXXX",
                                   "XXXX-XX",
                                   "XXXX-XX-XX",
                                   "-201X",
                                   "201X?",
                                   "2018-XX",
                                   "2018-04-XX",
                                   "2018-XX-XX",
                                   "2018-04-XX~",
                                   "../2010",
                                   "../2010-05-01",
                                   "2010/..",
                                   "/2010-05",
                                   "2010-05-01/",
                                   "2010?/2012~",
                                   "2010-05-01%/..",
                                   "/2010~",
                                   "2010-21/2012-23",
                                   "/",
                                   "../..",
                                   "/..",
                                   "../",
                                   "Y9999999999999999999",
                                   "2018~/2018~"};

TEST(EdtfForms, level_1_is_read_and_printed) {
  for (const char* text : level_1) {
    EXPECT_EQ(print_edtf(edtf(text)), text);
    EXPECT_EQ(level_of(edtf(text)), 1) << text;
  }
}

constexpr const char* level_2[] = {"2004-?06-11",
                                   "2004?-06-11",
                                   "2004-06~-11",
                                   "2004-06~-?11",
                                   "-2004?-06",
                                   "2004?-~06-%11",
                                   "2018-?33",
                                   "1XXX-1X",
                                   "XXXX-12-XX",
                                   "156X-12-25",
                                   "1X99-0X-X1",
                                   "2016-0X",
                                   "2016-1X",
                                   "2016-X1",
                                   "2016-02-X9",
                                   "2017-02-2X",
                                   "2016-XX-31",
                                   "19XX-02-29",
                                   "-1X99",
                                   "1XX3",
                                   "1XXX-XX",
                                   "XXXX-34",
                                   "20XX-05-XX~",
                                   "Y-17E7",
                                   "Y17E7?",
                                   "Y17101E4S3",
                                   "Y3388E2S3",
                                   "Y171010000S3",
                                   "Y1E999",
                                   "1950S2",
                                   "1950S1000",
                                   "-1859S5",
                                   "1950S2~",
                                   "2018-25",
                                   "2018-33~",
                                   "2018-41",
                                   "[1667,1668,1670..1672]",
                                   "[2018]",
                                   "[..1760-12-03]",
                                   "[1760-12..]",
                                   "{1960,1961-12}",
                                   "{..1984,Y-17E7}",
                                   "[Y-61000..-2000]",
                                   "[2018-?04-~11..2018-XX-2X]",
                                   "[2018-02..2018]",
                                   "2004-06-XX/2004-07-03",
                                   "2018-02-10/2018-XX-XX",
                                   "201X/2020",
                                   "2004-06-~11/2004-07-?03",
                                   "2018-33/2018-34"};

TEST(EdtfForms, level_2_is_read_and_printed) {
  for (const char* text : level_2) {
    EXPECT_EQ(print_edtf(edtf(text)), text);
    EXPECT_EQ(level_of(text, edtf(text)), 2) << text;
  }
}

struct Spelling {
  const char* text;
  const char* canonical;
  int level;
};

constexpr Spelling spellings[] = {{"?2004", "2004?", 2},
                                  {"?2004-?06", "2004-06?", 2},
                                  {"2004?-06?", "2004-06?", 2},
                                  {"?2004-06~", "2004%-~06", 2},
                                  {"?-2004-06", "-2004?-06", 2},
                                  {"?Y12000", "Y12000?", 2},
                                  {"2004-06~-11~", "2004-06-11~", 2},
                                  {"?2004?-?06-11", "2004-06?-11", 2},
                                  {"~2010/2012", "2010~/2012", 2},
                                  {"[1667, 1668,  1670..1672]", "[1667,1668,1670..1672]", 2},
                                  {"2018-04-27T09:30+0230", "2018-04-27T09:30+02:30", 0}};

TEST(EdtfForms, other_spellings_have_one_canonical_text) {
  for (const auto& [text, canonical, level] : spellings) {
    EXPECT_EQ(print_edtf(edtf(text)), canonical) << text;
    EXPECT_EQ(level_of(text, edtf(text)), level) << text;
  }
}

}  // namespace
}  // namespace throughline
