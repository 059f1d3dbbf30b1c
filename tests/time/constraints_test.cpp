// SPDX-License-Identifier: Apache-2.0
// The network of days against brute force: on small random sets of statements it must find the bounds, and a shortest
// contradiction, that trying every day finds.
#include "time/constraints.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <random>

namespace throughline {
namespace {

using Reasons = std::vector<TimeConstraints::Reason>;

std::string printed(const Bounds& bounds) {
  return fmt::format("{}..{}", bounds.earliest ? print_day(*bounds.earliest) : "",
                     bounds.latest ? print_day(*bounds.latest) : "");
}

TEST(Constraints, place_a_day_after_another) {
  TimeConstraints days;
  const auto summit = days.add_day();
  const auto report = days.add_day();
  days.bound(summit, {day_of(2018, 4, 27), day_of(2018, 4, 27)}, 0);
  days.order(summit, report, 1, 1);
  EXPECT_EQ(printed(days.bounds()[report]), "2018-04-28..");
  days.keep_near_after(summit, report, *parse_duration("3 weeks"), 2);
  EXPECT_EQ(printed(days.bounds()[report]), "2018-04-28..2018-05-18");
  EXPECT_TRUE(days.contradiction().empty());
}

TEST(Constraints, bounds_go_both_ways) {
  TimeConstraints days;
  const auto first = days.add_day();
  const auto second = days.add_day();
  days.bound(first, {day_of(2018, 1, 1), day_of(2018, 12, 31)}, 0);
  days.bound(second, {day_of(2018, 3, 1), day_of(2018, 3, 31)}, 1);
  days.order(first, second, 1, 2);
  EXPECT_EQ(printed(days.bounds()[first]), "2018-01-01..2018-03-30");
}

TEST(Constraints, months_are_steps_of_the_calendar) {
  TimeConstraints days;
  const auto a = days.add_day();
  const auto b = days.add_day();
  const auto c = days.add_day();
  days.bound(a, {day_of(2018, 1, 31), day_of(2018, 1, 31)}, 0);
  days.keep_near_after(a, b, *parse_duration("1 month"), 1);
  days.keep_near_after(b, c, *parse_duration("1 month"), 2);
  EXPECT_EQ(printed(days.bounds()[c]), "..2018-03-31");
  days.keep_near_before(a, b, *parse_duration("1 year"), 3);
  EXPECT_EQ(printed(days.bounds()[b]), "2017-01-31..2018-02-28");
}

TEST(Constraints, a_ring_contradicts_whatever_the_dates) {
  TimeConstraints days;
  const auto a = days.add_day();
  const auto b = days.add_day();
  const auto c = days.add_day();
  days.order(a, b, 1, 0);
  days.order(b, c, 1, 1);
  days.order(c, a, 1, 2);
  EXPECT_EQ(days.contradiction(), (Reasons{0, 1, 2}));
  days.order(b, a, 1, 3);
  EXPECT_EQ(days.contradiction(), (Reasons{0, 3}));
}

TEST(Constraints, what_never_ends_has_nothing_after_it) {
  TimeConstraints days;
  const auto ongoing = days.add_end();
  const auto after = days.add_day();
  days.bound(ongoing, {TimeConstraints::never, std::nullopt}, 0);
  days.order(ongoing, after, 1, 1);
  EXPECT_EQ(days.contradiction(), (Reasons{0, 1}));
}

TEST(Constraints, a_long_chain_is_no_burden) {
  TimeConstraints days;
  auto last = days.add_day();
  days.bound(last, {day_of(2018, 1, 1), day_of(2018, 1, 1)}, 0);
  for (TimeConstraints::Reason reason = 1; reason <= 20'000; ++reason) {
    const auto next = days.add_day();
    days.order(last, next, 1, reason);
    last = next;
  }
  EXPECT_TRUE(days.contradiction().empty());
  EXPECT_EQ(days.bounds()[last].earliest, day_of(2018, 1, 1) + 20'000);
}

// Brute force: three days, each one of twelve around the end of a month. In the tests of months the first of them lies
// a month later than the others, so that the steps matter.

constexpr int variables = 3;
constexpr int days_tried = 12;
using Starts = std::array<Day, variables>;
const Starts one_month = {day_of(2018, 2, 23), day_of(2018, 2, 23), day_of(2018, 2, 23)};
const Starts two_months = {day_of(2018, 3, 23), day_of(2018, 2, 23), day_of(2018, 2, 23)};

struct Statement {
  enum class Kind { bound, order, near_after, near_before } kind;
  TimeConstraints::Variable a;
  TimeConstraints::Variable b;
  Bounds bounds;
  Duration duration;

  bool holds(const std::vector<Day>& days) const {
    switch (kind) {
      case Kind::bound: return days[a] >= *bounds.earliest && days[a] <= *bounds.latest;
      case Kind::order: return days[b] >= days[a] + duration.amount;
      case Kind::near_after: return days[b] <= latest_within(days[a], duration);
      default: return days[b] >= earliest_within(days[a], duration);
    }
  }

  void add_to(TimeConstraints& network, TimeConstraints::Reason reason) const {
    if (kind == Kind::bound) network.bound(a, bounds, reason);
    if (kind == Kind::order) network.order(a, b, duration.amount, reason);
    if (kind == Kind::near_after) network.keep_near_after(a, b, duration, reason);
    if (kind == Kind::near_before) network.keep_near_before(a, b, duration, reason);
  }

  std::string text() const {
    constexpr std::string_view names[] = {"bound", "order", "near_after", "near_before"};
    return fmt::format("{} {} {} {} {} ", names[static_cast<int>(kind)], a, b, printed(bounds), duration.amount);
  }
};

using Statements = std::vector<Statement>;

Statement random_statement(std::mt19937& random, const Starts& starts) {
  Statement statement{
      static_cast<Statement::Kind>(random() % 4), static_cast<unsigned>(random() % variables), 0, {}, {}};
  statement.b = (statement.a + 1 + static_cast<unsigned>(random() % (variables - 1))) % variables;
  if (statement.kind == Statement::Kind::bound) {
    const Day first = starts[statement.a] + static_cast<Day>(random() % days_tried);
    const Day last = starts[statement.a] + days_tried - 1;
    statement.bounds = {first, std::min<Day>(first + static_cast<Day>(random() % 4), last)};
  }
  statement.duration = {Duration::Unit::days, static_cast<Day>(random() % 4)};
  if (statement.kind == Statement::Kind::order) statement.duration.amount -= 1;
  return statement;
}

// Bounds on all days, so that nothing lies beyond those that brute force tries.
Statements random_statements(std::mt19937& random, const Starts& starts) {
  Statements statements;
  for (unsigned day = 0; day < variables; ++day)
    statements.push_back({Statement::Kind::bound, day, day, {starts[day], starts[day] + days_tried - 1}, {}});
  for (auto left = 1 + random() % 5; left > 0; --left) statements.push_back(random_statement(random, starts));
  return statements;
}

// The hull of the days each can be on when all statements hold that are chosen; nothing when they can't.
std::optional<std::vector<Bounds>> tried(const Statements& statements, unsigned chosen, const Starts& starts) {
  std::optional<std::vector<Bounds>> found;
  std::vector<Day> days(variables);
  for (int i = 0; i < days_tried * days_tried * days_tried; ++i) {
    for (std::size_t v = 0, rest = static_cast<std::size_t>(i); v < variables; ++v, rest /= days_tried)
      days[v] = starts[v] + static_cast<Day>(rest % days_tried);
    bool holds = true;
    for (std::size_t s = 0; s < statements.size() && holds; ++s)
      holds = (chosen >> s & 1U) == 0 || statements[s].holds(days);
    if (!holds) continue;
    if (!found) {
      found.emplace();
      for (const Day day : days) found->push_back({day, day});
    }
    for (std::size_t v = 0; v < variables; ++v)
      (*found)[v] = {std::min(*(*found)[v].earliest, days[v]), std::max(*(*found)[v].latest, days[v])};
  }
  return found;
}

std::string text_of(const Statements& statements) {
  std::string text;
  for (const Statement& statement : statements) text += statement.text() + "; ";
  return text;
}

unsigned all_of(const Statements& statements) { return (1U << statements.size()) - 1; }

TimeConstraints network_of(const Statements& statements, unsigned chosen) {
  TimeConstraints network;
  for (int i = 0; i < variables; ++i) network.add_day();
  for (std::size_t i = 0; i < statements.size(); ++i)
    if ((chosen >> i & 1U) != 0) statements[i].add_to(network, static_cast<TimeConstraints::Reason>(i));
  return network;
}

unsigned as_bits(const Reasons& reasons) {
  unsigned bits = 0;
  for (const auto reason : reasons) bits |= 1U << reason;
  return bits;
}

// Without months the shortest contradiction is a smallest set of statements that has no solution. Whether a set has
// one, the network knows, as the tests above have shown.
std::size_t fewest_that_contradict(const Statements& statements) {
  std::size_t fewest = statements.size();
  for (unsigned chosen = 1; chosen <= all_of(statements); ++chosen) {
    const auto size = static_cast<std::size_t>(__builtin_popcount(chosen));
    if (size < fewest && !network_of(statements, chosen).contradiction().empty()) fewest = size;
  }
  return fewest;
}

void expect_agreement(const Statements& statements, const Starts& starts) {
  const TimeConstraints network = network_of(statements, all_of(statements));
  const auto expected = tried(statements, all_of(statements), starts);
  const Reasons found = network.contradiction();
  ASSERT_EQ(found.empty(), expected.has_value()) << text_of(statements);
  if (expected) {
    ASSERT_EQ(network.bounds(), *expected) << text_of(statements);
  } else {
    ASSERT_FALSE(tried(statements, as_bits(found), starts)) << "named is no contradiction: " << text_of(statements);
  }
}

TEST(Constraints, agree_with_every_day) {
  std::mt19937 random(7);
  for (int round = 0; round < 1500 && !testing::Test::HasFailure(); ++round)
    expect_agreement(random_statements(random, one_month), one_month);
}

TEST(Constraints, of_months_agree_with_every_day) {
  std::mt19937 random(8);
  for (int round = 0; round < 1500 && !testing::Test::HasFailure(); ++round) {
    Statements statements = random_statements(random, two_months);
    for (Statement& statement : statements)
      if (statement.kind == Statement::Kind::near_after || statement.kind == Statement::Kind::near_before)
        statement.duration = {Duration::Unit::months, 1};
    expect_agreement(statements, two_months);
  }
}

TEST(Constraints, name_a_shortest_contradiction) {
  std::mt19937 random(9);
  for (int contradictions = 0; contradictions < 60;) {
    const Statements statements = random_statements(random, one_month);
    const Reasons found = network_of(statements, all_of(statements)).contradiction();
    if (found.empty()) continue;
    ++contradictions;
    ASSERT_EQ(found.size(), fewest_that_contradict(statements)) << text_of(statements);
  }
}

}  // namespace
}  // namespace throughline
