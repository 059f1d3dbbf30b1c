// SPDX-License-Identifier: Apache-2.0
// What a graph does not say, for `gaps`: THE TABLE of sorts of gaps is in gaps.cpp. A new one is a function here and a
// row there.
//
//   for (const Gap& gap : find_silent({graph, model, standings, filter, *parse_duration("1 year")})) …
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/filter.hpp"
#include "query/standings.hpp"
#include "time/duration.hpp"

namespace throughline {

// Where one looks for gaps, and from where.
struct Looked {
  const Graph& graph;
  const Model& model;
  const Standings& standings;
  const Filter& filter;
  Duration silence;  // how long is long

  // Does it stand well enough, and is it kept? What is denied never is.
  bool at(NodeIndex node) const;
  bool at(RelationIndex relation) const;
  // How surely: what is undated, planned or inferred may not be.
  Verdict there(RelationIndex relation) const;
  // The steps from a node along such relations.
  std::vector<Step> steps_from(NodeIndex node) const;
  // "actor", "event" …
  bool is(NodeIndex node, std::string_view kind) const { return model.kind_of(model[node]).name == kind; }
};

// About a node or about a relation; the other is none.
struct Gap {
  NodeIndex node = none<NodeIndex>;
  RelationIndex relation = none<RelationIndex>;
  Held held = Held::certainly;
  std::string why = {};
  std::string since = {};  // EDTF
  std::string until = {};
  Slice citations = {};
  std::string remark = {};  // what decided
};

// --- gaps_silence.cpp

// Until which day silence is measured, and what day that is: "when the last source was published".
struct Horizon {
  Bounds day;
  std::string words;
};
Horizon horizon_of(const Looked& looked);

// Initiatives of which nothing is dated within the last `silence` before the horizon: no start and no end of a date or
// status, of a relation, of an event they have one with. What is undated may be from then, unless a source from before
// tells it. Not those that are over by then, nor what goes on.
std::vector<Gap> find_silent(const Looked& looked);

// --- gaps_undated.cpp

// Events and initiatives without a date; actors without one of their own or of any relation.
std::vector<Gap> find_undated(const Looked& looked);

// --- gaps_in_sources.cpp

// Relations between two actors, and the involvement of an actor in an initiative, that only one of the two sides says.
// The side of an actor is all that it is part of, heads, works for or represents; who belongs there possibly makes it
// possible.
std::vector<Gap> find_one_sided(const Looked& looked);
std::vector<Gap> find_unsourced(const Looked& looked);
// Relations and dates of nodes that several sources carry, all of one publisher; that one source carries.
std::vector<Gap> find_single_publisher(const Looked& looked);
std::vector<Gap> find_single_source(const Looked& looked);

// --- gaps_of_actors.cpp

// Certainly without, where there is none; possibly, where each may not be so.
std::vector<Gap> find_without_participant(const Looked& looked);
// Initiatives without a relation to an actor, themselves or through what they are part of.
std::vector<Gap> find_without_actor(const Looked& looked);

}  // namespace throughline
