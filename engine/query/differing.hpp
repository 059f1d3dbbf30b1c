// SPDX-License-Identifier: Apache-2.0
// What the sources say differently of one node, its dates, its statuses, its relations: claims and relations that have
// rivals (model/rivals.hpp), together with these. The verb `show` puts them side by side; nobody is judged.
//
//   for (const auto& group : differing_claims(model, node)) …
#pragma once

#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace throughline {

// Those of its dates that have rivals, then those of its statuses.
std::vector<std::vector<const Claim*>> differing_claims(const Model& model, const Node& node);

// Of the steps those with rivals among them; a group for each type and other end. In the order of `steps`.
std::vector<std::vector<Step>> differing_relations(const Model& model, std::span<const Step> steps);

}  // namespace throughline
