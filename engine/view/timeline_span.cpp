// SPDX-License-Identifier: Apache-2.0
#include "view/timeline_span.hpp"

#include <algorithm>

namespace throughline {

namespace {

bool starts_unbounded(const Extent& extent) {
  return extent.start_open || extent.start_unknown || !extent.start.earliest;
}
bool ends_unbounded(const Extent& extent) { return extent.ongoing || extent.end_unknown || !extent.end.latest; }

std::optional<DayRange> range_of(const Bounds& bounds) {
  if (!bounds.earliest && !bounds.latest) return std::nullopt;
  const Day first = bounds.earliest ? *bounds.earliest : *bounds.latest;
  const Day last = bounds.latest ? *bounds.latest : *bounds.earliest;
  return DayRange{std::min(first, last), std::max(first, last)};
}

// A date that is no interval says the same about its start and its end; each may lack what the other has.
DayRange moment_days(const Extent& extent) {
  const auto start = range_of(extent.start);
  const auto end = range_of(extent.end);
  if (!start || !end) return start ? *start : *end;
  return {std::min(start->first, end->first), std::max(start->last, end->last)};
}

// A page ends at its borders. What is open, or ends who knows when, goes on to the pages beside it, on the first and
// the last to the edge of the axis.
MomentSpan on_page(MomentSpan span, const Extent& extent, const TimeAxis& axis) {
  const AxisPiece& page = axis.pieces().front();
  span.from_before = extent.start.earliest ? *extent.start.earliest < page.from : axis.page()->has_before;
  span.goes_on = extent.end.latest ? *extent.end.latest >= page.to : axis.page()->has_after;
  const bool is_bounded_left = extent.start.earliest || axis.page()->has_before;
  const bool is_bounded_right = extent.end.latest || axis.page()->has_after;
  span.left = std::max(span.left, is_bounded_left ? page.left : axis.left());
  span.right = std::min(span.right, is_bounded_right ? page.right : axis.right());
  span.x = (span.left + span.right) / 2;
  return span;
}

BarSpan on_page(BarSpan span, const TimeAxis& axis) {
  const AxisPiece& page = axis.pieces().front();
  double least = axis.left();
  double most = axis.right();
  if (span.start == BarEnd::dated ? span.left < page.left - 0.01 : axis.page()->has_before) {
    span.start = BarEnd::elsewhere;
    span.left = page.left - cap_length;
    least = page.left;
  }
  if (span.end == BarEnd::dated ? span.right > page.right + 0.01 : axis.page()->has_after) {
    span.end = BarEnd::elsewhere;
    span.right = page.right + cap_length;
    most = page.right;
  }
  span.core_left = std::clamp(span.core_left, least, most);
  span.core_right = std::clamp(span.core_right, least, most);
  return span;
}

}  // namespace

bool has_place(const Extent& extent) { return range_of(extent.start) || range_of(extent.end); }

std::vector<DayRange> occupied_days(const Extent& extent) {
  if (!has_place(extent)) return {};
  if (!extent.is_interval) return {moment_days(extent)};
  std::vector<DayRange> days;
  if (!starts_unbounded(extent)) days.push_back(*range_of(extent.start));
  if (!ends_unbounded(extent)) days.push_back(*range_of(extent.end));
  return days;
}

bool comes_before(const TimelineItem& a, const TimelineItem& b) {
  const auto order = compare_in_time(a.extent, b.extent);
  return order != 0 ? order < 0 : a.id < b.id;
}

MomentSpan moment_span(const Extent& extent, const TimeAxis& axis) {
  const DayRange days = moment_days(extent);
  const double left = extent.start.earliest ? axis.x_of(days.first) : axis.left();
  const double right = extent.end.latest ? axis.x_of(days.last + 1) : axis.right();
  const bool day_known = extent.start.earliest && extent.start.earliest == extent.end.latest;
  const MomentSpan span{(left + right) / 2, left, right, day_known};
  return axis.page() ? on_page(span, extent, axis) : span;
}

BarSpan bar_span(const Extent& extent, const TimeAxis& axis) {
  BarSpan span;
  span.start = extent.start_open ? BarEnd::open : starts_unbounded(extent) ? BarEnd::unknown : BarEnd::dated;
  span.end = extent.ongoing ? BarEnd::open : ends_unbounded(extent) ? BarEnd::unknown : BarEnd::dated;
  const bool has_start = span.start == BarEnd::dated && range_of(extent.start);
  const bool has_end = span.end == BarEnd::dated && range_of(extent.end);
  const DayRange start = range_of(extent.start).value_or(DayRange{});
  const DayRange end = range_of(extent.end).value_or(DayRange{});
  span.left = has_start ? axis.x_of(start.first) : axis.left();
  span.right = has_end ? axis.x_of(end.last + 1) : axis.right();
  span.core_left = has_start ? axis.x_of(start.last) : axis.left();
  span.core_right = has_end ? axis.x_of(end.first + 1) : axis.right();
  // What has an unknown other end held for certain on the one day that is stated, if that is one day.
  if (has_end && span.start == BarEnd::unknown) span.core_left = axis.x_of(end.last);
  if (has_start && span.end == BarEnd::unknown) span.core_right = axis.x_of(start.first + 1);
  return axis.page() ? on_page(span, axis) : span;
}

}  // namespace throughline
