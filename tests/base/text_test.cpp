// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace throughline {
namespace {

TEST(Text, finds_the_first_byte_that_is_no_utf8) {
  EXPECT_EQ(find_invalid_utf8("통일부 ok"), std::nullopt);
  EXPECT_EQ(find_invalid_utf8("ab\xC3("), 2U);
  EXPECT_EQ(find_invalid_utf8("ab\xED\xA0\x80"), 2U) << "a surrogate";
  EXPECT_EQ(find_invalid_utf8("ab\xC0\xAF"), 2U) << "an overlong form";
}

TEST(Text, nfc_joins_what_was_taken_apart) {
  EXPECT_EQ(to_nfc("cafe\u0301"), "caf\u00e9");
  EXPECT_EQ(to_nfc("\u1110\u1169\u11BC"), "\uD1B5") << "Hangul written in letters";
}

TEST(Text, folding_for_search_drops_case_and_accents) {
  EXPECT_EQ(fold_for_search("Swanstr\u00f6m"), fold_for_search("SWANSTROM"));
  EXPECT_EQ(fold_for_search("\uFF21"), "a");
}

TEST(Text, width_counts_columns_of_a_terminal) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("통일부"), 6U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
}

TEST(Text, shortening_says_that_something_is_gone) {
  EXPECT_EQ(shorten("Ministry", 20), "Ministry");
  EXPECT_EQ(shorten("Ministry of Works", 9), "Ministry…");
  EXPECT_EQ(shorten("통일부", 5), "통일…");
  EXPECT_EQ(shorten("통일부", 4), "통…");
}

TEST(Text, edit_distance_counts_characters_and_swaps) {
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("plan", "paln"), 1U);
  EXPECT_EQ(edit_distance("통일부", "통일보"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(Text, nearest_forgives_a_slip_but_guesses_nothing) {
  const std::string_view known[] = {"actors", "aliases", "announces", "source"};
  EXPECT_EQ(nearest("acotrs", known), "actors");
  EXPECT_EQ(nearest("alias", known), "aliases") << "an ending forgotten";
  EXPECT_EQ(nearest("zebra", known), "");
  EXPECT_EQ(nearest("", known), "");
}

TEST(Text, characters_at_and_before_an_offset) {
  constexpr std::string_view text = "a통b";
  EXPECT_EQ(character_at(text, 1), U'통');
  EXPECT_EQ(character_before(text, 4), U'통');
  EXPECT_EQ(character_before(text, 0), 0U);
  EXPECT_EQ(character_at(text, text.size()), 0U);
}

}  // namespace
}  // namespace throughline
