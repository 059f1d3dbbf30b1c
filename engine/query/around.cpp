// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>
#include <set>

#include "base/text.hpp"
#include "model/rivals.hpp"
#include "query/evidence.hpp"
#include "query/filter.hpp"
#include "query/selector.hpp"
#include "query/standings.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"NODE", "", "id or name", "", true},
    {"--depth", "N", "relations away from it", "1"},
};

constexpr Column columns[] = {{"distance", "Distance", Shown::only_in_csv},
                              {"from_id", "From", Shown::only_in_csv},
                              {"from", "From"},
                              {"relation", "Relation"},
                              {"to_id", "To", Shown::only_in_csv},
                              {"to", "To"},
                              {"role", "Role"},
                              {"when", "When"},
                              {"certainty", "Certainty"},
                              {"sources", "Sources", Shown::only_in_csv},
                              {"quotes", "Quotes", Shown::only_in_csv}};

struct Told {
  NodeIndex from;
  Step step;
  std::size_t distance;
  TimeStanding standing;  // of the whole way from the start
};

// Told from the nearer end, in the reading of that direction.
Row row_of(const Model& model, const Told& told, const SharedStandings& standings) {
  const auto& [from, step, distance, standing] = told;
  const Relation& relation = model[step.relation];
  const Chain alone{from, {step}};
  const CitationCells citations = citation_cells(model, alone);
  Row row;
  row.cells = {std::to_string(distance),
               std::string(model.text(model[from].id)),
               std::string(model.text(model[from].name)),
               std::string(label_of(model, step)),
               std::string(model.text(model[step.to].id)),
               std::string(model.text(model[step.to].name)),
               std::string(model.text(relation.role)),
               date_cell(model, relation, *standings),
               std::string(name(standings->certainty_of(step.relation))),
               citations.sources,
               citations.quotes};
  row.details = chain_details(model, alone, *standings);
  place_row(*standings, standing, row);
  const std::string away = fmt::format("{} away", distance == 1 ? "one step" : count_of(distance, "step"));
  row.section = !row.section.empty() ? fmt::format("{}, {}", row.section, away)
                : distance == 1      ? "One step away"
                                     : away;
  row.data = [&model, told, standings] {
    Json data = step_json(model, told.from, told.step, *standings);
    data["distance"] = told.distance;
    if (standings->standpoint().has_clock()) data["reached"] = held_word(told.standing);
    return data;
  };
  return row;
}

// Relations layer by layer, each told once; what is denied leads no further.
class Walk {
 public:
  Walk(const Model& model, const Filter& filter, NodeIndex start, std::size_t depth)
      : filter_(filter), start_(start), depth_(depth), told_(model.relations.size(), false) {}

  // `tell(from, step, distance)` is called for the relations of this graph that `may_tell` and were not told before.
  template <typename MayTell, typename Tell>
  void go(const Graph& graph, MayTell may_tell, Tell tell) {
    const Model& model = graph.model();
    std::vector<bool> seen(model.nodes.size(), false);
    seen[position(start_)] = true;
    std::vector<NodeIndex> layer = {start_};
    for (std::size_t distance = 1; distance <= depth_ && !layer.empty(); ++distance) {
      std::vector<NodeIndex> next;
      for (const NodeIndex node : layer)
        for (const Step& step : graph.steps_from(node)) {
          if (!filter_.keeps(model[step.relation]) || !filter_.keeps(step.to) || !may_tell(step.relation)) continue;
          if (set(told_, position(step.relation))) tell(node, step, distance);
          const bool leads_on = !is_denial(model[step.relation]);
          if (leads_on && set(seen, position(step.to))) next.push_back(step.to);
        }
      layer = std::move(next);
    }
  }

 private:
  // Was it not set before?
  static bool set(std::vector<bool>& marks, std::size_t at) {
    const bool is_new = !marks[at];
    marks[at] = true;
    return is_new;
  }

  const Filter& filter_;
  NodeIndex start_;
  std::size_t depth_;
  std::vector<bool> told_;  // by relation
};

// What certainly held, as far as that leads; then what is reached through what possibly did, and so on; at last what is
// denied of all that.
std::vector<Told> tell_standing(const Graph& graph, Walk walk, const SharedStandings& standings, Table& table) {
  std::vector<Told> all_told;
  HeldCounts counts;
  const Snapshots then = standings->snapshots();
  const auto all = [](RelationIndex) { return true; };
  for (const Held held : held_groups)
    walk.go(then.at_least(held), all, [&](NodeIndex from, const Step& step, std::size_t distance) {
      const Told told{from, step, distance, {held}};
      counts.add(told.standing);
      if (held >= standings->least()) all_told.push_back(told);
    });
  std::set<RelationIndex> ruled_out;
  std::set<RelationIndex> set_aside;
  const auto may_be_denied = [&](RelationIndex relation) {
    const TimeStanding standing = standings->of(relation);
    if (standing.held == Held::never && !standing.is_denied)
      (standing.is_set_aside ? set_aside : ruled_out).insert(relation);
    return standing.is_denied || standing.held >= standings->least();
  };
  walk.go(graph, may_be_denied, [&](NodeIndex from, const Step& step, std::size_t distance) {
    all_told.push_back({from, step, distance, standings->of(step.relation)});
  });
  counts.never = ruled_out.size();
  counts.set_aside = set_aside.size();
  add_held_column(*standings, table);
  add_notes(*standings, counts, table);
  return all_told;
}

std::vector<Told> tell_all(const Graph& graph, Walk walk) {
  std::vector<Told> told;
  walk.go(
      graph, [](RelationIndex) { return true; },
      [&](NodeIndex from, const Step& step, std::size_t distance) {
        told.push_back({from, step, distance, {}});
      });
  return told;
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  Table table{.columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = {}, .notes = {}};
  const NodeIndex start = select_node(model, arguments.text("NODE"), diagnostics);
  const Filter filter(model, arguments, diagnostics);
  if (diagnostics.has_errors()) return table;
  const auto standings = std::make_shared<const Standings>(graph, standpoint_of(model, arguments, diagnostics));
  const Walk walk(model, filter, start, arguments.number("--depth"));
  table.rows = rows_of(standings->is_asked() ? tell_standing(graph, walk, standings, table) : tell_all(graph, walk),
                       [&model, standings](const Told& told) { return row_of(model, told, standings); });
  table.when_empty = arguments.number("--depth") == 0 ? "--depth 0 reaches nothing"
                                                      : fmt::format("{} has {}", model.text(model[start].name),
                                                                    none_words("relations", standings->standpoint()));
  filter.add_note(table);
  return table;
}

}  // namespace

extern const Verb around_verb;
constinit const Verb around_verb{"around",
                                 "everything that touches a node, with dates and sources",
                                 "-g graphs/inter-korean around \"Korea Hana Foundation\"",
                                 parameters,
                                 run,
                                 true,
                                 "relation"};

}  // namespace throughline
