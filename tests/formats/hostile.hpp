// SPDX-License-Identifier: Apache-2.0
// What hostile texts are held against: read in full, or refused with one message that names its place, and nothing
// written. Used by hostile_test.cpp (forms of any format) and hostile_own_test.cpp (forms of a format's own).
//
//   expect_said("a.yaml", "actors: 7", "error: `actors` is a text where a mapping is needed [TL104]");
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "support/program.hpp"

namespace throughline {

inline std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

inline std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// ---- what is expected: nothing said, or "error: …", "warning: …" as the message begins

inline void expect_said(const std::string& file, const std::string& text, std::string_view said) {
  const Outcome outcome = run_program({"-g", file, "convert", "-o", "out.jsonl"}, {}, {{file, text}});
  const bool is_refused = said.starts_with("error: ");
  EXPECT_EQ(outcome.exit, is_refused ? 1 : 0) << outcome.err.substr(0, 2000);
  EXPECT_EQ(outcome.written.empty(), is_refused);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(count(outcome.err, ": error: "), is_refused ? 1U : 0U) << outcome.err.substr(0, 2000);
  EXPECT_LT(outcome.err.size(), 4000U) << "a long text is cut around its place";
  if (said.empty()) return;
  EXPECT_NE(outcome.err.find(": " + std::string(said)), std::string::npos) << outcome.err.substr(0, 2000);
  EXPECT_TRUE(outcome.err.starts_with(file + ":") || outcome.err.find('\n' + file + ":") != std::string::npos)
      << "no place: " << outcome.err.substr(0, 2000);
}

}  // namespace throughline
