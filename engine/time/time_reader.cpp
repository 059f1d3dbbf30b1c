// SPDX-License-Identifier: Apache-2.0
#include "time/time_reader.hpp"

#include <fmt/format.h>

namespace throughline {
namespace {

constexpr int earliest_shift = -12 * 60;  // Baker Island
constexpr int latest_shift = 14 * 60;     // the Line Islands
constexpr std::size_t most_fraction_digits = 18;

class TimeReader {
 public:
  explicit TimeReader(EdtfCursor& cursor) : cursor_(cursor), start_(cursor.at) {}

  std::optional<TimeOfDay> read() {
    ++cursor_.at;
    if (!read_clock() || !is_real() || !read_shift()) return std::nullopt;
    return time_;
  }

 private:
  std::string_view all() const { return cursor_.text.substr(start_, cursor_.end - start_); }

  // Two digits, or a refusal that calls them by name.
  bool read_two(std::uint8_t& number, std::string_view name, int limit) {
    const std::string_view rest = cursor_.rest();
    if (rest.size() < 2 || !is_digit(rest[0]) || !is_digit(rest[1]))
      return cursor_.fail(start_, all().size(), fmt::format("no {} of two digits in {}", name, quoted(all())));
    number = static_cast<std::uint8_t>((rest[0] - '0') * 10 + rest[1] - '0');
    cursor_.at += 2;
    if (number <= limit) return true;
    return cursor_.fail(cursor_.at - 2, 2, fmt::format("there is no {} `{}`", name, rest.substr(0, 2)));
  }

  bool read_clock() {
    if (!read_two(time_.hour, "hour", 24)) return false;
    if (!cursor_.take(':')) return cursor_.fail(start_, all().size(), fmt::format("no minutes in {}", quoted(all())));
    if (!read_two(time_.minute, "minute", 59)) return false;
    if (!cursor_.take(':')) return true;
    time_.second = 0;
    return read_two(*time_.second, "second", 60) && read_fraction();
  }

  bool read_fraction() {
    if (cursor_.peek() == ',') return cursor_.fail(cursor_.at, 1, "fractions of a second follow a point", "write `.`");
    if (!cursor_.take('.')) return true;
    const std::size_t start = cursor_.at;
    for (; is_digit(cursor_.peek()); ++cursor_.at)
      time_.fraction = time_.fraction * 10 + static_cast<std::uint64_t>(cursor_.peek() - '0');
    const std::size_t digits = cursor_.at - start;
    if (digits == 0) return cursor_.fail(start - 1, 1, "no digits follow the point");
    if (digits > most_fraction_digits)
      return cursor_.fail(
          start, digits,
          fmt::format("a second has {} digits after the point, more than {}", digits, most_fraction_digits));
    time_.fraction_digits = static_cast<std::uint8_t>(digits);
    return true;
  }

  bool is_real() {
    const bool is_midnight = time_.minute == 0 && time_.second.value_or(0) == 0 && time_.fraction == 0;
    if (time_.hour == 24 && !is_midnight)
      return cursor_.fail(start_ + 1, cursor_.at - start_ - 1, "the day ends at 24:00");
    // A leap second comes at 23:59:60 UTC; clocks elsewhere differ by quarters of an hour.
    if (time_.second == 60 && time_.minute % 15 != 14)
      return cursor_.fail(cursor_.at - 2, 2, "there is no leap second at this time");
    return true;
  }

  // `+0930` is read like `+09:30`, which is how it is printed.
  bool read_shift_minutes(std::uint8_t& minutes) {
    if (!cursor_.take(':') && !is_digit(cursor_.peek())) return true;
    time_.shift = Shift::hours_and_minutes;
    return read_two(minutes, "minute", 59);
  }

  bool read_shift() {
    if (cursor_.take('Z')) return time_.shift = Shift::utc, true;
    const std::size_t sign = cursor_.at;
    const bool is_negative = cursor_.take('-');
    if (!is_negative && !cursor_.take('+')) return true;
    std::uint8_t hours = 0;
    std::uint8_t minutes = 0;
    time_.shift = Shift::hours;
    if (!read_two(hours, "hour", 99) || !read_shift_minutes(minutes)) return false;
    const int shift = (hours * 60 + minutes) * (is_negative ? -1 : 1);
    time_.shift_minutes = static_cast<std::int16_t>(shift);
    const std::string_view written = cursor_.since(sign);
    if (is_negative && shift == 0)
      return cursor_.fail(sign, written.size(), fmt::format("`{}` is no shift from UTC", written),
                          "UTC is written `Z`");
    if (shift >= earliest_shift && shift <= latest_shift) return true;
    return cursor_.fail(sign, written.size(), fmt::format("no clock is shifted by `{}` from UTC", written),
                        "shifts lie between -12:00 and +14:00");
  }

  EdtfCursor& cursor_;
  std::size_t start_;
  TimeOfDay time_;
};

}  // namespace

std::optional<TimeOfDay> read_time(EdtfCursor& cursor) { return TimeReader(cursor).read(); }

}  // namespace throughline
