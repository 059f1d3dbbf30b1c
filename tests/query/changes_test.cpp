// SPDX-License-Identifier: Apache-2.0
// Laws of `diff` on random small graphs: nothing differs from itself; backwards, what was added was withdrawn and
// before is after; of two dates it finds what a look at every statement finds.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "formats/load.hpp"
#include "query/certainty.hpp"
#include "query/changes_in_time.hpp"
#include "query/changes_of_graphs.hpp"
#include "support/memory_files.hpp"

namespace throughline {
namespace {

Model model_of(const std::string& yaml) {
  Diagnostics diagnostics;
  const std::string paths[] = {"-"};
  Model model = load(paths, RepositoryFiles(), yaml, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << yaml;
  return model;
}

template <typename Choices>
auto one_of(const Choices& choices, std::mt19937& random) {
  return choices[random() % std::size(choices)];
}

constexpr const char* whens[] = {"", "2018", "2018/2019", "2019/..", "2018/", "2019~", "2018?/2020", "2020-02-02"};
constexpr const char* roles[] = {"", "clerk", "head"};
constexpr const char* types[] = {"heads", "meets", "assists"};

std::string field(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format(", {}: \"{}\"", name, value);
}

std::string random_relations(std::mt19937& random) {
  std::string text;
  std::set<std::string> seen;
  for (std::size_t i = random() % 6; i > 0; --i) {
    const std::string relation = fmt::format("{{{}: {}{}{}{}}}", one_of(types, random), random() % 2 == 0 ? "b" : "c",
                                             field("when", one_of(whens, random)), field("role", one_of(roles, random)),
                                             random() % 4 == 0   ? ", source: s, quote: q"
                                             : random() % 4 == 0 ? ", status: denied"
                                                                 : "");
    if (seen.insert(relation).second) text += (text.empty() ? "" : ", ") + relation;
  }
  return text;
}

std::string random_graph(std::mt19937& random) {
  return fmt::format(
      "sources: {{s: {{title: S}}}}\nactors:\n  a: {{name: A{}, relations: [{}]}}\n  b: {{name: {}}}\n  c: {{name: "
      "C{}}}\n{}",
      field("when", one_of(whens, random)), random_relations(random), random() % 2 == 0 ? "B" : "Other B",
      field("type", one_of(roles, random)),
      random() % 2 == 0
          ? "initiatives: {i: {name: I, status: [{is: planned, when: 2018}, {is: ongoing, when: 2019-06}]}}\n"
          : "");
}

// A graph with nothing asked, and what that takes.
struct World {
  explicit World(const std::string& yaml, const Standpoint& standpoint = {})
      : model(model_of(yaml)), graph(model), standings(graph, standpoint), filter(model, {}, diagnostics) {}
  GraphVersion version() const { return {model, standings, filter}; }

  Model model;
  Graph graph;
  Standings standings;
  Diagnostics diagnostics;
  Filter filter;
};

// Everything a change says but the places of what was cited.
using Said = std::multiset<std::string>;

Json without_places(Json side) {
  if (side.is_object() && side.contains("evidence"))
    for (Json& each : side["evidence"]) each.erase("line");
  return side;
}

Said said(const std::vector<Change>& changes, bool turned) {
  Said list;
  for (const Change& change : changes) {
    ChangeTold told = change.tell();
    const ChangeKind kinds[] = {ChangeKind::withdrawn, ChangeKind::changed, ChangeKind::added};
    const ChangeKind kind = turned ? kinds[static_cast<int>(change.kind)] : change.kind;
    if (turned) std::swap(told.before, told.after);
    list.insert(fmt::format("{} {} {} {} {} {} {}", name(kind), static_cast<int>(change.held), told.what, told.field,
                            told.subject_id, without_places(told.before.data).dump(),
                            without_places(told.after.data).dump()));
  }
  return list;
}

TEST(ChangesOfGraphs, a_graph_does_not_differ_from_itself) {
  std::mt19937 random(1);
  for (int i = 0; i < 200; ++i) {
    const std::string yaml = random_graph(random);
    const World a(yaml);
    const World b(yaml);
    EXPECT_TRUE(changes_of_graphs(a.version(), b.version()).changes.empty()) << yaml;
  }
}

TEST(ChangesOfGraphs, backwards_are_mirrored) {
  std::mt19937 random(2);
  for (int i = 0; i < 300; ++i) {
    const World a(random_graph(random));
    const World b(random_graph(random));
    const GraphVersion before = a.version();
    const GraphVersion after = b.version();
    EXPECT_EQ(said(changes_of_graphs(before, after).changes, false),
              said(changes_of_graphs(after, before).changes, true));
  }
}

// As many records are there after as were there before, and were added, less those withdrawn.
TEST(ChangesOfGraphs, lead_from_one_graph_to_the_other) {
  std::mt19937 random(3);
  for (int i = 0; i < 300; ++i) {
    const World a(random_graph(random));
    const World b(random_graph(random));
    std::map<std::string, std::ptrdiff_t> balance;
    for (const Change& change : changes_of_graphs(a.version(), b.version()).changes)
      if (const ChangeTold told = change.tell(); told.field.empty())
        balance[std::string(told.what)] += change.kind == ChangeKind::added ? 1 : -1;
    EXPECT_EQ(balance["relation"], std::ssize(b.model.relations) - std::ssize(a.model.relations));
    EXPECT_EQ(balance["node"], std::ssize(b.model.nodes) - std::ssize(a.model.nodes));
  }
}

Standpoint as_of(std::string_view text) {
  EdtfError error;
  Standpoint standpoint;
  standpoint.as_of = parse_edtf(text, error);
  return standpoint;
}

struct TwoDates {
  SharedStandings before;
  SharedStandings after;
};

TwoDates random_dates(const World& world, std::mt19937& random) {
  constexpr const char* days[] = {"2017-05-05", "2018", "2018-07-01", "2019-06-01", "2020-02", "2021"};
  return {std::make_shared<const Standings>(world.graph, as_of(one_of(days, random))),
          std::make_shared<const Standings>(world.graph, as_of(one_of(days, random)))};
}

TEST(ChangesInTime, backwards_are_mirrored) {
  std::mt19937 random(4);
  for (int i = 0; i < 300; ++i) {
    const World world(random_graph(random));
    const auto [before, after] = random_dates(world, random);
    EXPECT_EQ(said(changes_in_time(world.graph, world.filter, before, after).changes, false),
              said(changes_in_time(world.graph, world.filter, after, before).changes, true));
  }
}

// Statement by statement, and how it stands on either day: written from the definition, pairs of roles aside.
struct Counts {
  std::size_t added = 0;
  std::size_t withdrawn = 0;
  std::size_t certain = 0;
};

Counts counted_by_brute_force(const World& world, const TwoDates& dates) {
  std::map<std::string, std::pair<Held, Held>> statements;
  for (std::uint32_t i = 0; i < world.model.relations.size(); ++i) {
    const Relation& relation = world.model.relations[i];
    if (certainty_of(world.model, relation) == Verdict::impossible) continue;
    const std::string key = fmt::format("{} {} {} {}", position(relation.from), position(relation.type),
                                        position(relation.to), world.model.text(relation.role));
    auto& [before, after] = statements.try_emplace(key, Held::never, Held::never).first->second;
    before = std::max(before, dates.before->of(RelationIndex{i}).held);
    after = std::max(after, dates.after->of(RelationIndex{i}).held);
  }
  Counts counts;
  for (const auto& [key, held] : statements) {
    const auto& [before, after] = held;
    if (before == after || before == Held::undated || after == Held::undated) continue;
    ++(after > before ? counts.added : counts.withdrawn);
    const bool is_sure = std::min(before, after) == Held::never && std::max(before, after) == Held::certainly;
    counts.certain += is_sure ? 1 : 0;
  }
  return counts;
}

TEST(ChangesInTime, are_those_of_every_statement) {
  std::mt19937 random(5);
  for (int i = 0; i < 500; ++i) {
    const World world(random_graph(random));
    const TwoDates dates = random_dates(world, random);
    Counts found;
    std::size_t unsure_pairs = 0;  // of roles: one half may be certain, the pair is not
    for (const Change& change : changes_in_time(world.graph, world.filter, dates.before, dates.after).changes) {
      if (change.tell().what != "relation") continue;
      const bool is_pair = change.kind == ChangeKind::changed;
      found.added += is_pair || change.kind == ChangeKind::added ? 1 : 0;
      found.withdrawn += is_pair || change.kind == ChangeKind::withdrawn ? 1 : 0;
      if (change.held == Held::certainly) found.certain += is_pair ? 2 : 1;
      if (change.held != Held::certainly && is_pair) ++unsure_pairs;
    }
    const Counts expected = counted_by_brute_force(world, dates);
    EXPECT_EQ(found.added, expected.added);
    EXPECT_EQ(found.withdrawn, expected.withdrawn);
    EXPECT_LE(found.certain, expected.certain);
    EXPECT_GE(found.certain + unsure_pairs, expected.certain);
  }
}

}  // namespace
}  // namespace throughline
