// SPDX-License-Identifier: Apache-2.0
#include "query/standings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/certainty.hpp"
#include "query/together.hpp"
#include "time/each_date.hpp"

namespace throughline {
namespace {

// What --as-of or --during asks of each date, worked out once.
struct AskedTime {
  std::optional<Bounds> stretch;  // some day of it, when its days are known exactly
  std::optional<Edtf> day;        // else some one day of this
};

AskedTime asked_time(const Standpoint& standpoint) {
  if (!standpoint.asks_when()) return {};
  const Extent extent = extent_of(standpoint.during ? *standpoint.during : some_day(standpoint));
  if (standpoint.during) return {Bounds{extent.start.earliest, extent.end.latest}, {}};
  const bool is_known =
      extent.start.earliest && extent.start.earliest == extent.start.latest && !extent.uncertain && !extent.approximate;
  if (is_known) return {extent.start, {}};
  return {{}, some_day(standpoint)};
}

// The answers of one reading. Each date and each source is looked at once, however many relations have it.
class Judge {
 public:
  Judge(const Graph& graph, const Standpoint& standpoint, const Reading& reading)
      : model_(graph.model()), standpoint_(standpoint), asked_(asked_time(standpoint)), reading_(reading) {
    for (const WrittenDate& date : model_.dates) dates_.push_back(then(date.value));
    for (const Source& source : model_.sources) sources_.push_back(published(source));
    judge_nodes();
    claims.resize(model_.claims.size());
    known_claims.resize(model_.claims.size());
    for (const Node& node : model_.nodes)
      for (std::size_t i = node.claims.first; i < node.claims.end(); ++i) {
        claims[i] = judge(node, model_.claims[i]);
        known_claims[i] = known_by(node, model_.claims[i]);
      }
    for (const Relation& relation : model_.relations) relations.push_back(judge(relation));
  }

  std::vector<Held> nodes;
  std::vector<Held> relations;  // of those that are denied: as if they were planned
  std::vector<Held> claims;
  std::vector<Held> known_claims;  // whether they were known, whatever their dates

 private:
  Held then(const Edtf& value) const {
    if (asked_.stretch) return held_of(held_during(value, *asked_.stretch, reading_).verdict);
    return asked_.day ? held_of(overlaps(value, *asked_.day, reading_).verdict) : Held::certainly;
  }

  Held at(DateIndex when) const {
    if (!standpoint_.asks_when()) return Held::certainly;
    return when == none<DateIndex> ? Held::undated : dates_[position(when)];
  }

  Held published(const Source& source) const {
    if (!standpoint_.known_by) return Held::certainly;
    if (source.published == none<DateIndex>) return Held::undated;
    const Edtf& date = model_[source.published].value;
    const Verdict known = negated(after(date, *standpoint_.known_by, reading_).verdict);
    const bool is_doubtful = is_uncertain(qualifier_of(date)) || is_uncertain(qualifier_of(*standpoint_.known_by));
    return held_of(is_doubtful ? both(known, Verdict::possible) : known);
  }

  Held known_by(Slice citations) const {
    if (!standpoint_.known_by || citations.count == 0) return standpoint_.known_by ? Held::undated : Held::certainly;
    Held known = Held::never;
    for (const Citation& citation : model_.citations_of(citations))
      known = any_of(known, sources_[position(citation.source)]);
    return known;
  }

  // An inference was known when all that it rests on was.
  Held known_by(const Relation& relation) const {
    Held known = known_by(relation.citations);
    if (relation.confidence != Confidence::inferred) return known;
    for (const Citation& citation : model_.citations_of(relation.citations))
      known = all_of(known, sources_[position(citation.source)]);
    return known;
  }

  Held known_by(const Node& node, const Claim& claim) const {
    return known_by(claim.citations.count > 0 ? claim.citations : node.citations);
  }

  // If the claim was not known, no date said anything.
  static Held as_known(Held held, Held known) {
    return known == Held::certainly ? held : all_of(any_of(held, Held::undated), known);
  }

  // Where sources differ about the date, nothing is certain. A date that nobody knew by then says nothing.
  Held when(const Node& node) const {
    Held best = Held::never;
    Held worst = Held::certainly;
    bool is_dated = false;
    for (const Claim* claim : model_.date_claims_of(node)) {
      const Held known = claim->citations.count > 0 ? known_by(claim->citations) : Held::certainly;
      if (known == Held::never) continue;
      const Held held = as_known(at(claim->date), known);
      is_dated = true;
      best = any_of(best, held);
      worst = all_of(worst, held);
    }
    if (!is_dated) return at(none<DateIndex>);
    return best == worst ? best : Held::possibly;
  }

  void judge_nodes() {
    for (const Node& node : model_.nodes) {
      nodes.push_back(when(node));
      known_.push_back(named(node));
    }
    was_there_ = nodes;
    for (const Relation& relation : model_.relations)
      if (relation.confidence != Confidence::inferred)
        for (const NodeIndex end : {relation.from, relation.to}) mention(end, relation.citations);
    for (std::size_t i = 0; i < nodes.size(); ++i)
      nodes[i] = all_of(all_of(nodes[i], known_[i].value_or(known_by(Slice{}))), certainty(model_.nodes[i]));
  }

  // By itself, without the relations that name it; nothing when it has no source of its own.
  std::optional<Held> named(const Node& node) const {
    std::optional<Held> known;
    const auto add = [&](Slice citations) {
      if (citations.count > 0) known = any_of(known.value_or(Held::never), known_by(citations));
    };
    add(node.citations);
    for (const Claim& claim : model_.claims_of(node)) add(claim.citations);
    return known;
  }

  void mention(NodeIndex node, Slice citations) {
    if (citations.count == 0) return;
    std::optional<Held>& known = known_[position(node)];
    known = any_of(known.value_or(Held::never), known_by(citations));
  }

  Held certainty(const Node& node) const {
    const bool is_doubtful = node.when != none<DateIndex> && model_[node.when].extent.uncertain;
    return is_doubtful && !standpoint_.asks_when() ? Held::possibly : Held::certainly;
  }

  Held judge(const Node& node, const Claim& claim) const { return all_of(at(claim.date), known_by(node, claim)); }

  Held judge(const Relation& relation) const {
    const bool is_certain = certainty_of(model_, relation) == Verdict::certain;
    const Held stated = is_certain ? Held::certainly : Held::possibly;
    return all_of(all_of(then(relation), known_by(relation)), stated);
  }

  Held then(const Relation& relation) const {
    return model_.event_that_dates(relation) ? was_there_[position(relation.to)] : at(relation.when);
  }

  const Model& model_;
  const Standpoint& standpoint_;
  AskedTime asked_;
  Reading reading_;
  std::vector<Held> dates_;
  std::vector<Held> sources_;
  std::vector<Held> was_there_;             // nodes, by their dates alone
  std::vector<std::optional<Held>> known_;  // nodes; nothing: no source names it
};

bool is_denied(const Model& model, const Relation& relation) {
  return certainty_of(model, relation) == Verdict::impossible;
}

// The stretch of days that --during asks about, as a value of which each day is known.
Edtf stretch_of(const Edtf& during) {
  const auto day_at = [](const std::optional<Day>& day) { return day ? Endpoint(date_on(*day)) : Endpoint(Open{}); };
  const Extent extent = extent_of(during);
  return {Interval{day_at(extent.start.earliest), day_at(extent.end.latest)}};
}

std::optional<Edtf> asked_days(const Standpoint& standpoint) {
  if (!standpoint.asks_when()) return std::nullopt;
  return standpoint.during ? stretch_of(*standpoint.during) : some_day(standpoint);
}

HeldCounts counts_of(const std::vector<TimeStanding>& standings) {
  HeldCounts counts;
  for (const TimeStanding& each : standings) counts.add(each);
  return counts;
}

std::vector<Held> helds_of(const std::vector<TimeStanding>& standings) {
  std::vector<Held> list;
  for (const TimeStanding& each : standings) list.push_back(each.held);
  return list;
}

TimeStanding standing(Held tolerant, Held exact, bool denied) {
  return {denied ? Held::never : tolerant, denied && tolerant != Held::never, tolerant != exact};
}

}  // namespace

Held held_of(Verdict verdict) {
  return verdict == Verdict::certain ? Held::certainly : verdict == Verdict::possible ? Held::possibly : Held::never;
}

void HeldCounts::add(const TimeStanding& standing) {
  if (standing.is_denied) return;
  std::size_t HeldCounts::*const counters[] = {&HeldCounts::never, &HeldCounts::undated, &HeldCounts::possibly,
                                               &HeldCounts::certainly};
  ++(this->*counters[static_cast<int>(standing.held)]);
}

Standings::Standings(const Graph& graph, Standpoint standpoint)
    : model_(graph.model()),
      standpoint_(std::move(standpoint)),
      asked_days_(asked_days(standpoint_)),
      nodes_(model_.nodes.size()),
      relations_(model_.relations.size()),
      claims_(model_.claims.size()),
      exact_relations_(model_.relations.size(), Held::certainly) {
  if (!is_asked()) return;
  Judge tolerant(graph, standpoint_, model_.reading);
  Judge exact(graph, standpoint_, exact_reading);
  for (std::size_t i = 0; i < nodes_.size(); ++i) nodes_[i] = standing(tolerant.nodes[i], exact.nodes[i], false);
  for (std::size_t i = 0; i < claims_.size(); ++i) claims_[i] = standing(tolerant.claims[i], exact.claims[i], false);
  for (std::size_t i = 0; i < relations_.size(); ++i)
    relations_[i] = standing(tolerant.relations[i], exact.relations[i], is_denied(model_, model_.relations[i]));
  exact_relations_ = std::move(exact.relations);
  known_claims_ = std::move(tolerant.known_claims);
}

TimeStanding Standings::of(const Chain& chain) const {
  Held tolerant = Held::certainly;
  Held exact = Held::certainly;
  for (const Step& step : chain.steps) {
    tolerant = all_of(tolerant, of(step.relation).held);
    exact = all_of(exact, exact_relations_[position(step.relation)]);
  }
  if (asked_days_ && chain.steps.size() > 1) {
    tolerant = all_of(tolerant, held_of(together_then(chain, model_.reading)));
    exact = all_of(exact, held_of(together_then(chain, exact_reading)));
  }
  return standing(tolerant, exact, false);
}

// All steps of a chain, on one day of those that are asked about: each by itself may hold on another.
Verdict Standings::together_then(const Chain& chain, const Reading& reading) const {
  std::vector<const Edtf*> values = values_of(model_, dates_of(model_, chain));
  if (values.empty()) return Verdict::certain;
  values.push_back(&*asked_days_);
  return throughline::held_together(values, reading).verdict;
}

Verdict Standings::known(const Claim& claim) const {
  if (!standpoint_.known_by) return Verdict::certain;
  const Held held = known_claims_[static_cast<std::size_t>(&claim - model_.claims.data())];
  return held == Held::certainly ? Verdict::certain : held == Held::never ? Verdict::impossible : Verdict::possible;
}

std::vector<StatusOn> Standings::statuses_of(const Node& node) const {
  return statuses_on(model_, node, some_day(standpoint_), [this](const Claim& claim) { return known(claim); });
}

StandingChain best_chain(const Graph& then, const Passage& passage, std::size_t hops, const Standings& standings,
                         Chain shortest, Held wanted) {
  constexpr std::size_t most_looked_at = 200;
  const Held held = standings.of(shortest).held;
  StandingChain best{std::move(shortest), held};
  if (best.held >= wanted) return best;
  for (Chain& chain : all_chains(then, passage, best.chain.start, best.chain.end(), hops, most_looked_at).chains)
    if (const Held other = standings.of(chain).held; other > best.held) best = {std::move(chain), other};
  return best;
}

std::vector<Chain> best_first(const Standings& standings, std::vector<StandingChain> chains, HeldCounts& counts) {
  std::stable_sort(chains.begin(), chains.end(),
                   [](const StandingChain& a, const StandingChain& b) { return a.held > b.held; });
  std::vector<Chain> asked_for;
  for (auto& [chain, held] : chains) {
    counts.add({held});
    if (!standings.standpoint().certain_only || held == Held::certainly) asked_for.push_back(std::move(chain));
  }
  return asked_for;
}

HeldCounts Standings::count_relations() const { return counts_of(relations_); }

Snapshots Standings::snapshots() const { return {model_, helds_of(nodes_), helds_of(relations_)}; }

std::string Standings::tolerance_text(std::span<const DateIndex> dates) const {
  std::vector<const Edtf*> values = values_of(model_, dates);
  if (standpoint_.as_of) values.push_back(&*standpoint_.as_of);
  if (standpoint_.known_by) values.push_back(&*standpoint_.known_by);
  const std::string reach = tolerance_words(values, model_.reading);
  return fmt::format("{} decided", reach.empty() ? "the tolerance of `~`" : reach);
}

}  // namespace throughline
