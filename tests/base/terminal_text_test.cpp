// SPDX-License-Identifier: Apache-2.0
#include "base/terminal_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"

namespace throughline {
namespace {

using Lines = std::vector<std::string>;

TEST(Printable, keeps_what_people_write) { EXPECT_EQ(printable("Ministry 통일부 — “ok”"), "Ministry 통일부 — “ok”"); }

TEST(Printable, disarms_escapes_overrides_and_broken_bytes) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(printable("a\u009b31mb"), "a\uFFFD31mb");
  EXPECT_EQ(printable("a\u202Eb"), "a\uFFFDb");
  EXPECT_EQ(printable("a\x9b"
                      "b\x7f"),
            "a\uFFFDb\uFFFD");
}

TEST(Printable, knows_the_ends_of_lines) { EXPECT_EQ(printable("a\r\nb\nc\u2028d\te"), "a\nb\nc\nd e"); }

TEST(Wrap, breaks_at_words) {
  EXPECT_EQ(wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("one two three", 0), Lines{"one two three"});
  EXPECT_EQ(wrap("", 5), Lines{""});
  EXPECT_EQ(wrap("a\nb", 5), (Lines{"a", "b"}));
}

TEST(Wrap, breaks_long_words_after_hyphens_else_between_characters) {
  EXPECT_EQ(wrap("mou-plan-2021", 10), (Lines{"mou-plan-", "2021"}));
  EXPECT_EQ(wrap("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
}

TEST(Wrap, counts_hangul_as_two_columns) { EXPECT_EQ(wrap("통일부 장관", 6), (Lines{"통일부", "장관"})); }

RC_GTEST_PROP(Wrap, loses_nothing_and_passes_no_edge, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab -/가 ")));
  const auto columns = *rc::gen::inRange<std::size_t>(2, 12);
  std::string shown = printable(text);
  std::string kept;
  for (const std::string& line : wrap(shown, columns)) {
    RC_ASSERT(display_width(line) <= columns);
    kept += line;
  }
  std::erase(shown, ' ');
  std::erase(kept, ' ');
  RC_ASSERT(kept == shown);
}

}  // namespace
}  // namespace throughline
