// SPDX-License-Identifier: Apache-2.0
#include "time/worlds.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "time/masks.hpp"
#include "time/moments.hpp"

namespace throughline {
namespace {

constexpr Tolerance no_tolerance{0, std::nullopt};

std::int64_t months_in(Precision unit) {
  constexpr std::int64_t months[] = {0, 0, 1, 3, 12, 120, 1200};
  return months[static_cast<int>(unit)];
}

Bounds widened(const Bounds& bounds, Precision stated, const Tolerance& tolerance) {
  const std::int64_t months = months_in(tolerance.unit.value_or(stated)) * tolerance.amount;
  if (months == 0) return {*bounds.earliest - tolerance.amount, *bounds.latest + tolerance.amount};
  return {earlier_by_months(*bounds.earliest, months), later_by_months(*bounds.latest, months)};
}

Bounds bounds_of(const Date& date, const Tolerance& tolerance) {
  const Bounds stated = bounds_of(date);
  return is_approximate(date.qualifier()) ? widened(stated, precision_of(date), tolerance) : stated;
}

void add_qualities(Extent& extent, const Date& date) {
  extent.uncertain |= is_uncertain(date.qualifier());
  extent.approximate |= is_approximate(date.qualifier());
  extent.precision = std::max(extent.precision, precision_of(date));
}

Extent extent_of(const Date& date, const Tolerance& tolerance) {
  Extent extent;
  extent.precision = Precision::moment;
  extent.start = extent.end = bounds_of(date, tolerance);
  add_qualities(extent, date);
  return extent;
}

// Leaves only bounds that are reached in some world: the start is not after the latest end, nor the end before the
// earliest start. An end that is no date gets the one bound it can have.
void tighten(Extent& extent) {
  auto& latest_start = extent.start.latest;
  auto& earliest_end = extent.end.earliest;
  if (extent.end.latest && (!latest_start || *latest_start > *extent.end.latest)) latest_start = extent.end.latest;
  if (extent.start.earliest && (!earliest_end || *earliest_end < *extent.start.earliest))
    earliest_end = extent.start.earliest;
}

Extent extent_of(const Interval& interval, const Tolerance& tolerance) {
  Extent extent;
  extent.precision = Precision::moment;
  extent.is_interval = true;
  extent.start_open = std::holds_alternative<Open>(interval.start);
  extent.start_unknown = std::holds_alternative<Unknown>(interval.start);
  extent.ongoing = std::holds_alternative<Open>(interval.end);
  extent.end_unknown = std::holds_alternative<Unknown>(interval.end);
  if (const auto* start = std::get_if<Date>(&interval.start)) {
    extent.start = bounds_of(*start, tolerance);
    add_qualities(extent, *start);
  }
  if (const auto* end = std::get_if<Date>(&interval.end)) {
    extent.end = bounds_of(*end, tolerance);
    add_qualities(extent, *end);
  }
  tighten(extent);
  return extent;
}

Extent extent_of(const Member& member, const Tolerance& tolerance) {
  if (const auto* date = std::get_if<Date>(&member)) return extent_of(*date, tolerance);
  const auto& range = std::get<Range>(member);
  Extent extent;
  extent.precision = Precision::moment;
  if (range.first) {
    extent.start = bounds_of(*range.first, tolerance);
    add_qualities(extent, *range.first);
  }
  if (range.last) {
    extent.end = bounds_of(*range.last, tolerance);
    add_qualities(extent, *range.last);
  }
  return extent;
}

// Nothing is beyond everything: a bound that is missing in either is missing in both.
std::optional<Day> earlier(const std::optional<Day>& a, const std::optional<Day>& b) {
  return a && b ? std::optional(std::min(*a, *b)) : std::nullopt;
}
std::optional<Day> later(const std::optional<Day>& a, const std::optional<Day>& b) {
  return a && b ? std::optional(std::max(*a, *b)) : std::nullopt;
}

// One of them is a single day between the first and the last; all of them start on the earliest and end on the latest.
Extent extent_of(const Set& set, const Tolerance& tolerance) {
  Extent extent = extent_of(set.members.front(), tolerance);
  for (const Member& member : set.members) {
    const Extent each = extent_of(member, tolerance);
    extent.start = {earlier(extent.start.earliest, each.start.earliest),
                    earlier(extent.start.latest, each.start.latest)};
    extent.end = {later(extent.end.earliest, each.end.earliest), later(extent.end.latest, each.end.latest)};
    extent.uncertain |= each.uncertain;
    extent.approximate |= each.approximate;
    extent.precision = std::max(extent.precision, each.precision);
  }
  if (set.kind == Set::Kind::one_of) extent.start = extent.end = {extent.start.earliest, extent.end.latest};
  return extent;
}

Extent extent_of(const Edtf& value, const Tolerance& tolerance) {
  return std::visit([&](const auto& shape) { return extent_of(shape, tolerance); }, value.value);
}

// The same as numbers, where a start or an end may be no day at all: never.
constexpr Day never_began = std::numeric_limits<Day>::min();
constexpr Day never_ends = std::numeric_limits<Day>::max();

struct Range {
  Day first;
  Day last;
};

struct Stretch {
  Range start;
  Range end;
  bool is_day;  // start and end are the same day
};

Stretch stretch_of(const Extent& extent) {
  Stretch stretch{{extent.start.earliest.value_or(never_began), extent.start.latest.value_or(never_ends)},
                  {extent.end.earliest.value_or(never_began), extent.end.latest.value_or(never_ends)},
                  !extent.is_interval};
  if (extent.start_open) stretch.start = {never_began, never_began};
  if (extent.ongoing) stretch.end = {never_ends, never_ends};
  return stretch;
}

Stretch stretch_of(const Bounds& bounds) {
  const Day first = bounds.earliest.value_or(never_began);
  const Day last = bounds.latest.value_or(never_ends);
  return {{first, first}, {last, last}, false};
}

// In each rule the worlds of a and b vary independently, and each condition compares one end of a with one of b; so it
// holds in all worlds if it holds for the worst bounds. The possible case needs one world that meets all conditions.

Verdict verdict(bool is_certain, bool is_possible) {
  if (is_certain) return Verdict::certain;
  return is_possible ? Verdict::possible : Verdict::impossible;
}

Verdict overlap_rule(const Stretch& a, const Stretch& b) {
  return verdict(a.start.last <= b.end.first && b.start.last <= a.end.first,
                 a.start.first <= b.end.last && b.start.first <= a.end.last);
}

Verdict before_rule(const Stretch& a, const Stretch& b) {
  return verdict(a.end.last < b.start.first, a.end.first < b.start.last);
}

bool can_be_within(const Stretch& a, const Stretch& b) {
  // Within a single day, a must be that day from start to end.
  if (b.is_day) return std::max(b.start.first, a.end.first) <= std::min(b.end.last, a.start.last);
  return b.start.first <= a.start.last && a.end.first <= b.end.last;
}

Verdict during_rule(const Stretch& a, const Stretch& b) {
  return verdict(b.start.last <= a.start.first && a.end.last <= b.end.first, can_be_within(a, b));
}

using Rule = Verdict (*)(const Stretch&, const Stretch&);

Verdict capped(Verdict verdict, bool uncertain) { return uncertain ? both(verdict, Verdict::possible) : verdict; }

Answer answer(Verdict exact, Verdict tolerant, bool uncertain) {
  return {capped(tolerant, uncertain), capped(tolerant, uncertain) != capped(exact, uncertain)};
}

Answer decide(const Edtf& a, const Edtf& b, const Reading& reading, Rule rule) {
  const Extent near_a = extent_of(a, no_tolerance);
  const Extent near_b = extent_of(b, no_tolerance);
  const Verdict exact = rule(stretch_of(near_a), stretch_of(near_b));
  const bool uncertain = near_a.uncertain || near_b.uncertain;
  if (!near_a.approximate && !near_b.approximate) return answer(exact, exact, uncertain);
  return answer(exact, rule(stretch_of(extent_of(a, reading)), stretch_of(extent_of(b, reading))), uncertain);
}

auto sort_key(const Extent& extent) {
  return std::make_tuple(extent.start.earliest.value_or(never_began), extent.start.latest.value_or(never_ends),
                         extent.end.latest.value_or(never_ends), extent.end.earliest.value_or(never_began));
}

}  // namespace

Bounds bounds_of(const Date& date) {
  const std::int64_t first = first_year(date.year);
  const std::int64_t last = last_year(date.year);
  const bool is_month = date.month.is_given() && date.month.mask == 0 && !date.is_season();
  if (!is_month) return {first_day(first, 1), last_day(last, 12)};
  const int month = date.month.digits;
  if (!date.day.is_given() || date.day.mask != 0) return {first_day(first, month), last_day(last, month)};
  return {day_of(first, month, date.day.digits), day_of(last, month, date.day.digits)};
}

Precision precision_of(const Date& date) {
  if (date.time) return Precision::moment;
  if (date.day.is_given() && date.day.mask == 0) return Precision::day;
  if (date.month.is_given() && date.month.mask == 0) return date.is_season() ? Precision::season : Precision::month;
  if (date.year.mask == 0) return Precision::year;
  return date.year.mask == 1 ? Precision::decade : Precision::century;
}

Extent extent_of(const Edtf& value) { return extent_of(value, no_tolerance); }
Extent extent_of(const Edtf& value, const Reading& reading) { return extent_of(value, reading.tolerance); }

std::weak_ordering compare_in_time(const Extent& a, const Extent& b) { return sort_key(a) <=> sort_key(b); }

Answer held_during(const Edtf& value, const Bounds& stretch, const Reading& reading) {
  const Extent near = extent_of(value, no_tolerance);
  const Verdict exact = overlap_rule(stretch_of(near), stretch_of(stretch));
  const Verdict tolerant = overlap_rule(stretch_of(extent_of(value, reading)), stretch_of(stretch));
  return answer(exact, tolerant, near.uncertain);
}

Answer held_on(const Edtf& value, Day day, const Reading& reading) { return held_during(value, {day, day}, reading); }

Answer overlaps(const Edtf& a, const Edtf& b, const Reading& reading) { return decide(a, b, reading, overlap_rule); }

Answer before(const Edtf& a, const Edtf& b, const Reading& reading) {
  if (const auto by_clock = moment_before(a, b)) return {*by_clock, false};
  return decide(a, b, reading, before_rule);
}

Answer after(const Edtf& a, const Edtf& b, const Reading& reading) { return before(b, a, reading); }

Answer during(const Edtf& a, const Edtf& b, const Reading& reading) { return decide(a, b, reading, during_rule); }
Answer contains(const Edtf& a, const Edtf& b, const Reading& reading) { return during(b, a, reading); }

}  // namespace throughline
