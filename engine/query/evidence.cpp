// SPDX-License-Identifier: Apache-2.0
#include "query/evidence.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "base/text.hpp"
#include "query/certainty.hpp"
#include "query/together.hpp"

namespace throughline {
namespace {

Json overlap_json(const Together& together) {
  const auto& [earliest, latest] = together.window;
  return earliest || latest ? Json{{"earliest", day_json(earliest)}, {"latest", day_json(latest)}} : Json();
}

// Of the steps about which a tolerance decided.
std::vector<DateIndex> deciding_dates(const Model& model, const Chain& chain, const Standings& standings) {
  std::vector<DateIndex> dates;
  for (const Step& step : chain.steps)
    if (standings.of(step.relation).by_tolerance) dates.push_back(model.date_of(model[step.relation]));
  return dates;
}

using Quoted = std::pair<std::string, std::string>;  // a source and what it says

CitationCells cells_of(const std::vector<Quoted>& cited) {
  std::set<Quoted> told;
  std::vector<std::string> sources;
  std::vector<std::string> quotes;
  for (const Quoted& each : cited) {
    if (!told.insert(each).second) continue;
    sources.push_back(each.first);
    quotes.push_back(each.second);
  }
  return {join(sources, " | "), join(quotes, " | ")};
}

// The citations of several claims, each a slice of its own; of those with the same quote of one source the first.
std::vector<Slice> each_once(const Model& model, std::span<const Slice> claims) {
  std::set<std::pair<SourceIndex, StringId>> told;
  std::vector<Slice> citations;
  for (const Slice& claim : claims)
    for (std::uint32_t i = claim.first; i < claim.end(); ++i)
      if (told.emplace(model.citations[i].source, model.citations[i].quote).second) citations.push_back({i, 1});
  return citations;
}

}  // namespace

Json node_reference(const Model& model, NodeIndex index) {
  const Node& node = model[index];
  return {{"id", model.text(node.id)}, {"name", model.text(node.name)}, {"kind", model.kind_of(node).name}};
}

Json relation_reference(const Model& model, RelationIndex index) {
  const Relation& relation = model[index];
  return {{"from", node_reference(model, relation.from)},
          {"relation", model.type_of(relation).name},
          {"label", model.type_of(relation).label},
          {"to", node_reference(model, relation.to)}};
}

Json evidence_json(const Model& model, Slice citations) {
  Json list = Json::array();
  for (const Citation& citation : model.citations_of(citations))
    list.push_back({{"source", model.text(model[citation.source].id)},
                    {"quote", text_json(model.text(citation.quote))},
                    {"file", model.inputs.name(citation.at)},
                    {"line", model.inputs.line(citation.at)}});
  return list;
}

Json properties_json(const Model& model, std::span<const Property> properties) {
  Json json = Json::object();
  for (const Property& each : properties) json[std::string(model.text(each.key))] = model.text(each.value);
  return json;
}

Json date_json(const Model& model, DateIndex date) {
  return date == none<DateIndex> ? Json() : Json(model.date_text(date));
}

Json day_json(const std::optional<Day>& day) { return day ? Json(print_day(*day)) : Json(); }

Json text_json(std::string_view text) { return text.empty() ? Json() : Json(text); }

void add_standing(Json& data, const Standings& standings, const TimeStanding& standing,
                  std::span<const DateIndex> dates) {
  if (!standings.standpoint().has_clock()) return;
  data["held"] = held_word(standing);
  if (standing.by_tolerance) data["tolerance"] = standings.tolerance_text(dates);
}

Json step_json(const Model& model, NodeIndex from, const Step& step, const Standings& standings) {
  const Relation& relation = model[step.relation];
  Json data = {{"from", node_reference(model, from)},
               {"relation", model.type_of(relation).name},
               {"label", label_of(model, step)},
               {"to", node_reference(model, step.to)},
               {"direction", step.direction == Direction::forward ? "forward" : "backward"},
               {"when", date_json(model, relation.when)},
               {"role", text_json(model.text(relation.role))},
               {"status", name(relation.assertion)},
               {"confidence", name(relation.confidence)},
               {"note", text_json(model.text(relation.note))},
               {"certainty", name(standings.certainty_of(step.relation))},
               {"evidence", evidence_json(model, relation.citations)}};
  if (relation.properties.count > 0) data["properties"] = properties_json(model, model.properties_of(relation));
  const DateIndex when = model.date_of(relation);
  add_standing(data, standings, standings.of(step.relation), {&when, 1});
  return data;
}

Json chain_json(const Model& model, const Chain& chain, const Together& together, const Standings& standings) {
  Json steps = Json::array();
  NodeIndex at = chain.start;
  for (const Step& step : chain.steps) {
    steps.push_back(step_json(model, at, step, standings));
    at = step.to;
  }
  Json data = {{"from", node_reference(model, chain.start)},
               {"to", node_reference(model, chain.end())},
               {"certainty", name(standings.certainty_of(chain))},
               {"verdict", together_text(together.verdict)},
               {"overlap", overlap_json(together)}};
  if (together.by_tolerance) data["verdict_tolerance"] = together_tolerance(model, chain, together);
  add_standing(data, standings, standings.of(chain), deciding_dates(model, chain, standings));
  data["length"] = chain.steps.size();
  data["steps"] = std::move(steps);
  return data;
}

std::string_view label_of(const Model& model, const Step& step) {
  const RelationType& type = model.type_of(model[step.relation]);
  return step.direction == Direction::forward ? type.label : type.inverse;
}

std::string statement_of(const Model& model, RelationIndex index) {
  const Relation& relation = model[index];
  return fmt::format("{} {} {}", model.text(model[relation.from].name), model.type_of(relation).label,
                     model.text(model[relation.to].name));
}

std::string sentence_of(const Model& model, NodeIndex from, const Step& step) {
  const Relation& relation = model[step.relation];
  const std::string role = relation.role == StringId::empty ? "" : fmt::format(" as {}", model.text(relation.role));
  const std::string when = relation.when == none<DateIndex> ? "" : fmt::format(" ({})", model.date_text(relation.when));
  return fmt::format("{} {} {}{}{}", model.text(model[from].name), label_of(model, step),
                     model.text(model[step.to].name), role, when);
}

std::string place_of(const Model& model, const Citation& citation) {
  return fmt::format("{}, {}:{}", model.text(model[citation.source].title), model.inputs.name(citation.at),
                     model.inputs.line(citation.at));
}

std::vector<std::string> citation_lines(const Model& model, Slice citations) {
  std::vector<std::string> lines;
  for (const Citation& citation : model.citations_of(citations)) {
    const std::string quote =
        citation.quote == StringId::empty ? "" : fmt::format("“{}” — ", model.text(citation.quote));
    lines.push_back(quote + place_of(model, citation));
  }
  if (lines.empty()) lines.emplace_back("no source");
  return lines;
}

CitationCells citation_cells(const Model& model, std::span<const Slice> claims) {
  std::vector<Quoted> cited;
  for (const Slice& claim : claims)
    for (const Citation& citation : model.citations_of(claim))
      cited.emplace_back(model.text(model[citation.source].id), model.text(citation.quote));
  return cells_of(cited);
}

CitationCells citation_cells(const Model& model, const Chain& chain) {
  std::vector<Slice> claims;
  for (const Step& step : chain.steps) claims.push_back(model[step.relation].citations);
  return citation_cells(model, claims);
}

CitationCells citation_cells(const Json& evidence) {
  std::vector<Quoted> cited;
  for (const Json& citation : evidence)
    cited.emplace_back(citation["source"].get<std::string>(),
                       citation["quote"].is_null() ? "" : citation["quote"].get<std::string>());
  return cells_of(cited);
}

std::vector<std::string> citation_lines(const Model& model, std::span<const Slice> claims) {
  std::vector<std::string> lines;
  for (const Slice& one : each_once(model, claims)) lines.push_back(citation_lines(model, one).front());
  if (lines.empty()) lines.emplace_back("no source");
  return lines;
}

std::string route_of(const Model& model, const Chain& chain) {
  std::string route;
  for (const Step& step : chain.steps) {
    const StringId role = model[step.relation].role;
    route += label_of(model, step);
    if (role != StringId::empty) route += fmt::format(" ({})", model.text(role));
    if (step != chain.steps.back()) route += fmt::format(" → {} → ", model.text(model[step.to].name));
  }
  return route;
}

std::string date_cell(const Model& model, const Relation& relation, const Standings& standings) {
  if (relation.when != none<DateIndex>) return std::string(model.date_text(relation.when));
  const Node* event = model.event_that_dates(relation);
  if (!event) return "undated";
  const ClaimCounts counts = standings.counts();
  std::vector<std::string> dates;
  for (const Claim* claim : model.date_claims_of(*event)) {
    const std::string date(model.date_text(claim->date));
    if (counts(*claim) && std::find(dates.begin(), dates.end(), date) == dates.end()) dates.push_back(date);
  }
  return dates.empty() ? "undated" : fmt::format("{} {}", model.kind_of(*event).name, join(dates, " or "));
}

std::string date_cells(const Model& model, const Chain& chain, const Standings& standings) {
  std::vector<std::string> dates;
  for (const Step& step : chain.steps) dates.push_back(date_cell(model, model[step.relation], standings));
  return join(dates, " · ");
}

std::vector<std::string> chain_details(const Model& model, const Chain& chain, const Standings& standings) {
  std::vector<std::string> lines;
  NodeIndex from = chain.start;
  const std::string indent = chain.steps.size() > 1 ? "  " : "";
  for (const Step& step : chain.steps) {
    const Relation& relation = model[step.relation];
    if (chain.steps.size() > 1) lines.push_back(sentence_of(model, from, step));
    if (const auto words = model.date_words(relation); !words.empty())
      lines.push_back(fmt::format("{}written: {}", indent, words));
    if (standings.certainty_of(step.relation) != Verdict::certain) lines.push_back(indent + caveat_of(model, relation));
    for (const Property& property : model.properties_of(relation))
      lines.push_back(fmt::format("{}{}: {}", indent, model.text(property.key), model.text(property.value)));
    if (standings.of(step.relation).by_tolerance)
      lines.push_back(indent + standings.tolerance_text(model.date_of(relation)));
    for (const std::string& line : citation_lines(model, relation.citations)) lines.push_back(indent + line);
    from = step.to;
  }
  return lines;
}

Passage passage_of(const Graph& graph, bool leads_only, std::size_t* left_out) {
  const Model& model = graph.model();
  Passage passage(model.relations.size());
  for (std::uint32_t i = 0; i < model.relations.size(); ++i) {
    const Relation& relation = model.relations[i];
    const Verdict certainty = certainty_of(model, relation);
    if (certainty == Verdict::impossible) {
      if (left_out) ++*left_out;
      continue;
    }
    const Leads leads = leads_only ? model.type_of(relation).leads : Leads::both;
    passage.allow(RelationIndex{i}, {.forward = leads == Leads::forward || leads == Leads::both || leads == Leads::last,
                                     .backward = leads == Leads::backward || leads == Leads::both,
                                     .weak = certainty == Verdict::possible,
                                     .last = leads == Leads::last});
  }
  return passage;
}

}  // namespace throughline
