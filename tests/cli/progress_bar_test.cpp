// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_bar.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace throughline::cli {
namespace {

struct Told {
  std::ostringstream out;
  double seconds = 100;
  ProgressBar::Clock clock = [this] { return std::chrono::duration<double>(seconds); };
};

TEST(ProgressBar, says_nothing_within_a_second) {
  Told told;
  {
    ProgressBar bar(told.out, told.clock);
    told.seconds += 0.9;
    bar.passed("a.csv", 10, 20, 1);
  }
  EXPECT_EQ(told.out.str(), "");
}

TEST(ProgressBar, says_how_far_how_fast_and_how_long_and_is_wiped_out) {
  Told told;
  {
    ProgressBar bar(told.out, told.clock);
    told.seconds += 2;
    bar.passed("a.csv", 50'000'000, 200'000'000, 1'234'567);
    told.seconds += 0.05;
    bar.passed("a.csv", 60'000'000, 200'000'000, 1'400'000);  // too soon
  }
  EXPECT_EQ(told.out.str(), "\r\x1b[Ka.csv  25 % · 1,234,567 rows · 25 MB/s · 6 s left\r\x1b[K");
}

TEST(ProgressBar, leaves_out_what_nobody_knows) {
  Told told;
  ProgressBar bar(told.out, told.clock);
  told.seconds += 4;
  bar.passed("<stdin>", 8'000'000, 0, 10);
  EXPECT_EQ(told.out.str(), "\r\x1b[K<stdin> · 10 rows · 2 MB/s");
}

}  // namespace
}  // namespace throughline::cli
