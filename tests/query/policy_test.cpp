// SPDX-License-Identifier: Apache-2.0
// Which of rival claims a policy picks, on random graphs with many of them: laws that must hold whatever is claimed.
#include "query/policy.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "formats/load.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

// Few nodes, many relations of one type: most have rivals.
Model random_model(std::mt19937& random) {
  constexpr const char* dates[] = {"2018", "2018-04", "2018-04-27", "2019/2021", "2020/..", "2018~", "[2018, 2020]"};
  std::string yaml = "sources:\n";
  for (int i = 0; i < 4; ++i)
    yaml += fmt::format("  s{}: {{title: S, publisher: p{}, published: {}}}\n", i, random() % 3, 2018 + random() % 3);
  yaml += "actors:\n  a: {name: A}\n  b:\n    name: B\n    relations:\n";
  for (std::size_t i = 0, count = 2 + random() % 6; i < count; ++i) {
    std::string fields = random() % 2 == 0 ? "heads: a" : "meets: a";
    if (random() % 3 != 0) fields += fmt::format(", when: '{}'", dates[random() % std::size(dates)]);
    if (random() % 4 == 0) fields += ", status: denied";
    if (random() % 4 == 0) fields += ", confidence: doubtful";
    std::string evidence;
    for (int s = 0; s < 4; ++s)
      if (random() % 3 == 0) evidence += fmt::format("{}{{source: s{}}}", evidence.empty() ? "" : ", ", s);
    yaml += fmt::format("      - {{{}, evidence: [{}]}}\n", fields, evidence.empty() ? "{source: s0}" : evidence);
  }
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  return load(paths, RepositoryFiles(), yaml, diagnostics);
}

bool all_count(SourceIndex) { return true; }

template <typename Each>
void for_each_relation(const Model& model, Each each) {
  for (std::uint32_t i = 0; i < model.relations.size(); ++i) each(RelationIndex{i});
}

TEST(Rivals, are_rivals_of_each_other) {
  std::mt19937 random(5);
  std::size_t pairs = 0;
  for (int round = 0; round < 600; ++round) {
    const Model model = random_model(random);
    for_each_relation(model, [&](RelationIndex relation) {
      for (const RelationIndex rival : rivals_of(model, relation)) {
        const auto back = rivals_of(model, rival);
        EXPECT_TRUE(std::find(back.begin(), back.end(), relation) != back.end());
        ++pairs;
      }
    });
  }
  EXPECT_GT(pairs, 300U);
}

TEST(Policy, sets_aside_only_what_has_a_rival_that_counts) {
  std::mt19937 random(6);
  std::size_t set_aside = 0;
  for (int round = 0; round < 600; ++round) {
    const Model model = random_model(random);
    for (const Policy policy :
         {Policy{Policy::Choice::best, none<SourceIndex>}, Policy{Policy::Choice::source, SourceIndex{0}}}) {
      const Picks picks(model, policy, all_count);
      for_each_relation(model, [&](RelationIndex relation) {
        if (!picks.sets_aside(relation)) return;
        ++set_aside;
        EXPECT_FALSE(rivals_of(model, relation).empty());
      });
      bool all_set_aside = true;
      for_each_relation(model, [&](RelationIndex relation) { all_set_aside &= picks.sets_aside(relation); });
      EXPECT_FALSE(all_set_aside);
    }
  }
  EXPECT_GT(set_aside, 150U);
}

TEST(Policy, any_sets_nothing_aside) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const Model model = random_model(random);
    const Picks picks(model, {}, all_count);
    for_each_relation(model, [&](RelationIndex relation) { EXPECT_FALSE(picks.sets_aside(relation)); });
  }
}

TEST(Policy, a_source_is_never_contradicted_by_what_it_does_not_carry) {
  std::mt19937 random(8);
  for (int round = 0; round < 600; ++round) {
    const Model model = random_model(random);
    const Picks picks(model, {Policy::Choice::source, SourceIndex{1}}, all_count);
    const auto carries = [&](RelationIndex relation) {
      const auto citations = model.citations_of(model[relation].citations);
      return std::any_of(citations.begin(), citations.end(),
                         [](const Citation& citation) { return citation.source == SourceIndex{1}; });
    };
    for_each_relation(model, [&](RelationIndex relation) {
      if (!carries(relation)) return;
      EXPECT_FALSE(picks.sets_aside(relation));
      for (const RelationIndex rival : rivals_of(model, relation)) EXPECT_TRUE(picks.sets_aside(rival));
    });
  }
}

TEST(Policy, a_source_that_may_not_be_heard_supports_nothing) {
  std::mt19937 random(9);
  for (int round = 0; round < 500; ++round) {
    const Model model = random_model(random);
    const Picks picks(model, {Policy::Choice::best, none<SourceIndex>}, [](SourceIndex) { return false; });
    for_each_relation(model, [&](RelationIndex relation) { EXPECT_FALSE(picks.sets_aside(relation)); });
  }
}

}  // namespace
}  // namespace throughline
