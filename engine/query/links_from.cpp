// SPDX-License-Identifier: Apache-2.0
#include "query/links_from.hpp"

#include <algorithm>

namespace throughline {

LinksFrom::LinksFrom(const Graph& graph, Passage passage, const Standings& standings,
                     std::span<const NodeIndex> targets, std::size_t hops)
    : graph_(graph),
      passage_(std::move(passage)),
      standings_(standings),
      hops_(hops),
      levels_(std::span(held_groups).first(standings.is_asked() ? held_groups.size() : 1)),
      reach_(graph, passage_, levels_),
      is_target_(graph.model().nodes.size()),
      is_settled_(graph.model().nodes.size()) {
  for (const NodeIndex target : targets) is_target_.add(target);
}

void LinksFrom::search(NodeIndex start) {
  start_ = start;
  longer_.clear();
  for (std::vector<NodeIndex>& ends : ends_) {
    for (const NodeIndex end : ends) is_settled_.remove(end);
    ends.clear();
  }
  reach_.explore(start, hops_);
  const bool asks_one_of_days = standings_.asks_for_one_of_days();
  for (std::size_t level = 0; level < levels_.size(); ++level)
    asks_one_of_days ? look_for_one_day(level) : look_for(level);
  if (!asks_one_of_days) return;
  for (const NodeIndex end : reach_.reached(levels_.size() - 1))
    if (is_target_.has(end) && !is_settled_.has(end)) settle(end, Held::never);
}

void LinksFrom::look_for(std::size_t level) {
  for (const NodeIndex end : reach_.reached(level))
    if (is_target_.has(end) && !is_settled_.has(end)) settle(end, levels_[level]);
}

// The shortest chain may be one whose steps share no day of those asked about: then the best that does is looked for.
void LinksFrom::look_for_one_day(std::size_t level) {
  const Held least = levels_[level];
  std::unique_ptr<OnOneDay>& on_one_day = on_one_day_[level];
  if (!on_one_day) on_one_day = std::make_unique<OnOneDay>(*this, least);
  std::vector<NodeIndex> others;
  for (const NodeIndex end : reach_.reached(level))
    if (is_target_.has(end) && !is_settled_.has(end))
      stands(*on_one_day, reach_.chain_to(end, level), least) ? settle(end, least) : others.push_back(end);
  if (others.empty()) return;
  const bool knows = on_one_day->chains.explore(start_, hops_);
  for (const NodeIndex end : others)
    if (std::optional<Chain> chain = better_chain(*on_one_day, end, least, knows)) {
      longer_.emplace(end, std::move(*chain));
      settle(end, least);
    }
}

LinksFrom::OnOneDay::OnOneDay(const LinksFrom& links, Held least)
    : spans(links.standings_, {.sure = least == Held::certainly, .on_days_asked = true}),
      chains(
          links.graph_, links.passage_.at_least(least),
          [this](const Step& step, Gist gist) { return spans.of(step, gist); }, spans.asked()) {}

void LinksFrom::settle(NodeIndex end, Held held) {
  is_settled_.add(end);
  ends_[static_cast<std::size_t>(held)].push_back(end);
}

// Each step by itself does.
bool LinksFrom::stands(OnOneDay& on_one_day, const Chain& chain, Held least) const {
  const Fit fit = on_one_day.spans.fit_of(chain);
  return fit == Fit::yes || (fit == Fit::unknown && standings_.at_a_glance(chain) >= least);
}

// What is found quickly may turn out not to do; only then all are tried.
std::optional<Chain> LinksFrom::better_chain(OnOneDay& on_one_day, NodeIndex end, Held least, bool is_known) {
  if (is_known) {
    if (!on_one_day.chains.has_reached(end)) return std::nullopt;
    Chain chain = on_one_day.chains.chain_to(end);
    if (stands(on_one_day, chain, least)) return chain;
  }
  const auto is_wanted = [&](const Chain& beginning) { return standings_.at_a_glance(beginning) >= least; };
  BestChain best = best_wanted_chain(graph_, passage_.at_least(least), {start_, end, hops_}, is_wanted);
  is_complete_ &= best.is_complete;
  return std::move(best.chain);
}

std::vector<NodeIndex> LinksFrom::targets_near(NodeIndex start) {
  reach_.explore(start, hops_);
  std::vector<NodeIndex> near = reach_.reached(levels_.size() - 1);
  std::erase_if(near, [this](NodeIndex node) { return !is_target_.has(node); });
  return near;
}

Chain LinksFrom::chain_to(NodeIndex end, Held held) const {
  const auto longer = longer_.find(end);
  if (longer != longer_.end()) return longer->second;
  const auto at = std::find(levels_.begin(), levels_.end(), held);
  return reach_.chain_to(end, static_cast<std::size_t>((at == levels_.end() ? at - 1 : at) - levels_.begin()));
}

}  // namespace throughline
