// SPDX-License-Identifier: Apache-2.0
#include "base/hangul.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace throughline {
namespace {

TEST(Hangul, a_consonant_stands_for_the_syllables_it_begins) {
  const CharacterRange range = syllables_for(U'\u1110');
  EXPECT_EQ(range.first, U'타');
  EXPECT_EQ(range.last, U'팋');
}

TEST(Hangul, an_open_syllable_can_be_closed) {
  EXPECT_TRUE(is_open_syllable(U'토'));
  EXPECT_FALSE(is_open_syllable(U'통'));
  EXPECT_TRUE(syllables_from(U'토').has(U'통'));
  EXPECT_EQ(closed_with(U'토', U'\u110B'), U'통');
  EXPECT_EQ(closed_with(U'토', U'\u1104'), 0U) << "ㄸ closes nothing";
  EXPECT_EQ(closed_with(U'통', U'\u110B'), 0U);
}

TEST(Hangul, syllables_differ_by_their_letters) {
  EXPECT_EQ(differing_letters(U'통', U'통'), 0U);
  EXPECT_EQ(differing_letters(U'통', U'톤'), 1U);
  EXPECT_EQ(differing_letters(U'통', U'곤'), 2U);
  EXPECT_EQ(differing_letters(U'통', U'가'), 3U);
  EXPECT_EQ(differing_letters(U'통', U'a'), 1U);
}

TEST(Hangul, letters_typed_one_by_one_fold_to_syllables) {
  EXPECT_EQ(fold_for_search("ㅌㅗㅇㅇㅣㄹㅂㅜ"), "통일부");
  EXPECT_EQ(fold_for_search("\uFFBC\uFFCC\uFFB7\uFFB7\uFFDC\uFFA9\uFFB2\uFFD3"), "통일부") << "half width";
  EXPECT_EQ(fold_for_search("\u1110\u1169\u11BC\u110B\u1175\u11AF\u1107\u116E"), "통일부") << "NFD";
  EXPECT_EQ(fold_for_search("ㄷㅏㄹㄱ"), fold_for_search("달ㄱ")) << "a consonant may also begin the next syllable";
}

TEST(Hangul, what_folds_plainly_folds_as_all_else) {
  EXPECT_EQ(fold_for_search("DMZ “평화” – 2018"), "dmz “평화” – 2018");
  EXPECT_EQ(fold_for_search("가\u11A8"), "각") << "a final that stands by itself is joined";
  EXPECT_EQ(fold_for_search("A\u0301"), "a");
}

}  // namespace
}  // namespace throughline
