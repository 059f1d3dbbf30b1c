// SPDX-License-Identifier: Apache-2.0
// What a figure is about: the nodes and relations it shows, chosen by a view of the graph or by options, and what had
// to be left out because a figure is for reading.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "graph/graph.hpp"
#include "query/standings.hpp"
#include "query/verb.hpp"
#include "view/highlight.hpp"
#include "view/sheet.hpp"

namespace throughline {

// All conditions hold together; an empty list is no condition.
struct Scope {
  std::string title;
  std::string subtitle;
  std::vector<std::string> notes;
  std::vector<NodeIndex> nodes;   // exactly these
  std::vector<NodeIndex> around;  // or what lies within `depth` relations of these
  std::size_t depth = 1;
  std::vector<NodeIndex> between;    // or what lies on the chains between these two: the shortest,
  std::size_t hops = 0;              // or all of up to so many relations
  std::optional<Arguments> links;    // or what lies on the chains that `links` answers, asked so
  std::vector<SourceIndex> sources;  // only what these say
  std::vector<KindIndex> kinds;
  std::vector<std::string> types;
  std::vector<RelationTypeIndex> relations;
  std::vector<NodeIndex> exclude;
  std::size_t max_nodes = 30;  // 0: no limit
  bool dated_first = false;    // when there are too many: those without a date go before the others
  std::string layout;          // empty: chosen by structure
  std::string cluster;         // of a diagram: kind, type, organisation, source; empty: none
  std::string lanes = "kind";  // actor, initiative, kind, type, source, view
  Breaks breaks;               // of the axis of a timeline
  Pages pages;                 // of a long timeline
  Highlight highlight;
  Sheet sheet;
  Standpoint time;
};

// Single conditions of a scope.
bool is_of_kinds(const Model& model, const Scope& scope, const Node& node);  // of its kinds and its types
bool is_said(const Model& model, const Scope& scope, Slice citations);       // by its sources
bool is_of_types(const Scope& scope, const Relation& relation);              // of its relation types

// The scope that a view of the graph describes. Its words are known to be good: resolving has checked them.
Scope scope_of(const Model& model, const ViewDefinition& view);

// Of a figure of chains: of what lies between two nodes, or of links.
struct ShownChains {
  std::vector<std::size_t>
      places;                // by node of the selection: how many relations from the first end; the other is last
  std::size_t count = 0;     // that are shown
  std::size_t left_out = 0;  // because there were too many nodes
  std::size_t apart = 0;     // that are not shown: their relations held, but not on one day
  std::size_t longest = 0;   // of those that are shown, in relations
  std::size_t hops = 0;      // of the longest that was looked for
  bool is_complete = true;   // else the search was stopped
};

struct Selection {
  std::vector<NodeIndex> nodes;                // in the order of the model
  std::vector<RelationIndex> relations;        // both ends among the nodes; in the order of the model
  std::vector<NodeIndex> left_out;             // would belong, but there were too many: those with the fewest relations
  std::shared_ptr<const Standings> standings;  // to the question about time
  HeldCounts all_nodes;                        // how what would be shown without that question stands to it
  HeldCounts all_relations;
  std::optional<ShownChains> chains = {};
};

// With a question about time: what certainly or possibly held, and what no date decides.
Selection select(const Graph& graph, const Scope& scope);

bool shows_any_of(const Selection& selection, const Highlight& highlight);

}  // namespace throughline
