// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr std::size_t most_chains = 10'000;

constexpr Parameter parameters[] = {
    {"A", "", "id or name of the start", "", true},
    {"B", "", "id or name of the end", "", true},
    {"--hops", "N", "at most so many relations", "6"},
    {"--all", "", "every chain up to --hops, not only the best", ""},
};

constexpr Column columns[] = {{"chain", "Chain"}, {"step", "Step"},         {"from_id", "From", Shown::only_in_csv},
                              {"from", "From"},   {"relation", "Relation"}, {"to_id", "To", Shown::only_in_csv},
                              {"to", "To"},       {"when", "When"},         {"certainty", "Certainty"}};

void add_chain(const Model& model, const Chain& chain, std::size_t number, Table& table) {
  NodeIndex at = chain.start;
  for (std::size_t i = 0; i < chain.steps.size(); ++i) {
    const Step& step = chain.steps[i];
    const Relation& relation = model[step.relation];
    Row row;
    row.cells = {std::to_string(number),
                 std::to_string(i + 1),
                 std::string(model.text(model[at].id)),
                 std::string(model.text(model[at].name)),
                 std::string(label_of(model, step)),
                 std::string(model.text(model[step.to].id)),
                 std::string(model.text(model[step.to].name)),
                 date_cell(model, relation),
                 std::string(name(certainty_of(model, relation)))};
    row.details = chain_details(model, {at, {step}});
    if (i == 0) row.data = [&model, chain] { return chain_json(model, chain); };
    table.rows.push_back(std::move(row));
    at = step.to;
  }
}

Chains find_chains(const Graph& graph, NodeIndex from, NodeIndex to, std::size_t hops, bool all, std::size_t& denied) {
  const Passage passage = passage_of(graph, false, &denied);
  if (all) return all_chains(graph, passage, from, to, hops, most_chains);
  Reach reach(graph, passage);
  reach.explore(from, hops);
  if (from == to || reach.distance(to) == Reach::unreached) return {};
  return {{reach.chain_to(to)}};
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  Table table{.columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = {}, .notes = {}};
  const NodeIndex from = select_node(model, arguments.text("A"), diagnostics);
  const NodeIndex to = select_node(model, arguments.text("B"), diagnostics);
  if (diagnostics.has_errors()) return table;
  const std::size_t hops = arguments.number("--hops");
  std::size_t denied = 0;
  const auto [chains, is_complete] = find_chains(graph, from, to, hops, arguments.has("--all"), denied);
  if (denied > 0)
    table.notes.push_back(fmt::format("{} denied or disproven: not walked", count_of(denied, "relation")));
  for (std::size_t i = 0; i < chains.size(); ++i) add_chain(model, chains[i], i + 1, table);
  if (chains.size() == 1 && chains.front().steps.size() > 1)
    table.notes.push_back(
        fmt::format("all of this at one time: {}", together_text(held_together(model, chains.front()))));
  if (!is_complete)
    table.notes.push_back(
        fmt::format("stopped after {}, there are more; lower --hops", count_of(chains.size(), "chain")));
  table.when_empty = from == to ? "a chain needs two different nodes"
                                : fmt::format("no chain from {} to {} within {}", model.text(model[from].name),
                                              model.text(model[to].name), count_of(hops, "hop"));
  return table;
}

}  // namespace

extern const Verb path_verb;
constinit const Verb path_verb{"path", "the chain of relations between two nodes, with quotes",
                               "-g graphs/inter-korean path kim-jina mou", parameters, run};

}  // namespace throughline
