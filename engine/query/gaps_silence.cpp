// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "model/rivals.hpp"
#include "query/gaps.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

// Something that was so of an initiative, and when it began or ended: between these days.
struct Sign {
  Bounds day;  // nothing: any
  bool is_sure = true;
  DateIndex when = none<DateIndex>;
  Slice citations = {};
};

// The end of a stretch that has one, else its start.
Bounds last_word_of(const Model& model, DateIndex when) {
  const Extent extent = extent_of(model[when].value, model.reading);
  return extent.end.earliest && extent.end.latest ? extent.end : extent.start;
}

// That date alone: of `2021-01-21/` "2021-01-21".
std::string last_word_text(const Model& model, DateIndex when) {
  const auto* interval = std::get_if<Interval>(&model[when].value.value);
  if (!interval) return std::string(model.date_text(when));
  const auto* end = std::get_if<Date>(&interval->end);
  const auto* start = std::get_if<Date>(&interval->start);
  return end ? print_edtf(*end) : start ? print_edtf(*start) : std::string(model.date_text(when));
}

// The day by which a source was published, at the latest; nothing when it has no date.
std::optional<Day> published_by(const Model& model, const Citation& citation) {
  const DateIndex published = model[citation.source].published;
  return published == none<DateIndex> ? std::nullopt : extent_of(model[published].value, model.reading).start.latest;
}

// What a source tells of the past happened before it was published: the latest day on which that may be. One source is
// enough; an inference rests on all of its sources.
Bounds told_by(const Model& model, const Relation& relation) {
  const bool needs_all = relation.confidence == Confidence::inferred;
  std::optional<Day> day;
  for (const Citation& citation : model.citations_of(relation.citations)) {
    const std::optional<Day> published = published_by(model, citation);
    if (!published && needs_all) return {};
    if (published && (!day || (needs_all ? *published > *day : *published < *day))) day = published;
  }
  return {std::nullopt, day};
}

std::string length_words(Day from, Day until) {
  const Civil a = civil_of(from);
  const Civil b = civil_of(until);
  const auto months = static_cast<std::size_t>((b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0));
  if (months == 0) return count_of(static_cast<std::size_t>(until - from), "day");
  const std::string years = months >= 12 ? count_of(months / 12, "year") : "";
  const std::string rest = months % 12 > 0 ? count_of(months % 12, "month") : "";
  return fmt::format("{}{}{}", years, years.empty() || rest.empty() ? "" : " ", rest);
}

bool is_over(Status status) {
  return status == Status::ended || status == Status::rejected || status == Status::cancelled;
}

class Silence {
 public:
  explicit Silence(const Looked& looked)
      : looked_(looked),
        model_(looked.model),
        horizon_(horizon_of(looked)),
        known_(looked.graph, looking_from({})),
        then_(looked.graph, looking_from(as_of())) {}

  // The longest silence first.
  std::vector<Gap> find() const {
    std::vector<Found> found;
    for (std::uint32_t i = 0; i < model_.nodes.size() && horizon_.day.latest; ++i)
      if (const NodeIndex node{i}; is_asked_about(node))
        if (auto gap = gap_of(node)) found.push_back(std::move(*gap));
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.since < b.since; });
    std::vector<Gap> gaps;
    for (Found& each : found) gaps.push_back(std::move(each.gap));
    return gaps;
  }

 private:
  bool is_asked_about(NodeIndex node) const {
    return looked_.is(node, "initiative") && looked_.filter.is_about(node) && looked_.filter.keeps(node) &&
           known_.of(node).held != Held::never;
  }

  const Standpoint& asked() const { return looked_.standings.standpoint(); }

  // As was asked, but of another day or of none: what is long past is a sign, too.
  Standpoint looking_from(std::optional<Edtf> day) const {
    Standpoint standpoint = asked();
    standpoint.as_of = std::move(day);
    standpoint.during.reset();
    return standpoint;
  }

  std::optional<Edtf> as_of() const {
    return horizon_.day.latest ? std::optional(Edtf{date_on(*horizon_.day.latest)}) : std::nullopt;
  }

  struct Found {
    Day since;
    Gap gap;
  };

  std::optional<Found> gap_of(NodeIndex node) const {
    const std::vector<Sign> signs = signs_of(node);
    const Verdict silent = both(both(negated(heard(signs)), negated(over(node))), negated(going_on(node)));
    const Sign* last = last_of(signs);
    if (silent == Verdict::impossible || !last) return std::nullopt;
    return Found{*last->day.latest, told(node, *last, held_of(silent))};
  }

  Gap told(NodeIndex node, const Sign& last, Held held) const {
    const Day until = *horizon_.day.earliest;
    const std::string since = last_word_text(model_, last.when);
    const std::string_view at_least = last.day.earliest == last.day.latest ? "" : "at least ";
    return {.node = node,
            .held = held,
            .why = fmt::format("silent since {}, for {}{} until {}", since, at_least,
                               length_words(*last.day.latest, until), print_day(until)),
            .since = since,
            .until = print_day(until),
            .citations = last.citations,
            .remark = tolerance_words(model_[last.when].value, model_.reading)};
  }

  // --- what there is of it

  std::vector<Sign> signs_of(NodeIndex node) const {
    std::vector<Sign> signs;
    for (const Claim& claim : model_.claims_of(model_[node])) {
      const Slice citations = claim.citations.count > 0 ? claim.citations : model_[node].citations;
      if (claim.date != none<DateIndex>) add(claim.date, known_.of(claim).held, citations, signs);
    }
    for (const Step& step : looked_.graph.steps_from(node)) add(step, signs);
    return signs;
  }

  void add(DateIndex when, Held known, Slice citations, std::vector<Sign>& signs) const {
    if (known == Held::never) return;
    signs.push_back(
        {last_word_of(model_, when), known == Held::certainly && !model_[when].extent.uncertain, when, citations});
  }

  // An event tells when what has no date of its own was so.
  void add(const Step& step, std::vector<Sign>& signs) const {
    const Relation& relation = model_[step.relation];
    const Held known = known_.of(step.relation).held;
    if (!looked_.filter.keeps_with_ends(relation) || is_denial(relation) || known == Held::never) return;
    const Held held = known_.certainty_of(step.relation) == Verdict::certain ? known : Held::possibly;
    if (relation.when != none<DateIndex>) return add(relation.when, held, relation.citations, signs);
    const auto dates =
        looked_.is(step.to, "event") ? model_.date_claims_of(model_[step.to]) : std::vector<const Claim*>();
    for (const Claim* claim : dates)
      add(claim->date, dates.size() == 1 ? held : Held::possibly, relation.citations, signs);
    if (!dates.empty()) return;
    const bool is_plan = relation.assertion == Assertion::planned;
    signs.push_back({is_plan ? Bounds{} : told_by(model_, relation), false, none<DateIndex>, relation.citations});
  }

  // --- what follows

  // Is one of the signs from the time that silence is asked of, after so long before the horizon and not after it?
  Verdict heard(const std::vector<Sign>& signs) const {
    const auto& [first, last] = horizon_.day;
    const Day from_first = earliest_within(*first, looked_.silence);
    const Day from_last = earliest_within(*last, looked_.silence);
    Verdict verdict = Verdict::impossible;
    for (const Sign& sign : signs) {
      const auto& [earliest, latest] = sign.day;
      const bool may_be = (!latest || *latest > from_first) && (!earliest || *earliest <= *last);
      const bool must_be = sign.is_sure && earliest && *earliest > from_last && latest && *latest <= *first;
      verdict = either(verdict, must_be ? Verdict::certain : may_be ? Verdict::possible : Verdict::impossible);
    }
    return verdict;
  }

  // Is it so at the horizon, by its dates, a status or a relation? Of a relation that only may be, nobody says that
  // more came of it than its beginning.
  Verdict going_on(NodeIndex node) const {
    Verdict verdict = verdict_of(then_.of(node).held);
    for (const Claim& claim : model_.claims_of(model_[node]))
      if (claim.about == Claim::About::status && claim.date != none<DateIndex>)
        verdict = either(verdict, verdict_of(then_.of(claim).held));
    for (const Step& step : looked_.graph.steps_from(node))
      if (looked_.filter.keeps_with_ends(model_[step.relation]) && then_.of(step.relation).held == Held::certainly)
        return Verdict::certain;
    return verdict;
  }

  static Verdict verdict_of(Held held) {
    return held == Held::certainly  ? Verdict::certain
           : held == Held::possibly ? Verdict::possible
                                    : Verdict::impossible;
  }

  // By its dates or its status. Where its dates differ, sure is only what all of them say.
  Verdict over(NodeIndex node) const {
    std::optional<Verdict> by_dates;
    for (const Claim* claim : model_.date_claims_of(model_[node])) {
      if (known_.of(*claim).held == Held::never) continue;
      const Verdict ended = has_ended(claim->date);
      by_dates = !by_dates || by_dates == ended ? ended : Verdict::possible;
    }
    Verdict verdict = by_dates.value_or(Verdict::impossible);
    for (const StatusOn& on : then_.statuses_of(model_[node]))
      if (is_over(on.status)) verdict = either(verdict, on.verdict);
    return verdict;
  }

  // A stretch, on or before the horizon: whatever day that is, or at least one on which it may be.
  Verdict has_ended(DateIndex when) const {
    const Extent extent = extent_of(model_[when].value, model_.reading);
    if (!extent.is_interval || extent.ongoing || !extent.end.earliest) return Verdict::impossible;
    const bool must_be = extent.end.latest && *extent.end.latest <= *horizon_.day.earliest && !extent.uncertain;
    const bool may_be = *extent.end.earliest <= *horizon_.day.latest || extent.uncertain;
    return must_be ? Verdict::certain : may_be ? Verdict::possible : Verdict::impossible;
  }

  // The latest that has a date before the horizon; those that may be from the silence itself only when there is no
  // other, and those that can't be from before it never: since these nothing is silent.
  const Sign* last_of(const std::vector<Sign>& signs) const {
    const Day from = earliest_within(*horizon_.day.earliest, looked_.silence);
    const Sign* best = nullptr;
    const auto is_before = [&](const Sign& sign) { return *sign.day.latest <= from; };
    for (const Sign& sign : signs) {
      if (sign.when == none<DateIndex> || !sign.day.latest || *sign.day.latest > *horizon_.day.earliest) continue;
      if (sign.day.earliest && *sign.day.earliest > from) continue;
      if (!best || std::pair(is_before(sign), *sign.day.latest) > std::pair(is_before(*best), *best->day.latest))
        best = &sign;
    }
    return best;
  }

  const Looked& looked_;
  const Model& model_;
  Horizon horizon_;
  Standings known_;
  Standings then_;
};

// The latest day of the last publication; without any, of all dates that lie in the past of some day: starts.
std::optional<Day> last_day(const Model& model, bool of_publication) {
  std::optional<Day> last;
  const auto take = [&](DateIndex when) {
    if (when == none<DateIndex>) return;
    const std::optional<Day> day = of_publication ? model[when].extent.end.latest : model[when].extent.start.latest;
    if (day && (!last || *day > *last)) last = day;
  };
  if (of_publication)
    for (const Source& source : model.sources) take(source.published);
  if (of_publication) return last;
  for (const Claim& claim : model.claims) take(claim.date);
  for (const Relation& relation : model.relations) take(relation.when);
  return last;
}

Bounds days_of(const Edtf& date) {
  const Extent extent = extent_of(date);
  const std::optional<Day> first = extent.start.earliest ? extent.start.earliest : extent.end.latest;
  return {first, extent.end.latest ? extent.end.latest : first};
}

}  // namespace

Horizon horizon_of(const Looked& looked) {
  const Standpoint& asked = looked.standings.standpoint();
  if (asked.as_of) return {days_of(*asked.as_of), when_words(asked)};
  if (asked.during)
    if (const auto last = extent_of(*asked.during).end.latest) return {{last, last}, "the last day of --during"};
  if (asked.known_by) return {days_of(*asked.known_by), known_words(asked)};
  if (const auto last = last_day(looked.model, true)) return {{last, last}, "when the last source was published"};
  const auto last = last_day(looked.model, false);
  return {{last, last}, "the last date in the graph"};
}

std::vector<Gap> find_silent(const Looked& looked) { return Silence(looked).find(); }

}  // namespace throughline
