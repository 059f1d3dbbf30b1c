// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/masks.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

std::string korean_year(std::int64_t year) {
  if (year < 1) return fmt::format("기원전 {}년", grouped(1 - year));
  return fmt::format("{}{}년", year < 1000 ? "서기 " : "", grouped(year));
}

std::string_view season_name(int month) {
  constexpr std::string_view seasons[] = {"봄", "여름", "가을", "겨울"};
  return seasons[month - 21];
}

std::string known_part(const Date& date) {
  const std::string year = korean_year(date.year.value());
  if (!date.month.is_given() || is_unspecified(date.month)) return year;
  if (date.is_season()) return fmt::format("{} {}", year, season_name(date.month.digits));
  const std::string month = fmt::format("{} {}월", year, date.month.digits);
  if (!date.day.is_given() || is_unspecified(date.day)) return month;
  const std::string day = fmt::format("{} {}일", month, date.day.digits);
  return date.time ? fmt::format("{} {}", day, clock_words(*date.time)) : day;
}

std::string some_year(const Year& year, bool is_about) {
  if (is_plain_decade(year)) return fmt::format("{}년대 {} 어느 때", year.digits, is_about ? "무렵" : "중");
  return fmt::format("{}에서 {} {} 어느 때", korean_year(first_year(year)), korean_year(last_year(year)),
                     is_about ? "무렵" : "사이");
}

std::string unqualified(const Date& date, bool is_about) {
  if (date.year.mask != 0) return some_year(date.year, is_about);
  std::string known = known_part(date);
  if (is_about) known += date.is_season() ? " 무렵" : "경";
  const std::string_view within = is_about ? "" : " 중";
  if (is_unspecified(date.day)) return fmt::format("{}{} 어느 날", known, within);
  if (is_unspecified(date.month)) return fmt::format("{}{} 어느 달", known, within);
  return known;
}

std::string korean_words(const Date& date) {
  const Qualifier qualifier = date.qualifier();
  return unqualified(date, is_approximate(qualifier)) + (is_uncertain(qualifier) ? "(불확실)" : "");
}

std::string korean_words(const Interval& interval) {
  const auto* start = std::get_if<Date>(&interval.start);
  const auto* end = std::get_if<Date>(&interval.end);
  if (start == nullptr)
    return fmt::format("{}까지 ({})", korean_words(*end),
                       std::holds_alternative<Open>(interval.start) ? "시작 시점 제한 없음" : "시작 시점 미상");
  if (end == nullptr)
    return fmt::format("{}부터 ({})", korean_words(*start),
                       std::holds_alternative<Open>(interval.end) ? "진행 중" : "종료 시점 미상");
  return fmt::format("{}부터 {}까지", korean_words(*start), korean_words(*end));
}

std::string korean_words(const Member& member) {
  if (const auto* date = std::get_if<Date>(&member)) return korean_words(*date);
  const auto& range = std::get<Range>(member);
  if (!range.first) return fmt::format("{} 이전", korean_words(*range.last));
  if (!range.last) return fmt::format("{} 이후", korean_words(*range.first));
  return fmt::format("{}부터 {}까지", korean_words(*range.first), korean_words(*range.last));
}

std::string korean_words(const Set& set) {
  std::string text;
  for (const Member& member : set.members) {
    if (!text.empty()) text += set.kind == Set::Kind::one_of ? " 또는 " : ", ";
    text += korean_words(member);
  }
  return text + (set.kind == Set::Kind::one_of ? " 중 하나" : " 모두");
}

}  // namespace

std::string korean_words(const Edtf& value) {
  return std::visit([](const auto& shape) { return korean_words(shape); }, value.value);
}

}  // namespace throughline
