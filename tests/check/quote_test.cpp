// SPDX-License-Identifier: Apache-2.0
#include "check/quote.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "check/stored_texts.hpp"
#include "formats/load.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

QuoteMatch match(std::string_view text, std::string_view quote, std::string_view prefix = "",
                 std::string_view suffix = "") {
  return find_quote(FoldedText(text), quote, prefix, suffix).match;
}

TEST(Quote, white_space_of_every_sort_is_one_space) {
  EXPECT_EQ(match("the\n  bridge\u00A0plan", "the bridge plan"), QuoteMatch::found);
  EXPECT_EQ(match("the bridge plan", "the\u3000bridge\tplan"), QuoteMatch::found);
  EXPECT_EQ(match("the bridgeplan", "the bridge plan"), QuoteMatch::absent) << "none is not some";
}

TEST(Quote, typographic_quotation_marks_are_plain_ones) {
  EXPECT_EQ(match("“Yes,” she said; it’s so", "\"Yes,\" she said; it's so"), QuoteMatch::found);
  EXPECT_EQ(match("«Yes»", "\"Yes\""), QuoteMatch::absent) << "guillemets are other marks";
}

TEST(Quote, normal_forms_are_equal) {
  EXPECT_EQ(match("\u1110\u1169\u11BC\u110B\u1175\u11AF\u1107\u116E plans", "통일부 plans"), QuoteMatch::found);
  EXPECT_EQ(match("café", "cafe\u0301"), QuoteMatch::found);
}

TEST(Quote, nothing_else_is_forgiven) {
  EXPECT_EQ(match("The plan is not law", "the plan is not law"), QuoteMatch::absent) << "case";
  EXPECT_EQ(match("The plan is not law", "The plan is law"), QuoteMatch::absent) << "a not";
  EXPECT_EQ(match("1,200 people", "1.200 people"), QuoteMatch::absent) << "a number";
  EXPECT_EQ(match("a well-known plan", "a well–known plan"), QuoteMatch::absent) << "a dash";
  EXPECT_EQ(match("남북 대화", "남북 대회"), QuoteMatch::absent) << "a syllable";
  EXPECT_EQ(match("ﬁne", "fine"), QuoteMatch::absent) << "a ligature is another character";
}

TEST(Quote, has_whole_words) {
  EXPECT_EQ(match("the ministry plans", "ministry plan"), QuoteMatch::cuts_word);
  EXPECT_EQ(match("in 2021 it", "202"), QuoteMatch::cuts_word);
  EXPECT_EQ(match("통일부는 발표했다", "통일부"), QuoteMatch::found) << "Korean particles hang on the word";
  EXPECT_EQ(match("the plans, the plan", "the plan"), QuoteMatch::found) << "only the second is whole";
}

TEST(Quote, words_beside_it_choose_among_several) {
  constexpr std::string_view text = "First came the plan of Ada. Then came the plan of Ben.";
  EXPECT_EQ(match(text, "the plan"), QuoteMatch::ambiguous);
  EXPECT_EQ(match(text, "the plan", "Then came"), QuoteMatch::found);
  EXPECT_EQ(match(text, "the plan", "", "of Ada"), QuoteMatch::found);
  EXPECT_EQ(match(text, "the plan", "", "of Eve"), QuoteMatch::context_differs);
}

TEST(Quote, an_empty_quote_is_nowhere) { EXPECT_EQ(match("text", " "), QuoteMatch::absent); }

TEST(Quote, lines_are_those_of_the_text) {
  const FoldedText text("one\ntwo three\n\nfour\n");
  EXPECT_EQ(text.line_at(find_quote(text, "one", "", "").offsets[0]), 1U);
  EXPECT_EQ(text.line_at(find_quote(text, "three", "", "").offsets[0]), 2U);
  EXPECT_EQ(text.line_at(find_quote(text, "four", "", "").offsets[0]), 4U);
}

TEST(NearText, is_the_stretch_most_like_the_quote) {
  const FoldedText text("The ministry will send the bridge. It carried 1,200 people.");
  EXPECT_EQ(find_near_text(text, "it carried 1,300 people")->text, "It carried 1,200 people");
  EXPECT_FALSE(find_near_text(text, "zebras in the zoo").has_value());
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Every quote of the curated graph, with any one character taken out, is refused.
TEST(Quote, any_lost_character_is_noticed) {
  Diagnostics diagnostics;
  const RepositoryFiles files;
  const std::string paths[] = {"graphs/inter-korean"};
  const Model model = load(paths, files, {}, diagnostics);
  const std::vector<StoredText> texts = read_stored_texts(model, files);
  std::size_t tried = 0;
  for (const Citation& citation : model.citations) {
    const std::string quote(model.text(citation.quote));
    for (std::size_t i = 0; i < quote.size(); ++i) {
      if (is_continuation(quote[i])) continue;
      std::string damaged = quote;
      do damaged.erase(i, 1);
      while (i < damaged.size() && is_continuation(damaged[i]));
      const auto result = find_quote(*texts[position(citation.source)].text, damaged, model.text(citation.prefix),
                                     model.text(citation.suffix));
      ASSERT_NE(result.match, QuoteMatch::found) << damaged;
      ++tried;
    }
  }
  EXPECT_GT(tried, 50'000U);
}

}  // namespace
}  // namespace throughline
