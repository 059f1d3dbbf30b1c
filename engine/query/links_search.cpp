// SPDX-License-Identifier: Apache-2.0
#include "query/links_search.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "query/links_from.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_chains = 100'000;

constexpr std::array groups = {Held::certainly, Held::possibly, Held::undated, Held::never};  // in the order of links

void sort_by_name(const Model& model, std::vector<NodeIndex>& nodes) {
  std::vector<std::pair<std::string_view, NodeIndex>> named;
  named.reserve(nodes.size());
  for (const NodeIndex node : nodes) named.emplace_back(model.text(model[node].name), node);
  std::sort(named.begin(), named.end());
  std::transform(named.begin(), named.end(), nodes.begin(), [](const auto& each) { return each.second; });
}

void sort_chains(const Model& model, std::vector<StandingChain>& chains) {
  const auto key = [&](const StandingChain& each) {
    const Chain& chain = each.chain;
    return std::tuple(-static_cast<int>(each.held), model.text(model[chain.start].name), chain.start,
                      model.text(model[chain.end()].name), chain.end(), chain.steps.size());
  };
  std::stable_sort(chains.begin(), chains.end(),
                   [&](const StandingChain& a, const StandingChain& b) { return key(a) < key(b); });
}

}  // namespace

struct Links::State {
  State(const Graph& graph, const Passage& passage, const Standings& standings, const LinkQuestion& question)
      : model(graph.model()), from(question.from), links(graph, passage, standings, question.to, question.hops) {
    if (from.size() > 1) sort_by_name(model, from);
  }

  const Model& model;
  std::vector<NodeIndex> from;  // by name
  LinksFrom links;
  bool is_complete = true;

  bool lists_all = false;
  std::vector<StandingChain> listed;  // all chains, or:
  std::vector<std::size_t> firsts;    // for each group and in it each start, the number of its first link; and the end
  NodeIndex searched = none<NodeIndex>;  // whose links are at hand
  std::size_t at_hand = 0;               // of which of the firsts, plus one, these are the ends, by name
  std::vector<NodeIndex> ends;

  std::size_t first_of(std::size_t group) const { return firsts[group * from.size()]; }

  void count_best();
  void list_all(const Graph& graph, const Passage& passage, const Standings& standings, const LinkQuestion& question);
  StandingChain best(std::size_t number);
};

void Links::State::count_best() {
  std::vector<std::size_t> counts(groups.size() * from.size());
  for (std::size_t start = 0; start < from.size(); ++start) {
    links.search(from[start]);
    for (std::size_t group = 0; group < groups.size(); ++group)
      counts[group * from.size() + start] = links.ends(groups[group]).size();
  }
  firsts = {0};
  for (const std::size_t count : counts) firsts.push_back(firsts.back() + count);
  if (!from.empty()) searched = from.back();
  is_complete = links.is_complete();
}

StandingChain Links::State::best(std::size_t number) {
  const auto behind = std::upper_bound(firsts.begin(), firsts.end(), number);
  const auto slot = static_cast<std::size_t>(behind - firsts.begin()) - 1;
  const Held held = groups[slot / from.size()];
  if (at_hand != slot + 1) {
    const NodeIndex start = from[slot % from.size()];
    if (start != searched) links.search(start);
    searched = start;
    ends = links.ends(held);
    sort_by_name(model, ends);
    at_hand = slot + 1;
  }
  return {links.chain_to(ends[number - firsts[slot]], held), held};
}

void Links::State::list_all(const Graph& graph, const Passage& passage, const Standings& standings,
                            const LinkQuestion& question) {
  lists_all = true;
  for (const NodeIndex start : from) {
    for (const NodeIndex end : links.targets_near(start)) {
      const std::size_t left = most_chains - std::min(most_chains, listed.size());
      Chains chains = all_chains(graph, passage.at_least(Held::undated), {start, end, question.hops}, left + 1);
      for (Chain& chain : chains.chains) {
        const Held held = standings.at_a_glance(chain);
        listed.push_back({std::move(chain), held});
      }
      is_complete &= chains.is_complete && listed.size() <= most_chains;
      if (!is_complete) break;
    }
    if (!is_complete) break;
  }
  sort_chains(model, listed);
}

std::size_t Links::size() const {
  if (certain_only_) return count(Held::certainly);
  return state_->lists_all ? state_->listed.size() : state_->firsts.back();
}

std::size_t Links::count(Held held) const {
  const State& state = *state_;
  if (state.lists_all)
    return static_cast<std::size_t>(std::count_if(state.listed.begin(), state.listed.end(),
                                                  [&](const StandingChain& each) { return each.held == held; }));
  const auto group = static_cast<std::size_t>(std::find(groups.begin(), groups.end(), held) - groups.begin());
  return state.first_of(group + 1) - state.first_of(group);
}

bool Links::is_complete() const { return state_->is_complete; }

StandingChain Links::chain(std::size_t number) const {
  return state_->lists_all ? state_->listed[number] : state_->best(number);
}

Links find_links(const Graph& graph, const Passage& passage, const Standings& standings, const LinkQuestion& question) {
  Links links;
  links.state_ = std::make_shared<Links::State>(graph, passage, standings, question);
  if (question.all)
    links.state_->list_all(graph, passage, standings, question);
  else
    links.state_->count_best();
  return links;
}

}  // namespace throughline
