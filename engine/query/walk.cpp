// SPDX-License-Identifier: Apache-2.0
#include "query/walk.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "model/rivals.hpp"

namespace throughline {
namespace {

class WalkRule {
 public:
  WalkRule(const Model& model, const Standings& standings, const Filter& filter, WalkTerms terms,
           std::shared_ptr<Met> met)
      : model_(model), standings_(standings), filter_(filter), terms_(std::move(terms)), met_(std::move(met)) {}

  Passage::Terms operator()(RelationIndex index) const {
    const Relation& relation = model_[index];
    const Leads leads = leads_of(relation);
    Passage::Terms terms{.forward = leads == Leads::forward || leads == Leads::both || leads == Leads::last,
                         .backward = leads == Leads::backward || leads == Leads::both,
                         .last = leads == Leads::last || !may_pass(relation.to),
                         .last_backward = !may_pass(relation.from)};
    if (!terms.forward && !terms.backward) return {};
    if (!filter_.keeps(relation)) return ++met_->filtered, Passage::Terms{};
    return stand(index, terms);
  }

 private:
  // A type that leads nowhere is walked by who names it.
  Leads leads_of(const Relation& relation) const {
    if (!terms_.leads_only) return Leads::both;
    const Leads leads = model_.type_of(relation).leads;
    return leads == Leads::none && filter_.names_types() ? Leads::forward : leads;
  }

  bool may_pass(NodeIndex node) const { return terms_.may_pass.empty() || terms_.may_pass[position(node)]; }

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
  WalkTerms terms_;
  std::shared_ptr<Met> met_;
};

}  // namespace

Walk walk_of(const Graph& graph, const Standings& standings, const Filter& filter, WalkTerms terms) {
  const Model& model = graph.model();
  const auto met = std::make_shared<Met>();
  return {Passage(model.relations.size(), WalkRule(model, standings, filter, std::move(terms), met)), met};
}

void add_notes(const Walk& walk, const Standings& standings, const Filter& filter, Table& table) {
  const auto& [counts, denied, filtered] = *walk.met;
  const Standpoint& standpoint = standings.standpoint();
  const auto say = [&](const std::string& text) { table.notes.push_back("met on the way: " + text); };
  if (counts.never > 0) say(never_text(standpoint, counts.never, Counted::relations));
  if (counts.set_aside > 0)
    say(set_aside_text(standings.model(), standpoint.policy, counts.set_aside, Counted::relations));
  if (denied > 0) say(fmt::format("{} denied or disproven, not walked", count_of(denied, "relation")));
  if (filtered > 0) say(fmt::format("{} left out by {}", count_of(filtered, "relation"), filter.options()));
}

}  // namespace throughline
