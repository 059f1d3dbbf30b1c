// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/selector.hpp"
#include "query/sharings.hpp"
#include "query/verb.hpp"

namespace throughline {
namespace {

constexpr std::string_view usual_through[] = {"event", "initiative"};

constexpr Parameter parameters[] = {
    {"--who", "WHO…", "kinds, types, ids or names that share", "actor"},
    {"--through", "WHAT…", "kinds, types, ids or names that are shared (default: event and initiative)", ""},
    narrowing({"--of", "WHO…", "only pairs with one of these", ""}),
    {"--any-direction", "", "count relations too that do not lead to what is shared: who is meant by it, moved by it …",
     ""},
    narrowing({"--at-least", "N", "only pairs that share so many, what is possible counted", "1"}),
};

// Behind the answer, for its rows and their JSON.
struct Answer {
  std::shared_ptr<const Filter> filter;
  SharedStandings standings;
  std::shared_ptr<const Sharings> sharings;

  bool is_shown(const Sharing& sharing) const { return sharing.held >= standings->least(); }
};

std::vector<Column> columns_of(const Standings& standings) {
  std::vector<Column> columns = {{"a_id", "Who", Shown::only_in_csv},          {"a", "Who"},
                                 {"b_id", "With", Shown::only_in_csv},         {"b", "With"},
                                 {"shared", "Shared", Shown::only_for_people}, {"count", "Certain", Shown::only_in_csv},
                                 {"possible", "Possible", Shown::only_in_csv}};
  if (standings.standpoint().has_clock()) columns.push_back({"undated", "Undated", Shown::only_in_csv});
  columns.push_back({"through_ids", "Through", Shown::only_in_csv});
  columns.push_back({"through", "Through", Shown::only_in_csv});  // for people the details tell it
  columns.push_back({"sources", "Sources", Shown::only_in_csv});
  columns.push_back({"quotes", "Quotes", Shown::only_in_csv});
  return columns;
}

// What --certain leaves of a pair.
HeldCounts shown_counts(const Pair& pair, const Standings& standings) {
  return standings.standpoint().certain_only ? HeldCounts{.certainly = pair.counts.certainly} : pair.counts;
}

std::size_t total(const HeldCounts& counts) { return counts.certainly + counts.possibly + counts.undated; }

Held best_of(const HeldCounts& counts) {
  return counts.certainly > 0 ? Held::certainly : counts.possibly > 0 ? Held::possibly : Held::undated;
}

std::vector<Tie> ties_of(const Common& common, const Sharing& sharing) {
  const auto of_a = common.of(sharing.a);
  const auto of_b = common.of(sharing.b);
  std::vector<Tie> ties(of_a.begin(), of_a.end());
  ties.insert(ties.end(), of_b.begin(), of_b.end());
  return ties;
}

void add_details(const Model& model, const Answer& answer, const Sharing& sharing, std::vector<std::string>& lines) {
  const Common& common = answer.sharings->commons()[sharing.common];
  const Joint joint = answer.sharings->joint_of(sharing);
  lines.push_back(fmt::format("{}: at one time {}{}", model.text(model[common.through].name),
                              together_words(joint.together),
                              joint.tolerance.empty() ? "" : fmt::format(", {} decided", joint.tolerance)));
  for (const Tie& tie : ties_of(common, sharing)) {
    lines.push_back("  " + sentence_of(model, tie.from, tie.step));
    for (const std::string& line : chain_details(model, {tie.from, {tie.step}}, *answer.standings))
      lines.push_back("    " + line);
  }
}

Json sharing_json(const Model& model, const Answer& answer, const Sharing& sharing) {
  const Common& common = answer.sharings->commons()[sharing.common];
  const Joint joint = answer.sharings->joint_of(sharing);
  Json data = node_reference(model, common.through);
  Json chain = chain_json(model, joint.chain, joint.together, *answer.standings);
  for (const char* known : {"from", "to", "length", "steps"}) chain.erase(known);
  data.update(chain);
  if (!joint.tolerance.empty()) data["verdict_tolerance"] = joint.tolerance;
  data["relations"] = Json::array();
  for (const Tie& tie : ties_of(common, sharing))
    data["relations"].push_back(step_json(model, tie.from, tie.step, *answer.standings));
  return data;
}

Json pair_json(const Model& model, const Answer& answer, const Pair& pair) {
  const HeldCounts counts = shown_counts(pair, *answer.standings);
  Json data = {{"a", node_reference(model, pair.a)},
               {"b", node_reference(model, pair.b)},
               {"count", counts.certainly},
               {"possible", counts.possibly}};
  if (answer.standings->standpoint().has_clock()) data["undated"] = counts.undated;
  data["through"] = Json::array();
  for (const Sharing& sharing : answer.sharings->of(pair))
    if (answer.is_shown(sharing)) data["through"].push_back(sharing_json(model, answer, sharing));
  if (answer.standings->standpoint().has_clock()) data["held"] = held_word(best_of(counts));
  return data;
}

Row row_of(const Model& model, const Answer& answer, const Pair& pair) {
  const HeldCounts counts = shown_counts(pair, *answer.standings);
  std::vector<std::string> ids;
  std::vector<std::string> names;
  std::vector<Slice> claims;
  Row row;
  for (const Sharing& sharing : answer.sharings->of(pair)) {
    if (!answer.is_shown(sharing)) continue;
    const Common& common = answer.sharings->commons()[sharing.common];
    ids.emplace_back(model.text(model[common.through].id));
    names.emplace_back(model.text(model[common.through].name));
    for (const Tie& tie : ties_of(common, sharing)) claims.push_back(model[tie.step.relation].citations);
    add_details(model, answer, sharing, row.details);
  }
  const CitationCells citations = citation_cells(model, claims);
  row.cells = {std::string(model.text(model[pair.a].id)),
               std::string(model.text(model[pair.a].name)),
               std::string(model.text(model[pair.b].id)),
               std::string(model.text(model[pair.b].name)),
               amount_text(counts),
               std::to_string(counts.certainly),
               std::to_string(counts.possibly)};
  if (answer.standings->standpoint().has_clock()) row.cells.push_back(std::to_string(counts.undated));
  row.cells.insert(row.cells.end(), {join(ids, " | "), join(names, " | "), citations.sources, citations.quotes});
  place_row(*answer.standings, {best_of(counts)}, row);
  row.data = [&model, answer, pair] { return pair_json(model, answer, pair); };
  return row;
}

// Leaves the pairs that are asked for; counts all.
void choose(std::vector<Pair>& pairs, const Standings& standings, std::size_t at_least, HeldCounts& counts,
            Table& table) {
  for (const Pair& pair : pairs) counts.add({best_of(pair.counts)});
  std::erase_if(pairs, [&](const Pair& pair) { return total(shown_counts(pair, standings)) == 0; });
  const std::size_t left_out =
      std::erase_if(pairs, [&](const Pair& pair) { return total(shown_counts(pair, standings)) < at_least; });
  if (left_out > 0)
    table.notes.push_back(fmt::format("--at-least {} leaves out {}", at_least, count_of(left_out, "pair")));
}

// The most widely shared first, by name as far as anybody reads on.
void add_too_wide(const Model& model, const Sharings& sharings, Table& table) {
  constexpr std::size_t named = 5;
  const auto& wide = sharings.too_widely_shared;
  if (wide.empty()) return;
  std::vector<std::string> names;
  for (auto common = wide.rbegin(); common != wide.rend() && names.size() < named; ++common)
    names.emplace_back(model.text(model[sharings.commons()[*common].through].name));
  table.notes.push_back(fmt::format("too many pairs share {}{}: left out; --of asks for the pairs of one",
                                    join(names, ", "),
                                    wide.size() > named ? fmt::format(" and {} more", wide.size() - named) : ""));
}

void add_left_out(const Model& model, const Sharings& sharings, const Standpoint& standpoint, Table& table) {
  add_denied_note(sharings.denied, table);
  if (sharings.never_together > 0)
    table.notes.push_back(fmt::format("{} left out: never at one time {}", count_of(sharings.never_together, "sharing"),
                                      when_words(standpoint)));
  add_too_wide(model, sharings, table);
}

SharingQuestion question_of(const Model& model, const Arguments& arguments, Diagnostics& diagnostics) {
  std::vector<std::string> through(arguments.all("--through").begin(), arguments.all("--through").end());
  if (through.empty()) through.assign(std::begin(usual_through), std::end(usual_through));
  SharingQuestion question{select_all(model, arguments.all("--who"), diagnostics),
                           select_all(model, through, diagnostics),
                           select_all(model, arguments.all("--of"), diagnostics), arguments.has("--any-direction")};
  std::vector<NodeIndex> who;
  std::set_union(question.who.begin(), question.who.end(), question.of.begin(), question.of.end(),
                 std::back_inserter(who));
  question.who = std::move(who);
  return question;
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const Model& model = graph.model();
  Table table;
  const auto filter = std::make_shared<const Filter>(model, arguments, diagnostics);
  const SharingQuestion question = question_of(model, arguments, diagnostics);
  const auto standings = std::make_shared<const Standings>(graph, standpoint_of(model, arguments, diagnostics));
  if (diagnostics.has_errors()) return table;

  const Asked asked{graph, *filter, *standings};
  const Answer answer{filter, standings, std::make_shared<const Sharings>(asked, question)};
  table.columns = columns_of(*standings);
  add_held_column(*standings, table);
  std::vector<Pair> pairs = answer.sharings->pairs();
  HeldCounts counts;
  choose(pairs, *standings, arguments.number("--at-least"), counts, table);
  counts.never = answer.sharings->relations.never;
  counts.set_aside = answer.sharings->relations.set_aside;
  add_notes(*standings, counts, table);
  add_left_out(model, *answer.sharings, standings->standpoint(), table);
  filter->add_note(table);
  table.when_empty = fmt::format("{} among {} through {}{}", none_words("pairs", standings->standpoint()),
                                 count_of(question.who.size(), "node"), count_of(question.through.size(), "node"),
                                 question.any_direction ? "" : "; --any-direction looks more widely");
  table.rows = rows_of(std::move(pairs), [&model, answer](const Pair& pair) { return row_of(model, answer, pair); });
  return table;
}

}  // namespace

extern const Verb shared_verb;
constinit const Verb shared_verb{.name = "shared",
                                 .summary = "actors joined by the events and initiatives they share",
                                 .example = "-g graphs/inter-korean shared --of mou --at-least 2",
                                 .parameters = parameters,
                                 .run = run,
                                 .takes_filters = true,
                                 .noun = "pair"};

}  // namespace throughline
