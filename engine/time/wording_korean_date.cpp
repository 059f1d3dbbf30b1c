// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/masks.hpp"
#include "time/wording_parts.hpp"

namespace throughline {
namespace {

std::string number_of(const BigYear& year) {
  const auto era = era_year(year);
  if (!era) return power_of(year) + "년";
  if (era->is_before) return fmt::format("기원전 {}년", era->digits);
  return fmt::format("{}{}년", era->digits.size() < 4 ? "서기 " : "", era->digits);
}

std::string span(const Year& year) {
  return fmt::format("{}에서 {}", number_of(first_of(year)), number_of(last_of(year)));
}

// The year before a month: "2018년", "2000년에서 2099년 사이 어느 해".
std::string year_words(const Year& year) {
  switch (shape_of(year)) {
    case YearShape::exact: return number_of(named_by(year));
    case YearShape::estimated:
      if (is_too_long(year)) return fmt::format("{}(유효 숫자 {}자리)", number_of(named_by(year)), year.significant);
      return fmt::format("{} 사이 어느 해(추정 {})", span(year), number_of(named_by(year)));
    case YearShape::decade: return fmt::format("{}년대 어느 해", year.digits);
    case YearShape::span: return span(year) + " 사이 어느 해";
    case YearShape::unknown: return "연도 미상";
    case YearShape::ending: return fmt::format("끝자리가 {}인 어느 해", year_ending(year));
    case YearShape::pattern: return fmt::format("{} 꼴의 어느 해({} 사이)", year_pattern(year), span(year));
  }
  return {};
}

std::string division_words(const Date& date) {
  constexpr std::string_view seasons[] = {"봄", "여름", "가을", "겨울"};
  constexpr std::string_view hemispheres[] = {"", "(북반구)", "(남반구)"};
  constexpr std::string_view thirds[] = {"1~4월", "5~8월", "9~12월"};
  const Division division = division_of(date.month.digits);
  switch (division.kind) {
    case Division::Kind::season:
      return fmt::format("{}{}", seasons[division.number], hemispheres[static_cast<int>(division.hemisphere)]);
    case Division::Kind::quarter: return fmt::format("{}분기", division.number + 1);
    case Division::Kind::third: return std::string(thirds[division.number]);
    case Division::Kind::half: return division.number == 0 ? "상반기" : "하반기";
  }
  return {};
}

// "4월", "1월 또는 11월", "1월에서 9월 사이 어느 달"; the same for days.
std::string choice(const std::vector<int>& numbers, std::string_view unit, std::string_view some) {
  if (is_run(numbers)) return fmt::format("{0}{2}에서 {1}{2} 사이 {3}", numbers.front(), numbers.back(), unit, some);
  std::vector<std::string> names;
  for (int number : numbers) names.push_back(fmt::format("{}{}", number, unit));
  return listed(names, ", ", " 또는 ");
}

std::string month_words(const Date& date) {
  if (date.is_season()) return division_words(date);
  return is_unspecified(date.month) ? "어느 달" : choice(months_that_fit(date), "월", "어느 달");
}

std::string plain_words(const Date& date) {
  const YearShape shape = shape_of(date.year);
  const bool is_bare = !date.month.is_given();
  if (is_bare && shape == YearShape::decade) return fmt::format("{}년대 중 어느 때", date.year.digits);
  if (is_bare && shape == YearShape::span) return span(date.year) + " 사이 어느 때";
  std::string text = year_words(date.year);
  const std::string_view within = shape == YearShape::exact ? " 중 " : " ";
  if (is_bare) return text;
  if (date.day.is_given() && is_unspecified(date.day) && is_unspecified(date.month))
    return fmt::format("{}{}어느 날", text, within);
  if (is_unspecified(date.month) && !date.day.is_given()) return fmt::format("{}{}어느 달", text, within);
  text += " " + month_words(date);
  if (!date.day.is_given()) return text;
  if (is_unspecified(date.day)) return text + " 중 어느 날";
  text += " " + choice(days_that_fit(date), "일", "어느 날");
  return date.time ? fmt::format("{} {}", text, clock_words(*date.time)) : text;
}

// For what can be written at level 1.
std::string about_words(const Date& date) {
  const YearShape shape = shape_of(date.year);
  if (shape == YearShape::decade) return fmt::format("{}년대 무렵 어느 때", date.year.digits);
  if (shape == YearShape::span) return span(date.year) + " 무렵 어느 때";
  Date known = date;
  if (is_unspecified(date.day)) known.day = {};
  if (is_unspecified(date.month)) known.month = {};
  const std::string text = plain_words(known) + (date.is_season() ? " 무렵" : "경");
  if (is_unspecified(date.day)) return text + " 어느 날";
  return is_unspecified(date.month) ? text + " 어느 달" : text;
}

std::string_view quality(Qualifier qualifier) {
  constexpr std::string_view words[] = {"", "불확실", "대략", "불확실·대략"};
  return words[static_cast<int>(qualifier)];
}

std::string_view part_name(const Date& date, int part) {
  constexpr std::string_view names[] = {"연도", "월", "일"};
  constexpr std::string_view divisions[] = {"계절", "분기", "4개월", "반기"};
  return part == 1 && date.is_season() ? divisions[static_cast<int>(division_of(date.month.digits).kind)] : names[part];
}

// "연도 불확실, 월·일 대략"
std::string notes(const Date& date) {
  if (have_one_qualifier(date)) return std::string(quality(date.qualifier()));
  std::vector<std::string> texts;
  for (const PartNote& note : part_notes(date)) {
    std::vector<std::string> names;
    for (int part : note.parts) names.emplace_back(part_name(date, part));
    texts.push_back(fmt::format("{} {}", listed(names, "·", "·"), quality(note.qualifier)));
  }
  return listed(texts, ", ", ", ");
}

}  // namespace

std::string korean_words(const Date& date) {
  const Qualifier qualifier = date.qualifier();
  if (qualifier == Qualifier::none) return plain_words(date);
  const bool is_intricate = mask_level(date) == 2 || shape_of(date.year) == YearShape::estimated;
  if (is_intricate || !have_one_qualifier(date)) return fmt::format("{}({})", plain_words(date), notes(date));
  return (is_approximate(qualifier) ? about_words(date) : plain_words(date)) +
         (is_uncertain(qualifier) ? "(불확실)" : "");
}

}  // namespace throughline
