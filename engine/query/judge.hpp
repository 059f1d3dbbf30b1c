// SPDX-License-Identifier: Apache-2.0
// How things stand to a standpoint in one reading of `~`: for standings.hpp, which asks two of them. What is asked for
// is worked out then; each date is looked at once, however many relations have it.
//
// Three things must agree: it held then (its `when`; of a participation without one, when its event was), it was known
// then (one of its sources was published; of an inference, all), and it is stated plainly. A node's dates may
// contradict each other: it certainly was there if all say so, possibly if some allow it. What names a node makes it
// known, be it a relation that is stated. What the policy sets aside says nothing.
#pragma once

#include <optional>
#include <vector>

#include "graph/gists.hpp"
#include "graph/held.hpp"
#include "query/policy.hpp"
#include "time/worlds.hpp"

namespace throughline {

Held held_of(Verdict verdict);

class Judge {
 public:
  // Keeps references: model and standpoint must outlive it and stay where they are.
  Judge(const Model& model, const Standpoint& standpoint, const Reading& reading);

  Held of(NodeIndex node) const;
  Held of(RelationIndex relation) const;  // of one that is denied: as if it were planned
  // How surely the denial itself is of the time asked about, and was known.
  Held of_denial(RelationIndex relation) const;
  // Of a relation that is plainly stated, as far as its date decides.
  Held of(GistDate by) const;
  Held of(const Node& node, const Claim& claim) const;
  Held of(SourceIndex source) const { return sources_[position(source)]; }  // was it published by then?
  // Whether a claim counts, whatever its date.
  Held known_by(const Node& node, const Claim& claim) const;

  // How a relation is stated, among the rivals that count: certain, possible; impossible when it is denied.
  Verdict certainty_of(RelationIndex relation) const;

  const Picks& picks() const { return picks_; }
  // Is one day asked about, and no doubt which? Things that are independent of each other then hold together as they do
  // one by one.
  bool asks_one_day() const { return stretch_ && stretch_->earliest && stretch_->earliest == stretch_->latest; }

 private:
  Held then(const Edtf& value) const;
  Held at(DateIndex when) const;
  Held then(const Relation& relation) const;
  Held when(const Node& node) const;
  Held published(const Source& source) const;
  Held known_by(Slice citations) const;
  Held known_by(const Relation& relation) const;
  Held known(NodeIndex node) const;
  std::optional<Held> named(const Node& node) const;
  void find_mentions();
  void mention(NodeIndex node, Slice citations);

  const Model& model_;
  const Standpoint& standpoint_;
  Reading reading_;
  std::optional<Bounds> stretch_;  // some day of it is asked about, when its days are known exactly
  std::optional<Edtf> day_;        // else some one day of this
  std::vector<Held> sources_;
  std::vector<std::optional<Held>> mentions_;       // by node; nothing: no relation with a source names it
  mutable std::vector<std::optional<Held>> dates_;  // by date; nothing: not looked at yet
  Picks picks_;
};

}  // namespace throughline
