// SPDX-License-Identifier: Apache-2.0
// What decides about most relations, in four bytes: their type and what dates them. A graph keeps it beside each arc,
// so that a walk over a million relations need not look at the relations, and judges each type and each date once. Used
// by passage.hpp.
//
//   const GistParts parts(model);
//   if (gist != no_gist && may_walk(parts.type_of(gist)) && held(parts.dated_by(gist))) …
#pragma once

#include <cstdint>
#include <vector>

#include "model/model.hpp"

namespace throughline {

// What dates a relation, as one number: a date; nothing; or the event, its end, whose dates are those of who takes
// part.
enum class GistDate : std::uint32_t {};

enum class Gist : std::uint32_t {};
// More decides: it is not plainly asserted and stated, or somebody denies it. Or the numbers are too large.
inline constexpr Gist no_gist = none<Gist>;

// Of the bits of a gist the type has as many as the types of the model need, and what dates it the rest: with three
// hundred types there is room for eight million dates and events.
class GistParts {
 public:
  GistParts() = default;
  explicit GistParts(const Model& model);

  RelationTypeIndex type_of(Gist gist) const {
    return RelationTypeIndex{static_cast<std::uint16_t>(static_cast<std::uint32_t>(gist) >> date_bits_)};
  }
  GistDate dated_by(Gist gist) const { return GistDate{static_cast<std::uint32_t>(gist) & most_dates()}; }
  // `no_gist` when there is no room.
  Gist gist(RelationTypeIndex type, std::size_t dated_by) const;

 private:
  std::uint32_t most_dates() const { return (std::uint32_t{1} << date_bits_) - 1; }

  int date_bits_ = 24;
};

// `none` when it is not a date, or not an event.
inline DateIndex date_of(const Model& model, GistDate by) {
  return position(by) < model.dates.size() ? DateIndex{static_cast<std::uint32_t>(by)} : none<DateIndex>;
}
inline NodeIndex event_of(const Model& model, GistDate by) {
  const std::size_t first = model.dates.size() + 1;
  return position(by) < first ? none<NodeIndex> : NodeIndex{static_cast<std::uint32_t>(position(by) - first)};
}
inline std::size_t count_dated_by(const Model& model) { return model.dates.size() + 1 + model.nodes.size(); }

// Of each relation.
std::vector<Gist> gists_of(const Model& model);

}  // namespace throughline
