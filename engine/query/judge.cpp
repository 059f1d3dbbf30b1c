// SPDX-License-Identifier: Apache-2.0
#include "query/judge.hpp"

#include <algorithm>

#include "query/certainty.hpp"
#include "time/each_date.hpp"

namespace throughline {
namespace {

// If the claim was not known, no date said anything.
Held as_known(Held held, Held known) {
  return known == Held::certainly ? held : all_of(any_of(held, Held::undated), known);
}

}  // namespace

Held held_of(Verdict verdict) {
  return verdict == Verdict::certain ? Held::certainly : verdict == Verdict::possible ? Held::possibly : Held::never;
}

Judge::Judge(const Model& model, const Standpoint& standpoint, const Reading& reading)
    : model_(model),
      standpoint_(standpoint),
      reading_(reading),
      dates_(model.dates.size()),
      picks_(model, standpoint.policy,
             [this](SourceIndex source) { return sources_[position(source)] != Held::never; }) {
  for (const Source& source : model_.sources) sources_.push_back(published(source));
  if (standpoint.known_by) find_mentions();
  if (!standpoint.asks_when()) return;
  const Edtf asked = standpoint.during ? *standpoint.during : some_day(standpoint);
  const Extent extent = extent_of(asked);
  const bool is_known =
      extent.start.earliest && extent.start.earliest == extent.start.latest && !extent.uncertain && !extent.approximate;
  if (standpoint.during) {
    stretch_ = Bounds{extent.start.earliest, extent.end.latest};
  } else if (is_known) {
    stretch_ = extent.start;
  } else {
    day_ = asked;
  }
}

Held Judge::of(NodeIndex index) const {
  const Node& node = model_[index];
  const bool is_doubtful = node.when != none<DateIndex> && model_[node.when].extent.uncertain;
  const Held stated = is_doubtful && !standpoint_.asks_when() ? Held::possibly : Held::certainly;
  return all_of(all_of(when(node), known(index)), stated);
}

Held Judge::of(RelationIndex index) const {
  const Relation& relation = model_[index];
  const Held held = then(relation);
  if (held == Held::never) return held;
  const Held stated = certainty_of(index) == Verdict::certain ? Held::certainly : Held::possibly;
  return all_of(all_of(held, known_by(relation)), stated);
}

Held Judge::of_denial(RelationIndex index) const {
  const Relation& relation = model_[index];
  const bool is_doubtful = relation.when != none<DateIndex> && model_[relation.when].extent.uncertain;
  const bool is_stated = relation.confidence == Confidence::stated && !is_doubtful;
  return all_of(all_of(then(relation), known_by(relation)), is_stated ? Held::certainly : Held::possibly);
}

Held Judge::of(GistDate by) const {
  const NodeIndex event = event_of(model_, by);
  if (event != none<NodeIndex>) return when(model_[event]);
  const DateIndex date = date_of(model_, by);
  const bool is_doubtful = date != none<DateIndex> && model_[date].extent.uncertain;
  return all_of(at(date), is_doubtful ? Held::possibly : Held::certainly);
}

Held Judge::of(const Node& node, const Claim& claim) const { return all_of(at(claim.date), known_by(node, claim)); }

Held Judge::known_by(const Node& node, const Claim& claim) const {
  return picks_.sets_aside(node, claim) ? Held::never : known_by(citations_of(node, claim));
}

Held Judge::then(const Edtf& value) const {
  if (stretch_) return held_of(held_during(value, *stretch_, reading_).verdict);
  return day_ ? held_of(overlaps(value, *day_, reading_).verdict) : Held::certainly;
}

Held Judge::at(DateIndex when) const {
  if (!standpoint_.asks_when()) return Held::certainly;
  if (when == none<DateIndex>) return Held::undated;
  std::optional<Held>& held = dates_[position(when)];
  if (!held) held = then(model_[when].value);
  return *held;
}

Held Judge::then(const Relation& relation) const {
  const Node* event = model_.event_that_dates(relation);
  return event ? when(*event) : at(relation.when);
}

// Where sources differ about the date, nothing is certain. A date that nobody knew by then says nothing.
Held Judge::when(const Node& node) const {
  Held best = Held::never;
  Held worst = Held::certainly;
  bool is_dated = false;
  for (const Claim* claim : model_.date_claims_of(node)) {
    if (picks_.sets_aside(node, *claim)) continue;
    const Held known = claim->citations.count > 0 ? known_by(claim->citations) : Held::certainly;
    if (known == Held::never) continue;
    const Held held = as_known(at(claim->date), known);
    is_dated = true;
    best = any_of(best, held);
    worst = all_of(worst, held);
  }
  if (!is_dated) return at(none<DateIndex>);
  return best == worst ? best : Held::possibly;
}

// What a rival denies is not certain, unless that rival is set aside.
Verdict Judge::certainty_of(RelationIndex index) const {
  const Verdict stated = stated_certainty_of(model_, model_[index]);
  if (stated != Verdict::certain) return stated;
  const std::vector<RelationIndex> rivals = denying_rivals_of(model_, index);
  const bool is_contested = std::any_of(rivals.begin(), rivals.end(), [this](RelationIndex rival) {
    return !picks_.sets_aside(rival) && known_by(model_[rival]) != Held::never;
  });
  return is_contested ? Verdict::possible : Verdict::certain;
}

Held Judge::published(const Source& source) const {
  if (!standpoint_.known_by) return Held::certainly;
  if (source.published == none<DateIndex>) return Held::undated;
  const Edtf& date = model_[source.published].value;
  const Verdict known = negated(after(date, *standpoint_.known_by, reading_).verdict);
  const bool is_doubtful = is_uncertain(qualifier_of(date)) || is_uncertain(qualifier_of(*standpoint_.known_by));
  return held_of(is_doubtful ? both(known, Verdict::possible) : known);
}

Held Judge::known_by(Slice citations) const {
  if (!standpoint_.known_by) return Held::certainly;
  if (citations.count == 0) return Held::undated;
  Held known = Held::never;
  for (const Citation& citation : model_.citations_of(citations))
    known = any_of(known, sources_[position(citation.source)]);
  return known;
}

// An inference was known when all that it rests on was.
Held Judge::known_by(const Relation& relation) const {
  Held known = known_by(relation.citations);
  if (relation.confidence != Confidence::inferred) return known;
  for (const Citation& citation : model_.citations_of(relation.citations))
    known = all_of(known, sources_[position(citation.source)]);
  return known;
}

Held Judge::known(NodeIndex index) const {
  if (!standpoint_.known_by) return Held::certainly;
  const std::optional<Held> own = named(model_[index]);
  const std::optional<Held>& mentioned = mentions_[position(index)];
  if (!own && !mentioned) return known_by(Slice{});
  return any_of(own.value_or(Held::never), mentioned.value_or(Held::never));
}

// By itself, without the relations that name it; nothing when it has no source of its own.
std::optional<Held> Judge::named(const Node& node) const {
  std::optional<Held> known;
  const auto add = [&](Slice citations) {
    if (citations.count > 0) known = any_of(known.value_or(Held::never), known_by(citations));
  };
  add(node.citations);
  for (const Claim& claim : model_.claims_of(node)) add(claim.citations);
  return known;
}

void Judge::find_mentions() {
  mentions_.resize(model_.nodes.size());
  for (const Relation& relation : model_.relations)
    if (relation.confidence != Confidence::inferred)
      for (const NodeIndex end : {relation.from, relation.to}) mention(end, relation.citations);
}

void Judge::mention(NodeIndex node, Slice citations) {
  if (citations.count == 0) return;
  std::optional<Held>& known = mentions_[position(node)];
  known = any_of(known.value_or(Held::never), known_by(citations));
}

}  // namespace throughline
