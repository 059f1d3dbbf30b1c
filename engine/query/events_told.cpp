// SPDX-License-Identifier: Apache-2.0
// How the entries of a chronology are told: cells, evidence, JSON.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "model/rivals.hpp"
#include "query/certainty.hpp"
#include "query/events.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

constexpr std::size_t name_column = 4;

void add_once(std::vector<std::string>& lines, std::string line) {
  if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
}

template <typename Item>
void add_all(std::vector<Item>& list, const std::vector<Item>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

std::string day_text(const std::optional<Day>& day) { return day ? print_day(*day) : std::string(); }

// The role; without one how the relation reads, unless it only says that they take part.
std::string part_words(const Model& model, const Tie& tie) {
  const Relation& relation = model[tie.step.relation];
  if (relation.role != StringId::empty) return std::string(model.text(relation.role));
  return model.type_of(relation).name == "participates_in" ? std::string() : std::string(label_of(model, tie.step));
}

// "Ada Kim (speaker); Ministry of Works (host, possibly)": who has several parts stands there once.
std::string participants_cell(const Model& model, const std::vector<Tie>& ties) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < ties.size();) {
    const NodeIndex actor = ties[i].from;
    std::vector<std::string> parts;
    for (; i < ties.size() && ties[i].from == actor; ++i) {
      if (std::string words = part_words(model, ties[i]); !words.empty()) add_once(parts, std::move(words));
      if (ties[i].standing.held != Held::certainly) add_once(parts, std::string(held_word(ties[i].standing)));
    }
    const std::string_view name = model.text(model[actor].name);
    all.push_back(parts.empty() ? std::string(name) : fmt::format("{} ({})", name, join(parts, ", ")));
  }
  return join(all, "; ");
}

std::string places_cell(const Model& model, const Entry& entry) {
  std::vector<std::string> places;
  if (const StringId place = model[entry.node].place; place != StringId::empty) places.emplace_back(model.text(place));
  for (const Tie& tie : entry.places) add_once(places, std::string(model.text(model[tie.step.to].name)));
  return join(places, "; ");
}

std::vector<Slice> citations_of_dates(const Entry& entry) {
  std::vector<Slice> citations;
  for (const Claim* claim : entry.dating.claims) citations.push_back(claim->citations);
  return citations;
}

// Of what the row says beside the dates: that it was, who took part, where.
std::vector<Slice> other_citations(const Model& model, const Entry& entry) {
  std::vector<Slice> citations = {model[entry.node].citations};
  for (const auto* ties : {&entry.participants, &entry.places})
    for (const Tie& tie : *ties) citations.push_back(model[tie.step.relation].citations);
  return citations;
}

void add_citations(const Model& model, Slice citations, std::string_view indent, std::vector<std::string>& lines) {
  for (const std::string& line : citation_lines(model, citations)) lines.push_back(fmt::format("{}{}", indent, line));
}

void add_dates(const Model& model, const Entry& entry, std::vector<std::string>& lines) {
  for (const Claim* claim : entry.dating.claims)
    if (const auto words = model.date_words(*claim); !words.empty()) lines.push_back(fmt::format("written: {}", words));
  if (!entry.dating.differs) return;
  lines.emplace_back("dates differ:");
  for (const Claim* claim : entry.dating.claims) {
    lines.push_back(fmt::format("  {}", model.date_text(claim->date)));
    add_citations(model, citations_of(model[entry.node], *claim), "    ", lines);
  }
}

void add_unsure(const Model& model, const Entry& entry, const Standings& standings, std::vector<std::string>& lines) {
  for (const Tie& tie : entry.participants)
    if (standings.certainty_of(tie.step.relation) != Verdict::certain)
      lines.push_back(
          fmt::format("{} — {}", sentence_of(model, tie.from, tie.step), caveat_of(model, model[tie.step.relation])));
  for (const Tie& tie : entry.denied) {
    const Relation& relation = model[tie.step.relation];
    lines.push_back(fmt::format("{}: {}", name(relation.assertion), sentence_of(model, tie.from, tie.step)));
    add_citations(model, relation.citations, "  ", lines);
  }
}

std::vector<std::string> details_of(const Model& model, const Entry& entry, const Standings& standings) {
  std::vector<std::string> lines;
  if (entry.standing.by_tolerance) lines.push_back(standings.tolerance_text(model[entry.node].when));
  add_dates(model, entry, lines);
  std::vector<Slice> citations = other_citations(model, entry);
  if (!entry.dating.differs) add_all(citations, citations_of_dates(entry));
  std::erase_if(citations, [](const Slice& claim) { return claim.count == 0; });
  if (!entry.dating.differs || !citations.empty()) add_all(lines, citation_lines(model, citations));
  add_unsure(model, entry, standings, lines);
  return lines;
}

// A relation as told of one of its ends: that node, with the fields of a step.
Json told_of(const Model& model, NodeIndex node, const Tie& tie, const Standings& standings) {
  Json data = node_reference(model, node);
  Json step = step_json(model, tie.from, tie.step, standings);
  for (const char* known : {"from", "to", "direction"}) step.erase(known);
  data.update(step);
  return data;
}

Json dates_json(const Model& model, const Entry& entry) {
  Json list = Json::array();
  for (const Claim* claim : entry.dating.claims)
    list.push_back({{"when", date_json(model, claim->date)},
                    {"evidence", evidence_json(model, citations_of(model[entry.node], *claim))}});
  return list;
}

Json silence_json(const std::optional<Silence>& silence) {
  if (!silence) return {};
  return {{"days", silence->days()}, {"from", print_day(silence->first)}, {"to", print_day(silence->last)}};
}

Json entry_json(const Model& model, const Entry& entry, const Standings& standings) {
  const Node& node = model[entry.node];
  const Dating& dating = entry.dating;
  Json data = {{"when", dating.claims.empty() ? Json() : date_json(model, dating.claims.front()->date)},
               {"earliest", day_json(dating.days.earliest)},
               {"latest", day_json(dating.days.latest)}};
  if (!dating.tolerance.empty()) data["days_tolerance"] = dating.tolerance;
  data["dates_differ"] = dating.differs;
  data["dates"] = dates_json(model, entry);
  data.update(node_reference(model, entry.node));
  data["type"] = text_json(model.text(node.type));
  data["place"] = text_json(model.text(node.place));
  for (const auto& [key, ties] :
       {std::pair("places", &entry.places), {"participants", &entry.participants}, {"denied", &entry.denied}}) {
    data[key] = Json::array();
    for (const Tie& tie : *ties)
      data[key].push_back(told_of(model, ties == &entry.places ? tie.step.to : tie.from, tie, standings));
  }
  data["gap_before"] = silence_json(entry.silence_before);
  data["possible_gap_before"] = silence_json(entry.possible_silence_before);
  data["evidence"] = evidence_json(model, node.citations);
  add_standing(data, standings, entry.standing, {&node.when, 1});
  return data;
}

void add_cells(const std::optional<Silence>& silence, Row& row) {
  row.cells.push_back(silence ? std::to_string(silence->days()) : std::string());
  row.cells.push_back(silence ? print_day(silence->first) : std::string());
  row.cells.push_back(silence ? print_day(silence->last) : std::string());
}

std::string silence_words(const Silence& silence, bool has_kinds) {
  return fmt::format("{} for at least {} ({} to {})", has_kinds ? "nothing" : "no event", length_words(silence),
                     print_day(silence.first), print_day(silence.last));
}

// All of a few, the first of many.
std::string may_lie_words(const Model& model, const std::vector<NodeIndex>& nodes) {
  constexpr std::size_t most = 5;
  std::vector<std::string> names;
  for (const NodeIndex node : nodes)
    if (names.size() < most) names.emplace_back(model.text(model[node].name));
  const std::string more = nodes.size() > most ? fmt::format(" and {} more", nodes.size() - most) : "";
  return fmt::format("may lie in it: {}{}", join(names, "; "), more);
}

void place(const Entry& entry, const Standings& standings, Row& row) {
  if (!entry.dating.is_dated()) row.section = "Undated";
  place_row(standings, entry.standing, row);
}

}  // namespace

std::vector<Column> entry_columns(bool has_kinds) {
  return {{"when", "When"},
          {"earliest", "Earliest", Shown::only_in_csv},
          {"latest", "Latest", Shown::only_in_csv},
          {"id", "Id", Shown::only_in_csv},
          {"name", has_kinds ? "What" : "Event"},
          {"kind", "Kind", has_kinds ? Shown::everywhere : Shown::only_in_csv},
          {"place", "Where"},
          {"participants", "Who"},
          {"participant_ids", "Who", Shown::only_in_csv},
          {"gap_days", "Gap", Shown::only_in_csv},
          {"gap_from", "From", Shown::only_in_csv},
          {"gap_to", "To", Shown::only_in_csv},
          {"possible_gap_days", "Possible gap", Shown::only_in_csv},
          {"possible_gap_from", "From", Shown::only_in_csv},
          {"possible_gap_to", "To", Shown::only_in_csv},
          {"sources", "Sources", Shown::only_in_csv},
          {"quotes", "Quotes", Shown::only_in_csv}};
}

Row entry_row(const Model& model, std::shared_ptr<const Entry> entry, const SharedStandings& standings) {
  const Node& node = model[entry->node];
  std::vector<std::string> ids;
  for (const Tie& tie : entry->participants) add_once(ids, std::string(model.text(model[tie.from].id)));
  std::vector<Slice> claims = other_citations(model, *entry);
  add_all(claims, citations_of_dates(*entry));
  const CitationCells citations = citation_cells(model, claims);
  Row row;
  row.cells = {entry->dating.claims.empty() ? "undated" : when_text(model, entry->dating),
               day_text(entry->dating.days.earliest),
               day_text(entry->dating.days.latest),
               std::string(model.text(node.id)),
               std::string(model.text(node.name)),
               model.kind_of(node).name,
               places_cell(model, *entry),
               participants_cell(model, entry->participants),
               join(ids, " | ")};
  add_cells(entry->silence_before, row);
  add_cells(entry->possible_silence_before, row);
  row.cells.insert(row.cells.end(), {citations.sources, citations.quotes});
  place(*entry, *standings, row);
  row.details = details_of(model, *entry, *standings);
  row.data = [&model, entry, standings] { return entry_json(model, *entry, *standings); };
  return row;
}

Row silence_row(const Entry& entry, const Standings& standings, bool has_kinds) {
  Row row;
  place(entry, standings, row);
  row.cells.assign(name_column, {});
  row.cells.push_back(silence_words(*entry.silence_before, has_kinds));
  row.shown = Shown::only_for_people;
  return row;
}

Row possible_silence_row(const Model& model, const Entry& entry, const Standings& standings, bool has_kinds) {
  Row row;
  place(entry, standings, row);
  row.cells.assign(name_column, {});
  row.cells.push_back("possibly " + silence_words(*entry.possible_silence_before, has_kinds));
  if (!entry.may_lie_there.empty()) row.details.push_back(may_lie_words(model, entry.may_lie_there));
  row.shown = Shown::only_for_people;
  return row;
}

}  // namespace throughline
