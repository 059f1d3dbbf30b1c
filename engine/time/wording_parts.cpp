// SPDX-License-Identifier: Apache-2.0
#include "time/wording_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "time/clock.hpp"

namespace throughline {
namespace {

constexpr std::size_t longest_written_out = 30;  // digits of a year; a line of a table, not more

std::string one_more(std::string digits) {
  std::size_t i = digits.size();
  while (i > 0 && digits[i - 1] == '9') digits[--i] = '0';
  if (i == 0) return "1" + digits;
  ++digits[i - 1];
  return digits;
}

}  // namespace

YearShape shape_of(const Year& year) {
  if (insignificant_digits(year) > 0) return YearShape::estimated;
  const bool is_span = (year.mask & (year.mask + 1)) == 0;  // X at the right only
  if (year.mask == 0) return YearShape::exact;
  if (year.mask == 0b1111 && !year.is_negative) return YearShape::unknown;
  if (year.mask == 1 && !year.is_negative && year.digits >= 1000 && year.digits % 100 != 0) return YearShape::decade;
  if (is_span) return YearShape::span;
  const int known = 0b1111 & ~year.mask;
  return (known & (known + 1)) == 0 && !year.is_negative ? YearShape::ending : YearShape::pattern;
}

Division division_of(int month) {
  using Kind = Division::Kind;
  using Hemisphere = Division::Hemisphere;
  if (month >= 40) return {Kind::half, Hemisphere::unsaid, month - 40};
  if (month >= 37) return {Kind::third, Hemisphere::unsaid, month - 37};
  if (month >= 33) return {Kind::quarter, Hemisphere::unsaid, month - 33};
  if (month >= 29) return {Kind::season, Hemisphere::southern, month - 29};
  if (month >= 25) return {Kind::season, Hemisphere::northern, month - 25};
  return {Kind::season, Hemisphere::unsaid, month - 21};
}

std::vector<PartNote> part_notes(const Date& date) {
  const Qualifier qualifiers[] = {date.year.qualifier, date.month.qualifier, date.day.qualifier};
  std::vector<PartNote> notes;
  for (Qualifier qualifier : {Qualifier::uncertain, Qualifier::approximate, Qualifier::both}) {
    PartNote note{qualifier, {}};
    for (int i = 0; i < 3; ++i)
      if (qualifiers[i] == qualifier) note.parts.push_back(i);
    if (!note.parts.empty()) notes.push_back(std::move(note));
  }
  return notes;
}

bool have_one_qualifier(const Date& date) {
  const Qualifier first = date.year.qualifier;
  const auto is_alike = [&](const Part& part) { return !part.is_given() || part.qualifier == first; };
  return is_alike(date.month) && is_alike(date.day);
}

std::string_view english_month(int month) {
  constexpr std::string_view names[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
  return names[month - 1];
}

std::string_view english_month_short(int month) { return english_month(month).substr(0, 3); }

std::optional<EraYear> era_year(const BigYear& year) {
  if (year.digits.size() > longest_written_out) return std::nullopt;
  const bool is_before = year.is_negative || year.digits == "0";
  return EraYear{grouped(is_before ? one_more(year.digits) : year.digits), is_before};
}

bool is_too_long(const Year& year) { return last_of(year).digits.size() > longest_written_out; }

std::string power_of(const BigYear& year) {
  const std::string kept = year.digits.substr(0, year.digits.find_last_not_of('0') + 1);
  return fmt::format("{}{} × 10^{}", year.is_negative ? "−" : "", grouped(kept), year.digits.size() - kept.size());
}

std::string grouped(const std::string& digits) {
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
  if (time.fraction_digits > 0) text += fmt::format(".{:0{}}", time.fraction, time.fraction_digits);
  if (time.shift == Shift::none) return text;
  return fmt::format("{} ({})", text, shift_words(time.shift_minutes));
}

bool is_unspecified(const Part& part) { return part.mask == 0b11; }

bool is_run(const std::vector<int>& numbers) {
  return numbers.size() >= 3 && numbers.back() - numbers.front() + 1 == static_cast<int>(numbers.size());
}

std::string year_pattern(const Year& year) {
  std::string pattern = fmt::format("{:04}", year.digits);
  for (std::size_t i = 0; i < 4; ++i)
    if ((year.mask >> i & 1) != 0) pattern[3 - i] = 'X';
  return (year.is_negative ? "−" : "") + pattern;
}

std::string year_ending(const Year& year) {
  const std::string pattern = year_pattern(year);
  return pattern.substr(pattern.find_last_of('X') + 1);
}

bool has_phrases(const std::vector<std::string>& texts, std::initializer_list<std::string_view> parts) {
  const auto has_part = [&](const std::string& text) {
    return std::any_of(parts.begin(), parts.end(), [&](auto part) { return text.find(part) != std::string::npos; });
  };
  return texts.size() > 1 && std::any_of(texts.begin(), texts.end(), has_part);
}

std::string listed(const std::vector<std::string>& words, std::string_view separator, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? last : separator;
    text += words[i];
  }
  return text;
}

}  // namespace throughline
