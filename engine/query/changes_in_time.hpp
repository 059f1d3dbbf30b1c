// SPDX-License-Identifier: Apache-2.0
// What of a graph differs between two standpoints: what holds as of one date and as of another, or what was known by
// one and by another. For `diff`.
//
//   const TimeChanges found = changes_in_time(graph, filter, as_of_2021, as_of_2025);
//
// A relation is the same as another of these ends, this type and this role: held in 2018 and again in 2021, it has not
// changed. It was added if it did not hold before and does after: for certain when both are so in every world. One role
// given up and one taken up by the same two ends is a change of role. What is possible before and after says nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/changes.hpp"
#include "query/filter.hpp"

namespace throughline {

struct TimeChanges {
  std::vector<Change> changes;     // nodes with their dates and statuses in the order of the model, then relations
  std::vector<std::string> notes;  // what took no part, counted
};

// The changes keep the standings. Nodes are compared only when the filter asks nothing of relations. Requires both to
// ask by the same clock.
TimeChanges changes_in_time(const Graph& graph, const Filter& filter, const SharedStandings& before,
                            const SharedStandings& after);

// Added, withdrawn or neither, and how sure; undated on either side is neither.
struct HeldChange {
  ChangeKind kind;
  Held held;
};
std::optional<HeldChange> change_between(Held before, Held after);

}  // namespace throughline
