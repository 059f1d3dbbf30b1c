// SPDX-License-Identifier: Apache-2.0
// Chains against brute force: on random small graphs, every choice of a world for each step is tried, day by day. The
// verdict and the window of a chain must be what that finds.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "formats/load.hpp"
#include "graph/paths_between.hpp"
#include "query/evidence.hpp"
#include "query/together.hpp"
#include "small_days.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

struct Tried {
  bool always = true;
  Days window;
};

// All choices of a world for each of the values from `next` on, met with the days that are left.
void try_all(const std::vector<const When*>& values, std::size_t next, const Days& left, Tried& tried) {
  if (next == values.size()) {
    tried.always = tried.always && !left.empty();
    tried.window.insert(left.begin(), left.end());
    return;
  }
  for (const Days& world : values[next]->worlds) {
    Days met;
    for (const int day : left)
      if (world.contains(day)) met.insert(day);
    try_all(values, next + 1, met, tried);
  }
}

class Story {
 public:
  explicit Story(std::mt19937& random) {
    std::string yaml = "actors:\n";
    for (int from = 0; from < 4; ++from) {
      yaml += fmt::format("  n{}:\n    name: N\n", from);
      if (from < 3) yaml += "    relations:\n";
      for (int to = from + 1; to < 4; ++to) {
        const When when = any_when([&](int limit) { return random() % static_cast<unsigned>(limit); });
        const std::string date = when.text.empty() ? "" : fmt::format(", when: \"{}\"", when.text);
        yaml += fmt::format("      - {{part_of: n{}, role: r{}{}{}}}\n", to, from, to, date);
        whens_.emplace(fmt::format("r{}{}", from, to), when);
      }
    }
    Diagnostics diagnostics;
    const std::string paths[] = {"-"};
    model = load(paths, RepositoryFiles(), yaml, diagnostics);
    EXPECT_TRUE(diagnostics.list().empty()) << yaml;
  }

  void expect_agrees(const Chain& chain) const {
    std::vector<const When*> dated;
    bool is_certain = true;
    for (const Step& step : chain.steps) {
      const When& when = when_of(step);
      if (!when.text.empty()) dated.push_back(&when);
      is_certain = is_certain && !when.text.empty() && !when.is_uncertain;
    }
    Tried tried;
    try_all(dated, 0, days_between(1, last_small_day), tried);
    const bool is_never = tried.window.empty();
    is_certain = is_certain && tried.always;
    const Together together = held_together(model, chain, [](const Claim&) { return true; });
    const Verdict expected = chain.steps.size() == 1 || is_certain ? Verdict::certain
                             : is_never                            ? Verdict::impossible
                                                                   : Verdict::possible;
    EXPECT_EQ(together.verdict, expected) << told(chain);
    EXPECT_EQ(window_text(together), dated.empty() || is_never || chain.steps.size() == 1 ? "" : window(tried.window))
        << told(chain);
  }

  Model model;

 private:
  const When& when_of(const Step& step) const { return whens_.at(std::string(model.text(model[step.relation].role))); }

  static std::string window(const Days& days) {
    const std::string first = print_small_day(*days.begin());
    return days.size() == 1 ? first : fmt::format("{}/{}", first, print_small_day(*days.rbegin()));
  }

  std::string told(const Chain& chain) const {
    std::string text;
    for (const Step& step : chain.steps) text += when_of(step).text + " · ";
    return text;
  }

  std::map<std::string, When> whens_;
};

TEST(HeldTogether, agrees_with_trying_every_world_on_every_day) {
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    const Story story(random);
    const Graph graph(story.model);
    const Passage passage = passage_of(graph, false);
    for (const Chain& chain : all_chains(graph, passage, {NodeIndex{0}, NodeIndex{3}, 3}, 100).chains)
      story.expect_agrees(chain);
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace throughline
