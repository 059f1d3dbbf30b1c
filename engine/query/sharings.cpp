// SPDX-License-Identifier: Apache-2.0
#include "query/sharings.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "query/chronology.hpp"

namespace throughline {
namespace {

bool has(const std::vector<NodeIndex>& ascending, NodeIndex node) {
  return std::binary_search(ascending.begin(), ascending.end(), node);
}

// Each once, ascending.
std::vector<NodeIndex> sharers_of(const Common& common) {
  std::vector<NodeIndex> who;
  for (const Tie& tie : common.ties)
    if (who.empty() || who.back() != tie.from) who.push_back(tie.from);
  return who;
}

// How many pairs share it.
std::size_t width_of(const Common& common, const std::vector<NodeIndex>& of) {
  const std::vector<NodeIndex> who = sharers_of(common);
  const auto pairs = [](std::size_t nodes) { return nodes * (nodes - 1) / 2; };
  if (of.empty()) return pairs(who.size());
  const auto others =
      static_cast<std::size_t>(std::count_if(who.begin(), who.end(), [&](NodeIndex node) { return !has(of, node); }));
  return pairs(who.size()) - pairs(others);
}

Chain chain_of(const Tie& a, const Tie& b) { return {a.from, {a.step, turned(b).step}}; }

TimeStanding standing_of(const Standings& standings, const Tie& a, const Tie& b) {
  return standings.standpoint().asks_when() ? standings.of(chain_of(a, b)) : weaker(a.standing, b.standing);
}

// Who takes part in an event, without a date of their own, is there while it is held: two such meet there.
bool meet_there(const Model& model, const Chain& chain) {
  const Node& shared = model[chain.steps.front().to];
  return std::all_of(chain.steps.begin(), chain.steps.end(),
                     [&](const Step& step) { return model.event_that_dates(model[step.relation]) == &shared; });
}

void tell_together(const Model& model, const Standings& standings, Joint& joint) {
  const ClaimCounts counts = standings.counts();
  if (!meet_there(model, joint.chain)) {
    joint.together = held_together(model, joint.chain, counts);
    joint.tolerance = together_tolerance(model, joint.chain, joint.together);
    return;
  }
  const Node& event = model[joint.chain.steps.front().to];
  std::vector<const Claim*> dates = model.date_claims_of(event);
  std::erase_if(dates, [&](const Claim* claim) { return !counts(*claim); });
  const Dating dating = dating_of(model, dates);
  joint.together.verdict = standings.certainty_of(joint.chain);
  joint.together.window = dating.days;
  joint.together.by_tolerance = !dating.tolerance.empty();
  joint.tolerance = dating.tolerance;
}

}  // namespace

std::span<const Tie> Common::of(NodeIndex who) const {
  const auto [first, last] = std::equal_range(ties.begin(), ties.end(), Tie{who, {}, {}},
                                              [](const Tie& a, const Tie& b) { return a.from < b.from; });
  return {first, last};
}

Sharings::Sharings(const Asked& asked, const SharingQuestion& question, std::size_t most)
    : asked_(asked), model_(asked.graph.model()) {
  gather(question);
  std::vector<std::size_t> widths;
  for (const Common& common : commons_) widths.push_back(width_of(common, question.of));
  std::vector<std::uint32_t> narrowest_first(commons_.size());
  std::iota(narrowest_first.begin(), narrowest_first.end(), 0U);
  std::stable_sort(narrowest_first.begin(), narrowest_first.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return widths[a] < widths[b]; });
  for (const std::uint32_t common : narrowest_first) {
    if (widths[common] > most) {
      too_widely_shared.push_back(common);
      continue;
    }
    most -= widths[common];
    share(common, question);
  }
  std::sort(sharings_.begin(), sharings_.end(), [](const Sharing& x, const Sharing& y) {
    return std::tuple(x.a, x.b, y.held, x.common) < std::tuple(y.a, y.b, x.held, y.common);
  });
}

void Sharings::gather(const SharingQuestion& question) {
  for (const NodeIndex through : question.through) {
    if (!asked_.filter.keeps(through)) continue;
    Common common{through, {}};
    for (const Tie& tie : ties_of(asked_, through)) {
      const Tie of_sharer = turned(tie);
      if (of_sharer.from == through || !has(question.who, of_sharer.from) || !asked_.filter.keeps(of_sharer.from))
        continue;
      if (!question.any_direction && !leads(model_, of_sharer)) continue;
      relations.add(tie.standing);
      if (tie.standing.is_denied) ++denied;
      if (tie.standing.held != Held::never) common.ties.push_back(of_sharer);
    }
    std::stable_sort(common.ties.begin(), common.ties.end(),
                     [](const Tie& a, const Tie& b) { return a.from < b.from; });
    if (!common.ties.empty()) commons_.push_back(std::move(common));
  }
  std::sort(commons_.begin(), commons_.end(),
            [this](const Common& a, const Common& b) { return comes_before(a.through, b.through); });
}

void Sharings::share(std::uint32_t common, const SharingQuestion& question) {
  const std::vector<NodeIndex> who = sharers_of(commons_[common]);
  for (std::size_t i = 0; i < who.size(); ++i)
    for (std::size_t k = i + 1; k < who.size(); ++k) {
      const bool asks_first = has(question.of, who[i]);
      const bool asks_second = has(question.of, who[k]);
      if (!question.of.empty() && !asks_first && !asks_second) continue;
      const bool is_turned = asks_first == asks_second ? comes_before(who[k], who[i]) : asks_second;
      add(common, is_turned ? who[k] : who[i], is_turned ? who[i] : who[k]);
    }
}

void Sharings::add(std::uint32_t common, NodeIndex a, NodeIndex b) {
  Held best = Held::never;
  for (const Tie& of_a : commons_[common].of(a))
    for (const Tie& of_b : commons_[common].of(b))
      best = std::max(best, standing_of(asked_.standings, of_a, of_b).held);
  if (best == Held::never)
    ++never_together;
  else
    sharings_.push_back({a, b, common, best});
}

bool Sharings::comes_before(NodeIndex a, NodeIndex b) const {
  const auto name_a = model_.text(model_[a].name);
  const auto name_b = model_.text(model_[b].name);
  return name_a != name_b ? name_a < name_b : a < b;
}

std::vector<Pair> Sharings::pairs() const {
  std::vector<Pair> pairs;
  for (std::uint32_t i = 0; i < sharings_.size(); ++i) {
    const Sharing& sharing = sharings_[i];
    if (pairs.empty() || pairs.back().a != sharing.a || pairs.back().b != sharing.b)
      pairs.push_back({sharing.a, sharing.b, {i, 0}, {}});
    ++pairs.back().sharings.count;
    pairs.back().counts.add({sharing.held});
  }
  std::sort(pairs.begin(), pairs.end(), [this](const Pair& x, const Pair& y) {
    const auto amount = [](const Pair& pair) {
      return std::tuple(pair.counts.certainly, pair.counts.possibly, pair.counts.undated);
    };
    if (amount(x) != amount(y)) return amount(x) > amount(y);
    return x.a != y.a ? comes_before(x.a, y.a) : comes_before(x.b, y.b);
  });
  return pairs;
}

Joint Sharings::joint_of(const Sharing& sharing) const {
  std::optional<Joint> best;
  const auto worth = [](const Joint& joint) { return std::pair(joint.standing.held, joint.together.verdict); };
  for (const Tie& of_a : commons_[sharing.common].of(sharing.a))
    for (const Tie& of_b : commons_[sharing.common].of(sharing.b)) {
      Joint joint{chain_of(of_a, of_b), standing_of(asked_.standings, of_a, of_b), {}, {}};
      tell_together(model_, asked_.standings, joint);
      if (!best || worth(*best) < worth(joint)) best = std::move(joint);
    }
  return *best;
}

}  // namespace throughline
