// SPDX-License-Identifier: Apache-2.0
// `path` against brute force: on thousands of small random graphs with dates of every form every chain is tried, in
// every world, on every day. Which chains are answers, in which order, what is said of each and which one is best must
// be what that finds.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <tuple>

#include "formats/load.hpp"
#include "query/path_search.hpp"
#include "query/verb.hpp"
#include "small_days.hpp"
#include "support/memory_files.hpp"
#include "time/edtf_text.hpp"

namespace throughline {
namespace {

constexpr int actors = 3;
constexpr int events = 2;

// What a step may have for a date: several contradict each other, none is known.
struct Dates {
  std::string key;  // the same for steps that share it
  std::vector<When> whens;
};

struct Relations {
  std::string from;
  std::string to;
  Dates dates;
  bool is_planned = false;
};

std::string actor(int i) { return fmt::format("a{}", i); }
std::string event(int i) { return fmt::format("e{}", i); }
bool is_event(const std::string& id) { return id[0] == 'e'; }

class Story {
 public:
  Story() {
    std::map<std::string, Dates> of_events;
    for (int i = 0; i < events; ++i) of_events[event(i)] = any_dates(event(i));
    for (int more = number(1, 8); more > 0; --more) add_relation(fmt::format("r{}", relations.size()), of_events);
    write(of_events);
    Diagnostics diagnostics;
    const std::string paths[] = {"-"};
    model = load(paths, RepositoryFiles(), yaml, diagnostics);
    RC_ASSERT(diagnostics.list().empty());
  }

  std::map<std::string, Relations> relations;  // by role
  std::string yaml = "sources:\n  s0: {title: S}\n  s1: {title: T}\n";
  Model model;

 private:
  static When when() {
    return any_when([](int limit) { return number(0, limit - 1); });
  }

  static Dates any_dates(const std::string& key) {
    Dates dates{key, {}};
    for (int more = number(0, 2); more > 0; --more)
      if (When when = Story::when(); !when.text.empty()) dates.whens.push_back(std::move(when));
    return dates;
  }

  static std::string any_node() {
    const int i = number(0, actors + events - 1);
    return i < actors ? actor(i) : event(i - actors);
  }

  void add_relation(const std::string& role, const std::map<std::string, Dates>& of_events) {
    Relations relation{any_node(), any_node(), {role, {}}, number(0, 4) == 0};
    if (When when = Story::when(); !when.text.empty()) relation.dates.whens.push_back(std::move(when));
    if (relation.dates.whens.empty() && is_participation(relation)) relation.dates = of_events.at(relation.to);
    relations.emplace(role, std::move(relation));
  }

  static bool is_participation(const Relations& relation) { return !is_event(relation.from) && is_event(relation.to); }

  void write(const std::map<std::string, Dates>& of_events) {
    yaml += "actors:\n";
    for (int i = 0; i < actors; ++i) write_node(actor(i), "");
    yaml += "events:\n";
    for (int i = 0; i < events; ++i) {
      std::string claims;
      int source = 0;
      for (const When& each : of_events.at(event(i)).whens)
        claims += fmt::format("{}{{date: \"{}\", source: s{}}}", claims.empty() ? "" : ", ", each.text, source++);
      write_node(event(i), claims.empty() ? "" : fmt::format(", when: [{}]", claims));
    }
  }

  void write_node(const std::string& id, const std::string& when) {
    yaml += fmt::format("  {}: {{name: N {}{}, relations: [", id, id, when);
    for (const auto& [role, relation] : relations) {
      if (relation.from != id) continue;
      const bool is_dated = !relation.dates.whens.empty() && relation.dates.key == role;
      yaml += fmt::format("{{{}: {}, role: {}{}{}}}, ", is_participation(relation) ? "participates_in" : "prompts",
                          relation.to, role, relation.is_planned ? ", status: planned" : "",
                          is_dated ? fmt::format(", when: \"{}\"", relation.dates.whens.front().text) : "");
    }
    yaml += "]}\n";
  }
};

// The definition of the two verdicts.

using Slots = std::vector<const Dates*>;            // of each step
using Picked = std::map<std::string, const When*>;  // by key: which of the dates is right
using Chosen = std::map<std::string, const Days*>;  // by key: the world

const Days& days_in(const Chosen& world, const Dates& dates) {
  static const Days any = days_between(1, last_small_day);
  const auto known = world.find(dates.key);
  return known == world.end() ? any : *known->second;
}

bool are_together(const Slots& slots, const Chosen& world) {
  for (int day = 1; day <= last_small_day; ++day)
    if (std::all_of(slots.begin(), slots.end(), [&](const Dates* each) { return days_in(world, *each).contains(day); }))
      return true;
  return false;
}

bool are_in_order(const Slots& slots, const Chosen& world, std::size_t next = 0, int from = 1) {
  if (next == slots.size()) return true;
  for (int day = from; day <= last_small_day; ++day)
    if (days_in(world, *slots[next]).contains(day) && are_in_order(slots, world, next + 1, day)) return true;
  return false;
}

template <typename Holds>
void try_worlds(Picked::const_iterator next, const Picked& picked, Chosen& world, Holds holds,
                std::vector<bool>& answers) {
  if (next == picked.end()) return answers.push_back(holds(world));
  for (const Days& days : next->second->worlds) {
    world[next->first] = &days;
    try_worlds(std::next(next), picked, world, holds, answers);
  }
}

Verdict verdict_of(const std::vector<bool>& answers) {
  const bool any = std::find(answers.begin(), answers.end(), true) != answers.end();
  const bool all = std::find(answers.begin(), answers.end(), false) == answers.end();
  return all ? Verdict::certain : any ? Verdict::possible : Verdict::impossible;
}

template <typename Holds>
void try_picks(const Slots& slots, std::size_t next, Picked& picked, Holds holds, std::set<Verdict>& verdicts) {
  if (next < slots.size()) {
    const Dates& dates = *slots[next];
    if (dates.whens.empty() || picked.contains(dates.key)) return try_picks(slots, next + 1, picked, holds, verdicts);
    for (const When& when : dates.whens) {
      picked[dates.key] = &when;
      try_picks(slots, next + 1, picked, holds, verdicts);
    }
    picked.erase(dates.key);
    return;
  }
  std::vector<bool> answers;
  Chosen world;
  try_worlds(picked.begin(), picked, world, holds, answers);
  const bool is_uncertain =
      std::any_of(picked.begin(), picked.end(), [](const auto& p) { return p.second->is_uncertain; });
  verdicts.insert(both(verdict_of(answers), is_uncertain ? Verdict::possible : Verdict::certain));
}

template <typename Holds>
Verdict brute_verdict(const Slots& slots, Holds holds) {
  if (slots.size() == 1) return Verdict::certain;
  Picked picked;
  std::set<Verdict> verdicts;
  try_picks(slots, 0, picked, holds, verdicts);
  const bool has_undated =
      std::any_of(slots.begin(), slots.end(), [](const Dates* each) { return each->whens.empty(); });
  const Verdict verdict = verdicts.size() == 1 ? *verdicts.begin() : Verdict::possible;
  return both(verdict, has_undated ? Verdict::possible : Verdict::certain);
}

// All chains, and which are answers.

using Roles = std::vector<std::string>;

struct Question {
  std::string from;
  std::string to;
  std::size_t hops;
  bool at_one_time;
  bool in_order;
  std::string avoid;  // empty: none
};

Question any_question() {
  const auto node = [] { return number(0, 2) == 0 ? event(number(0, events - 1)) : actor(number(0, actors - 1)); };
  Question question{node(), node(), static_cast<std::size_t>(number(0, 4)), number(0, 1) == 0, number(0, 1) == 0, ""};
  if (number(0, 2) == 0) question.avoid = node();
  return question;
}

void collect(const Story& story, const Question& question, Roles& roles, std::set<std::string>& seen,
             const std::string& at, std::vector<Roles>& found) {
  if (at == question.to) return found.push_back(roles);
  if (roles.size() == question.hops || at == question.avoid) return;
  for (const auto& [role, relation] : story.relations) {
    if (relation.from != at && relation.to != at) continue;
    const std::string& to = relation.from == at ? relation.to : relation.from;
    if (!seen.insert(to).second) continue;
    roles.push_back(role);
    collect(story, question, roles, seen, to, found);
    roles.pop_back();
    seen.erase(to);
  }
}

struct Expected {
  Verdict together;
  Verdict in_order;
  Verdict fits;
  std::size_t weak;
};

Expected expected_of(const Story& story, const Question& question, const Roles& roles) {
  Slots slots;
  std::size_t weak = 0;
  for (const std::string& role : roles) {
    const Relations& relation = story.relations.at(role);
    slots.push_back(&relation.dates);
    const bool has_own_date = relation.dates.key == role && !relation.dates.whens.empty();
    weak += relation.is_planned || (has_own_date && relation.dates.whens.front().is_uncertain) ? 1 : 0;
  }
  const Verdict together = brute_verdict(slots, [&](const Chosen& world) { return are_together(slots, world); });
  const Verdict in_order = brute_verdict(slots, [&](const Chosen& world) { return are_in_order(slots, world); });
  const Verdict fits =
      both(question.at_one_time ? together : Verdict::certain, question.in_order ? in_order : Verdict::certain);
  return {together, in_order, fits, weak};
}

std::map<Roles, Expected> expected_answers(const Story& story, const Question& question) {
  std::vector<Roles> chains;
  Roles roles;
  std::set<std::string> seen = {question.from};
  collect(story, question, roles, seen, question.from, chains);
  std::map<Roles, Expected> answers;
  for (const Roles& chain : chains)
    if (const Expected each = expected_of(story, question, chain); each.fits != Verdict::impossible)
      answers.emplace(chain, each);
  return answers;
}

// What `path` says.

const Verb& path() {
  const auto all = verbs();
  return **std::find_if(all.begin(), all.end(), [](const Verb* verb) { return verb->name == "path"; });
}

std::vector<Json> answers_of(const Story& story, const Question& question, bool all) {
  Arguments arguments;
  arguments.give("A", {question.from});
  arguments.give("B", {question.to});
  arguments.give("--hops", {std::to_string(question.hops)});
  arguments.fall_back("--limit", "0");
  if (all) arguments.give("--all", {});
  if (question.at_one_time) arguments.give("--together", {});
  if (question.in_order) arguments.give("--in-order", {});
  if (!question.avoid.empty()) arguments.give("--avoid", {question.avoid});
  const Graph graph(story.model);
  Diagnostics diagnostics;
  const Table table = path().run(graph, arguments, diagnostics);
  RC_ASSERT(diagnostics.list().empty());
  std::vector<Json> answers;
  for (const Row& row : table.rows)
    if (row.data) answers.push_back(row.data());
  return answers;
}

Roles roles_of(const Json& chain) {
  Roles roles;
  for (const Json& step : chain["steps"]) roles.push_back(step["role"]);
  return roles;
}

std::string word(Verdict verdict) {
  return verdict == Verdict::certain ? "certainly" : verdict == Verdict::possible ? "possibly" : "never";
}

TEST(Path, all_are_the_chains_that_brute_force_finds) {
  check_property(
      [] {
        const Story story;
        const Question question = any_question();
        if (question.from == question.to || question.avoid == question.from || question.avoid == question.to) return;
        const auto expected = expected_answers(story, question);
        const auto found = answers_of(story, question, true);
        RC_ASSERT(found.size() == expected.size());
        std::tuple last(Verdict::certain, std::size_t{0});
        for (const Json& chain : found) {
          const Expected& each = expected.at(roles_of(chain));
          RC_ASSERT(chain["verdict"] == word(each.together));
          RC_ASSERT(chain["in_order"] == word(each.in_order));
          const std::tuple place(each.fits, chain["length"].get<std::size_t>());
          RC_ASSERT(std::get<0>(place) < std::get<0>(last) ||
                    (std::get<0>(place) == std::get<0>(last) && std::get<1>(place) >= std::get<1>(last)));
          last = place;
        }
      },
      2500);
}

TEST(Path, the_best_fits_best_then_is_shortest_then_least_weak) {
  check_property(
      [] {
        const Story story;
        const Question question = any_question();
        if (question.from == question.to || question.avoid == question.from || question.avoid == question.to) return;
        const auto expected = expected_answers(story, question);
        const auto found = answers_of(story, question, false);
        RC_ASSERT(found.empty() == expected.empty());
        if (found.empty()) return;
        RC_ASSERT(found.size() == 1U);
        const auto quality = [](const auto& chain) {
          return std::tuple(-static_cast<int>(chain.second.fits), chain.first.size(), chain.second.weak);
        };
        const auto best = std::min_element(expected.begin(), expected.end(),
                                           [&](const auto& a, const auto& b) { return quality(a) < quality(b); });
        RC_ASSERT(quality(*expected.find(roles_of(found.front()))) == quality(*best));
      },
      2500);
}

// With a question about time the best is the one that stands best; a chain stands as Standings says, which have a test
// of their own.
TEST(Path, the_best_as_of_a_time_is_the_best_of_all) {
  check_property(
      [] {
        const Story story;
        const Question question = any_question();
        RC_PRE(question.from != question.to);
        const Graph graph(story.model);
        Standpoint standpoint;
        standpoint.as_of = edtf(pick({"2020-01-03", "2020-01", "[2020-01-02,2020-01-05]"}));
        const Standings standings(graph, standpoint);
        const Passage passage(story.model.relations.size(), [&](RelationIndex relation) {
          return Passage::Terms{.forward = true, .backward = true, .held = standings.of(relation).held};
        });
        const Ends ends{story.model.find_node(question.from), story.model.find_node(question.to), question.hops};
        ChainQuestion asked{ends, true, question.at_one_time, question.in_order};
        const RatedChains all = find_chains(graph, passage, standings, asked);
        asked.all = false;
        const RatedChains best = find_chains(graph, passage, standings, asked);
        RC_ASSERT(all.is_complete && best.is_complete);
        RC_ASSERT(best.chains.empty() == all.chains.empty());
        if (all.chains.empty()) return;
        const auto quality = [](const RatedChain& each) {
          return std::tuple(each.held, each.fits, -static_cast<int>(each.chain.steps.size()));
        };
        RC_ASSERT(quality(best.chains.front()) == quality(all.chains.front()));
        for (const RatedChain& each : all.chains) RC_ASSERT(quality(each) <= quality(all.chains.front()));
      },
      2500);
}

}  // namespace
}  // namespace throughline
