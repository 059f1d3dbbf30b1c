// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_label.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "view/timeline_sample.hpp"

namespace throughline {
namespace {

Label label(std::string name, std::string date, DatePlace place = DatePlace::beside) {
  return make_label({std::move(name), std::move(date), "#000000", "#444444"}, place, 200, 800, metrics());
}

std::string letters_of(const Label& made) {
  std::string letters;
  for (const Text& text : made.texts) letters += text.text;
  letters.erase(std::remove(letters.begin(), letters.end(), ' '), letters.end());
  return letters;
}

TEST(TimelineLabelTest, AShortNameAndItsDateStandInOneLine) {
  const Label made = label("Military agreement", "19 Sep 2018");
  EXPECT_EQ(made.lines, 1u);
  ASSERT_EQ(made.texts.size(), 2u);
  EXPECT_GT(made.texts[1].at.x, made.texts[0].at.x + metrics().width("Military agreement", 13));
  EXPECT_EQ(made.texts[0].at.y, made.texts[1].at.y);
  EXPECT_EQ(label("Military agreement", "19 Sep 2018", DatePlace::below).lines, 2u);
}

TEST(TimelineLabelTest, LongNamesBreakAtWordsIntoThreeLinesAtMost) {
  const Label made = label("International Forum on Humanitarian Cooperation for Peaceful Coexistence", "3 Dec 2025");
  EXPECT_LE(made.lines, 3u);
  for (const Text& text : made.texts) EXPECT_NE(text.text.back(), ' ');
  EXPECT_EQ(label("비무장지대 국제평화지대화 사업 추진 계획과 후속 조치", "2021").lines, 2u);
}

TEST(TimelineLabelTest, NothingIsLost) {
  const std::string endless(300, 'x');
  const Label made = label("a " + endless + " b", "2018");
  EXPECT_EQ(letters_of(made), "a" + endless + "b2018");
  EXPECT_LE(made.width, 800.01);
  EXPECT_EQ(letters_of(label("one\ntwo\tthree", "")), "onetwothree");
  EXPECT_EQ(letters_of(label("", "2018")), "2018");
  EXPECT_TRUE(label("", "").texts.empty());
}

TEST(TimelineLabelTest, ABreakNeverCutsACharacter) {
  std::string endless;
  for (int i = 0; i < 200; ++i) endless += "통";
  const Label made = label(endless, "");
  EXPECT_EQ(letters_of(made), endless);
  for (const Text& text : made.texts) EXPECT_EQ(text.text.size() % 3, 0u);
}

}  // namespace
}  // namespace throughline
