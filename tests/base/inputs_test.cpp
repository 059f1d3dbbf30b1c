// SPDX-License-Identifier: Apache-2.0
#include "base/inputs.hpp"

#include <gtest/gtest.h>

#include "base/failure.hpp"
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

// A text that is not kept, as it was when it was opened.
struct PassingText {
  std::string text;
  std::size_t opened = 0;
  Inputs inputs;

  explicit PassingText(std::string content) : text(std::move(content)) {
    inputs.add_stream("t.csv", {}, [this] {
      ++opened;
      return std::make_unique<TextStream>(text);
    });
    read_all(*inputs.open(0));
  }
};

TEST(PassingInputs, show_a_small_text_without_reading_it_again) {
  PassingText small("a,b\nc,d\n");
  const Position at = small.inputs.position(Inputs::location(0, 6, 1));
  EXPECT_EQ(at.line, 2U);
  EXPECT_EQ(at.line_text, "c,d");
  EXPECT_EQ(small.opened, 1U);
}

TEST(PassingInputs, read_a_large_text_again_for_what_is_far_from_its_start) {
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "line " + std::to_string(i) + "\n";
  PassingText large(text);
  EXPECT_EQ(large.inputs.position(Inputs::location(0, 7, 1)).line_text, "line 1");
  EXPECT_EQ(large.opened, 1U);
  const auto far = large.inputs.position(Inputs::location(0, text.size() - 3, 1));
  EXPECT_EQ(far.line, 300'000U);
  EXPECT_EQ(far.line_text, "line 299999");
  EXPECT_EQ(large.opened, 2U);
  EXPECT_EQ(large.inputs.position(Inputs::location(0, 7, 1)).line, 2U) << "and near it still";
}

TEST(PassingInputs, refuse_to_show_a_text_that_has_changed) {
  PassingText large(std::string(2'000'000, 'x'));
  large.text[5] = 'y';
  EXPECT_THROW(large.inputs.position(Inputs::location(0, 1'999'999, 1)), Failure);
}

}  // namespace
}  // namespace throughline
