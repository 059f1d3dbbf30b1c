// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/path_search.hpp"
#include "query/selector.hpp"
#include "query/together.hpp"
#include "query/verb.hpp"
#include "query/walk.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"A", "", "id or name of the start", "", true},
    {"B", "", "id or name of the end", "", true},
    {"--hops", "N", "at most so many relations", "6"},
    {"--all", "", "every chain up to --hops, not only the best", ""},
    narrowing({"--together", "", "only chains whose steps can have held at one time", ""}),
    narrowing({"--in-order", "", "only chains that can be walked without going back in time", ""}),
    narrowing({"--avoid", "WHO…", "kinds, types, ids or names that no chain may pass through", ""}),
};

constexpr Column columns[] = {{"chain", "Chain", Shown::only_in_csv},
                              {"step", "Step"},
                              {"from_id", "From", Shown::only_in_csv},
                              {"from", "From"},
                              {"relation", "Relation"},
                              {"to_id", "To", Shown::only_in_csv},
                              {"to", "To"},
                              {"when", "When"},
                              {"certainty", "Certainty"},
                              {"verdict", "At one time", Shown::only_in_csv},
                              {"overlap", "Within", Shown::only_in_csv},
                              {"in_order", "In order", Shown::only_in_csv},
                              {"sources", "Sources", Shown::only_in_csv},
                              {"quotes", "Quotes", Shown::only_in_csv}};

// A chain of the answer, and what is said of all of its steps.
struct ToldChain {
  Chain chain;
  Together together;
  Answer in_order;
  std::size_t number;
};

Json json_of(const Model& model, const ToldChain& told, const Standings& standings) {
  Json data = chain_json(model, told.chain, told.together, standings);
  data["in_order"] = together_text(told.in_order.verdict);
  if (told.in_order.by_tolerance) data["in_order_tolerance"] = in_order_tolerance(model, told.chain, told.in_order);
  return data;
}

std::string decided(const std::string& tolerance) {
  return tolerance.empty() ? "" : fmt::format(" ({} decided)", tolerance);
}

std::string together_words(const Model& model, const ToldChain& told) {
  return together_words(told.together) + decided(together_tolerance(model, told.chain, told.together));
}

std::string in_order_words(const Model& model, const ToldChain& told) {
  return std::string(together_text(told.in_order.verdict)) +
         decided(in_order_tolerance(model, told.chain, told.in_order));
}

// Among several chains each has a heading: "Chain 2 of 5: 3 steps, at one time: possibly, within 2018-04-27/2019"; this
// is what stands behind its first word.
std::string heading_of(const Model& model, const ToldChain& told, std::size_t count, bool asks_order) {
  std::string heading = fmt::format("{} of {}: {}", told.number, count, count_of(told.chain.steps.size(), "step"));
  if (told.chain.steps.size() < 2) return heading;
  heading += fmt::format(", at one time: {}", together_words(model, told));
  if (asks_order) heading += fmt::format("; in order: {}", in_order_words(model, told));
  return heading;
}

void add_chain(const Model& model, const ToldChain& told, const std::string& heading, const SharedStandings& standings,
               Table& table) {
  NodeIndex at = told.chain.start;
  const TimeStanding standing = standings->of(told.chain);
  for (std::size_t i = 0; i < told.chain.steps.size(); ++i) {
    const Step& step = told.chain.steps[i];
    const Relation& relation = model[step.relation];
    const Chain alone{at, {step}};
    const CitationCells citations = citation_cells(model, alone);
    Row row;
    row.cells = {std::to_string(told.number),
                 std::to_string(i + 1),
                 std::string(model.text(model[at].id)),
                 std::string(model.text(model[at].name)),
                 std::string(label_of(model, step)),
                 std::string(model.text(model[step.to].id)),
                 std::string(model.text(model[step.to].name)),
                 date_cell(model, relation, *standings),
                 std::string(name(standings->certainty_of(step.relation))),
                 std::string(together_text(told.together.verdict)),
                 window_text(told.together),
                 std::string(together_text(told.in_order.verdict)),
                 citations.sources,
                 citations.quotes};
    place_row(*standings, standing, row);
    if (!heading.empty()) row.section = (row.section.empty() ? "Chain " : row.section + ": chain ") + heading;
    row.details = chain_details(model, alone, *standings);
    if (i == 0) row.data = [&model, told, standings] { return json_of(model, told, *standings); };
    table.rows.push_back(std::move(row));
    at = step.to;
  }
}

// A single chain has no heading: what is said of all of it is a note.
void add_chain_notes(const Model& model, const ToldChain& told, bool asks_order, Table& table) {
  if (told.chain.steps.size() < 2) return;
  table.notes.push_back(fmt::format("all of this at one time: {}", together_words(model, told)));
  if (asks_order) table.notes.push_back(fmt::format("all of this in order: {}", in_order_words(model, told)));
}

struct Question {
  ChainQuestion chains;
  std::vector<NodeIndex> avoided;
};

// Whether the word means this node, and not a kind or type that has it.
bool names(const Model& model, std::string_view word, std::span<const NodeIndex> selected, NodeIndex node) {
  Diagnostics unheard;
  return selected.size() == 1 && selected.front() == node && select_node(model, word, unheard) == node;
}

// The ends may be of a kind that is to be avoided; an end that is itself named is a slip.
std::vector<NodeIndex> select_avoided(const Model& model, std::span<const std::string> words, const Ends& ends,
                                      Diagnostics& diagnostics) {
  for (const std::string& word : words) {
    const std::vector<NodeIndex> selected = select(model, word, diagnostics);
    for (const NodeIndex end : {ends.from, ends.to})
      if (names(model, word, selected, end))
        diagnostics.report(Code::contradictory_question, {},
                           fmt::format("`{}` is an end of the chain and can't be avoided", word));
  }
  if (diagnostics.has_errors()) return {};
  std::vector<NodeIndex> avoided = select_all(model, words, diagnostics);
  std::erase_if(avoided, [&](NodeIndex node) { return node == ends.from || node == ends.to; });
  return avoided;
}

Question question_of(const Model& model, const Arguments& arguments, Diagnostics& diagnostics) {
  Question question{{.ends = {select_node(model, arguments.text("A"), diagnostics),
                              select_node(model, arguments.text("B"), diagnostics), arguments.number("--hops")},
                     .all = arguments.has("--all"),
                     .at_one_time = arguments.has("--together"),
                     .in_order = arguments.has("--in-order")},
                    {}};
  if (diagnostics.has_errors()) return question;
  const Ends& ends = question.chains.ends;
  if (ends.from == ends.to)
    diagnostics.report(Code::contradictory_question, {},
                       fmt::format("a chain leads from one node to another; `{}` and `{}` are both {}",
                                   arguments.text("A"), arguments.text("B"), model.text(model[ends.from].name)));
  question.avoided = select_avoided(model, arguments.all("--avoid"), ends, diagnostics);
  return question;
}

// A chain passes through no node that is to be avoided or on no topic asked for; its ends may be such.
WalkTerms terms_of(const Model& model, const Question& question, const Filter& filter) {
  WalkTerms terms;
  if (question.avoided.empty() && !filter.asks_topics()) return terms;
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i) terms.may_pass.push_back(filter.keeps(NodeIndex{i}));
  for (const NodeIndex node : question.avoided) terms.may_pass[position(node)] = false;
  return terms;
}

// Without --certain all; what that leaves out is counted.
std::vector<Chain> asked_for(const Standings& standings, RatedChains& rated, HeldCounts& counts) {
  std::vector<Chain> chains;
  for (RatedChain& each : rated.chains) {
    const bool certain_only = standings.standpoint().certain_only;
    const Held sure = certain_only ? all_of(each.held, held_of(each.fits)) : each.held;
    counts.add({sure});
    if (!certain_only || sure == Held::certainly) chains.push_back(std::move(each.chain));
  }
  return chains;
}

// Without --all nobody looked how many chains there are: only what was left out is said.
void add_time_notes(const Standings& standings, const HeldCounts& counts, bool all, Table& table) {
  const bool is_left_out = standings.standpoint().certain_only && counts.certainly == 0;
  if (standings.is_asked() && (all || is_left_out))
    add_notes(standings, {counts.certainly, counts.possibly, counts.undated, 0}, table);
}

void add_search_notes(const Question& question, const RatedChains& found, Table& table) {
  if (!question.avoided.empty())
    table.notes.push_back(fmt::format("{} avoided", count_of(question.avoided.size(), "node")));
  if (!found.is_complete)
    table.notes.push_back(fmt::format("the search was stopped: there may be {} chains; lower --hops",
                                      question.chains.all ? "more" : "better"));
}

std::string why_empty(const Model& model, const ChainQuestion& question, const Standpoint& time, bool is_complete) {
  const Ends& ends = question.ends;
  std::vector<std::string> asked;
  if (question.at_one_time) asked.emplace_back("at one time");
  if (question.in_order) asked.emplace_back("in order of time");
  return fmt::format("{}{} from {} to {}{} within {}", is_complete ? "" : "the search was stopped and had found ",
                     none_words("chain", time), model.text(model[ends.from].name), model.text(model[ends.to].name),
                     asked.empty() ? "" : fmt::format(" {}", join(asked, " and ")), count_of(ends.hops, "hop"));
}

// Rows of the first so many chains; 0: of all.
void add_rows(const Model& model, const std::vector<Chain>& chains, std::size_t limit, bool asks_order,
              const SharedStandings& standings, Table& table) {
  table.answers = chains.size();
  const bool are_several = chains.size() > 1;
  const std::size_t shown = limit > 0 ? std::min(limit, chains.size()) : chains.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const ToldChain told{chains[i], held_together(model, chains[i], standings->counts()),
                         held_in_order(model, chains[i], standings->counts()), i + 1};
    const std::string heading = are_several ? heading_of(model, told, chains.size(), asks_order) : std::string();
    add_chain(model, told, heading, standings, table);
    if (!are_several) add_chain_notes(model, told, asks_order, table);
  }
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  Table table{.columns = {std::begin(columns), std::end(columns)}, .rows = {}, .when_empty = {}, .notes = {}};
  const Question question = question_of(model, arguments, diagnostics);
  const Filter filter(model, arguments, diagnostics);
  const auto standings = std::make_shared<const Standings>(graph, standpoint_of(model, arguments, diagnostics));
  if (diagnostics.has_errors()) return table;
  const Walk walk = walk_of(graph, *standings, filter, terms_of(model, question, filter));
  RatedChains found = find_chains(graph, walk.passage, *standings, question.chains);
  HeldCounts counts;
  const std::vector<Chain> chains = asked_for(*standings, found, counts);
  add_held_column(*standings, table);
  add_time_notes(*standings, counts, question.chains.all, table);
  add_notes(walk, *standings, filter, table);
  add_search_notes(question, found, table);
  add_rows(model, chains, arguments.number("--limit"), question.chains.in_order, standings, table);
  table.when_empty = why_empty(model, question.chains, standings->standpoint(), found.is_complete);
  return table;
}

}  // namespace

extern const Verb path_verb;
constinit const Verb path_verb{"path",
                               "the chain of relations between two nodes, with quotes",
                               "-g graphs/inter-korean path kim-jina mou --together",
                               parameters,
                               run,
                               true,
                               "chain"};

}  // namespace throughline
