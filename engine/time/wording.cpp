// SPDX-License-Identifier: Apache-2.0
#include "time/wording.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "time/masks.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

struct Unit {
  std::string_view noun;
  std::size_t amount;
};

Unit unit_of(Precision precision) {
  constexpr Unit units[] = {{"day", 1},  {"day", 1},   {"month", 1}, {"season", 1},
                            {"year", 1}, {"year", 10}, {"year", 100}};
  return units[static_cast<int>(precision)];
}

std::string tolerance_words(const Date& date, const Tolerance& tolerance) {
  const Unit unit = unit_of(tolerance.unit.value_or(precision_of(date)));
  return fmt::format("±{}", count_of(static_cast<std::size_t>(tolerance.amount) * unit.amount, unit.noun));
}

std::string tolerance_words(const Endpoint& end, const Tolerance& tolerance) {
  const auto* date = std::get_if<Date>(&end);
  return date != nullptr && is_approximate(date->qualifier()) ? tolerance_words(*date, tolerance) : "";
}

void append_once(std::string& list, const std::string& text) {
  if (text.empty() || list.find(text) != std::string::npos) return;
  list += (list.empty() ? "" : ", ") + text;
}

std::string tolerance_words(const Set& set, const Tolerance& tolerance) {
  std::string list;
  for (const Member& member : set.members) {
    if (const auto* date = std::get_if<Date>(&member)) append_once(list, tolerance_words(Endpoint(*date), tolerance));
    if (const auto* range = std::get_if<Range>(&member)) {
      if (range->first) append_once(list, tolerance_words(Endpoint(*range->first), tolerance));
      if (range->last) append_once(list, tolerance_words(Endpoint(*range->last), tolerance));
    }
  }
  return list;
}

}  // namespace

std::string words(const Edtf& value, Language language) {
  return language == Language::korean ? korean_words(value) : english_words(value);
}

std::string tolerance_words(const Edtf& value, const Reading& reading) {
  if (const auto* date = std::get_if<Date>(&value.value)) return tolerance_words(Endpoint(*date), reading.tolerance);
  if (const auto* set = std::get_if<Set>(&value.value)) return tolerance_words(*set, reading.tolerance);
  const auto& interval = std::get<Interval>(value.value);
  const std::string start = tolerance_words(interval.start, reading.tolerance);
  const std::string end = tolerance_words(interval.end, reading.tolerance);
  if (start.empty() || start == end) return end;
  return end.empty() ? start : fmt::format("{}, {}", start, end);
}

std::string grouped(std::int64_t number) {
  const std::string digits = fmt::format("{}", number);
  if (digits.size() <= 4) return digits;
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
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
