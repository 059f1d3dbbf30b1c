// SPDX-License-Identifier: Apache-2.0
#include "time/moments.hpp"

#include "time/calendar.hpp"

namespace throughline {
namespace {

struct Seconds {  // since 1970-01-01T00:00, both included
  std::int64_t first;
  std::int64_t last;
};

Seconds seconds_of(const Date& date) {
  const Day day = day_of(date.year.value(), date.month.digits, date.day.digits);
  const std::int64_t minute = day * 1440 + date.time->hour * 60 + date.time->minute - date.time->shift_minutes;
  return {minute * 60 + date.time->second.value_or(0), minute * 60 + date.time->second.value_or(59)};
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
  const Seconds earlier = seconds_of(*first);
  const Seconds later = seconds_of(*second);
  if (earlier.last < later.first) return Verdict::certain;
  return earlier.first < later.last ? Verdict::possible : Verdict::impossible;
}

}  // namespace throughline
