// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/text.hpp"
#include "query/certainty.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
#include "query/standings.hpp"
#include "query/together.hpp"
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

void add_chain(const Model& model, const Chain& chain, const Together& together, std::size_t number,
               const SharedStandings& standings, Table& table) {
  NodeIndex at = chain.start;
  const TimeStanding standing = standings->of(chain);
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
    place_row(*standings, standing, row);
    row.details = chain_details(model, {at, {step}}, *standings);
    if (i == 0)
      row.data = [&model, chain, together, standings] { return chain_json(model, chain, together, *standings); };
    table.rows.push_back(std::move(row));
    at = step.to;
  }
}

struct Search {
  const Passage& passage;
  NodeIndex from;
  NodeIndex to;
  std::size_t hops;
  bool all;
};

Chains find_chains(const Graph& graph, const Search& search) {
  if (search.all) return all_chains(graph, search.passage, search.from, search.to, search.hops, most_chains);
  Reach reach(graph, search.passage);
  reach.explore(search.from, search.hops);
  if (search.from == search.to || reach.distance(search.to) == Reach::unreached) return {};
  return {{reach.chain_to(search.to)}};
}

// Without --all the best chain is the answer; nothing when there is none.
std::optional<StandingChain> find_best_chain(const Snapshots& then, const Standings& standings, const Search& search) {
  std::optional<StandingChain> best;
  for (const Held held : held_groups) {
    if (best && best->held >= held) break;
    const Chains found = find_chains(then.at_least(held), search);
    if (found.chains.empty()) continue;
    StandingChain chain =
        best_chain(then.at_least(held), search.passage, search.hops, standings, found.chains.front(), held);
    if (!best || chain.held > best->held) best = std::move(chain);
  }
  return best;
}

// Best group first; last those whose steps never held on one day.
Chains find_standing_chains(const Standings& standings, const Search& search, HeldCounts& counts) {
  const Snapshots then = standings.snapshots();
  std::vector<StandingChain> found;
  bool is_complete = true;
  if (search.all) {
    Chains all = find_chains(then.with_undated, search);
    is_complete = all.is_complete;
    for (Chain& chain : all.chains) {
      const Held held = standings.of(chain).held;
      found.push_back({std::move(chain), held});
    }
  } else if (auto best = find_best_chain(then, standings, search)) {
    found.push_back(std::move(*best));
  }
  return {best_first(standings, std::move(found), counts), is_complete};
}

// Without --all nobody looked how many chains there are: only what was left out is said.
void add_time_notes(const Standings& standings, const HeldCounts& counts, bool all, Table& table) {
  const HeldCounts relations = standings.count_relations();
  const bool is_left_out = standings.standpoint().certain_only && counts.certainly == 0;
  if (all || is_left_out) add_notes(standings, {counts.certainly, counts.possibly, counts.undated, 0}, table);
  if (relations.never > 0)
    table.notes.push_back(never_text(standings.standpoint(), relations.never, Counted::relations));
}

std::string together_note(const Model& model, const Chain& chain, const Together& together) {
  const std::string reach = together_tolerance(model, chain, together);
  return fmt::format("all of this at one time: {}{}", together_words(together),
                     reach.empty() ? "" : fmt::format("; {} decided", reach));
}

std::string why_empty(const Model& model, const Search& search, const Standpoint& time) {
  if (search.from == search.to) return "a chain needs two different nodes";
  return fmt::format("{} from {} to {} within {}", none_words("chain", time), model.text(model[search.from].name),
                     model.text(model[search.to].name), count_of(search.hops, "hop"));
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  Table table{.columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = {}, .notes = {}};
  const NodeIndex from = select_node(model, arguments.text("A"), diagnostics);
  const NodeIndex to = select_node(model, arguments.text("B"), diagnostics);
  if (diagnostics.has_errors()) return table;
  std::size_t denied = 0;
  const Passage passage = passage_of(graph, false, &denied);
  if (denied > 0)
    table.notes.push_back(fmt::format("{} denied or disproven: not walked", count_of(denied, "relation")));
  const auto standings = std::make_shared<const Standings>(graph, standpoint_of(model, arguments, diagnostics));
  add_held_column(*standings, table);
  const Search search{passage, from, to, arguments.number("--hops"), arguments.has("--all")};
  HeldCounts counts;
  const auto [chains, is_complete] =
      standings->is_asked() ? find_standing_chains(*standings, search, counts) : find_chains(graph, search);
  if (standings->is_asked()) add_time_notes(*standings, counts, search.all, table);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    const Together together = held_together(model, chains[i]);
    add_chain(model, chains[i], together, i + 1, standings, table);
    if (chains.size() == 1 && chains[i].steps.size() > 1)
      table.notes.push_back(together_note(model, chains[i], together));
  }
  if (!is_complete)
    table.notes.push_back(
        fmt::format("stopped after {}, there are more; lower --hops", count_of(chains.size(), "chain")));
  table.when_empty = why_empty(model, search, standings->standpoint());
  return table;
}

}  // namespace

extern const Verb path_verb;
constinit const Verb path_verb{"path", "the chain of relations between two nodes, with quotes",
                               "-g graphs/inter-korean path kim-jina mou", parameters, run};

}  // namespace throughline
