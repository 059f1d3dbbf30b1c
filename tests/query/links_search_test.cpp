// SPDX-License-Identifier: Apache-2.0
// Links against brute force: on random small graphs with dates of all sorts, the chains of each pair must be those that
// trying every chain finds, and the best one must stand as well and be as short as any.
#include "query/links_search.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <tuple>

#include "formats/load.hpp"
#include "query/filter.hpp"
#include "query/walk.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

Model random_model(std::mt19937& random) {
  constexpr const char* dates[] = {"2018",  "2019-05", "2018/2020", "2019/..",     "[2018, 2020]",
                                   "2018?", "2019~",   "2020/",     "{2018, 2019}"};
  constexpr const char* types[] = {"part_of", "heads", "partners_with", "opposes"};
  std::string rows = "{\"record\":\"source\",\"id\":\"s\",\"title\":\"S\"}\n";
  const std::size_t nodes = 3 + random() % 3;
  for (std::size_t i = 0; i < nodes; ++i)
    rows += fmt::format("{{\"record\":\"node\",\"kind\":\"actor\",\"id\":\"n{}\",\"name\":\"N{}\"}}\n", i, i);
  for (std::size_t i = 0, count = random() % 8; i < count; ++i)
    rows +=
        fmt::format("{{\"record\":\"relation\",\"from\":\"n{}\",\"type\":\"{}\",\"to\":\"n{}\",\"role\":\"{}\"{}{}}}\n",
                    random() % nodes, types[random() % std::size(types)], random() % nodes, i,
                    random() % 4 == 0 ? "" : fmt::format(",\"when\":\"{}\"", dates[random() % std::size(dates)]),
                    random() % 6 == 0 ? ",\"status\":\"denied\"" : "");
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  return load(paths, RepositoryFiles(), rows, diagnostics);
}

Standpoint random_standpoint(std::mt19937& random) {
  constexpr const char* days[] = {"2018-07-01", "2019", "2019-05", "2020"};
  if (random() % 4 == 0) return {};
  EdtfError error;
  const auto date = parse_edtf(days[random() % std::size(days)], error);
  Standpoint standpoint;
  (random() % 2 == 0 ? standpoint.as_of : standpoint.during) = date;
  return standpoint;
}

// One question, asked of one random graph.
class Asked {
 public:
  explicit Asked(std::mt19937& random)
      : model(random_model(random)),
        graph(model),
        standings(graph, random_standpoint(random)),
        filter(model, {}, diagnostics_),
        leads_only_(random() % 2 == 0),
        hops_(1 + random() % 3) {
    for (std::uint32_t i = 0; i < model.nodes.size(); ++i) may_pass_.push_back(random() % 4 != 0);
  }
  Asked(const Asked&) = delete;

  std::vector<StandingChain> links(bool all) const {
    LinkQuestion question{.from = {}, .to = {}, .hops = hops_, .all = all};
    for (std::uint32_t i = 0; i < model.nodes.size(); ++i) {
      question.from.push_back(NodeIndex{i});
      question.to.push_back(NodeIndex{i});
    }
    const Walk walk = walk_of(graph, standings, filter, {.leads_only = leads_only_, .may_pass = may_pass_});
    const Links links = find_links(graph, walk.passage, standings, question);
    std::vector<StandingChain> chains;
    for (std::size_t i = 0; i < links.size(); ++i) chains.push_back(links.chain(i));
    return chains;
  }

  // All chains without a repeated node, by trying every relation in both directions.
  std::vector<Chain> every_chain() const {
    std::vector<Chain> found;
    for (std::uint32_t i = 0; i < model.nodes.size(); ++i) {
      Chain chain{NodeIndex{i}, {}};
      std::set<NodeIndex> seen = {NodeIndex{i}};
      extend(chain, seen, found);
    }
    return found;
  }

  std::size_t weak_steps(const Chain& chain) const {
    return static_cast<std::size_t>(std::count_if(chain.steps.begin(), chain.steps.end(), [this](const Step& step) {
      return standings.certainty_of(step.relation) != Verdict::certain;
    }));
  }

  Model model;
  Graph graph;
  Standings standings;

 private:
  Diagnostics diagnostics_;

 public:
  Filter filter;

 private:
  void extend(Chain& chain, std::set<NodeIndex>& seen, std::vector<Chain>& found) const {
    if (!chain.steps.empty()) found.push_back(chain);
    if (chain.steps.size() == hops_ || !may_go_on(chain)) return;
    for (std::uint32_t i = 0; i < model.relations.size(); ++i)
      for (const Direction direction : {Direction::forward, Direction::backward}) {
        const bool is_forward = direction == Direction::forward;
        const Relation& relation = model.relations[i];
        const Step step{RelationIndex{i}, is_forward ? relation.to : relation.from, direction};
        if ((is_forward ? relation.from : relation.to) != chain.end() || seen.contains(step.to) || !may_walk(step))
          continue;
        chain.steps.push_back(step);
        seen.insert(step.to);
        extend(chain, seen, found);
        seen.erase(step.to);
        chain.steps.pop_back();
      }
  }

  bool may_go_on(const Chain& chain) const {
    if (chain.steps.empty()) return true;
    const Leads leads = model.type_of(model[chain.steps.back().relation]).leads;
    return may_pass_[position(chain.end())] && !(leads_only_ && leads == Leads::last);
  }

  bool may_walk(const Step& step) const {
    const Relation& relation = model[step.relation];
    if (relation.assertion == Assertion::denied) return false;
    if (standings.of(step.relation).held == Held::never) return false;
    const Leads leads = model.type_of(relation).leads;
    const bool is_forward = step.direction == Direction::forward;
    return !leads_only_ || leads == Leads::both ||
           (is_forward ? leads == Leads::forward || leads == Leads::last : leads == Leads::backward);
  }

  bool leads_only_;
  std::size_t hops_;
  std::vector<bool> may_pass_;
};

using Pair = std::pair<NodeIndex, NodeIndex>;
// How it stands, how short it is, how few of its steps are weak: the greater the better.
using Quality = std::tuple<Held, int, int>;

Quality quality_of(const Asked& asked, const Chain& chain) {
  return {asked.standings.of(chain).held, -static_cast<int>(chain.steps.size()),
          -static_cast<int>(asked.weak_steps(chain))};
}

TEST(Links, the_best_chain_of_each_pair_is_the_one_that_brute_force_finds) {
  std::mt19937 random(21);
  std::size_t pairs = 0;
  for (int round = 0; round < 1500; ++round) {
    const Asked asked(random);
    std::map<Pair, Quality> best;
    for (const Chain& chain : asked.every_chain()) {
      const Quality quality = quality_of(asked, chain);
      const auto [known, is_new] = best.emplace(Pair(chain.start, chain.end()), quality);
      if (!is_new) known->second = std::max(known->second, quality);
    }
    const std::vector<StandingChain> links = asked.links(false);
    ASSERT_EQ(links.size(), best.size());
    for (const StandingChain& link : links) {
      const Quality& wanted = best.at({link.chain.start, link.chain.end()});
      ASSERT_EQ(std::get<0>(quality_of(asked, link.chain)), std::get<0>(wanted)) << round;
      ASSERT_EQ(std::get<1>(quality_of(asked, link.chain)), std::get<1>(wanted)) << round;
      ++pairs;
    }
  }
  EXPECT_GT(pairs, 3000U);
}

TEST(Links, all_chains_are_those_that_brute_force_finds) {
  std::mt19937 random(22);
  for (int round = 0; round < 1500; ++round) {
    const Asked asked(random);
    std::multiset<std::tuple<NodeIndex, NodeIndex, std::size_t, Held>> wanted;
    std::multiset<std::tuple<NodeIndex, NodeIndex, std::size_t, Held>> found;
    for (const Chain& chain : asked.every_chain())
      wanted.emplace(chain.start, chain.end(), chain.steps.size(), asked.standings.of(chain).held);
    for (const auto& [chain, held] : asked.links(true))
      found.emplace(chain.start, chain.end(), chain.steps.size(), held);
    ASSERT_EQ(found, wanted) << round;
  }
}

}  // namespace
}  // namespace throughline
