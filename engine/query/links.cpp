// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"--from", "WHO…", "kinds, types, ids or names at the start", "actor"},
    {"--to", "WHAT…", "kinds, types, ids or names at the end", "initiative"},
    {"--hops", "N", "at most so many relations in a chain", "2"},
    {"--view", "NAME", "take --from, --to and --hops from a view of the graph", ""},
    {"--any-direction", "", "walk relations against their sense too: more links, weaker ones", ""},
};

constexpr Column columns[] = {
    {"from_id", "From", Shown::only_in_csv},
    {"from", "From"},
    {"route", "How"},
    {"to_id", "To", Shown::only_in_csv},
    {"to", "To"},
    {"when", "When"},
    {"certainty", "Certainty"},
    {"together", "At one time"},
    {"sources", "Sources", Shown::only_in_csv},
    {"quotes", "Quotes", Shown::only_in_csv},
};

struct Question {
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::size_t hops = 0;
};

std::vector<std::string> texts(const Model& model, std::span<const StringId> ids) {
  std::vector<std::string> list;
  for (const StringId id : ids) list.emplace_back(model.text(id));
  return list;
}

void take_view(const Model& model, std::string_view name, Question& question, Diagnostics& diagnostics) {
  const ViewDefinition* view = select_view(model, name, diagnostics);
  if (!view) return;
  if (const auto from = view->values(model.strings, "from"); !from.empty()) question.from = texts(model, from);
  if (const auto to = view->values(model.strings, "to"); !to.empty()) question.to = texts(model, to);
  question.hops = view->number(model.strings, "hops", question.hops);
}

std::vector<std::string> list_of(std::span<const std::string> values) { return {values.begin(), values.end()}; }

// What is said on the command line comes before what the view says, and that before the fallbacks.
Question question_of(const Model& model, const Arguments& arguments, Diagnostics& diagnostics) {
  Question question{list_of(arguments.all("--from")), list_of(arguments.all("--to")), arguments.number("--hops")};
  if (!arguments.has("--view")) return question;
  const Question said = question;
  take_view(model, arguments.text("--view"), question, diagnostics);
  if (arguments.has("--from")) question.from = said.from;
  if (arguments.has("--to")) question.to = said.to;
  if (arguments.has("--hops")) question.hops = said.hops;
  return question;
}

template <typename Pick>
std::string each_citation(const Model& model, const Chain& chain, Pick pick) {
  std::vector<std::string> list;
  for (const Step& step : chain.steps)
    for (const Citation& citation : model.citations_of(model[step.relation].citations))
      list.emplace_back(pick(citation));
  return join(list, " | ");
}

Row row_of(const Model& model, const Chain& chain) {
  const Node& from = model[chain.start];
  const Node& to = model[chain.end()];
  Row row;
  row.cells = {std::string(model.text(from.id)),
               std::string(model.text(from.name)),
               route_of(model, chain),
               std::string(model.text(to.id)),
               std::string(model.text(to.name)),
               dates_of(model, chain),
               std::string(name(certainty_of(model, chain))),
               chain.steps.size() > 1 ? std::string(together_text(held_together(model, chain))) : std::string(),
               each_citation(model, chain, [&](const Citation& c) { return model.text(model[c.source].id); }),
               each_citation(model, chain, [&](const Citation& c) { return model.text(c.quote); })};
  row.details = chain_details(model, chain);
  row.data = [&model, chain] { return chain_json(model, chain); };
  return row;
}

std::vector<Chain> find_links(const Graph& graph, const Passage& passage, const std::vector<NodeIndex>& from,
                              const std::vector<NodeIndex>& to, std::size_t hops) {
  std::vector<bool> is_target(graph.node_count(), false);
  for (const NodeIndex node : to) is_target[position(node)] = true;
  std::vector<Chain> chains;
  Reach reach(graph, passage);
  for (const NodeIndex start : from)
    for (const NodeIndex node : reach.explore(start, hops))
      if (is_target[position(node)]) chains.push_back(reach.chain_to(node));
  return chains;
}

// By the names people read, then by ids.
void sort_by_name(const Model& model, std::vector<Chain>& chains) {
  const auto key = [&](const Chain& chain) {
    return std::tuple(model.text(model[chain.start].name), chain.start, model.text(model[chain.end()].name),
                      chain.end());
  };
  std::sort(chains.begin(), chains.end(), [&](const Chain& a, const Chain& b) { return key(a) < key(b); });
}

std::string why_empty(const std::vector<NodeIndex>& from, const std::vector<NodeIndex>& to, std::size_t hops) {
  if (from.empty() || to.empty())
    return fmt::format("no links: the graph has no node to {}", from.empty() ? "start from" : "end at");
  return fmt::format("no links from {} to {} within {}; --hops {} looks further, --any-direction looks more widely",
                     count_of(from.size(), "node"), count_of(to.size(), "node"), count_of(hops, "hop"), hops + 1);
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  const Question question = question_of(model, arguments, diagnostics);
  const auto from = select_all(model, question.from, diagnostics);
  const auto to = select_all(model, question.to, diagnostics);
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = why_empty(from, to, question.hops),
              .notes = {}};
  if (diagnostics.has_errors()) return table;
  std::size_t denied = 0;
  const Passage passage = passage_of(graph, !arguments.has("--any-direction"), &denied);
  if (denied > 0)
    table.notes.push_back(fmt::format("{} denied or disproven: not walked", count_of(denied, "relation")));
  std::vector<Chain> chains = find_links(graph, passage, from, to, question.hops);
  sort_by_name(model, chains);
  table.answers = chains.size();
  if (const std::size_t limit = arguments.number("--limit"); limit > 0 && limit < chains.size()) chains.resize(limit);
  for (const Chain& chain : chains) table.rows.push_back(row_of(model, chain));
  return table;
}

}  // namespace

extern const Verb links_verb;
constinit const Verb links_verb{"links", "which actors link to which initiatives, through what, says who",
                                "-g graphs/inter-korean links --from \"Kim Jina\" --to initiative --hops 3", parameters,
                                run};

}  // namespace throughline
