// SPDX-License-Identifier: Apache-2.0
// Which of claims that contradict each other count: what --policy asks, for standings.hpp. Only rivals
// (model/rivals.hpp) are ever set aside, and never all of them.
//
//   const Picks picks(model, standpoint.policy, counts);
//   if (picks.sets_aside(relation)) …
//
// - any: all count. What rivals tell is not certain.
// - best: a claim is set aside when a rival is better supported: by how it is known (stated, inferred, doubtful), then
// by
//   how many publishers carry it, then by how many sources, then by the later publication, if it certainly is later.
//   Rivals that are equals all count.
// - source: a claim is set aside when a rival is carried by that source and it is not. What the source says nothing of
//   stays as it is.
#pragma once

#include <functional>

#include "model/rivals.hpp"
#include "query/standpoint.hpp"

namespace throughline {

// May the source be heard? One that was not published by --known-by supports nothing.
using SourceCounts = std::function<bool(SourceIndex)>;

class Picks {
 public:
  Picks(const Model& model, const Policy& policy, SourceCounts counts)
      : model_(model), policy_(policy), counts_(std::move(counts)) {}

  bool sets_aside(RelationIndex relation) const;
  // Requires a claim of the node.
  bool sets_aside(const Node& node, const Claim& claim) const;

 private:
  // What speaks for a claim.
  struct Support {
    Confidence confidence;
    Slice citations;
  };
  bool beats(const Support& rival, const Support& claim) const;
  bool is_better(const Support& a, const Support& b) const;
  bool is_later(const Support& a, const Support& b) const;
  bool is_carried(const Support& claim) const;
  std::vector<SourceIndex> sources_of(Slice citations) const;

  const Model& model_;
  Policy policy_;
  SourceCounts counts_;
};

}  // namespace throughline
