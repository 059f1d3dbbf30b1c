// SPDX-License-Identifier: Apache-2.0
#include "time/wording.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "time/masks.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

std::string tolerance_words(const Date& date, const Tolerance& tolerance) {
  const auto amount = static_cast<std::size_t>(tolerance.amount);
  switch (tolerance.unit.value_or(precision_of(date))) {
    case Precision::moment:
    case Precision::day: return "±" + count_of(amount, "day");
    case Precision::month: return "±" + count_of(amount, "month");
    case Precision::season: return "±" + count_of(amount, "season");
    case Precision::year: return "±" + count_of(amount, "year");
    case Precision::decade: return "±" + count_of(amount * 10, "year");
    case Precision::century: return "±" + count_of(amount * 100, "year");
  }
  return {};
}

std::string tolerance_words(const Endpoint& end, const Tolerance& tolerance) {
  const auto* date = std::get_if<Date>(&end);
  return date != nullptr && is_approximate(date->qualifier()) ? tolerance_words(*date, tolerance) : "";
}

}  // namespace

std::string words(const Edtf& value, Language language) {
  return language == Language::korean ? korean_words(value) : english_words(value);
}

std::string tolerance_words(const Edtf& value, const Reading& reading) {
  if (const auto* date = std::get_if<Date>(&value.value)) return tolerance_words(Endpoint(*date), reading.tolerance);
  const auto& interval = std::get<Interval>(value.value);
  const std::string start = tolerance_words(interval.start, reading.tolerance);
  const std::string end = tolerance_words(interval.end, reading.tolerance);
  if (start.empty() || start == end) return end;
  return end.empty() ? start : start + ", " + end;
}

std::string grouped(std::int64_t number) {
  std::string text = fmt::format("{}", number);
  if (text.size() <= 4) return text;
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string clock_words(const TimeOfDay& time) {
  std::string text = fmt::format("{:02}:{:02}", time.hour, time.minute);
  if (time.second) text += fmt::format(":{:02}", *time.second);
  if (time.shift == Shift::none) return text;
  if (time.shift_minutes == 0) return text + " (UTC)";
  const int minutes = time.shift_minutes < 0 ? -time.shift_minutes : time.shift_minutes;
  const char* const sign = time.shift_minutes < 0 ? "−" : "+";
  return text + fmt::format(" (UTC{}{:02}:{:02})", sign, minutes / 60, minutes % 60);
}

bool is_plain_decade(const Year& year) {
  return year.mask == 1 && !year.is_negative && year.digits >= 1000 && year.digits % 100 != 0;
}

bool is_unspecified(const Part& part) { return part.mask == 0b11; }

}  // namespace throughline
