// SPDX-License-Identifier: Apache-2.0
#include "time/moments.hpp"

#include <tuple>

#include "time/calendar.hpp"
#include "time/clock.hpp"

namespace throughline {
namespace {

// Minutes since 1970-01-01T00:00, seconds, then 10^-18 of a second: a leap second comes after the 59th, and before the
// next minute.
using Instant = std::tuple<std::int64_t, int, std::uint64_t>;
struct Instants {  // both included
  Instant first;
  Instant last;
};

constexpr int most_digits = 18;

// What is not said may be anything: the seconds of a minute, the digits of a second.
Instants instants_of(const Date& date) {
  const TimeOfDay& time = *date.time;
  const Day day = day_of(date.year.value(), date.month.digits, date.day.digits);
  const std::int64_t minute = day * minutes_in_day + time.hour * 60 + time.minute - time.shift_minutes;
  std::uint64_t unit = 1;
  for (int digits = time.fraction_digits; digits < most_digits; ++digits) unit *= 10;
  const std::uint64_t fraction = time.fraction * unit;
  return {{minute, time.second.value_or(0), fraction}, {minute, time.second.value_or(59), fraction + unit - 1}};
}

// A clock whose shift is not told may be any on earth.
Instants anywhere(Instants instants) {
  std::get<0>(instants.first) -= most_minutes_ahead;
  std::get<0>(instants.last) += most_minutes_behind;
  return instants;
}

}  // namespace

std::optional<Verdict> moment_before(const Edtf& a, const Edtf& b) {
  const Date* first = timed_date(a);
  const Date* second = timed_date(b);
  if (first == nullptr || second == nullptr) return std::nullopt;
  Instants earlier = instants_of(*first);
  Instants later = instants_of(*second);
  const bool earlier_is_shifted = first->time->shift != Shift::none;
  const bool later_is_shifted = second->time->shift != Shift::none;
  if (!earlier_is_shifted && later_is_shifted) earlier = anywhere(earlier);
  if (earlier_is_shifted && !later_is_shifted) later = anywhere(later);
  if (earlier.last < later.first) return Verdict::certain;
  return earlier.first < later.last ? Verdict::possible : Verdict::impossible;
}

}  // namespace throughline
