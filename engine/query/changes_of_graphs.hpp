// SPDX-License-Identifier: Apache-2.0
// What differs between two versions of a graph, record by record, for `diff`.
//
//   const GraphChanges found = changes_of_graphs({old, all, filter}, {recent, all, filter});
//
// Nodes and sources are found again by their ids, dates and statuses by their node, relations by their ends and type.
// Where there are several, equals are paired first; then those of the same date and role (status), of the same role
// (status), and what is left in order. What has no partner was added or withdrawn; of a pair each field and each
// citation that differs is a change. An id that was renamed is one node withdrawn and another added.
#pragma once

#include <cstddef>
#include <vector>

#include "query/changes.hpp"
#include "query/filter.hpp"

namespace throughline {

struct GraphVersion {
  const Model& model;
  const Standings& standings;
  const Filter& filter;
};

struct GraphChanges {
  std::vector<Change> changes;          // nodes, dates, statuses, relations, sources; each by id
  std::size_t beside_the_question = 0;  // changes of what did not hold then, in either version
  std::size_t set_aside = 0;            // by the policy, in one of them or both
};

// Only relations are compared when the filter asks for some. The changes look at the models, and at nothing else here.
GraphChanges changes_of_graphs(const GraphVersion& before, const GraphVersion& after);

}  // namespace throughline
