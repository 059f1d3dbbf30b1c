// SPDX-License-Identifier: Apache-2.0
#include "query/ties.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace throughline {
namespace {

TimeStanding standing_of(const Asked& asked, RelationIndex relation) {
  if (asked.standings.is_asked()) return asked.standings.of(relation);
  const Held held = held_of(asked.standings.certainty_of(relation));
  return {held, held == Held::never};
}

}  // namespace

std::vector<Tie> ties_of(const Asked& asked, NodeIndex node) {
  std::vector<Tie> ties;
  for (const Step& step : asked.graph.steps_from(node))
    if (asked.filter.keeps(asked.graph.model()[step.relation]))
      ties.push_back({node, step, standing_of(asked, step.relation)});
  return ties;
}

Tie turned(const Tie& tie) {
  const Direction back = tie.step.direction == Direction::forward ? Direction::backward : Direction::forward;
  return {tie.step.to, {tie.step.relation, tie.from, back}, tie.standing};
}

bool leads(const Model& model, const Tie& tie) {
  const Leads leads = model.type_of(model[tie.step.relation]).leads;
  if (leads == Leads::both) return true;
  return tie.step.direction == Direction::forward ? leads == Leads::forward || leads == Leads::last
                                                  : leads == Leads::backward;
}

bool is_counted(const Tie& tie, const Standings& standings) { return tie.standing.held >= standings.least(); }

TimeStanding weaker(const TimeStanding& a, const TimeStanding& b) {
  return {std::min(a.held, b.held), a.is_denied || b.is_denied, a.by_tolerance || b.by_tolerance};
}

std::string amount_text(const HeldCounts& counts) {
  if (counts.certainly + counts.possibly + counts.undated == 0) return {};
  std::string text = std::to_string(counts.certainly);
  if (counts.possibly > 0) text += fmt::format("+{}", counts.possibly);
  if (counts.undated > 0) text += fmt::format("+{}?", counts.undated);
  return text;
}

void add_denied_note(std::size_t denied, Table& table) {
  if (denied > 0)
    table.notes.push_back(fmt::format("{} denied or disproven: not counted", count_of(denied, "relation")));
}

}  // namespace throughline
