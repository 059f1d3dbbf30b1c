// SPDX-License-Identifier: Apache-2.0
#include "base/inputs.hpp"

#include <gtest/gtest.h>

#include "base/sha256.hpp"
#include "base/strings.hpp"

namespace throughline {
namespace {

TEST(Inputs, lines_and_columns_count_from_one_in_characters) {
  Inputs inputs;
  const std::uint16_t input = inputs.add("story.yaml", "a: 1\r\n통일: x\n\nend");
  const std::string_view text = inputs[input].text;
  const auto at = [&](std::string_view piece) {
    return inputs.position(inputs.locate(input, text.substr(text.find(piece), piece.size())));
  };
  EXPECT_EQ(at("x").line, 2U);
  EXPECT_EQ(at("x").column, 5U);
  EXPECT_EQ(at("x").line_text, "통일: x");
  EXPECT_EQ(at("end").line, 4U);
  EXPECT_EQ(at("1").line_text, "a: 1") << "without its line end";
}

TEST(Inputs, a_place_behind_the_last_line_end_is_a_line) {
  Inputs inputs;
  const std::uint16_t input = inputs.add("a", "x\n");
  EXPECT_EQ(inputs.position(Inputs::location(input, 2, 0)).line, 2U);
}

TEST(StringPool, stores_each_text_once_and_keeps_views_valid) {
  StringPool pool;
  const StringId first = pool.intern("first");
  const std::string_view view = pool[first];
  for (int i = 0; i < 100'000; ++i) pool.intern("text " + std::to_string(i % 50'000));
  EXPECT_EQ(pool.intern("first"), first);
  EXPECT_EQ(pool[first].data(), view.data());
  EXPECT_EQ(pool.size(), 50'002U) << "with the empty text";
  EXPECT_EQ(pool.intern(""), StringId::empty);
}

TEST(Sha256, of_the_empty_text_and_of_abc) {
  EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace throughline
