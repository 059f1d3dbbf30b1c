// SPDX-License-Identifier: Apache-2.0
// The words and the standing that a node or relation has in any figure, and the headline around it.
#pragma once

#include <string>
#include <string_view>

#include "view/diagram_view.hpp"
#include "view/headline.hpp"
#include "view/selection.hpp"

namespace throughline {

struct NodeCaption {
  Standing standing;
  std::string detail;  // the second line: "통일부 · ministry", "summit · Apr 2018", "plan · possibly adopted"
  std::string description;  // for tooltips: what it is, when, what the note says, who says so
};

// As of the time that was asked about, if one was.
NodeCaption caption_of(const Model& model, NodeIndex node, const Standings& standings);
Standing standing_of(const Model& model, RelationIndex relation, const Standings& standings);

// Short words for a date; empty for none.
std::string short_date(const Model& model, DateIndex date);

// For tooltips.
std::string description_of(const Model& model, const Relation& relation);

Headline headline_of(const Model& model, const Scope& scope, const Selection& selection, std::string_view stamp);

}  // namespace throughline
