// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/wording_parts.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

std::string_view start_words(const Interval& interval) {
  return std::holds_alternative<Open>(interval.start) ? "시작 시점 제한 없음" : "시작 시점 미상";
}

std::string_view end_words(const Interval& interval) {
  return std::holds_alternative<Open>(interval.end) ? "진행 중" : "종료 시점 미상";
}

std::string korean_words(const Interval& interval) {
  const auto* start = std::get_if<Date>(&interval.start);
  const auto* end = std::get_if<Date>(&interval.end);
  if (start == nullptr && end == nullptr) {
    const bool is_unknown =
        std::holds_alternative<Unknown>(interval.start) && std::holds_alternative<Unknown>(interval.end);
    return is_unknown ? "시기 미상" : fmt::format("{}, {}", start_words(interval), end_words(interval));
  }
  if (start == nullptr) return fmt::format("{}까지 ({})", korean_words(*end), start_words(interval));
  if (end == nullptr) return fmt::format("{}부터 ({})", korean_words(*start), end_words(interval));
  return fmt::format("{}부터 {}까지", korean_words(*start), korean_words(*end));
}

std::string choice_words(const Range& range) {
  if (!range.first) return fmt::format("{} 또는 그 이전", korean_words(*range.last));
  if (!range.last) return fmt::format("{} 또는 그 이후", korean_words(*range.first));
  return fmt::format("{}에서 {} 사이 어느 때", korean_words(*range.first), korean_words(*range.last));
}

std::string each_words(const Range& range) {
  constexpr std::string_view units[] = {"매일", "매월", "매년"};
  const std::string_view each = units[static_cast<int>(unit_of(range))];
  if (!range.first) return fmt::format("{}까지 {}", korean_words(*range.last), each);
  if (!range.last) return fmt::format("{}부터 {}", korean_words(*range.first), each);
  return fmt::format("{}부터 {}까지 {}", korean_words(*range.first), korean_words(*range.last), each);
}

std::string korean_words(const Member& member, Set::Kind kind) {
  if (const auto* date = std::get_if<Date>(&member)) return korean_words(*date);
  const auto& range = std::get<Range>(member);
  return kind == Set::Kind::one_of ? choice_words(range) : each_words(range);
}

std::string korean_words(const Set& set) {
  const bool is_choice = set.kind == Set::Kind::one_of;
  std::vector<std::string> members;
  for (const Member& member : set.members) members.push_back(korean_words(member, set.kind));
  const bool has_lists = has_phrases(members, {", ", " 또는 "});
  const std::string_view comma = has_lists ? "; " : ", ";
  const std::string list = listed(members, comma, is_choice ? (has_lists ? "; 또는 " : " 또는 ") : comma);
  if (members.size() == 1) return list;
  return list + (is_choice ? " 중 하나" : " 모두");
}

}  // namespace

std::string korean_words(const Edtf& value) {
  return std::visit([](const auto& shape) { return korean_words(shape); }, value.value);
}

}  // namespace throughline
