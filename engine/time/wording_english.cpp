// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "time/wording_parts.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

std::string without_dates(const Interval& interval) {
  const bool is_open = std::holds_alternative<Open>(interval.start);
  const bool is_ongoing = std::holds_alternative<Open>(interval.end);
  if (!is_open && !is_ongoing) return "dates unknown";
  return fmt::format("{}, {}", is_open ? "open start" : "start unknown", is_ongoing ? "ongoing" : "end unknown");
}

std::string english_words(const Interval& interval) {
  const auto* start = std::get_if<Date>(&interval.start);
  const auto* end = std::get_if<Date>(&interval.end);
  if (start == nullptr && end == nullptr) return without_dates(interval);
  if (start == nullptr)
    return fmt::format("until {}, {}", english_words(*end),
                       std::holds_alternative<Open>(interval.start) ? "open start" : "start unknown");
  if (end == nullptr)
    return fmt::format("from {}, {}", english_words(*start),
                       std::holds_alternative<Open>(interval.end) ? "ongoing" : "end unknown");
  return fmt::format("from {} to {}", english_words(*start), english_words(*end));
}

std::string choice_words(const Range& range) {
  if (!range.first) return fmt::format("{} or earlier", english_words(*range.last));
  if (!range.last) return fmt::format("{} or later", english_words(*range.first));
  return fmt::format("some time from {} to {}", english_words(*range.first), english_words(*range.last));
}

std::string each_words(const Range& range) {
  constexpr std::string_view units[] = {"day", "month", "year"};
  const std::string_view unit = units[static_cast<int>(unit_of(range))];
  if (!range.first) return fmt::format("each {} up to {}", unit, english_words(*range.last));
  if (!range.last) return fmt::format("each {} from {} on", unit, english_words(*range.first));
  return fmt::format("each {} from {} to {}", unit, english_words(*range.first), english_words(*range.last));
}

std::string english_words(const Member& member, Set::Kind kind) {
  if (const auto* date = std::get_if<Date>(&member)) return english_words(*date);
  const auto& range = std::get<Range>(member);
  return kind == Set::Kind::one_of ? choice_words(range) : each_words(range);
}

// "1667, 1668 or some time from 1670 to 1672", with semicolons where a member is a list itself or a range is not the
// last: "to 1672 or 1680" would be read as one.
std::string english_words(const Set& set) {
  const bool is_choice = set.kind == Set::Kind::one_of;
  std::vector<std::string> members;
  bool is_range_before = false;
  for (const Member& member : set.members) {
    members.push_back(english_words(member, set.kind));
    is_range_before = is_range_before || (std::holds_alternative<Range>(member) && &member != &set.members.back());
  }
  const bool has_lists = is_range_before || has_phrases(members, {", ", " or ", " and "});
  const std::string_view or_and = is_choice ? "or" : "and";
  const std::string list = has_lists ? listed(members, "; ", fmt::format("; {} ", or_and))
                                     : listed(members, ", ", fmt::format(" {} ", or_and));
  if (!is_choice || members.size() == 1) return list;
  return (has_lists ? "one of these: " : "one of ") + list;
}

}  // namespace

std::string english_words(const Edtf& value) {
  return std::visit([](const auto& shape) { return english_words(shape); }, value.value);
}

}  // namespace throughline
