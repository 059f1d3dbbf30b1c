// SPDX-License-Identifier: Apache-2.0
// The words and the standing that a node or relation has in any figure, and the headline around it.
#pragma once

#include <string>
#include <string_view>

#include "view/diagram_view.hpp"
#include "view/headline.hpp"
#include "view/selection.hpp"

namespace throughline {

// As of the time that was asked about, if one was.
Standing standing_of(const Model& model, NodeIndex node, const Standings& standings);
Standing standing_of(const Model& model, RelationIndex relation, const Standings& standings);

// The second line of a node: "통일부 · ministry", "summit · Apr 2018", "plan · possibly adopted".
std::string detail_of(const Model& model, const Node& node, const TimeQuestion& time);
// Short words for a date; empty for none.
std::string short_date(const Model& model, DateIndex date);

// For tooltips: what it is, when, what the note says, who says so.
std::string description_of(const Model& model, const Node& node, const TimeQuestion& time);
std::string description_of(const Model& model, const Relation& relation);

Headline headline_of(const Model& model, const Scope& scope, const Selection& selection, std::string_view stamp);

}  // namespace throughline
