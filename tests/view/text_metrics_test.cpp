// SPDX-License-Identifier: Apache-2.0
#include "view/text_metrics.hpp"

#include <gtest/gtest.h>

#include "view/geometry.hpp"
#include "view/line_breaks.hpp"
#include "view/theme.hpp"

namespace throughline {
namespace {

const TextMetrics& metrics() {
  static const TextMetrics shared;
  return shared;
}

TEST(TextMetrics, NamesTheFontThatFiguresUse) {
  EXPECT_EQ(metrics().family(), theme::font_family);
  EXPECT_EQ(metrics().missing_family(), "");
}

TEST(TextMetrics, WidthGrowsInProportionToSize) {
  const double small = metrics().width("Ministry of Unification", 13);
  EXPECT_GT(small, 100);
  EXPECT_NEAR(metrics().width("Ministry of Unification", 26), 2 * small, 1e-6);
  EXPECT_GT(metrics().width("Ministry of Unification", 13, Weight::bold), small);
  EXPECT_EQ(metrics().width("", 13), 0);
}

TEST(TextMetrics, HangulIsAsWideAsItsGlyphs) {
  // Noto Sans CJK sets a Hangul syllable in 0.92 em.
  EXPECT_NEAR(metrics().width("통일부", 100), 3 * 92, 1);
}

TEST(TextMetrics, WidthsAddUp) {
  const double parts = metrics().width("남북", 13) + metrics().width("교류", 13);
  EXPECT_NEAR(metrics().width("남북교류", 13), parts, 0.01);
}

TEST(TextMetrics, WrapBreaksAtSpacesOnly) {
  const std::vector<std::string> lines = metrics().wrap("한반도 평화공존을 위한 국제 포럼", 13, Weight::regular, 90);
  ASSERT_GT(lines.size(), 1U);
  std::string joined;
  for (const std::string& line : lines) {
    EXPECT_LE(metrics().width(line, 13), 90);
    joined += (joined.empty() ? "" : " ") + line;
  }
  EXPECT_EQ(joined, "한반도 평화공존을 위한 국제 포럼");
}

TEST(TextMetrics, OneLongWordStandsAlone) {
  const std::vector<std::string> expected{"a", "Supercalifragilistic", "b"};
  EXPECT_EQ(metrics().wrap("a Supercalifragilistic b", 13, Weight::regular, 40), expected);
}

TEST(TextMetrics, NumberAndUnitStayTogether) {
  for (double width = 20; width < 200; width += 3)
    for (const std::string& line : metrics().wrap("a zone of 12 km along 3 월 rivers", 13, Weight::regular, width)) {
      EXPECT_FALSE(line.ends_with("12")) << line;
      EXPECT_FALSE(line.ends_with("3")) << line;
    }
}

TEST(TextMetrics, NoLineBeginsWithADotAndRangesStayWhole) {
  for (double width = 100; width < 300; width += 7)
    for (const std::string& line : metrics().wrap("프로그램 · planned · c. 2017 – 2021", 13, Weight::regular, width)) {
      EXPECT_FALSE(line.starts_with("·")) << line;
      EXPECT_EQ(line.find("2017") == std::string::npos, line.find("2021") == std::string::npos) << line;
    }
}

TEST(TextMetrics, WrapOfNothingIsNoLine) { EXPECT_TRUE(metrics().wrap("  ", 13, Weight::regular, 50).empty()); }

TEST(TextMetrics, EvenLinesDifferLittle) {
  const auto lines = wrap_evenly(metrics(), "Reunions of separated families", 13, Weight::bold, 170);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1], "separated families");
}

TEST(TextMetrics, EvenLinesKeepRangesWhole) {
  const std::vector<std::string> expected{"works with,", "c. 2017 – 2021"};
  EXPECT_EQ(wrap_evenly(metrics(), "works with, c. 2017 – 2021", 12, Weight::regular, 108), expected);
}

TEST(TextMetrics, BoundsFollowTheAnchor) {
  Text text{{100, 50}, "Seoul", 13, Weight::regular, "#000000", Anchor::start};
  const Box start = bounds(metrics(), text);
  text.anchor = Anchor::middle;
  const Box middle = bounds(metrics(), text);
  text.anchor = Anchor::end;
  const Box end = bounds(metrics(), text);
  EXPECT_DOUBLE_EQ(start.x, 100);
  EXPECT_DOUBLE_EQ(middle.center().x, 100);
  EXPECT_DOUBLE_EQ(end.right(), 100);
  EXPECT_LT(start.y, 50);
  EXPECT_GT(start.bottom(), 50);
  EXPECT_NEAR(start.height, metrics().ascent(13) + metrics().descent(13), 1e-9);
}

}  // namespace
}  // namespace throughline
