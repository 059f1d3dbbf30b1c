// SPDX-License-Identifier: Apache-2.0
#include "time/time_reader.hpp"

#include <fmt/format.h>

namespace throughline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class TimeReader {
 public:
  TimeReader(std::string_view text, std::size_t& at, EdtfError& error)
      : text_(text), start_(at), at_(at), error_(error) {}

  std::optional<TimeOfDay> read() {
    ++at_;
    if (!read_clock() || !is_real() || !read_shift()) return std::nullopt;
    return time_;
  }

 private:
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool fail(std::size_t offset, std::size_t length, std::string message) {
    error_ = {std::move(message), offset, length, {}};
    return false;
  }

  // Two digits, or a refusal that calls them by name.
  bool read_two(std::uint8_t& number, std::string_view name, int limit) {
    const bool is_there = at_ + 1 < text_.size() && is_digit(text_[at_]) && is_digit(text_[at_ + 1]);
    if (!is_there)
      return fail(start_, text_.size() - start_,
                  fmt::format("no {} of two digits in `{}`", name, text_.substr(start_)));
    number = static_cast<std::uint8_t>((text_[at_] - '0') * 10 + text_[at_ + 1] - '0');
    at_ += 2;
    return number <= limit || fail(at_ - 2, 2, fmt::format("there is no {} `{}`", name, text_.substr(at_ - 2, 2)));
  }

  bool read_clock() {
    if (!read_two(time_.hour, "hour", 24)) return false;
    if (!take(':')) return fail(start_, text_.size() - start_, fmt::format("no minutes in `{}`", text_.substr(start_)));
    if (!read_two(time_.minute, "minute", 59)) return false;
    if (!take(':')) return true;
    time_.second = 0;
    return read_two(*time_.second, "second", 60) && !is_fraction();
  }

  bool is_fraction() {
    if (at_ == text_.size() || (text_[at_] != '.' && text_[at_] != ',')) return false;
    fail(at_, text_.size() - at_, "EDTF has no fractions of a second");
    return true;
  }

  bool is_real() {
    const bool is_midnight = time_.minute == 0 && time_.second.value_or(0) == 0;
    if (time_.hour == 24 && !is_midnight) return fail(start_ + 1, at_ - start_ - 1, "the day ends at 24:00");
    // A leap second comes at 23:59:60 UTC; clocks elsewhere differ by quarters of an hour.
    if (time_.second == 60 && time_.minute % 15 != 14) return fail(at_ - 2, 2, "there is no leap second at this time");
    return true;
  }

  bool read_shift() {
    if (take('Z')) return time_.shift = Shift::utc, true;
    const std::size_t sign = at_;
    const bool is_negative = take('-');
    if (!is_negative && !take('+')) return true;
    std::uint8_t hours = 0;
    std::uint8_t minutes = 0;
    time_.shift = Shift::hours;
    if (!read_two(hours, "hour", 23)) return false;
    if (take(':')) {
      time_.shift = Shift::hours_and_minutes;
      if (!read_two(minutes, "minute", 59)) return false;
    }
    time_.shift_minutes = static_cast<std::int16_t>((hours * 60 + minutes) * (is_negative ? -1 : 1));
    if (is_negative && time_.shift_minutes == 0) {
      fail(sign, at_ - sign, fmt::format("`{}` is no shift from UTC", text_.substr(sign, at_ - sign)));
      error_.hint = "UTC is written `Z`";
      return false;
    }
    return true;
  }

  std::string_view text_;
  std::size_t start_;
  std::size_t& at_;
  EdtfError& error_;
  TimeOfDay time_;
};

}  // namespace

std::optional<TimeOfDay> read_time(std::string_view text, std::size_t& at, EdtfError& error) {
  return TimeReader(text, at, error).read();
}

}  // namespace throughline
