// SPDX-License-Identifier: Apache-2.0
#include "query/gaps.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "check/coverage.hpp"
#include "model/rivals.hpp"
#include "query/counted.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

constexpr std::string_view sort_names =
    "silence|one-sided|undated|no-actor|no-participant|unsourced|single-publisher|single-source";

constexpr Parameter parameters[] = {
    narrowing({"--only", sort_names, "one sort of gap", ""}),
    narrowing({"--silent", "DURATION", "how long nothing must be dated for an initiative to be silent", "1 year"}),
};

constexpr Column columns[] = {{"gap", "Gap", Shown::only_in_csv},
                              {"certainty", "Certainty", Shown::only_in_csv},
                              {"subject_id", "Subject", Shown::only_in_csv},
                              {"subject", "Subject"},
                              {"why", "Why"},
                              {"since", "Since", Shown::only_in_csv},
                              {"until", "Until", Shown::only_in_csv},
                              {"sources", "Sources", Shown::only_in_csv},
                              {"quotes", "Quotes", Shown::only_in_csv}};

struct SortOfGap {
  std::string_view name;
  std::string_view heading;
  std::vector<Gap> (*find)(const Looked& looked);
  bool may_be_unsure = false;  // whatever is asked
};

// What tells most comes first: the last two may be nearly all of a graph.
constexpr SortOfGap sorts[] = {
    {"silence", "Silent initiatives", find_silent, true},
    {"one-sided", "Said by one side only", find_one_sided, true},
    {"undated", "Without a date", find_undated},
    {"no-actor", "Initiatives without an actor", find_without_actor, true},
    {"no-participant", "Events without a participant", find_without_participant, true},
    {"unsourced", "Without a source", find_unsourced},
    {"single-publisher", "Several sources of one publisher", find_single_publisher},
    {"single-source", "One source", find_single_source},
};
static_assert(lists_names(sort_names, sorts));

std::string_view certainty_text(Held held) {
  return name(held == Held::certainly ? Verdict::certain : Verdict::possible);
}

Json subject_json(const Model& model, const Gap& gap) {
  return gap.node == none<NodeIndex> ? relation_reference(model, gap.relation) : node_reference(model, gap.node);
}

Json json_of(const Model& model, const SortOfGap& sort, const Gap& gap) {
  return {{"gap", sort.name},
          {"certainty", certainty_text(gap.held)},
          {"subject", subject_json(model, gap)},
          {"why", gap.why},
          {"since", text_json(gap.since)},
          {"until", text_json(gap.until)},
          {"evidence", evidence_json(model, gap.citations)}};
}

std::string subject_id(const Model& model, const Gap& gap) {
  if (gap.node != none<NodeIndex>) return std::string(model.text(model[gap.node].id));
  const Relation& relation = model[gap.relation];
  return relation_words(model.text(model[relation.from].id), model.type_of(relation).name,
                        model.text(model[relation.to].id));
}

Row row_of(const Model& model, const Standpoint& standpoint, const SortOfGap& sort, const Gap& gap) {
  const CitationCells citations = citation_cells(model, {&gap.citations, 1});
  Row row;
  row.cells = {
      std::string(sort.name),
      std::string(certainty_text(gap.held)),
      subject_id(model, gap),
      gap.node == none<NodeIndex> ? statement_of(model, gap.relation) : std::string(model.text(model[gap.node].name)),
      gap.why,
      gap.since,
      gap.until,
      citations.sources,
      citations.quotes};
  if (!gap.remark.empty()) row.details.push_back(gap.remark);
  if (is_sourced(gap.citations))
    for (std::string& line : citation_lines(model, gap.citations)) row.details.push_back(std::move(line));
  const bool tells_held = standpoint.has_clock();
  if (tells_held) row.cells.emplace_back(held_word(gap.held));
  row.section = sort.heading;
  if (sort.may_be_unsure || standpoint.is_asked()) row.section += fmt::format(": {}", held_word(gap.held));
  row.data = [&model, &sort, gap, tells_held] {
    Json data = json_of(model, sort, gap);
    if (tells_held) data["held"] = held_word(gap.held);
    return data;
  };
  return row;
}

// A sort of gap and what was found of it, the surest first.
struct Found {
  const SortOfGap* sort;
  std::vector<Gap> gaps;
};

std::vector<Found> find_all(const Looked& looked, std::string_view only, std::size_t& left_out) {
  std::vector<Found> found;
  for (const SortOfGap& sort : sorts) {
    if (!only.empty() && sort.name != only) continue;
    std::vector<Gap> gaps = sort.find(looked);
    left_out += std::erase_if(gaps, [&](const Gap& gap) { return gap.held < looked.standings.least(); });
    std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.held > b.held; });
    found.push_back({&sort, std::move(gaps)});
  }
  return found;
}

Table table_of(const Looked& looked, const std::vector<Found>& found) {
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = "no gap of what was looked for",
              .notes = {}};
  add_held_column(looked.standings, table);
  std::vector<std::pair<const SortOfGap*, Gap>> all;
  for (const auto& [sort, gaps] : found)
    for (const Gap& gap : gaps) all.emplace_back(sort, gap);
  table.rows =
      rows_of(std::move(all), [&model = looked.model, standpoint = looked.standings.standpoint()](const auto& each) {
        return row_of(model, standpoint, *each.first, each.second);
      });
  return table;
}

void add_set_aside_note(const Looked& looked, Table& table) {
  const std::size_t count = looked.standings.count_relations().set_aside;
  const Policy& policy = looked.standings.standpoint().policy;
  if (count > 0) table.notes.push_back(set_aside_text(looked.model, policy, count, Counted::relations));
}

// Before a long list: how long it is, and how to ask for a part.
void add_notes(const Looked& looked, const std::vector<Found>& found, std::size_t left_out, Table& table) {
  std::vector<std::string> counts;
  for (const auto& [sort, gaps] : found) counts.push_back(fmt::format("{} {}", sort->name, gaps.size()));
  if (found.size() > 1) table.notes.push_back(fmt::format("{}; --only shows one sort", join(counts, ", ")));
  if (const Horizon horizon = horizon_of(looked); horizon.day.latest && found.front().sort->find == find_silent)
    table.notes.push_back(
        fmt::format("silence is measured until {}, {}", print_day(*horizon.day.latest), horizon.words));
  if (left_out > 0) table.notes.push_back(fmt::format("--certain leaves out {} possibly", left_out));
  const auto denied = std::count_if(looked.model.relations.begin(), looked.model.relations.end(), is_denial);
  if (denied > 0)
    table.notes.push_back(
        fmt::format("{} denied or disproven: not looked at", count_of(static_cast<std::size_t>(denied), "relation")));
  add_set_aside_note(looked, table);
  looked.filter.add_note(table);
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  const Standings standings(graph, standpoint_of(model, arguments, diagnostics));
  const Filter filter(model, arguments, diagnostics);
  if (diagnostics.has_errors()) return {};
  const Looked looked{graph, model, standings, filter, *parse_duration(arguments.text("--silent"))};
  std::size_t left_out = 0;
  const std::vector<Found> found = find_all(looked, arguments.text("--only"), left_out);
  Table table = table_of(looked, found);
  add_notes(looked, found, left_out, table);
  return table;
}

}  // namespace

bool Looked::at(NodeIndex node) const {
  const Held held = standings.of(node).held;
  return filter.is_about(node) && filter.keeps(node) && held != Held::never;
}

bool Looked::at(RelationIndex relation) const {
  return !is_denial(model[relation]) && filter.is_about(model[relation]) && standings.of(relation).held != Held::never;
}

std::vector<Step> Looked::steps_from(NodeIndex node) const {
  std::vector<Step> steps = graph.steps_from(node);
  std::erase_if(steps, [this](const Step& step) { return !at(step.relation); });
  return steps;
}

Verdict Looked::there(RelationIndex relation) const {
  if (!at(relation)) return Verdict::impossible;
  const bool held = standings.of(relation).held == Held::certainly;
  return held && standings.certainty_of(relation) == Verdict::certain ? Verdict::certain : Verdict::possible;
}

extern const Verb gaps_verb;
constinit const Verb gaps_verb{
    .name = "gaps",
    .summary = "what the graph does not say: silent initiatives, single sources, missing dates and actors",
    .example = "-g graphs/inter-korean gaps --only silence --silent \"2 years\"",
    .parameters = parameters,
    .run = run,
    .takes_filters = true,
    .noun = "gap"};

}  // namespace throughline
