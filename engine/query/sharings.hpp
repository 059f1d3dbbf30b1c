// SPDX-License-Identifier: Apache-2.0
// Who shares what: two nodes of one set that are both joined with a third of another. With all its pairs this is the
// one-mode projection of a network of two modes. Used by `shared`.
//
//   const Sharings sharings(asked, {actors, events, {}});
//   for (const Pair& pair : sharings.pairs()) …
#pragma once

#include <span>
#include <vector>

#include "query/ties.hpp"
#include "query/together.hpp"

namespace throughline {

struct SharingQuestion {
  std::vector<NodeIndex> who;      // ascending
  std::vector<NodeIndex> through;  // ascending
  std::vector<NodeIndex> of;       // ascending; only pairs with one of these. Empty: all pairs
  bool any_direction = false;      // else only by relations that lead to what is shared
};

// Something shared, with the ties of those that share it: seen from them, those of one together.
struct Common {
  NodeIndex through;
  std::vector<Tie> ties;

  std::span<const Tie> of(NodeIndex who) const;
};

struct Sharing {
  NodeIndex a;
  NodeIndex b;
  std::uint32_t common;  // position in Sharings::commons
  Held held;             // without a question about time: as it is stated
};

// All that two nodes share.
struct Pair {
  NodeIndex a;  // one of those in `of`; else the first by name, then by id
  NodeIndex b;
  Slice sharings;  // the best first, then by name
  HeldCounts counts;
};

// How two nodes are joined through a third, of several relations by those that stand best.
struct Joint {
  Chain chain;  // of two steps
  TimeStanding standing;
  Together together;
  std::string tolerance;  // that decided about `together`: "±1 year"
};

class Sharings {
 public:
  // So many sharings are looked at; what most nodes share is left out first.
  static constexpr std::size_t most_sharings = 2'000'000;

  Sharings(const Asked& asked, const SharingQuestion& question, std::size_t most = most_sharings);

  const std::vector<Common>& commons() const { return commons_; }  // by name, then by id
  std::span<const Sharing> of(const Pair& pair) const {
    return std::span(sharings_).subspan(pair.sharings.first, pair.sharings.count);
  }
  // Those that share most for certain first, then possibly, then undated; equals by their names, then ids.
  std::vector<Pair> pairs() const;
  Joint joint_of(const Sharing& sharing) const;

  std::vector<std::uint32_t> too_widely_shared;  // positions in commons()
  std::size_t never_together = 0;  // sharings of which both relations held, yet not at one time of those asked about
  HeldCounts relations;            // of those who may share with what may be shared
  std::size_t denied = 0;

 private:
  void gather(const SharingQuestion& question);
  void share(std::uint32_t common, const SharingQuestion& question);
  void add(std::uint32_t common, NodeIndex a, NodeIndex b);
  bool comes_before(NodeIndex a, NodeIndex b) const;  // by name, then by id

  Asked asked_;
  const Model& model_;
  std::vector<Common> commons_;
  std::vector<Sharing> sharings_;
};

}  // namespace throughline
