// SPDX-License-Identifier: Apache-2.0
#include "base/text_order.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>

namespace throughline {
namespace {

// Texts that share long beginnings, repeat, hold NUL and bytes above ASCII.
rc::Gen<std::vector<std::string>> alike_texts() {
  const auto piece =
      rc::gen::element<std::string>("actor-", "actor-0000", std::string(1, '\0'), "\xED\x86\xB5", "b", "");
  return rc::gen::container<std::vector<std::string>>(
      rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
        return std::accumulate(pieces.begin(), pieces.end(), std::string());
      }));
}

RC_GTEST_PROP(TextOrder, is_that_of_a_stable_sort, ()) {
  const std::vector<std::string> texts = *rc::gen::scale(3.0, alike_texts());
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  std::vector<std::uint32_t> wanted(texts.size());
  std::iota(wanted.begin(), wanted.end(), 0U);
  std::stable_sort(wanted.begin(), wanted.end(), [&](auto a, auto b) { return texts[a] < texts[b]; });
  RC_ASSERT(order_of(views) == wanted);
}

RC_GTEST_PROP(TextOrder, ranks_are_equal_for_equal_texts_and_grow_with_them, ()) {
  const std::vector<std::string> texts = *rc::gen::scale(3.0, alike_texts());
  const std::vector<std::uint32_t> ranks = ranks_of(std::vector<std::string_view>(texts.begin(), texts.end()));
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t j = 0; j < texts.size(); ++j) RC_ASSERT((texts[i] < texts[j]) == (ranks[i] < ranks[j]));
}

TEST(TextOrder, texts_that_share_more_than_is_compared_by_words) {
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) texts.push_back(std::string(1000, 'x') + std::to_string(i * 7919 % 40));
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  std::sort(texts.begin(), texts.end());
  std::size_t at = 0;
  const std::vector<std::string_view> before = views;  // of texts as they are now
  for (const std::uint32_t i : order_of(before)) EXPECT_EQ(before[i], texts[at++]);
}

}  // namespace
}  // namespace throughline
