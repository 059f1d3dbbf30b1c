// SPDX-License-Identifier: Apache-2.0
// How the changes that changes_in_time.cpp finds are told: the subject, both sides with their sources, what decided.
// Made when asked for, so it holds no more than what it needs to look.
#pragma once

#include <vector>

#include "query/changes.hpp"

namespace throughline {

struct Sides {
  TimeStanding before;
  TimeStanding after;
};

// All that makes one statement: relations of the same ends, type and role.
struct Statement {
  std::vector<RelationIndex> relations;
  Sides standing;
};

using Statuses = std::vector<StatusOn>;

class TimeTeller {
 public:
  TimeTeller(const Model& model, SharedStandings before, SharedStandings after)
      : model_(model), before_(std::move(before)), after_(std::move(after)) {}

  ChangeTold node(NodeIndex index) const;
  ChangeTold claim(NodeIndex node, std::size_t claim) const;
  ChangeTold status(NodeIndex node, const Statuses& before, const Statuses& after) const;
  ChangeTold relation(const Statement& statement) const;
  ChangeTold role(const Statement& from, const Statement& to) const;

 private:
  ChangeTold of_node(std::string_view what, NodeIndex node) const;
  ChangeSide side_of(NodeIndex node, const Statuses& statuses) const;
  ChangeTold of_relation(RelationIndex index) const;
  ChangeSide side_of(const Statement& statement, const Standings& standings, const TimeStanding& best) const;
  void add_remarks(const Statement& statement, ChangeTold& told) const;
  void add_tolerance(const Sides& standing, DateIndex when, ChangeTold& told) const;

  const Model& model_;
  SharedStandings before_;
  SharedStandings after_;
};

}  // namespace throughline
