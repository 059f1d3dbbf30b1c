// SPDX-License-Identifier: Apache-2.0
// The direct relations of a node that a question is about, each with how it stands, and how many of them in short. Used
// by the verbs that count claims and list who takes part: `matrix`, `shared`, `events`.
//
//   for (const Tie& tie : ties_of({graph, filter, standings}, node))
//     if (is_counted(tie, standings)) counts.add(tie.standing);
#pragma once

#include <string>
#include <vector>

#include "query/filter.hpp"
#include "query/standings.hpp"

namespace throughline {

struct Asked {
  const Graph& graph;
  const Filter& filter;
  const Standings& standings;
};

struct Tie {
  NodeIndex from;  // the node that was asked about
  Step step;
  TimeStanding standing;  // without a question about time: as it is stated
};

// Those that the filter keeps, whatever their standing, in the order of Graph::steps_from.
std::vector<Tie> ties_of(const Asked& asked, NodeIndex node);

// The same relation, seen from its other end.
Tie turned(const Tie& tie);

// Does it lead from its node on, as `links` walks? A member leads to the organisation, who is meant by a plan not to
// it.
bool leads(const Model& model, const Tie& tie);

// Is it an answer? What is denied or did not hold is none.
bool is_counted(const Tie& tie, const Standings& standings);

// Of two that must both be so.
TimeStanding weaker(const TimeStanding& a, const TimeStanding& b);

// "3", "3+1" with one more that is possible, "3+1+2?" with two more that no date decides; empty for none.
std::string amount_text(const HeldCounts& counts);

// "2 relations denied or disproven: not counted".
void add_denied_note(std::size_t denied, Table& table);

}  // namespace throughline
