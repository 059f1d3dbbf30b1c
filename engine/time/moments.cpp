// SPDX-License-Identifier: Apache-2.0
#include "time/moments.hpp"

#include <utility>

#include "time/calendar.hpp"

namespace throughline {
namespace {

// Since 1970-01-01T00:00, both included: seconds, then 10^-18 of a second.
using Instant = std::pair<std::int64_t, std::uint64_t>;
struct Instants {
  Instant first;
  Instant last;
};

constexpr int most_digits = 18;

// What is not said may be anything: the seconds of a minute, the digits of a second.
Instants instants_of(const Date& date) {
  const TimeOfDay& time = *date.time;
  const Day day = day_of(date.year.value(), date.month.digits, date.day.digits);
  const std::int64_t second = (day * 1440 + time.hour * 60 + time.minute - time.shift_minutes) * 60;
  std::uint64_t unit = 1;
  for (int digits = time.fraction_digits; digits < most_digits; ++digits) unit *= 10;
  const std::uint64_t fraction = time.fraction * unit;
  return {{second + time.second.value_or(0), fraction}, {second + time.second.value_or(59), fraction + unit - 1}};
}

const Date* timed_date(const Edtf& value) {
  const auto* date = std::get_if<Date>(&value.value);
  return date != nullptr && date->time ? date : nullptr;
}

}  // namespace

std::optional<Verdict> moment_before(const Edtf& a, const Edtf& b) {
  const Date* first = timed_date(a);
  const Date* second = timed_date(b);
  if (first == nullptr || second == nullptr) return std::nullopt;
  if ((first->time->shift == Shift::none) != (second->time->shift == Shift::none)) return std::nullopt;
  const Instants earlier = instants_of(*first);
  const Instants later = instants_of(*second);
  if (earlier.last < later.first) return Verdict::certain;
  return earlier.first < later.last ? Verdict::possible : Verdict::impossible;
}

}  // namespace throughline
