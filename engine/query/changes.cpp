// SPDX-License-Identifier: Apache-2.0
#include "query/changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

std::vector<Column> columns_of(const ChangeTitles& titles) {
  return {{"change", "Change", Shown::only_in_csv},
          {"certainty", "Certainty", Shown::only_in_csv},
          {"what", "What", Shown::only_in_csv},
          {"field", "Field", Shown::only_in_csv},
          {"words", "What", Shown::only_for_people},
          {"subject_id", "Subject", Shown::only_in_csv},
          {"subject", "Subject"},
          {"before", titles.before},
          {"after", titles.after},
          {"sources", "Sources", Shown::only_in_csv},
          {"quotes", "Quotes", Shown::only_in_csv}};
}

std::string_view certainty_text(const Change& change) {
  return name(change.held == Held::certainly ? Verdict::certain : Verdict::possible);
}

std::string heading_of(const Change& change, const ChangeTitles& titles, const Standpoint& standpoint) {
  const std::string* const headings[] = {&titles.added, &titles.changed, &titles.withdrawn};
  const std::string& heading = *headings[static_cast<int>(change.kind)];
  return standpoint.is_asked() ? fmt::format("{}: {}", heading, held_word(change.held)) : heading;
}

void add_evidence(const ChangeSide& side, std::string_view label, std::vector<std::string>& lines) {
  for (const std::string& line : side.evidence) lines.push_back(fmt::format("{}{}", label, line));
}

// What was added rests on what is said after it, what was withdrawn on what was said before.
std::vector<std::string> details_of(const Change& change, const ChangeTold& told) {
  std::vector<std::string> lines = told.remarks;
  const bool has_both = change.kind == ChangeKind::changed && told.before.evidence != told.after.evidence;
  if (change.kind != ChangeKind::added) add_evidence(told.before, has_both ? "before: " : "", lines);
  if (change.kind == ChangeKind::added || has_both) add_evidence(told.after, has_both ? "after: " : "", lines);
  return lines;
}

CitationCells citations_of(const Change& change, const ChangeTold& told) {
  Json evidence = Json::array();
  const auto add = [&](const ChangeSide& side) {
    if (side.data.is_object())
      evidence.insert(evidence.end(), side.data["evidence"].begin(), side.data["evidence"].end());
  };
  if (change.kind != ChangeKind::added) add(told.before);
  if (change.kind != ChangeKind::withdrawn) add(told.after);
  return citation_cells(evidence);
}

Json json_of(const Change& change) {
  ChangeTold told = change.tell();
  return {{"change", name(change.kind)},
          {"what", told.what},
          {"field", text_json(told.field)},
          {"certainty", certainty_text(change)},
          {"subject", std::move(told.subject_data)},
          {"before", std::move(told.before.data)},
          {"after", std::move(told.after.data)}};
}

Row row_of(const Change& change, std::string heading) {
  ChangeTold told = change.tell();
  Row row;
  row.details = details_of(change, told);
  CitationCells citations = citations_of(change, told);
  row.cells = {std::string(name(change.kind)), std::string(certainty_text(change)),
               std::string(told.what),         std::move(told.field),
               std::move(told.words),          std::move(told.subject_id),
               std::move(told.subject),        std::move(told.before.text),
               std::move(told.after.text),     std::move(citations.sources),
               std::move(citations.quotes)};
  row.section = std::move(heading);
  row.data = [change] { return json_of(change); };
  return row;
}

// As many as are sure, and how many more may be: "2 certainly, 1 more possibly".
void add_count(const std::vector<Change>& changes, const Standpoint& standpoint, Table& table) {
  if (!standpoint.is_asked()) return;
  const auto certain = static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(), [](const Change& each) { return each.held == Held::certainly; }));
  const std::string_view more = standpoint.certain_only ? "; --certain leaves out {} possibly" : ", {} more possibly";
  table.notes.push_back(fmt::format("{} certainly{}", counted(certain, "change"),
                                    fmt::format(fmt::runtime(more), changes.size() - certain)));
}

}  // namespace

std::string_view name(ChangeKind kind) {
  constexpr std::string_view names[] = {"added", "changed", "withdrawn"};
  return names[static_cast<int>(kind)];
}

std::string counted(std::size_t count, std::string_view what) {
  return count != 1 && what.ends_with('s') ? fmt::format("{} {}es", count, what) : count_of(count, what);
}

Table table_of(std::vector<Change> changes, const ChangeTitles& titles, const Standpoint& standpoint) {
  Table table{.columns = columns_of(titles), .rows = {}, .when_empty = {}, .notes = {}, .noun = "change"};
  add_count(changes, standpoint, table);
  if (standpoint.certain_only)
    std::erase_if(changes, [](const Change& change) { return change.held != Held::certainly; });
  const auto group = [](const Change& change) { return std::tuple(change.kind, -static_cast<int>(change.held)); };
  std::stable_sort(changes.begin(), changes.end(),
                   [&](const Change& a, const Change& b) { return group(a) < group(b); });
  table.rows = rows_of(std::move(changes), [titles, standpoint](const Change& change) {
    return row_of(change, heading_of(change, titles, standpoint));
  });
  return table;
}

}  // namespace throughline
