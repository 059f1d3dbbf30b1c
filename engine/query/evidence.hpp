// SPDX-License-Identifier: Apache-2.0
// How a relation and a chain of them read, with their evidence: in JSON as {"source","quote","file","line"}, for people
// as lines. Used by the verbs; a verb makes rows of citation_lines(…) and data of step_json(…).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/paths.hpp"
#include "query/standings.hpp"
#include "query/table.hpp"

namespace throughline {

Json node_reference(const Model& model, NodeIndex node);                         // {"id","name","kind"}
Json relation_reference(const Model& model, RelationIndex relation);             // {"from","relation","label","to"}
Json evidence_json(const Model& model, Slice citations);                         // [{"source","quote","file","line"}]
Json date_json(const Model& model, DateIndex date);                              // EDTF text or null
Json day_json(const std::optional<Day>& day);                                    // "2018-04-27" or null
Json text_json(std::string_view text);                                           // null when empty
Json properties_json(const Model& model, std::span<const Property> properties);  // {"weight": "3"}
// Adds "held" and, where a tolerance decided that about things of these dates, "tolerance"; nothing when no time was
// asked about.
void add_standing(Json& data, const Standings& standings, const TimeStanding& standing,
                  std::span<const DateIndex> dates);
// {"from","relation","label","to","direction","when","role","status","confidence","note","certainty","evidence"}, and
// "properties" when it has some; `from` and `to` are node references in the order of walking, `direction` says whether
// the relation was walked forwards or backwards.
Json step_json(const Model& model, NodeIndex from, const Step& step, const Standings& standings);

// {"from","to","certainty","verdict","overlap","length","steps"} and, where a tolerance decided about `verdict` or
// `overlap`, that as "verdict_tolerance". `together` is what held_together says of the chain.
Json chain_json(const Model& model, const Chain& chain, const Together& together, const Standings& standings);

// "announces", or, walked backwards, "is announced by".
std::string_view label_of(const Model& model, const Step& step);
// "Ministry of Unification announces DMZ peace zone": what a relation says, whatever its role and date.
std::string statement_of(const Model& model, RelationIndex relation);
// "Ministry of Unification announces DMZ peace zone (2021-01-21)".
std::string sentence_of(const Model& model, NodeIndex from, const Step& step);
// "2021 Work Plan, graphs/inter-korean/plan.yaml:12".
std::string place_of(const Model& model, const Citation& citation);
// "“turn the DMZ …” — 2021 Work Plan, graphs/inter-korean/plan.yaml:12", a line a citation; one saying so when there is
// none.
std::vector<std::string> citation_lines(const Model& model, Slice citations);

// The citations of several claims for two cells, each citation once: "gazette | herald" and, in the same order, "the
// plan | " with nothing where there is no quote.
struct CitationCells {
  std::string sources;
  std::string quotes;
};
CitationCells citation_cells(const Model& model, std::span<const Slice> claims);
CitationCells citation_cells(const Model& model, const Chain& chain);  // of its steps
CitationCells citation_cells(const Json& evidence);                    // of what evidence_json made
// The same for people, as citation_lines of each. One quote often carries several claims.
std::vector<std::string> citation_lines(const Model& model, std::span<const Slice> claims);

// The chain for a cell: "is a member of (Vice Minister) → Ministry of Foreign Affairs → hosts".
std::string route_of(const Model& model, const Chain& chain);
// When a relation held, as EDTF: of a participation without a date of its own "event 2018-04-27", the date of the
// event, or each that counts of those that contradict each other; "undated" when nobody says.
std::string date_cell(const Model& model, const Relation& relation, const Standings& standings);
// The dates of the steps: "2025-12-03 · undated".
std::string date_cells(const Model& model, const Chain& chain, const Standings& standings);
// Details for a row: each step as a sentence (when there are several) with its citations below.
std::vector<std::string> chain_details(const Model& model, const Chain& chain, const Standings& standings);

// Walks everything but what is denied or disproven. `leads_only`: only in the directions that the vocabulary says lead
// from a carrier to what it carries; otherwise both ways. `left_out` counts the relations that may not be walked at all
// because they are denied or disproven.
Passage passage_of(const Graph& graph, bool leads_only, std::size_t* left_out = nullptr);

}  // namespace throughline
