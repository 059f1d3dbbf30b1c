// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include "base/text.hpp"
#include "query/evidence.hpp"
#include "query/filter.hpp"
#include "query/search.hpp"
#include "query/selector.hpp"
#include "query/standings.hpp"
#include "query/verb.hpp"
#include "time/worlds.hpp"

namespace throughline {
namespace {

constexpr Parameter parameters[] = {
    {"TEXT", "…", "what to look for, in any script: words in any order, parts of words, initial consonants", "", true},
    narrowing({"--kind", "WHAT…", "only nodes of these kinds, types, ids or names; `source` for sources", ""})};

constexpr Column columns[] = {{"id", "Id"},
                              {"name", "Name"},
                              {"kind", "Kind"},
                              {"type", "Type"},
                              {"where", "Where"},
                              {"match", "Match", Shown::only_in_csv},
                              {"text", "Text", Shown::only_in_csv},
                              {"excerpt", "Text", Shown::only_for_people},
                              {"sources", "Sources", Shown::only_in_csv},
                              {"quotes", "Quotes", Shown::only_in_csv}};

constexpr std::string_view source_words[] = {"source", "sources"};

bool is_source_word(std::string_view word) {
  return std::find(std::begin(source_words), std::end(source_words), word) != std::end(source_words);
}

// The nodes that --kind names; empty without it.
std::vector<bool> nodes_of_kinds(const Model& model, const Arguments& arguments, Diagnostics& diagnostics) {
  if (!arguments.has("--kind")) return {};
  std::vector<std::string> words;
  for (const std::string& word : arguments.all("--kind"))
    if (!is_source_word(word)) words.push_back(word);
  std::vector<bool> kept(model.nodes.size(), false);
  for (const NodeIndex node : select_all(model, words, diagnostics)) kept[position(node)] = true;
  return kept;
}

bool has_sources(const Arguments& arguments) {
  const auto words = arguments.all("--kind");
  return !arguments.has("--kind") || std::any_of(words.begin(), words.end(), is_source_word);
}

// What the rows look at when they are printed.
struct Asked {
  Asked(const Graph& graph, std::string_view text, const Arguments& arguments, Diagnostics& diagnostics)
      : model(graph.model()),
        standings(graph, standpoint_of(model, arguments, diagnostics)),
        filter(model, arguments, diagnostics),
        kept(nodes_of_kinds(model, arguments, diagnostics)),
        keeps_sources(has_sources(arguments)),
        index(model),
        search(index, text, scope()) {}
  Asked(const Asked&) = delete;  // the search refers to the index beside it

  SearchScope scope() const {
    SearchScope scope{[this](std::uint32_t subject) { return keeps(subject); }, {}};
    if (filter.asks_relations())
      scope.keeps_relation = [this](RelationIndex relation) { return filter.keeps(model[relation]); };
    return scope;
  }
  bool keeps(std::uint32_t subject) const {
    if (subject >= model.nodes.size()) return keeps_sources;
    return (kept.empty() || kept[subject]) && filter.keeps(NodeIndex{subject});
  }

  const Model& model;
  Standings standings;
  Filter filter;
  std::vector<bool> kept;  // by node
  bool keeps_sources;
  SearchIndex index;
  Search search;
};

using SharedAsked = std::shared_ptr<const Asked>;

// The part of a long text around a place in it, cut at spaces.
std::string excerpt(std::string_view text, std::size_t at) {
  constexpr std::size_t width = 90;
  constexpr std::size_t width_before = 30;
  if (display_width(text) <= width) return std::string(text);
  std::size_t begin = 0;
  while (display_width(text.substr(begin, at - begin)) > width_before) {
    const std::size_t space = text.find(' ', begin);
    if (space == std::string_view::npos || space >= at) break;
    begin = space + 1;
  }
  const std::string_view rest = text.substr(begin);
  const std::string shortened = shorten(rest, width);
  const std::size_t end = shortened.size() < rest.size() ? shortened.rfind(' ') : std::string::npos;
  return fmt::format("{}{}{}", begin > 0 ? "… " : "", shortened.substr(0, end), end == std::string::npos ? "" : " …");
}

// Each citation by itself, of those that have the quote.
std::vector<Slice> citations_with(const Model& model, Slice citations, StringId quote) {
  std::vector<Slice> found;
  for (std::uint32_t i = citations.first; i < citations.end(); ++i)
    if (model.citations[i].quote == quote) found.push_back({i, 1});
  return found;
}

std::vector<Slice> citations_of(const Model& model, const FieldText& field) {
  if (field.field == Field::relation_quote)
    return citations_with(model, model.relations[field.owner].citations, field.text);
  if (field.field != Field::quote) return {};
  const Node& node = model.nodes[field.owner];
  std::vector<Slice> found = citations_with(model, node.citations, field.text);
  for (const Claim& claim : model.claims_of(node)) {
    const std::vector<Slice> more = citations_with(model, claim.citations, field.text);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

Json subject_json(const Asked& asked, std::uint32_t subject) {
  const Model& model = asked.model;
  if (!asked.index.is_source(subject)) {
    Json data = node_reference(model, NodeIndex{subject});
    const StringId type = model.nodes[subject].type;
    data["type"] = text_json(model.text(type));
    return data;
  }
  const Source& source = model[asked.index.source(subject)];
  return {{"id", model.text(source.id)}, {"name", model.text(source.title)}, {"kind", "source"}, {"type", nullptr}};
}

// The same words in the same place, said by several relations, are one match.
Json matches_json(const Asked& asked, const Hit& hit) {
  Json matches = Json::array();
  for (const FieldText* field : asked.search.fields(hit)) {
    const std::string_view where = asked.index.where(*field);
    const std::string_view text = asked.model.text(field->text);
    auto same = std::find_if(matches.begin(), matches.end(),
                             [&](const Json& match) { return match["where"] == where && match["text"] == text; });
    if (same != matches.end() && field->field == Field::quote) continue;
    if (same == matches.end()) {
      matches.push_back({{"where", where}, {"text", text}, {"evidence", Json::array()}});
      same = matches.end() - 1;
    }
    for (const Slice citation : citations_of(asked.model, *field))
      for (Json& each : evidence_json(asked.model, citation)) (*same)["evidence"].push_back(std::move(each));
  }
  return matches;
}

// What a relation is about, and where a quote stands.
std::vector<std::string> details_of(const Model& model, const FieldText& field) {
  std::vector<std::string> lines;
  if (is_of_relation(field.field)) {
    const Relation& relation = model.relations[field.owner];
    lines.push_back(sentence_of(model, relation.from, {RelationIndex{field.owner}, relation.to}));
  }
  for (const Slice citation : citations_of(model, field))
    lines.push_back(place_of(model, model.citations[citation.first]));
  return lines;
}

Row row_of(const SharedAsked& asked, const Hit& hit) {
  const Model& model = asked->model;
  const Json subject = subject_json(*asked, hit.subject);
  const std::string_view text = model.text(hit.text->text);
  Row row;
  for (const char* key : {"id", "name", "kind"}) row.cells.push_back(subject[key]);
  row.cells.push_back(subject["type"].is_null() ? "" : subject["type"]);
  for (const std::string_view cell : {asked->index.where(*hit.text), match_word(hit.match), text})
    row.cells.emplace_back(cell);
  row.cells.push_back(excerpt(text, asked->search.place_in(text)));
  CitationCells citations = citation_cells(model, citations_of(model, *hit.text));
  for (std::string* cell : {&citations.sources, &citations.quotes}) row.cells.push_back(std::move(*cell));
  row.details = details_of(model, *hit.text);
  row.data = [asked, hit, subject] {
    Json data = subject;
    data["where"] = asked->index.where(*hit.text);
    data["text"] = asked->model.text(hit.text->text);
    data["match"] = match_word(hit.match);
    data["matches"] = matches_json(*asked, hit);
    if (asked->index.is_source(hit.subject)) return data;
    const NodeIndex node{hit.subject};
    add_standing(data, asked->standings, asked->standings.of(node), {&asked->model[node].when, 1});
    return data;
  };
  return row;
}

Row standing_row(const SharedAsked& asked, const Hit& hit) {
  Row row = row_of(asked, hit);
  const NodeIndex node{hit.subject};
  const TimeStanding standing = asked->standings.of(node);
  place_row(asked->standings, standing, row);
  if (standing.by_tolerance) row.details.push_back(asked->standings.tolerance_text(asked->model[node].when));
  return row;
}

Row source_row(const SharedAsked& asked, const Hit& hit) {
  Row row = row_of(asked, hit);
  if (asked->standings.standpoint().has_clock()) row.cells.emplace_back();
  row.section = "Sources";
  return row;
}

TimeStanding standing_of_source(const Asked& asked, const Hit& hit) {
  return asked.standings.of(asked.index.source(hit.subject));
}

bool is_answer(const Asked& asked, const Hit& hit) {
  return standing_of_source(asked, hit).held >= asked.standings.least();
}

// The best group first, within it the best match; at last the sources, which are there whatever time is asked about.
std::vector<Hit> in_groups(const Asked& asked, const std::vector<Hit>& hits) {
  std::vector<Hit> grouped;
  const auto is_source = [&](const Hit& hit) { return asked.index.is_source(hit.subject); };
  for (const Held held : held_groups)
    for (const Hit& hit : hits)
      if (!is_source(hit) && held >= asked.standings.least() && asked.standings.of(NodeIndex{hit.subject}).held == held)
        grouped.push_back(hit);
  std::copy_if(hits.begin(), hits.end(), std::back_inserter(grouped),
               [&](const Hit& hit) { return is_source(hit) && is_answer(asked, hit); });
  return grouped;
}

void add_standing_notes(const Asked& asked, const std::vector<Hit>& hits, Table& table) {
  HeldCounts counts;
  std::size_t unknown = 0;
  std::size_t unsure = 0;
  for (const Hit& hit : hits) {
    if (!asked.index.is_source(hit.subject))
      counts.add(asked.standings.of(NodeIndex{hit.subject}));
    else if (!is_answer(asked, hit))
      ++(standing_of_source(asked, hit).held == Held::never ? unknown : unsure);
  }
  add_notes(asked.standings, counts, table, Counted::nodes);
  if (unknown > 0)
    table.notes.push_back(fmt::format("{} {} not {}", count_of(unknown, "source"), unknown == 1 ? "was" : "were",
                                      known_words(asked.standings.standpoint())));
  if (unsure > 0)
    table.notes.push_back(fmt::format("--certain leaves out {} not surely {}", count_of(unsure, "source"),
                                      known_words(asked.standings.standpoint())));
}

void add_standing_rows(const SharedAsked& asked, const std::vector<Hit>& hits, Table& table) {
  table.rows = rows_of(in_groups(*asked, hits), [asked](const Hit& hit) {
    return asked->index.is_source(hit.subject) ? source_row(asked, hit) : standing_row(asked, hit);
  });
  add_held_column(asked->standings, table);
  add_standing_notes(*asked, hits, table);
  if (!hits.empty()) table.when_empty = "nothing that was found is left of this question about time";
}

void add_rows(const SharedAsked& asked, std::size_t limit, Table& table) {
  const bool is_asked = asked->standings.is_asked();
  Found found = asked->search.find(is_asked ? 0 : limit);
  if (is_asked) return add_standing_rows(asked, found.hits, table);
  table.answers = found.count;
  table.rows = rows_of(std::move(found.hits), [asked](const Hit& hit) { return row_of(asked, hit); });
}

Table run(const Graph& graph, const Arguments& arguments, Diagnostics& diagnostics) {
  const std::string text = join(arguments.all("TEXT"), " ");
  Table table{.columns = {std::begin(columns), std::end(columns)},
              .rows = {},
              .when_empty = fmt::format("nothing in names, texts and quotes is like `{}`", text),
              .notes = {}};
  const auto asked = std::make_shared<const Asked>(graph, text, arguments, diagnostics);
  if (diagnostics.has_errors()) return table;
  if (asked->search.word_count() == 0)
    table.when_empty = fmt::format("there is no letter and no digit in `{}` to look for", text);
  if (asked->search.words_left_out() > 0)
    table.notes.push_back(fmt::format("only the first {} words are looked for", Search::most_words));
  add_rows(asked, arguments.number("--limit"), table);
  asked->filter.add_note(table);
  return table;
}

}  // namespace

extern const Verb find_verb;
constinit const Verb find_verb{
    "find",  "search in names, texts and quotes", "-g graphs/inter-korean find 하나재단", parameters, run, true,
    "record"};

}  // namespace throughline
