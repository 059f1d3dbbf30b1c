// SPDX-License-Identifier: Apache-2.0
// Chains between two nodes against brute force: on thousands of small random graphs exactly the chain, and exactly the
// list of chains, that trying everything and sorting finds.
#include "graph/paths_between.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "random_chains.hpp"
#include "time/edtf_text.hpp"

namespace throughline {
namespace {

std::unique_ptr<ChainWorld> any_world() {
  return any_chain_world([](int limit) { return number(0, limit - 1); });
}

// Where each step stands among those from its node: the order of the model.
std::vector<std::size_t> order_of(const ChainWorld& world, const Chain& chain) {
  std::vector<std::size_t> order;
  NodeIndex at = chain.start;
  for (const Step& step : chain.steps) {
    const std::vector<Step> steps = world.graph.steps_from(at);
    order.push_back(static_cast<std::size_t>(std::find(steps.begin(), steps.end(), step) - steps.begin()));
    at = step.to;
  }
  return order;
}

// Two relations that no chain may have both: what is refused stays refused.
using Rivals = std::set<std::pair<RelationIndex, RelationIndex>>;

Rivals any_rivals(const ChainWorld& world) {
  Rivals rivals;
  const int relations = static_cast<int>(world.model.relations.size());
  const auto relation = [&] { return RelationIndex{static_cast<std::uint32_t>(number(0, relations - 1))}; };
  for (int more = relations > 0 ? number(0, 4) : 0; more > 0; --more) {
    const RelationIndex one = relation();
    rivals.emplace(one, relation());
  }
  return rivals;
}

bool is_free_of(const Rivals& rivals, const Chain& chain) {
  for (const Step& one : chain.steps)
    for (const Step& other : chain.steps)
      if (rivals.contains({one.relation, other.relation})) return false;
  return true;
}

std::vector<Chain> expected_chains(const ChainWorld& world, const Ends& ends, const Rivals& rivals) {
  std::vector<Chain> chains = chains_from(world, ends.from, ends.hops);
  std::erase_if(chains, [&](const Chain& chain) { return chain.end() != ends.to || !is_free_of(rivals, chain); });
  std::sort(chains.begin(), chains.end(), [&](const Chain& a, const Chain& b) {
    return std::pair(a.steps.size(), order_of(world, a)) < std::pair(b.steps.size(), order_of(world, b));
  });
  return chains;
}

std::optional<Chain> expected_best(const ChainWorld& world, const Ends& ends, const Rivals& rivals) {
  const std::vector<Chain> chains = expected_chains(world, ends, rivals);
  const auto quality = [&](const Chain& chain) { return std::pair(chain.steps.size(), weak_steps(world, chain)); };
  const auto best = std::min_element(chains.begin(), chains.end(),
                                     [&](const Chain& a, const Chain& b) { return quality(a) < quality(b); });
  return best == chains.end() ? std::nullopt : std::optional(*best);
}

std::vector<Step> steps_of(const std::optional<Chain>& chain) { return chain ? chain->steps : std::vector<Step>(); }

template <typename Compare>
void for_each_pair(const ChainWorld& world, Compare compare) {
  const auto hops = static_cast<std::size_t>(number(0, 5));
  for (std::uint32_t from = 0; from < world.model.nodes.size(); ++from)
    for (std::uint32_t to = 0; to < world.model.nodes.size(); ++to) compare(Ends{NodeIndex{from}, NodeIndex{to}, hops});
}

TEST(PathsBetween, the_shortest_chain_is_the_first_of_the_best) {
  check_property(
      [] {
        const auto world = any_world();
        for_each_pair(*world, [&](const Ends& ends) {
          const auto found = shortest_chain(world->graph, world->passage, ends);
          const auto best = expected_best(*world, ends, {});
          RC_ASSERT(found.has_value() == best.has_value());
          RC_ASSERT(steps_of(found) == steps_of(best));
        });
      },
      3000);
}

TEST(PathsBetween, the_best_of_those_wanted_is_the_first_of_the_best) {
  check_property(
      [] {
        const auto world = any_world();
        const Rivals rivals = any_rivals(*world);
        for_each_pair(*world, [&](const Ends& ends) {
          const auto found = best_wanted_chain(world->graph, world->passage, ends,
                                               [&](const Chain& chain) { return is_free_of(rivals, chain); });
          RC_ASSERT(found.is_complete);
          RC_ASSERT(steps_of(found.chain) == steps_of(expected_best(*world, ends, rivals)));
        });
      },
      3000);
}

TEST(PathsBetween, all_chains_are_all_in_order) {
  check_property(
      [] {
        const auto world = any_world();
        const Rivals rivals = any_rivals(*world);
        for_each_pair(*world, [&](const Ends& ends) {
          const auto found = all_chains(world->graph, world->passage, ends, 100'000,
                                        [&](const Chain& chain) { return is_free_of(rivals, chain); });
          const std::vector<Chain> expected = expected_chains(*world, ends, rivals);
          RC_ASSERT(found.is_complete);
          RC_ASSERT(found.chains.size() == expected.size());
          for (std::size_t i = 0; i < expected.size(); ++i) RC_ASSERT(found.chains[i].steps == expected[i].steps);
        });
      },
      2000);
}

TEST(PathsBetween, a_search_that_is_stopped_says_so) {
  Model model;
  model.nodes.resize(2);
  for (int i = 0; i < 3; ++i) model.relations.push_back({.from = NodeIndex{0}, .to = NodeIndex{1}});
  const Graph graph(model);
  const Passage passage(3, [](RelationIndex) { return Passage::Terms{.forward = true}; });
  const Chains two = all_chains(graph, passage, {NodeIndex{0}, NodeIndex{1}, 1}, 2);
  EXPECT_EQ(two.chains.size(), 2U);
  EXPECT_FALSE(two.is_complete);
}

}  // namespace
}  // namespace throughline
