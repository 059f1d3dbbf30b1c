// SPDX-License-Identifier: Apache-2.0
// Chains at one time against brute force: on thousands of small random graphs with spans of all sorts the chain to each
// node must be the very one that trying all chains finds, and there must be none where that finds none.
#include "graph/paths_at_one_time.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <tuple>

#include "random_chains.hpp"

namespace throughline {
namespace {

class Asked {
 public:
  explicit Asked(std::mt19937& random)
      : random_(random), owner_(any_chain_world([this](int limit) { return below(limit); })) {
    asked_ = {below(3), below(3) + 4};
    for (const Relation& relation : world().model.relations) spans_.push_back(span_of(relation));
  }

  const ChainWorld& world() const { return *owner_; }
  const StepSpan& asked() const { return asked_; }
  const StepSpan& span_of(const Step& step) const { return spans_[position(step.relation)]; }

  // Each two of its steps fit, and each with what is asked; of an event that two steps in a row share one counts.
  bool fits(const Chain& chain) const {
    std::vector<StepSpan> spans = {asked_};
    for (const Step& step : chain.steps) {
      const StepSpan& span = span_of(step);
      const bool is_shared = span.event != none<NodeIndex> && spans.back().event == span.event;
      if (!is_shared) spans.push_back(span);
    }
    for (std::size_t i = 0; i < spans.size(); ++i)
      for (std::size_t j = 0; j < spans.size(); ++j)
        if (i != j && spans[i].from > spans[j].until) return false;
    return true;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  StepSpan span_of(const Relation& relation) {
    if (below(3) > 0) {
      const Day from = below(8);
      return {from, from + below(5) - (below(4) == 0 ? 2 : 0)};
    }
    const auto end = static_cast<Day>(relation.to);  // an event has the same date for all of its participants
    return {end + 2, end + 1, relation.to};
  }

  std::mt19937& random_;
  std::unique_ptr<ChainWorld> owner_;
  StepSpan asked_{};
  std::vector<StepSpan> spans_;
};

// Shorter, then less weak, then by the places of its steps among those of their nodes.
using Quality = std::tuple<std::size_t, std::size_t, std::vector<std::ptrdiff_t>>;

Quality quality_of(const ChainWorld& world, const Chain& chain) {
  std::vector<std::ptrdiff_t> places;
  NodeIndex at = chain.start;
  for (const Step& step : chain.steps) {
    const std::vector<Step> steps = world.graph.steps_from(at);
    places.push_back(std::find(steps.begin(), steps.end(), step) - steps.begin());
    at = step.to;
  }
  return {chain.steps.size(), weak_steps(world, chain), places};
}

TEST(ChainsAtOneTime, are_those_that_brute_force_finds) {
  std::mt19937 random(11);
  std::size_t found = 0;
  std::size_t longer = 0;  // than the shortest that does not fit
  for (int round = 0; round < 6000; ++round) {
    const Asked asked(random);
    const ChainWorld& world = asked.world();
    const std::size_t hops = 1 + random() % 4;
    ChainsAtOneTime chains(
        world.graph, world.passage, [&](const Step& step, Gist) { return asked.span_of(step); }, asked.asked());
    Reach reach(world.graph, world.passage);
    for (std::uint32_t start = 0; start < world.model.nodes.size(); ++start) {
      std::map<NodeIndex, Quality> best;
      for (const Chain& chain : chains_from(world, NodeIndex{start}, hops)) {
        if (!asked.fits(chain)) continue;
        const auto [known, is_new] = best.emplace(chain.end(), quality_of(world, chain));
        if (!is_new) known->second = std::min(known->second, quality_of(world, chain));
      }
      ASSERT_TRUE(chains.explore(NodeIndex{start}, hops));
      reach.explore(NodeIndex{start}, hops);
      for (std::uint32_t end = 0; end < world.model.nodes.size(); ++end) {
        if (end == start) continue;
        ASSERT_EQ(chains.has_reached(NodeIndex{end}), best.contains(NodeIndex{end})) << round;
        if (!best.contains(NodeIndex{end})) continue;
        const Chain chain = chains.chain_to(NodeIndex{end});
        ASSERT_EQ(chain.end(), NodeIndex{end});
        ASSERT_TRUE(asked.fits(chain));
        ASSERT_EQ(quality_of(world, chain), best.at(NodeIndex{end})) << round;
        ++found;
        longer += chain.steps.size() > reach.distance(NodeIndex{end}) ? 1 : 0;
      }
    }
  }
  EXPECT_GT(found, 10'000U);
  EXPECT_GT(longer, 100U);
}

}  // namespace
}  // namespace throughline
