// SPDX-License-Identifier: Apache-2.0
#include "query/step_spans.hpp"

#include <algorithm>

#include "time/plain_days.hpp"

namespace throughline {
namespace {

constexpr StepSpan fits_all{never_began, never_ends};
constexpr StepSpan fits_none{never_ends, never_began};  // but a chain of one step, of which nothing is asked

// Years that are further away all lie together: of them nothing is told apart.
constexpr Day far_away = 4'000'000;

Day near_or(const std::optional<Day>& day, Day otherwise) {
  return day && *day > -far_away && *day < far_away ? *day : otherwise;
}

StepSpan sure_span(const Extent& extent) {
  if (extent.uncertain) return fits_none;
  return {extent.start_open ? never_began : near_or(extent.start.latest, never_began),
          extent.ongoing ? never_ends : near_or(extent.end.earliest, never_ends)};
}

StepSpan possible_span(const Extent& extent) {
  return {near_or(extent.start.earliest, never_began), near_or(extent.end.latest, never_ends)};
}

StepSpan span_of(const PlainDays& days, bool sure) {
  if (!sure) return {days.first_days.first, days.last_days.last};
  return days.is_uncertain ? fits_none : StepSpan{days.first_days.last, days.last_days.first};
}

}  // namespace

StepSpans::StepSpans(const Standings& standings, const SpanTerms& terms)
    : standings_(standings),
      model_(standings.model()),
      gist_parts_(model_),
      terms_(terms),
      asked_{fits_all, true},
      dates_(model_.dates.size()) {
  const bool undated_fits = !terms.sure || terms.on_days_asked;
  undated_ = {undated_fits ? fits_all : fits_none, true};
  if (terms.on_days_asked && standings.asked_days()) asked_ = read(*standings.asked_days());
}

Fit StepSpans::fit_of(const Chain& chain) {
  if (chain.steps.size() < 2) return Fit::yes;
  StepSpan left = asked_.span;
  bool is_all = asked_.is_all;
  for (const Step& step : chain.steps) {
    const Known& each = known(step.relation, no_gist);
    is_all &= each.is_all;
    if (!fit(left, each.span)) return Fit::no;
    left = both(left, each.span);
  }
  return is_all ? Fit::yes : Fit::unknown;
}

const StepSpans::Known& StepSpans::known(RelationIndex relation, Gist gist) {
  if (gist != no_gist) {
    const GistDate by = gist_parts_.dated_by(gist);
    const NodeIndex event = event_of(model_, by);
    return event == none<NodeIndex> ? of_date(date_of(model_, by)) : of_event(event);
  }
  const Node* event = model_.event_that_dates(model_[relation]);
  return event ? of_event(NodeIndex{static_cast<std::uint32_t>(event - model_.nodes.data())})
               : of_date(model_[relation].when);
}

const StepSpans::Known& StepSpans::of_date(DateIndex date) {
  if (date == none<DateIndex>) return undated_;
  std::optional<Known>& known = dates_[position(date)];
  if (!known) known = read(model_[date].value);
  return *known;
}

const StepSpans::Known& StepSpans::of_event(NodeIndex event) {
  if (events_.empty()) events_.resize(model_.nodes.size());
  std::optional<Known>& known = events_[position(event)];
  if (!known) {
    known = read(model_[event]);
    if (known->span.from > known->span.until && known->span != fits_none) known->span.event = event;
  }
  return *known;
}

StepSpans::Known StepSpans::read(const Edtf& value) const {
  if (const auto days = plain_days(value)) return {span_of(*days, terms_.sure), true};
  const Extent extent = extent_of(value, model_.reading);
  return {terms_.sure ? sure_span(extent) : possible_span(extent), false};
}

// Of dates that contradict each other any may be right: it is sure only what all of them say.
StepSpans::Known StepSpans::read(const Node& event) const {
  const ClaimCounts counts = standings_.counts();
  std::optional<Known> all;
  for (const Claim* claim : model_.date_claims_of(event)) {
    if (!counts(*claim)) continue;
    const Known each = read(model_[claim->date].value);
    if (!all) {
      all = each;
      continue;
    }
    const bool widens = !terms_.sure;
    all->span.from = widens ? std::min(all->span.from, each.span.from) : std::max(all->span.from, each.span.from);
    all->span.until = widens ? std::max(all->span.until, each.span.until) : std::min(all->span.until, each.span.until);
    all->is_all = false;
  }
  return all.value_or(undated_);
}

}  // namespace throughline
