// SPDX-License-Identifier: Apache-2.0
// One entry of a chronology and how it is told. `events` (events.cpp) gathers entries, events_told.cpp makes their
// rows.
//
//   table.rows.push_back(entry_row(model, std::make_shared<const Entry>(entry), standings));
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "query/chronology.hpp"
#include "query/ties.hpp"

namespace throughline {

struct Entry {
  NodeIndex node;
  TimeStanding standing;
  Dating dating;
  std::vector<Tie> participants;  // seen from them
  std::vector<Tie> denied;        // participations that are; seen from who is said not to take part
  std::vector<Tie> places;        // seen from the event
  HeldCounts left_out;            // participations that did not hold, or not for certain
  std::optional<Silence> silence_before = std::nullopt;           // for certain
  std::optional<Silence> possible_silence_before = std::nullopt;  // a longer one, or one in which an undated may lie
  std::vector<NodeIndex> may_lie_there = {};                      // in the possible one, with a date
};

// `has_kinds`: entries are of several kinds, so each says its own.
std::vector<Column> entry_columns(bool has_kinds);
Row entry_row(const Model& model, std::shared_ptr<const Entry> entry, const SharedStandings& standings);
// The lines above an entry that ends a silence: "no event for at least 1 year 4 months (2019-07-01 to 2020-10-31)";
// "possibly no event …".
Row silence_row(const Entry& entry, const Standings& standings, bool has_kinds);
Row possible_silence_row(const Model& model, const Entry& entry, const Standings& standings, bool has_kinds);

}  // namespace throughline
