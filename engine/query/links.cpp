// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <tuple>

#include "base/text.hpp"
#include "query/certainty.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
#include "query/standings.hpp"
#include "query/together.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"--from", "WHO…", "kinds, types, ids or names at the start", "actor"},
    {"--to", "WHAT…", "kinds, types, ids or names at the end", "initiative"},
    {"--hops", "N", "at most so many relations in a chain", "2"},
    {"--view", "VIEW", "take --from, --to and --hops from a view of the graph", ""},
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
    {"at_one_time", "At one time", Shown::only_for_people},
    {"verdict", "At one time", Shown::only_in_csv},
    {"overlap", "Within", Shown::only_in_csv},
    {"sources", "Sources", Shown::only_in_csv},
    {"quotes", "Quotes", Shown::only_in_csv},
};

struct Question {
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::size_t hops = 0;
  Standpoint time;
};

std::vector<std::string> texts(const Model& model, std::span<const StringId> ids) {
  std::vector<std::string> list;
  for (const StringId id : ids) list.emplace_back(model.text(id));
  return list;
}

void take_view(const Model& model, const ViewDefinition& view, Question& question) {
  if (const auto from = view.values(model.strings, "from"); !from.empty()) question.from = texts(model, from);
  if (const auto to = view.values(model.strings, "to"); !to.empty()) question.to = texts(model, to);
  question.hops = view.number(model.strings, "hops", question.hops);
}

std::vector<std::string> list_of(std::span<const std::string> values) { return {values.begin(), values.end()}; }

// What is said on the command line comes before what the view says, and that before the fallbacks.
Question question_of(const Model& model, const Arguments& arguments, Diagnostics& diagnostics) {
  const ViewDefinition* view =
      arguments.has("--view") ? select_view(model, arguments.text("--view"), diagnostics) : nullptr;
  Question question{list_of(arguments.all("--from")), list_of(arguments.all("--to")), arguments.number("--hops"),
                    standpoint_of(model, arguments, diagnostics, view)};
  if (!view) return question;
  const Question said = question;
  take_view(model, *view, question);
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

Row row_of(const Model& model, const Chain& chain, const SharedStandings& standings) {
  const Node& from = model[chain.start];
  const Node& to = model[chain.end()];
  const Together together = held_together(model, chain);
  const bool is_long = chain.steps.size() > 1;
  const std::string verdict(together_text(together.verdict));
  Row row;
  row.cells = {std::string(model.text(from.id)),
               std::string(model.text(from.name)),
               route_of(model, chain),
               std::string(model.text(to.id)),
               std::string(model.text(to.name)),
               date_cells(model, chain),
               std::string(name(certainty_of(model, chain))),
               is_long ? together_words(together) : std::string(),
               is_long ? verdict : std::string(),
               window_text(together),
               each_citation(model, chain, [&](const Citation& c) { return model.text(model[c.source].id); }),
               each_citation(model, chain, [&](const Citation& c) { return model.text(c.quote); })};
  place_row(*standings, standings->of(chain), row);
  row.details = chain_details(model, chain, *standings);
  if (together.by_tolerance)
    row.details.push_back(fmt::format("at one time: {} decided", together_tolerance(model, chain, together)));
  row.data = [&model, chain, together, standings] { return chain_json(model, chain, together, *standings); };
  return row;
}

// The ends of a question, and how its chains may walk.
struct Search {
  const Passage& passage;
  const std::vector<NodeIndex>& from;
  const std::vector<NodeIndex>& to;
  std::size_t hops;
};

std::vector<Chain> find_links(const Graph& graph, const Search& search) {
  std::vector<bool> is_target(graph.model().nodes.size(), false);
  for (const NodeIndex node : search.to) is_target[position(node)] = true;
  std::vector<Chain> chains;
  Reach reach(graph, search.passage);
  for (const NodeIndex start : search.from)
    for (const NodeIndex node : reach.explore(start, search.hops))
      if (is_target[position(node)]) chains.push_back(reach.chain_to(node));
  return chains;
}

// By the names people read, then by ids.
template <typename Each, typename ToChain = std::identity>
void sort_by_name(const Model& model, std::vector<Each>& chains, ToChain to_chain = {}) {
  const auto key = [&](const Each& each) {
    const Chain& chain = to_chain(each);
    return std::tuple(model.text(model[chain.start].name), chain.start, model.text(model[chain.end()].name),
                      chain.end());
  };
  std::sort(chains.begin(), chains.end(), [&](const Each& a, const Each& b) { return key(a) < key(b); });
}

// A chain that certainly held comes before a shorter one that only may have.
std::vector<Chain> find_standing_links(const Standings& standings, const Search& search, HeldCounts& counts) {
  const Snapshots then = standings.snapshots();
  std::map<std::pair<NodeIndex, NodeIndex>, StandingChain> best;
  for (const Held held : held_groups)
    for (const Chain& shortest : find_links(then.at_least(held), search)) {
      const auto known = best.find({shortest.start, shortest.end()});
      if (known != best.end() && known->second.held >= held) continue;
      StandingChain found = best_chain(then.at_least(held), search.passage, search.hops, standings, shortest, held);
      if (known == best.end())
        best.emplace(std::pair(shortest.start, shortest.end()), std::move(found));
      else if (found.held > known->second.held)
        known->second = std::move(found);
    }
  std::vector<StandingChain> chains;
  for (auto& [ends, chain] : best) chains.push_back(std::move(chain));
  sort_by_name(then.certain.model(), chains, [](const StandingChain& each) -> const Chain& { return each.chain; });
  return best_first(standings, std::move(chains), counts);
}

std::string why_empty(const std::vector<NodeIndex>& from, const std::vector<NodeIndex>& to, std::size_t hops,
                      const Standpoint& time) {
  if (from.empty() || to.empty())
    return fmt::format("no links: the graph has no node to {}", from.empty() ? "start from" : "end at");
  return fmt::format("{} from {} to {} within {}; --hops {} looks further, --any-direction looks more widely",
                     none_words("links", time), count_of(from.size(), "node"), count_of(to.size(), "node"),
                     count_of(hops, "hop"), hops + 1);
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  const Question question = question_of(model, arguments, diagnostics);
  const auto from = select_all(model, question.from, diagnostics);
  const auto to = select_all(model, question.to, diagnostics);
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = why_empty(from, to, question.hops, question.time),
              .notes = {}};
  if (diagnostics.has_errors()) return table;
  std::size_t denied = 0;
  const Passage passage = passage_of(graph, !arguments.has("--any-direction"), &denied);
  if (denied > 0)
    table.notes.push_back(fmt::format("{} denied or disproven: not walked", count_of(denied, "relation")));
  const auto standings = std::make_shared<const Standings>(graph, question.time);
  const Search search{passage, from, to, question.hops};
  std::vector<Chain> chains;
  if (standings->is_asked()) {
    HeldCounts counts;
    chains = find_standing_links(*standings, search, counts);
    const HeldCounts relations = standings->count_relations();
    counts.never = relations.never;
    counts.set_aside = relations.set_aside;
    add_held_column(*standings, table);
    add_notes(*standings, counts, table);
  } else {
    chains = find_links(graph, search);
    sort_by_name(model, chains);
  }
  table.answers = chains.size();
  if (const std::size_t limit = arguments.number("--limit"); limit > 0 && limit < chains.size()) chains.resize(limit);
  for (const Chain& chain : chains) table.rows.push_back(row_of(model, chain, standings));
  return table;
}

}  // namespace

extern const Verb links_verb;
constinit const Verb links_verb{"links", "which actors link to which initiatives, through what, says who",
                                "-g graphs/inter-korean links --from \"Kim Jina\" --to initiative --hops 3", parameters,
                                run};

}  // namespace throughline
