// SPDX-License-Identifier: Apache-2.0
#include "model/relative_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "time/constraints.hpp"

namespace throughline {
namespace {

using Reason = TimeConstraints::Reason;

// As EDTF can write it: a year of more than four digits has no months.
Date written_on(Day day, Qualifier qualifier) {
  Date date = date_on(day);
  if (date.year.digits > 9999) date.month = date.day = {};
  date.year.qualifier = qualifier;
  if (date.month.is_given()) date.month.qualifier = date.day.qualifier = qualifier;
  return date;
}

// A bound beyond the calendar, from an anchor like `Y17E20`, is none.
std::optional<Date> date_within_calendar(const std::optional<Day>& day, Qualifier qualifier) {
  const bool is_there = day && *day >= first_day(-max_year, 1) && *day <= last_day(max_year, 12);
  return is_there ? std::optional(written_on(*day, qualifier)) : std::nullopt;
}

// Some one day within the bounds.
Edtf value_of(const Bounds& bounds, Qualifier qualifier) {
  const Range range{date_within_calendar(bounds.earliest, qualifier), date_within_calendar(bounds.latest, qualifier)};
  if (!range.first && !range.last) return {Interval{Unknown{}, Unknown{}}};
  if (range.first == range.last && range.first) return {*range.first};
  return {Set{Set::Kind::one_of, {range}}};
}

// Over several dates: from the earliest of the earliest to the latest of the latest; without a bound if one has none.
struct Hull {
  Bounds bounds;
  bool is_empty = true;

  void add(const Bounds& more) {
    if (is_empty) {
      bounds = more;
    } else {
      bounds.earliest = bounds.earliest && more.earliest ? std::min(bounds.earliest, more.earliest) : std::nullopt;
      bounds.latest = bounds.latest && more.latest ? std::max(bounds.latest, more.latest) : std::nullopt;
    }
    is_empty = false;
  }
};

Bounds start_of(const Extent& extent) {
  if (extent.start_open) return {-TimeConstraints::never, -TimeConstraints::never};
  if (extent.start_unknown) return {};
  return extent.start;
}

Bounds end_of(const Extent& extent) {
  if (extent.ongoing) return {TimeConstraints::never, TimeConstraints::never};
  if (extent.end_unknown) return {};
  return extent.end;
}

class RelativeDates {
 public:
  RelativeDates(Model& model, std::vector<RelativeDate> dates, Diagnostics& diagnostics);

  void place();

 private:
  // Which dates in EDTF are looked at: none, those without `?`, all.
  enum class Known : std::uint8_t { nothing, surely, all };
  struct Ends {
    TimeConstraints::Variable start;
    TimeConstraints::Variable end;
  };
  struct Network {
    TimeConstraints days;
    std::map<NodeIndex, Ends> nodes;
    std::vector<std::optional<Ends>> dates;  // by position in dates_; nothing for what is left out
  };

  std::vector<Bounds> bounds(Known known) const;
  void leave_out_contradictions(Known known);
  void report(const std::vector<Reason>& reasons);
  void report_undated_anchors();
  Network network(Known known) const;
  void add(Network& network, std::size_t index, Known known) const;
  Ends ends_of_subject(Network& network, std::size_t index, Known known) const;
  Ends ends_of(Network& network, const DateAnchor& anchor, Known known, Reason reason) const;
  Ends ends_of(Network& network, NodeIndex node, Known known) const;
  Ends ends_of(Network& network, const std::vector<DateIndex>& dates, Known known, Reason reason) const;
  std::vector<const Claim*> claims_in_edtf(NodeIndex node) const;
  std::vector<DateIndex> dates_of(NodeIndex node) const;
  bool has_date(NodeIndex node) const { return has_relative_date_[position(node)] || !claims_in_edtf(node).empty(); }
  // After those of the relative dates.
  Reason reason_of(NodeIndex node) const { return static_cast<Reason>(dates_.size() + position(node)); }

  Model& model_;
  std::vector<RelativeDate> dates_;
  std::vector<bool> is_left_out_;        // of dates_: it is part of a contradiction
  std::vector<bool> has_relative_date_;  // by node
  Diagnostics& diagnostics_;
};

RelativeDates::RelativeDates(Model& model, std::vector<RelativeDate> dates, Diagnostics& diagnostics)
    : model_(model),
      dates_(std::move(dates)),
      is_left_out_(dates_.size(), false),
      has_relative_date_(model.nodes.size(), false),
      diagnostics_(diagnostics) {
  for (const RelativeDate& date : dates_)
    if (date.node != none<NodeIndex>) has_relative_date_[position(date.node)] = true;
}

void RelativeDates::place() {
  if (dates_.empty()) return;
  leave_out_contradictions(Known::nothing);
  leave_out_contradictions(Known::all);
  report_undated_anchors();
  const std::vector<Bounds> all = bounds(Known::all);
  const std::vector<Bounds> sure = bounds(Known::surely);
  for (std::size_t i = 0; i < dates_.size(); ++i) {
    if (!all[i].earliest && !all[i].latest) continue;
    // What would lie elsewhere without the dates that may be wrong, may be wrong itself.
    const Qualifier qualifier = all[i] == sure[i] ? Qualifier::none : Qualifier::uncertain;
    WrittenDate& date = model_.dates[position(dates_[i].date)];
    date.value = value_of(all[i], qualifier);
    date.extent = extent_of(date.value);
    date.edtf = model_.strings.intern(print_edtf(date.value));
  }
}

// Of each date; nothing for those that are left out.
std::vector<Bounds> RelativeDates::bounds(Known known) const {
  const Network all = network(known);
  const std::vector<Bounds> found = all.days.bounds();
  std::vector<Bounds> bounds(dates_.size());
  for (std::size_t i = 0; i < dates_.size(); ++i)
    if (all.dates[i]) bounds[i] = {found[all.dates[i]->start].earliest, found[all.dates[i]->end].latest};
  return bounds;
}

// Dates told by others that can't be true together contradict each other whatever else is known; only then are they
// held against known dates.
void RelativeDates::leave_out_contradictions(Known known) {
  for (;;) {
    const std::vector<Reason> reasons = network(known).days.contradiction();
    if (reasons.empty()) return;
    report(reasons);
    for (const Reason reason : reasons)
      if (reason < dates_.size()) is_left_out_[reason] = true;
  }
}

void RelativeDates::report(const std::vector<Reason>& reasons) {
  std::vector<std::string> subjects;
  for (const Reason reason : reasons) {
    const std::string subject = reason < dates_.size()
                                    ? dates_[reason].subject
                                    : fmt::format("`{}`", model_.text(model_.nodes[reason - dates_.size()].id));
    if (std::find(subjects.begin(), subjects.end(), subject) == subjects.end()) subjects.push_back(subject);
  }
  const bool is_alone = subjects.size() == 1;
  auto entry =
      diagnostics_.report(Code::contradicting_dates, dates_[reasons.front()].at,
                          is_alone ? fmt::format("the date of {} contradicts itself", subjects.front())
                                   : fmt::format("the dates of {} contradict each other", join(subjects, ", ")));
  for (const Reason reason : reasons) {
    if (reason < dates_.size()) {
      const RelativeDate& date = dates_[reason];
      entry.note(date.at, fmt::format("{} is dated `{}`", date.subject, model_.text(model_[date.date].text)));
      continue;
    }
    const NodeIndex node{reason - static_cast<Reason>(dates_.size())};
    for (const Claim* claim : claims_in_edtf(node))
      entry.note(claim->at,
                 fmt::format("`{}` is dated `{}`", model_.text(model_[node].id), model_.date_text(claim->date)));
  }
}

void RelativeDates::report_undated_anchors() {
  for (const RelativeDate& date : dates_)
    for (const DateAnchor* anchor : {&date.after, &date.before, &date.during}) {
      if (anchor->node == none<NodeIndex> || has_date(anchor->node)) continue;
      const std::string_view id = model_.text(model_[anchor->node].id);
      diagnostics_
          .report(Code::undated_anchor, anchor->at,
                  fmt::format("`{}` has no date, so it does not say when {} was", id, date.subject))
          .note(model_[anchor->node].at, fmt::format("`{}` is defined here", id));
    }
}

RelativeDates::Network RelativeDates::network(Known known) const {
  Network network;
  network.dates.resize(dates_.size());
  for (std::size_t i = 0; i < dates_.size(); ++i)
    if (!is_left_out_[i]) add(network, i, known);
  return network;
}

void RelativeDates::add(Network& network, std::size_t index, Known known) const {
  const RelativeDate& date = dates_[index];
  const auto reason = static_cast<Reason>(index);
  const Ends self = ends_of_subject(network, index, known);
  network.dates[index] = self;
  TimeConstraints& days = network.days;
  if (date.after.given()) {
    const Ends anchor = ends_of(network, date.after, known, reason);
    days.order(anchor.end, self.start, 1, reason);
    if (date.within) days.keep_near_after(anchor.end, self.start, *date.within, reason);
  }
  if (date.before.given()) {
    const Ends anchor = ends_of(network, date.before, known, reason);
    days.order(self.end, anchor.start, 1, reason);
    if (date.within) days.keep_near_before(anchor.start, self.end, *date.within, reason);
  }
  if (date.during.given()) {
    const Ends anchor = ends_of(network, date.during, known, reason);
    days.order(anchor.start, self.start, 0, reason);
    days.order(self.end, anchor.end, 0, reason);
  }
}

// A node that also has a date in EDTF is known to others by that one: the claims stand side by side, and this one is a
// day by itself.
RelativeDates::Ends RelativeDates::ends_of_subject(Network& network, std::size_t index, Known known) const {
  const NodeIndex node = dates_[index].node;
  const bool is_by_itself = node == none<NodeIndex> || (known != Known::nothing && !dates_of(node).empty());
  if (!is_by_itself) return ends_of(network, node, known);
  const TimeConstraints::Variable day = network.days.add_day();
  return {day, day};
}

RelativeDates::Ends RelativeDates::ends_of(Network& network, const DateAnchor& anchor, Known known,
                                           Reason reason) const {
  if (anchor.node != none<NodeIndex>) return ends_of(network, anchor.node, known);
  const Extent& extent = model_[anchor.date].extent;
  if (known == Known::nothing || extent.uncertain || extent.approximate)
    return ends_of(network, {anchor.date}, known, reason);
  // A date that is written out means all of it: before 2019 is before its first day.
  const Ends ends{network.days.add_end(), network.days.add_end()};
  network.days.bound(ends.start, {extent.start.earliest, extent.start.earliest}, reason);
  network.days.bound(ends.end, {extent.end.latest, extent.end.latest}, reason);
  return ends;
}

RelativeDates::Ends RelativeDates::ends_of(Network& network, NodeIndex node, Known known) const {
  const auto found = network.nodes.find(node);
  if (found != network.nodes.end()) return found->second;
  const Ends ends = ends_of(network, dates_of(node), known, reason_of(node));
  network.nodes.emplace(node, ends);
  return ends;
}

// One of these dates is right, or each in part: what all of them leave open, stays open.
RelativeDates::Ends RelativeDates::ends_of(Network& network, const std::vector<DateIndex>& dates, Known known,
                                           Reason reason) const {
  bool is_day = true;
  Hull start;
  Hull end;
  for (const DateIndex index : dates) {
    const Extent extent = extent_of(model_[index].value, model_.reading);
    is_day &= !extent.is_interval && extent.start == extent.end;
    if (known == Known::nothing || (known == Known::surely && extent.uncertain)) continue;
    start.add(start_of(extent));
    end.add(end_of(extent));
  }
  TimeConstraints& days = network.days;
  if (is_day) {
    const TimeConstraints::Variable day = days.add_day();
    days.bound(day, start.bounds, reason);
    return {day, day};
  }
  const Ends ends{days.add_end(), days.add_end()};
  days.bound(ends.start, start.bounds, reason);
  days.bound(ends.end, end.bounds, reason);
  days.order(ends.start, ends.end, 0, TimeConstraints::no_reason);
  return ends;
}

// Those that are not told by others.
std::vector<const Claim*> RelativeDates::claims_in_edtf(NodeIndex node) const {
  std::vector<const Claim*> claims = model_.date_claims_of(model_[node]);
  std::erase_if(claims, [&](const Claim* claim) { return model_[claim->date].is_relative; });
  return claims;
}

std::vector<DateIndex> RelativeDates::dates_of(NodeIndex node) const {
  std::vector<DateIndex> dates;
  for (const Claim* claim : claims_in_edtf(node)) dates.push_back(claim->date);
  return dates;
}

}  // namespace

void place_relative_dates(Model& model, std::vector<RelativeDate> dates, Diagnostics& diagnostics) {
  RelativeDates(model, std::move(dates), diagnostics).place();
}

}  // namespace throughline
