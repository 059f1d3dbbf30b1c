// SPDX-License-Identifier: Apache-2.0
// What the sources say differently of one node: its dates, its statuses, its relations. The verb `show` puts it side by
// side; nobody is judged.
//
//   for (const Differing& each : differing_claims(model, node)) …
#pragma once

#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace throughline {

// Dates that can't be the same days (as TL326 has it); different statuses of the same time, or of no time.
std::vector<std::vector<const Claim*>> differing_claims(const Model& model, const Node& node);

// Of one type between the same nodes: one is denied or disproven and another is not, of times that may overlap; or
// they are in the same role, have no source in common, and their dates can't be the same days. In the order of `steps`.
std::vector<std::vector<Step>> differing_relations(const Model& model, std::span<const Step> steps);

}  // namespace throughline
