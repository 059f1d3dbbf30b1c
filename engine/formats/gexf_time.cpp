// SPDX-License-Identifier: Apache-2.0
#include "formats/gexf_time.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

// Empty: no bound. Nothing: a bound that GEXF can't write.
std::optional<std::string> day_text(const std::optional<Day>& day) {
  if (!day) return std::string();
  const std::int64_t year = civil_of(*day).year;
  return year >= 1 && year <= 9999 ? std::optional(print_day(*day)) : std::nullopt;
}

void add_span(const Edtf& value, std::vector<GexfSpan>& spans) {
  const Extent extent = extent_of(value);
  const auto start = day_text(extent.start.earliest);
  const auto end = day_text(extent.end.latest);
  if (start && end && !(start->empty() && end->empty())) spans.push_back({*start, *end});
}

}  // namespace

std::vector<GexfSpan> gexf_spans(const Edtf& value) {
  std::vector<GexfSpan> spans;
  const Set* set = std::get_if<Set>(&value.value);
  if (!set || set->kind != Set::Kind::all_of) {
    add_span(value, spans);
    return spans;
  }
  for (const Member& member : set->members) add_span(Edtf{Set{Set::Kind::all_of, {member}}}, spans);
  return spans;
}

std::optional<std::string> date_of_gexf(std::span<const GexfSpan> spans) {
  std::vector<std::string> members;
  for (const auto& [start, end] : spans) {
    if (start.empty() && end.empty()) return std::nullopt;
    if (start == end)
      members.push_back(start);
    else if (spans.size() > 1)
      members.push_back(fmt::format("{}..{}", start, end));
    else
      members.push_back(fmt::format("{}/{}", start.empty() ? ".." : start, end.empty() ? ".." : end));
  }
  if (members.empty()) return std::nullopt;
  const std::string text = members.size() > 1 ? fmt::format("{{{}}}", join(members, ", ")) : members.front();
  EdtfError error;
  return parse_edtf(text, error) ? std::optional(text) : std::nullopt;
}

std::string next_to(std::string_view text, int by) {
  EdtfError error;
  const auto value = parse_edtf(text, error);
  const Date* date = value ? std::get_if<Date>(&value->value) : nullptr;
  if (!date || date->time || !date->day.is_given()) return std::string(text);
  return print_day(*bounds_of(*date).earliest + by);
}

}  // namespace throughline
