// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>

#include "base/terminal_text.hpp"
#include "base/text.hpp"

namespace throughline::cli {
namespace {

constexpr std::chrono::duration<double> patience{1};
constexpr std::chrono::duration<double> pause{0.1};
constexpr std::size_t widest_name = 30;

std::string with_commas(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

}  // namespace

ProgressBar::Clock ProgressBar::ticking_clock() {
  return [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()); };
}

ProgressBar::ProgressBar(std::ostream& out, Clock clock)
    : out_(out), clock_(std::move(clock)), start_(clock_()), shown_(start_ + patience - pause) {}

ProgressBar::~ProgressBar() {
  if (is_shown_) out_ << "\r\x1b[K" << std::flush;
}

void ProgressBar::passed(std::string_view name, std::size_t bytes, std::size_t of, std::size_t rows) {
  const std::chrono::duration<double> now = clock_();
  if (name != name_) {  // the one before is done; speed is that of this one
    if (!name_.empty()) start_ = now;
    name_ = name;
  }
  if (now - shown_ < pause) return;
  shown_ = now;
  is_shown_ = true;
  const double seconds = std::max((now - start_).count(), 1e-3);
  const double speed = static_cast<double>(bytes) / seconds;
  out_ << "\r\x1b[K" << shorten(printable(name), widest_name);
  if (of > 0) out_ << fmt::format("  {} %", std::min(bytes, of) * 100 / of);
  out_ << fmt::format(" · {} rows · {:.0f} MB/s", with_commas(rows), speed / 1e6);
  if (of > bytes && speed > 0)
    out_ << fmt::format(" · {:.0f} s left", std::ceil(static_cast<double>(of - bytes) / speed));
  out_ << std::flush;
}

}  // namespace throughline::cli
