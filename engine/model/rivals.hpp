// SPDX-License-Identifier: Apache-2.0
// Claims that contradict each other, or tell one matter differently. All of them are kept; a question may pick
// (query/policy.hpp), `show` puts them side by side.
//
// Two are rivals when no source carries both, and
// - of two dates of a node: they are not written alike;
// - of two statuses of a node: they name different ones for what can be one day, or both without a date;
// - of two relations: they have the same ends and type, roles that are the same or not both given, can have held on one
//   day, and differ in date or in whether it was so (asserted or planned, denied or disproven). Two terms of one
//   office, or two meetings, are no rivals: they can't have been on one day.
#pragma once

#include <vector>

#include "model/model.hpp"

namespace throughline {

// In the order of the model; empty for most.
std::vector<RelationIndex> rivals_of(const Model& model, RelationIndex relation);
// Of the claims of the same node. A claim without a source of its own has those of the node. Requires a claim of it.
std::vector<const Claim*> rivals_of(const Model& model, const Node& node, const Claim& claim);

// The citations of a claim, or those of its node when it has none.
Slice citations_of(const Node& node, const Claim& claim);

// The rivals that deny what is not denied itself; to know that there are none costs next to nothing.
std::vector<RelationIndex> denying_rivals_of(const Model& model, RelationIndex relation);

// Is it stated, and does a rival deny it?
bool is_contested(const Model& model, RelationIndex relation);

bool is_denial(const Relation& relation);  // denied or disproven

}  // namespace throughline
