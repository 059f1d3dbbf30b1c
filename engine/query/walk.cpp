// SPDX-License-Identifier: Apache-2.0
#include "query/walk.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "model/rivals.hpp"

namespace throughline {
namespace {

// A type that leads nowhere is walked by who names it.
Leads leads_of(const RelationType& type, const Filter& filter, const WalkTerms& terms) {
  if (!terms.leads_only) return Leads::both;
  return type.leads == Leads::none && filter.names_types() ? Leads::forward : type.leads;
}

Passage::Terms terms_of(Leads leads) {
  return {.forward = leads == Leads::forward || leads == Leads::both || leads == Leads::last,
          .backward = leads == Leads::backward || leads == Leads::both,
          .last = leads == Leads::last};
}

class WalkRule {
 public:
  WalkRule(const Standings& standings, const Filter& filter, const WalkTerms& terms, std::shared_ptr<Met> met)
      : model_(standings.model()),
        standings_(standings),
        filter_(filter),
        may_walk_(terms.may_walk),
        met_(std::move(met)) {
    for (const RelationType& type : model_.vocabulary.relation_types())
      types_.push_back(terms_of(leads_of(type, filter, terms)));
  }

  Passage::Terms operator()(RelationIndex index) const {
    const Relation& relation = model_[index];
    const Passage::Terms& terms = types_[position(relation.type)];
    if (!terms.forward && !terms.backward) return {};
    if (may_walk_ && !may_walk_(relation)) return {};
    if (!filter_.keeps(relation)) return ++met_->filtered, Passage::Terms{};
    return stand(index, terms);
  }

  // The same of relations about which their types and dates say it all.
  Passage::GistRules for_gists() const {
    if (!standings_.gists_decide() || filter_.asks_more_than_types() || may_walk_) return {};
    Passage::GistRules rules{
        .types = {},
        .parts = GistParts(model_),
        .count_dated_by = count_dated_by(model_),
        .of_date = [&standings = standings_](GistDate by) { return standings.at_a_glance(by); },
        .met = &met_->by_gist,
    };
    for (std::uint16_t i = 0; i < types_.size(); ++i)
      rules.types.push_back({types_[i], !filter_.keeps(RelationTypeIndex{i})});
    return rules;
  }

 private:
  Passage::Terms stand(RelationIndex index, Passage::Terms terms) const {
    const TimeStanding standing = standings_.at_a_glance(index);
    const bool is_denied = standings_.is_asked() ? standing.is_denied : is_denial(model_[index]);
    if (is_denied) return ++met_->denied, Passage::Terms{};
    met_->counts.add(standing);
    if (standing.held == Held::never) return {};
    const bool is_settled = standings_.is_asked() && standing.held == Held::certainly;
    terms.weak = !is_settled && standings_.certainty_of(index) != Verdict::certain;
    terms.held = standing.held;
    return terms;
  }

  const Model& model_;
  const Standings& standings_;
  const Filter& filter_;
  std::function<bool(const Relation&)> may_walk_;
  std::vector<Passage::Terms> types_;
  std::shared_ptr<Met> met_;
};

}  // namespace

Walk walk_of(const Graph& graph, const Standings& standings, const Filter& filter, WalkTerms terms) {
  const auto met = std::make_shared<Met>();
  const WalkRule rule(standings, filter, terms, met);
  return {Passage(graph.model().relations.size(), rule, rule.for_gists(), std::move(terms.may_pass)), met};
}

void add_notes(const Walk& walk, const Standings& standings, const Filter& filter, Table& table) {
  const auto& [counts, denied, filtered_by_rule, by_gist] = *walk.met;
  const std::size_t never = counts.never + by_gist.never_held;
  const std::size_t filtered = filtered_by_rule + by_gist.of_types_left_out;
  const Standpoint& standpoint = standings.standpoint();
  const auto say = [&](const std::string& text) { table.notes.push_back("met on the way: " + text); };
  if (never > 0) say(never_text(standpoint, never, Counted::relations));
  if (counts.set_aside > 0)
    say(set_aside_text(standings.model(), standpoint.policy, counts.set_aside, Counted::relations));
  if (denied > 0) say(fmt::format("{} denied or disproven, not walked", count_of(denied, "relation")));
  if (filtered > 0) say(fmt::format("{} left out by {}", count_of(filtered, "relation"), filter.options()));
}

}  // namespace throughline
