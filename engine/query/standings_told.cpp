// SPDX-License-Identifier: Apache-2.0
// How standings are told: headings, columns, notes below an answer.
#include <fmt/format.h>

#include "base/text.hpp"
#include "query/standings.hpp"

namespace throughline {
namespace {

struct CountedWords {
  std::string_view noun;
  std::string_view undated;
  std::string_view one_never;
  std::string_view many_never;
};

const CountedWords& words_of(Counted counted) {
  static constexpr CountedWords rows[] = {{"relation", "undated relations held", "did not hold", "did not hold"},
                                          {"node", "undated nodes were there", "was not there", "were not there"}};
  return rows[static_cast<int>(counted)];
}

// What would have to be so for what no date decides.
std::string_view undated_words(const Standpoint& standpoint, Counted counted) {
  return standpoint.asks_when() ? words_of(counted).undated : "their undated sources were published by then";
}

}  // namespace

std::string_view held_word(Held held) {
  constexpr std::string_view words[] = {"never", "undated", "possibly", "certainly"};
  return words[static_cast<int>(held)];
}

std::string_view held_word(const TimeStanding& standing) {
  return standing.is_denied ? "denied" : standing.is_set_aside ? "set aside" : held_word(standing.held);
}

std::string_view held_heading(const TimeStanding& standing) {
  constexpr std::string_view headings[] = {"Never", "Undated", "Possibly", "Certainly"};
  if (standing.is_set_aside) return "Set aside";
  return standing.is_denied ? "Denied" : headings[static_cast<int>(standing.held)];
}

std::string range_text(const Standpoint& standpoint, const HeldCounts& counts, Counted counted) {
  return fmt::format("{} certainly, {} more possibly, {} more if {}", counts.certainly, counts.possibly, counts.undated,
                     undated_words(standpoint, counted));
}

std::string never_text(const Standpoint& standpoint, std::size_t count, Counted counted) {
  const CountedWords& row = words_of(counted);
  const std::string what = count_of(count, row.noun);
  const std::string known = known_words(standpoint);
  const std::string_view were = count == 1 ? "was" : "were";
  if (!standpoint.asks_when()) return fmt::format("{} {} not {}", what, were, known);
  return fmt::format("{} {} {}{}", what, count == 1 ? row.one_never : row.many_never, when_words(standpoint),
                     known.empty() ? "" : fmt::format(", or {} not {}", were, known));
}

std::string policy_words(const Model& model, const Policy& policy) {
  const bool names_source = policy.choice == Policy::Choice::source;
  return names_source ? fmt::format("--policy source:{}", model.text(model[policy.source].id)) : "--policy best";
}

std::string set_aside_text(const Model& model, const Policy& policy, std::size_t count, Counted counted) {
  return fmt::format("{} set aside by {}", count_of(count, words_of(counted).noun), policy_words(model, policy));
}

void add_held_column(const Standings& standings, Table& table) {
  if (standings.standpoint().has_clock()) table.columns.push_back({"held", "Held", Shown::only_in_csv});
}

void place_row(const Standings& standings, const TimeStanding& standing, Row& row) {
  if (!standings.standpoint().has_clock()) return;
  row.cells.emplace_back(held_word(standing));
  row.section = held_heading(standing);
}

void add_notes(const Standings& standings, const HeldCounts& counts, Table& table, Counted counted) {
  const Standpoint& standpoint = standings.standpoint();
  if (standpoint.certain_only) {
    const std::string undated =
        standpoint.has_clock() ? fmt::format(", {} if {}", counts.undated, undated_words(standpoint, counted)) : "";
    table.notes.push_back(
        fmt::format("{} certainly; --certain leaves out {} possibly{}", counts.certainly, counts.possibly, undated));
  } else if (standpoint.has_clock()) {
    table.notes.push_back(range_text(standpoint, counts, counted));
  }
  if (counts.never > 0) table.notes.push_back(never_text(standpoint, counts.never, counted));
  if (counts.set_aside > 0)
    table.notes.push_back(set_aside_text(standings.model(), standpoint.policy, counts.set_aside, counted));
}

}  // namespace throughline
