// SPDX-License-Identifier: Apache-2.0
#include "time/edtf.hpp"

#include <fmt/format.h>

#include "time/masks.hpp"

namespace throughline {
namespace {

std::string print_digits(std::uint64_t digits, std::size_t width, std::uint8_t mask) {
  std::string text = fmt::format("{:0{}}", digits, width);
  for (std::size_t i = 0; i < 8 && mask >> i != 0; ++i)
    if ((mask >> i & 1) != 0) text[text.size() - 1 - i] = 'X';
  return text;
}

std::string print(const Year& year) {
  return fmt::format("{}{}{}", year.digits > 9999 ? "Y" : "", year.is_negative ? "-" : "",
                     print_digits(year.digits, 4, year.mask));
}

std::string print(const Part& part) {
  return part.is_given() ? fmt::format("-{}", print_digits(part.digits, 2, part.mask)) : "";
}

std::string print(const TimeOfDay& time) {
  std::string text = fmt::format("T{:02}:{:02}", time.hour, time.minute);
  if (time.second) text += fmt::format(":{:02}", *time.second);
  const int shift = time.shift_minutes < 0 ? -time.shift_minutes : time.shift_minutes;
  if (time.shift == Shift::utc) text += 'Z';
  if (time.shift >= Shift::hours) text += fmt::format("{}{:02}", time.shift_minutes < 0 ? '-' : '+', shift / 60);
  if (time.shift == Shift::hours_and_minutes) text += fmt::format(":{:02}", shift % 60);
  return text;
}

std::string_view print(Qualifier qualifier) {
  constexpr std::string_view marks[] = {"", "?", "~", "%"};
  return marks[static_cast<int>(qualifier)];
}

std::string print(const Endpoint& end) {
  if (const auto* date = std::get_if<Date>(&end)) return print_edtf(*date);
  return std::holds_alternative<Open>(end) ? ".." : "";
}

std::string print(const Member& member) {
  if (const auto* date = std::get_if<Date>(&member)) return print_edtf(*date);
  const auto& range = std::get<Range>(member);
  return fmt::format("{}..{}", range.first ? print_edtf(*range.first) : "", range.last ? print_edtf(*range.last) : "");
}

std::string print(const Set& set) {
  std::string text;
  for (const Member& member : set.members) text += (text.empty() ? "" : ",") + print(member);
  return set.kind == Set::Kind::one_of ? fmt::format("[{}]", text) : fmt::format("{{{}}}", text);
}

int level_of(const Date& date) {
  const bool is_plain = mask_level(date) == 0 && date.qualifier() == Qualifier::none && !date.is_season();
  return is_plain && !date.year.is_negative && date.year.digits <= 9999 ? 0 : 1;
}

int level_of(const Endpoint& end) {
  const auto* date = std::get_if<Date>(&end);
  return date == nullptr ? 1 : level_of(*date);
}

}  // namespace

std::string print_edtf(const Date& date) {
  const std::string day = print(date.year) + print(date.month) + print(date.day);
  return day + (date.time ? print(*date.time) : std::string(print(date.qualifier())));
}

std::string print_edtf(const Edtf& value) {
  if (const auto* date = std::get_if<Date>(&value.value)) return print_edtf(*date);
  if (const auto* set = std::get_if<Set>(&value.value)) return print(*set);
  const auto& interval = std::get<Interval>(value.value);
  return print(interval.start) + "/" + print(interval.end);
}

int level_of(const Edtf& value) {
  if (const auto* date = std::get_if<Date>(&value.value)) return level_of(*date);
  if (std::holds_alternative<Set>(value.value)) return 2;
  const auto& interval = std::get<Interval>(value.value);
  return level_of(interval.start) == 0 && level_of(interval.end) == 0 ? 0 : 1;
}

}  // namespace throughline
