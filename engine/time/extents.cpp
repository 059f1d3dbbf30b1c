// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "time/day_worlds.hpp"
#include "time/each_date.hpp"

namespace throughline {
namespace {

Bounds bounds_of(const DaySet& days) { return days.is_empty() ? Bounds{} : bounds_of(days.hull()); }

bool has_no_first(const Member& member) {
  const auto* range = std::get_if<Range>(&member);
  return range != nullptr && !range->first;
}
bool has_no_last(const Member& member) {
  const auto* range = std::get_if<Range>(&member);
  return range != nullptr && !range->last;
}

void add_open_ends(Extent& extent, const Date&) { extent.is_interval = false; }

void add_open_ends(Extent& extent, const Interval& interval) {
  extent.is_interval = true;
  extent.start_open = std::holds_alternative<Open>(interval.start);
  extent.start_unknown = std::holds_alternative<Unknown>(interval.start);
  extent.ongoing = std::holds_alternative<Open>(interval.end);
  extent.end_unknown = std::holds_alternative<Unknown>(interval.end);
}

void add_open_ends(Extent& extent, const Set& set) {
  if (set.kind == Set::Kind::one_of) return;
  extent.start_open = std::any_of(set.members.begin(), set.members.end(), has_no_first);
  extent.ongoing = std::any_of(set.members.begin(), set.members.end(), has_no_last);
}

Extent extent_of(const Edtf& value, const Lens& lens) {
  const DayWorlds worlds = day_worlds(value, lens);
  Extent extent;
  extent.start = bounds_of(worlds.first_days);
  extent.end = bounds_of(worlds.last_days);
  std::visit([&](const auto& form) { add_open_ends(extent, form); }, value.value);
  // A start that never was is on no day; but nothing starts after the last end, nor ends before the first start.
  if (extent.start_open) extent.start.latest = extent.end.latest;
  if (extent.ongoing) extent.end.earliest = extent.start.earliest;
  extent.uncertain = is_uncertain(qualifier_of(value));
  extent.approximate = is_approximate(qualifier_of(value));
  extent.precision = Precision::moment;
  bool has_date = false;
  for_each_date(value, [&](const Date& date) {
    extent.precision = std::max(extent.precision, precision_of(date));
    has_date = true;
  });
  if (!has_date) extent.precision = Precision::day;
  return extent;
}

auto sort_key(const Extent& extent) {
  return std::make_tuple(extent.start.earliest.value_or(never_began), extent.start.latest.value_or(never_ends),
                         extent.end.latest.value_or(never_ends), extent.end.earliest.value_or(never_began));
}

std::optional<std::string> print_exactly(const std::optional<Day>& day, const YearScale& years) {
  if (!day) return std::nullopt;
  const std::string near = print_day(*day);
  const std::string year = print_year(civil_of(*day).year);
  return years.print_year(civil_of(*day).year) + near.substr(year.size());
}

}  // namespace

Date date_on(Day day) {
  const Civil civil = civil_of(day);
  Date date;
  date.year.is_negative = civil.year < 0;
  date.year.digits = static_cast<std::uint64_t>(civil.year < 0 ? -civil.year : civil.year);
  date.month.digits = static_cast<std::uint8_t>(civil.month);
  date.day.digits = static_cast<std::uint8_t>(civil.day);
  return date;
}

Bounds bounds_of(const Date& date) { return bounds_of(days_of(date, {no_tolerance, {}})); }

Extent extent_of(const Edtf& value) { return extent_of(value, Lens{no_tolerance, {}}); }
Extent extent_of(const Edtf& value, const Reading& reading) { return extent_of(value, Lens{reading.tolerance, {}}); }

ExtentTexts print_extent(const Edtf& value) {
  const Edtf* const values[] = {&value};
  const YearScale years(values, 0);
  const Extent extent = extent_of(value, Lens{no_tolerance, years});
  const auto print = [&](const Bounds& bounds) {
    return BoundTexts{print_exactly(bounds.earliest, years), print_exactly(bounds.latest, years)};
  };
  return {print(extent.start), print(extent.end)};
}

std::weak_ordering compare_in_time(const Extent& a, const Extent& b) { return sort_key(a) <=> sort_key(b); }

}  // namespace throughline
