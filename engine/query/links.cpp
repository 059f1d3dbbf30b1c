// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/explanation.hpp"
#include "query/links_question.hpp"
#include "query/selector.hpp"
#include "query/together.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"--from", "WHO…", "kinds, types, ids or names at the start", "actor"},
    {"--to", "WHAT…", "kinds, types, ids or names at the end", "initiative"},
    {"--hops", "N", "at most so many relations in a chain", "2"},
    narrowing({"--through", "WHAT…", "only chains that pass through nothing but these kinds, types, ids or names", ""}),
    narrowing({"--view", "VIEW", "take --from, --to and --hops from a view of the graph", ""}),
    {"--any-direction", "", "walk relations against their sense too: more links, weaker ones", ""},
    {"--all", "", "every chain between each two, not only the best", ""},
    {"--explain", "", "say why each row is there, and which date decided", ""},
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
  LinksAsked asked;
  Standpoint standpoint;
  bool explains = false;
};

Question question_of(const Model& model, const Arguments& arguments, const Filter& filter, Diagnostics& diagnostics) {
  const ViewDefinition* view =
      arguments.has("--view") ? select_view(model, arguments.text("--view"), diagnostics) : nullptr;
  return {links_asked(model, arguments, view, filter, diagnostics), standpoint_of(model, arguments, diagnostics, view),
          arguments.has("--explain")};
}

// How each link becomes a row.
struct Telling {
  SharedStandings standings;
  std::shared_ptr<const Filter> filter;  // the walk that finds a link again refers to it
  bool explains;
  ChainFound found;
};

Row row_of(const Model& model, const StandingChain& link, const Telling& telling) {
  const Chain& chain = link.chain;
  const Standings& standings = *telling.standings;
  const Node& from = model[chain.start];
  const Node& to = model[chain.end()];
  const Together together = held_together(model, chain, standings.counts());
  const bool is_long = chain.steps.size() > 1;
  const std::string verdict(together_text(together.verdict));
  const CitationCells citations = citation_cells(model, chain);
  Row row;
  row.cells = {std::string(model.text(from.id)),
               std::string(model.text(from.name)),
               route_of(model, chain),
               std::string(model.text(to.id)),
               std::string(model.text(to.name)),
               date_cells(model, chain, standings),
               std::string(name(standings.certainty_of(chain))),
               is_long ? together_words(together) : std::string(),
               is_long ? verdict : std::string(),
               window_text(together),
               citations.sources,
               citations.quotes};
  place_row(standings, standings.of(chain), row);
  row.details = chain_details(model, chain, standings);
  if (together.by_tolerance)
    row.details.push_back(fmt::format("at one time: {} decided", together_tolerance(model, chain, together)));
  if (telling.explains)
    for (const std::string& line : explain(model, chain, standings, telling.found))
      row.details.push_back(fmt::format("why: {}", line));
  row.data = [&model, chain, together, telling] {
    Json data = chain_json(model, chain, together, *telling.standings);
    if (telling.explains) data["explanation"] = explain(model, chain, *telling.standings, telling.found);
    return data;
  };
  return row;
}

std::string why_empty(const Question& question) {
  const LinkQuestion& links = question.asked.links;
  if (links.from.empty() || links.to.empty())
    return fmt::format("no links: the graph has no node to {}", links.from.empty() ? "start from" : "end at");
  return fmt::format("{} from {} to {} within {}; --hops {} looks further{}", none_words("links", question.standpoint),
                     count_of(links.from.size(), "node"), count_of(links.to.size(), "node"),
                     count_of(links.hops, "hop"), links.hops + 1,
                     question.asked.walk.leads_only ? ", --any-direction looks more widely" : "");
}

void add_counts(const Standings& standings, const Links& links, Table& table) {
  if (!standings.is_asked()) return;
  HeldCounts counts;
  counts.certainly = links.count(Held::certainly);
  counts.possibly = links.count(Held::possibly);
  counts.undated = links.count(Held::undated);
  add_notes(standings, counts, table);
}

void add_search_note(const Links& links, Table& table) {
  if (links.is_complete()) return;
  table.notes.push_back(fmt::format(
      "the search was stopped after {}: there are more, or better ones; lower --hops or narrow --from and --to",
      count_of(links.size(), "chain")));
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  const auto filter = std::make_shared<const Filter>(model, arguments, diagnostics);
  const Question question = question_of(model, arguments, *filter, diagnostics);
  Table table{
      .columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = why_empty(question), .notes = {}};
  if (diagnostics.has_errors()) return table;
  const auto standings = std::make_shared<const Standings>(graph, question.standpoint);
  const Walk walk = walk_of(graph, *standings, *filter, question.asked.walk);
  Links links = find_links(graph, walk.passage, *standings, question.asked.links);
  add_held_column(*standings, table);
  add_counts(*standings, links, table);
  add_notes(walk, *standings, *filter, table);
  add_search_note(links, table);
  if (question.standpoint.certain_only) links.keep_certain();
  const Telling telling{
      standings, filter, question.explains, {question.asked.walk.leads_only, !question.asked.links.all}};
  table.rows = {links.size(),
                [&model, links, telling](std::size_t number) { return row_of(model, links.chain(number), telling); }};
  return table;
}

}  // namespace

extern const Verb links_verb;
constinit const Verb links_verb{"links",
                                "which actors link to which initiatives, through what, says who",
                                "-g graphs/inter-korean links --from \"Kim Jina\" --to initiative --hops 3",
                                parameters,
                                run,
                                true,
                                "link"};

}  // namespace throughline
