// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
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
                              {"certainty", "Certainty"}};

// Told from the nearer end, in the reading of that direction.
Row row_of(const Model& model, NodeIndex from, const Step& step, std::size_t distance) {
  const Relation& relation = model[step.relation];
  Row row;
  row.cells = {std::to_string(distance),
               std::string(model.text(model[from].id)),
               std::string(model.text(model[from].name)),
               std::string(label_of(model, step)),
               std::string(model.text(model[step.to].id)),
               std::string(model.text(model[step.to].name)),
               std::string(model.text(relation.role)),
               date_cell(model, relation),
               std::string(name(certainty_of(model, relation)))};
  row.details = chain_details(model, {from, {step}});
  row.section = distance == 1 ? "One step away" : fmt::format("{} steps away", distance);
  row.data = [&model, from, step, distance] {
    Json data = step_json(model, from, step);
    data["distance"] = distance;
    return data;
  };
  return row;
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  Table table{.columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = {}, .notes = {}};
  const NodeIndex start = select_node(model, arguments.text("NODE"), diagnostics);
  if (start == none<NodeIndex>) return table;
  std::set<RelationIndex> told;
  std::set<NodeIndex> seen = {start};
  std::vector<NodeIndex> layer = {start};
  for (std::size_t distance = 1; distance <= arguments.number("--depth") && !layer.empty(); ++distance) {
    std::vector<NodeIndex> next;
    for (const NodeIndex node : layer)
      for (const Step& step : graph.steps_from(node)) {
        if (!told.insert(step.relation).second) continue;
        table.rows.push_back(row_of(model, node, step, distance));
        const bool holds =
            certainty_of(model, model[step.relation]) != Verdict::impossible;  // what is denied leads no further
        if (holds && seen.insert(step.to).second) next.push_back(step.to);
      }
    layer = std::move(next);
  }
  table.when_empty = arguments.number("--depth") == 0
                         ? "--depth 0 reaches nothing"
                         : fmt::format("{} has no relations", model.text(model[start].name));
  return table;
}

}  // namespace

extern const Verb around_verb;
constinit const Verb around_verb{"around", "everything that touches a node, with dates and sources",
                                 "-g graphs/inter-korean around \"Korea Hana Foundation\"", parameters, run};

}  // namespace throughline
