// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"

namespace throughline {
namespace {

using namespace std::string_view_literals;

std::string decoded_text(std::string_view bytes, std::string_view encoding, std::size_t step = 1 << 16) {
  const auto stream = decoded(std::make_unique<TextStream>(std::string(bytes)), encoding);
  std::string text;
  std::string room(step, '\0');
  for (std::size_t count = step; count == step;) {
    count = stream->read(room);
    text.append(room, 0, count);
  }
  return text;
}

TEST(Decoded, by_what_is_declared) {
  EXPECT_EQ(decoded_text("caf\xE9", "windows-1252"), "café");
  EXPECT_EQ(decoded_text("caf\x8E", "macintosh"), "café");
  EXPECT_EQ(decoded_text("\xC5\xEB\xC0\xCF", "CP949"), "통일");
  EXPECT_EQ(decoded_text("caf\xC3\xA9", ""), "café");
}

TEST(Decoded, by_its_mark_whatever_is_declared) {
  EXPECT_EQ(decoded_text("\xEF\xBB\xBF"
                         "a",
                         "windows-1252"),
            "a");
  EXPECT_EQ(decoded_text("\xFF\xFE"
                         "a\0,\0"sv,
                         ""),
            "a,");
  EXPECT_EQ(decoded_text("\xFE\xFF\0a\xD1\xB5"sv, ""), "a통");
}

TEST(Decoded, passes_bytes_that_are_of_another_encoding) {
  EXPECT_EQ(decoded_text("a\x81z", "windows-1252"), "a\x81z");
  EXPECT_EQ(decoded_text("a\0b"sv, "UTF-16LE"),
            "a"
            "b")
      << "half a character at the end";
  EXPECT_EQ(decoded_text("", "UTF-16LE"), "");
}

RC_GTEST_PROP(Decoded, the_same_in_pieces_of_any_size, (const std::string& bytes)) {
  const auto step = *rc::gen::inRange<std::size_t>(1, 9);
  for (const std::string_view encoding : {"windows-1252", "CP949", "UTF-16BE", ""})
    RC_ASSERT(decoded_text(bytes, encoding, step) == decoded_text(bytes, encoding));
}

TEST(Decoded, a_long_text_that_cuts_characters_at_blocks) {
  std::string bytes;
  std::string wanted;
  for (int i = 0; i < 50'000; ++i) bytes += i % 3 == 0 ? "a" : "\xC5\xEB", wanted += i % 3 == 0 ? "a" : "통";
  EXPECT_EQ(decoded_text(bytes, "CP949"), wanted);
}

TEST(LikelyEncodings, are_those_of_spreadsheets) {
  EXPECT_EQ(likely_encodings("\xE9t\xE9, M\xFCller, Stra\xDF"
                             "e")
                .front(),
            "windows-1252");
  EXPECT_EQ(likely_encodings("\x8Et\x8E, M\x9Fller").front(), "macintosh");
  EXPECT_EQ(likely_encodings("\xC5\xEB\xC0\xCF\xBA\xCE,\xBF\xDC\xB1\xB3\xBA\xCE\n").front(), "CP949");
  EXPECT_EQ(likely_encodings("a\0,\0b\0\n\0"sv).front(), "UTF-16LE");
  EXPECT_EQ(likely_encodings("\0a\0,\0b\0\n"sv).front(), "UTF-16BE");
}

}  // namespace
}  // namespace throughline
