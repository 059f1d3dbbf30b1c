// SPDX-License-Identifier: Apache-2.0
#include "query/standings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "graph/paths_between.hpp"
#include "query/certainty.hpp"
#include "query/together.hpp"

namespace throughline {
namespace {

// The stretch of days that --during asks about, as a value of which each day is known.
Edtf stretch_of(const Edtf& during) {
  const auto day_at = [](const std::optional<Day>& day) { return day ? Endpoint(date_on(*day)) : Endpoint(Open{}); };
  const Extent extent = extent_of(during);
  return {Interval{day_at(extent.start.earliest), day_at(extent.end.latest)}};
}

std::optional<Edtf> days_asked_by(const Standpoint& standpoint) {
  if (!standpoint.asks_when()) return std::nullopt;
  return standpoint.during ? stretch_of(*standpoint.during) : some_day(standpoint);
}

TimeStanding standing(Held tolerant, Held exact, bool denied) {
  return {.held = denied ? Held::never : tolerant,
          .is_denied = denied && tolerant != Held::never,
          .by_tolerance = tolerant != exact};
}

}  // namespace

void HeldCounts::add(const TimeStanding& standing) {
  if (standing.is_denied) return;
  if (standing.is_set_aside) {
    ++set_aside;
    return;
  }
  std::size_t HeldCounts::*const counters[] = {&HeldCounts::never, &HeldCounts::undated, &HeldCounts::possibly,
                                               &HeldCounts::certainly};
  ++(this->*counters[static_cast<int>(standing.held)]);
}

Standings::Standings(const Graph& graph, Standpoint standpoint)
    : model_(graph.model()),
      standpoint_(std::move(standpoint)),
      asked_days_(days_asked_by(standpoint_)),
      tolerant_(model_, standpoint_, model_.reading),
      exact_(model_, standpoint_, exact_reading) {}

TimeStanding Standings::of(NodeIndex node) const {
  return is_asked() ? standing(tolerant_.of(node), exact_.of(node), false) : TimeStanding{};
}

TimeStanding Standings::of(RelationIndex relation) const {
  if (!is_asked()) return {};
  if (tolerant_.picks().sets_aside(relation)) return {.held = Held::never, .is_set_aside = true};
  return standing(tolerant_.of(relation), exact_.of(relation), is_denial(model_[relation]));
}

TimeStanding Standings::of_denial(RelationIndex relation) const {
  if (!is_asked()) return {};
  if (tolerant_.picks().sets_aside(relation)) return {.held = Held::never, .is_set_aside = true};
  return standing(tolerant_.of_denial(relation), exact_.of_denial(relation), false);
}

TimeStanding Standings::at_a_glance(RelationIndex relation) const {
  if (!is_asked()) return {};
  if (tolerant_.picks().sets_aside(relation)) return {.held = Held::never, .is_set_aside = true};
  const Held held = tolerant_.of(relation);
  return standing(held, held, is_denial(model_[relation]));
}

TimeStanding Standings::of(SourceIndex source) const {
  return is_asked() ? standing(tolerant_.of(source), exact_.of(source), false) : TimeStanding{};
}

Held Standings::at_a_glance(const Chain& chain) const {
  if (!is_asked()) return Held::certainly;
  Held held = Held::certainly;
  for (const Step& step : chain.steps) held = all_of(held, tolerant_.of(step.relation));
  return can_fall_apart(chain) ? all_of(held, held_of(together_then(chain, model_.reading))) : held;
}

Passage::OfDate Standings::at_a_glance(GistDate by) const {
  const DateIndex date = date_of(model_, by);
  const bool is_doubtful = date != none<DateIndex> && model_[date].extent.uncertain;
  return {is_asked() ? tolerant_.of(by) : Held::certainly, is_doubtful};
}

TimeStanding Standings::of(const Claim& claim) const {
  if (!is_asked()) return {};
  const Node& node = node_of(claim);
  if (tolerant_.picks().sets_aside(node, claim)) return {.held = Held::never, .is_set_aside = true};
  return standing(tolerant_.of(node, claim), exact_.of(node, claim), false);
}

Verdict Standings::certainty_of(const Chain& chain) const {
  Verdict weakest = Verdict::certain;
  for (const Step& step : chain.steps) weakest = both(weakest, certainty_of(step.relation));
  return weakest;
}

// Claims stand in the order of the nodes that they are about.
const Node& Standings::node_of(const Claim& claim) const {
  const auto index = static_cast<std::uint32_t>(&claim - model_.claims.data());
  return *std::partition_point(model_.nodes.begin(), model_.nodes.end(),
                               [&](const Node& node) { return node.claims.end() <= index; });
}

TimeStanding Standings::of(const Chain& chain) const {
  if (!is_asked()) return {};
  Held tolerant = Held::certainly;
  Held exact = Held::certainly;
  for (const Step& step : chain.steps) {
    tolerant = all_of(tolerant, tolerant_.of(step.relation));
    exact = all_of(exact, exact_.of(step.relation));
  }
  if (can_fall_apart(chain)) {
    tolerant = all_of(tolerant, held_of(together_then(chain, model_.reading)));
    exact = all_of(exact, held_of(together_then(chain, exact_reading)));
  }
  return standing(tolerant, exact, false);
}

bool Standings::can_fall_apart(const Chain& chain) const { return asks_for_one_of_days() && chain.steps.size() > 1; }

// All steps of a chain, on one day of those that are asked about: each by itself may hold on another.
Verdict Standings::together_then(const Chain& chain, const Reading& reading) const {
  return verdict_together(model_, chain, *asked_days_, counts(), reading);
}

ClaimCounts Standings::counts() const {
  return [this](const Claim& claim) {
    if (!is_asked()) return true;
    if (tolerant_.picks().sets_aside(node_of(claim), claim)) return false;
    return claim.citations.count == 0 || known(claim) != Verdict::impossible;
  };
}

Verdict Standings::known(const Claim& claim) const {
  const Held held = tolerant_.known_by(node_of(claim), claim);
  return held == Held::certainly ? Verdict::certain : held == Held::never ? Verdict::impossible : Verdict::possible;
}

std::vector<StatusOn> Standings::statuses_of(const Node& node) const {
  return statuses_on(model_, node, some_day(standpoint_), [this](const Claim& claim) { return known(claim); });
}

HeldCounts Standings::count_relations() const {
  HeldCounts counts;
  for (std::uint32_t i = 0; i < model_.relations.size(); ++i) counts.add(of(RelationIndex{i}));
  return counts;
}

Snapshots Standings::snapshots() const {
  std::vector<Held> nodes;
  std::vector<Held> relations;
  for (std::uint32_t i = 0; i < model_.nodes.size(); ++i) nodes.push_back(of(NodeIndex{i}).held);
  for (std::uint32_t i = 0; i < model_.relations.size(); ++i) relations.push_back(of(RelationIndex{i}).held);
  return {model_, nodes, relations};
}

std::string Standings::tolerance_text(std::span<const DateIndex> dates) const {
  std::vector<const Edtf*> values = values_of(model_, dates);
  if (standpoint_.as_of) values.push_back(&*standpoint_.as_of);
  if (standpoint_.known_by) values.push_back(&*standpoint_.known_by);
  const std::string reach = tolerance_words(values, model_.reading);
  return fmt::format("{} decided", reach.empty() ? "the tolerance of `~`" : reach);
}

}  // namespace throughline
