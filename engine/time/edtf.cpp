// SPDX-License-Identifier: Apache-2.0
#include "time/edtf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "time/masks.hpp"
#include "time/year_reader.hpp"

namespace throughline {
namespace {

std::string print_digits(std::uint64_t digits, std::size_t width, std::uint8_t mask) {
  std::string text = fmt::format("{:0{}}", digits, width);
  for (std::size_t i = 0; i < 8 && mask >> i != 0; ++i)
    if ((mask >> i & 1) != 0) text[text.size() - 1 - i] = 'X';
  return text;
}

std::string print(const Year& year) {
  std::string text = year.digits > 9999 || year.zeros > 0 ? "Y" : "";
  if (year.is_negative) text += '-';
  text += year.zeros > 0 ? fmt::format("{}E{}", year.digits, year.zeros) : print_digits(year.digits, 4, year.mask);
  if (year.significant > 0) text += fmt::format("S{}", year.significant);
  return text;
}

struct Parts {
  std::array<Qualifier, 3> qualifiers;
  std::size_t count;

  explicit Parts(const Date& date)
      : qualifiers{date.year.qualifier, date.month.qualifier, date.day.qualifier},
        count(date.day.is_given()     ? 3
              : date.month.is_given() ? 2
                                      : 1) {}

  // How many at the left have the qualifier of the year.
  std::size_t alike() const {
    std::size_t i = 1;
    while (i < count && qualifiers[i] == qualifiers[0]) ++i;
    return i;
  }
};

std::string print(const Endpoint& end) {
  if (const auto* date = std::get_if<Date>(&end)) return print_edtf(*date);
  return std::holds_alternative<Open>(end) ? ".." : "";
}

std::string print(const Member& member) {
  if (const auto* date = std::get_if<Date>(&member)) return print_edtf(*date);
  const auto& range = std::get<Range>(member);
  return fmt::format("{}..{}", range.first ? print_edtf(*range.first) : "", range.last ? print_edtf(*range.last) : "");
}

std::string print(const Interval& interval) { return print(interval.start) + "/" + print(interval.end); }

std::string print(const Set& set) {
  std::string text;
  for (const Member& member : set.members) text += (text.empty() ? "" : ",") + print(member);
  return set.kind == Set::Kind::one_of ? fmt::format("[{}]", text) : fmt::format("{{{}}}", text);
}

int level_of(const Date& date) {
  const Parts parts(date);
  const bool is_level_2 = date.year.zeros > 0 || date.year.significant > 0 || date.month.digits > 24;
  if (is_level_2 || mask_level(date) == 2 || parts.alike() < parts.count) return 2;
  const bool is_plain = !has_mask(date) && date.qualifier() == Qualifier::none && !date.is_season();
  return is_plain && !date.year.is_negative && !is_long_form(date.year) ? 0 : 1;
}

// Unspecified digits at an end of an interval are level 2 wherever they stand.
int level_of(const Endpoint& end) {
  const auto* date = std::get_if<Date>(&end);
  if (date == nullptr) return 1;
  return has_mask(*date) ? 2 : level_of(*date);
}

int level_of(const Interval& interval) { return std::max(level_of(interval.start), level_of(interval.end)); }

int level_of(const Set&) { return 2; }

}  // namespace

std::string print_time(const TimeOfDay& time) {
  std::string text = fmt::format("T{:02}:{:02}", time.hour, time.minute);
  if (time.second) text += fmt::format(":{:02}", *time.second);
  if (time.fraction_digits > 0) text += fmt::format(".{:0{}}", time.fraction, time.fraction_digits);
  const int shift = time.shift_minutes < 0 ? -time.shift_minutes : time.shift_minutes;
  if (time.shift == Shift::utc) text += 'Z';
  if (time.shift >= Shift::hours) text += fmt::format("{}{:02}", time.shift_minutes < 0 ? '-' : '+', shift / 60);
  if (time.shift == Shift::hours_and_minutes) text += fmt::format(":{:02}", shift % 60);
  return text;
}

std::string print_edtf(const Date& date) {
  const Parts parts(date);
  const std::size_t group = parts.alike();
  const std::string numbers[] = {print(date.year), print_digits(date.month.digits, 2, date.month.mask),
                                 print_digits(date.day.digits, 2, date.day.mask)};
  std::string text;
  for (std::size_t i = 0; i < parts.count; ++i) {
    if (i > 0) text += '-';
    if (i >= group) text += mark_of(parts.qualifiers[i]);
    text += numbers[i];
    if (i + 1 == group) text += mark_of(parts.qualifiers[i]);
  }
  return date.time ? text + print_time(*date.time) : text;
}

std::string print_edtf(const Edtf& value) {
  if (const auto* date = std::get_if<Date>(&value.value)) return print_edtf(*date);
  if (const auto* set = std::get_if<Set>(&value.value)) return print(*set);
  return print(std::get<Interval>(value.value));
}

int level_of(const Edtf& value) {
  return std::visit([](const auto& shape) { return level_of(shape); }, value.value);
}

int level_of(std::string_view text, const Edtf& value) {
  const auto is_mark = [](char c) { return c == '?' || c == '~' || c == '%'; };
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if (is_mark(text[i]) && text[i + 1] != '/') return 2;
  return level_of(value);
}

const Date* timed_date(const Edtf& value) {
  const auto* date = std::get_if<Date>(&value.value);
  return date != nullptr && date->time ? date : nullptr;
}

}  // namespace throughline
