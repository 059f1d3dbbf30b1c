// SPDX-License-Identifier: Apache-2.0
#include "base/strings.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>

namespace throughline {
namespace {

RC_GTEST_PROP(StringPool, names_each_text_once, (const std::vector<std::string>& texts)) {
  StringPool pool;
  std::map<std::string, StringId> known{{"", StringId::empty}};
  for (const std::string& text : texts) {
    RC_ASSERT(pool.find(text) == (known.contains(text) ? known[text] : StringId::empty));
    const StringId id = pool.intern(text);
    RC_ASSERT(known.emplace(text, id).first->second == id);
  }
  for (const auto& [text, id] : known) RC_ASSERT(pool[id] == text);
  RC_ASSERT(pool.size() == known.size());
}

TEST(StringPool, holds_many_texts_and_long_ones) {
  StringPool pool;
  const std::string_view early = pool[pool.intern("early")];
  for (int i = 0; i < 100'000; ++i) pool.intern("text " + std::to_string(i));
  const StringId longest = pool.intern(std::string(5'000'000, 'x'));
  EXPECT_EQ(pool[longest].size(), 5'000'000U);
  EXPECT_EQ(pool[pool.find("text 99999")], "text 99999");
  EXPECT_EQ(early, "early") << "views stay valid";
  EXPECT_EQ(pool.find("text 100000"), StringId::empty);
}

TEST(StringPool, forgets_all_when_it_is_cleared) {
  StringPool pool;
  for (int i = 0; i < 10'000; ++i) pool.intern("text " + std::to_string(i));
  pool.clear();
  EXPECT_EQ(pool.size(), 1U);
  EXPECT_EQ(pool.find("text 1"), StringId::empty);
  EXPECT_EQ(pool[pool.intern("new")], "new");
}

}  // namespace
}  // namespace throughline
