// SPDX-License-Identifier: Apache-2.0
#include "query/changes_of_graphs_told.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

// Names of fields, those of `a` first.
std::vector<std::string> names_of(const ComparedRecord& a, const ComparedRecord& b) {
  std::vector<std::string> names;
  for (const ComparedRecord* side : {&a, &b})
    for (const RecordField& field : side->fields)
      if (std::find(names.begin(), names.end(), field.name) == names.end()) names.push_back(field.name);
  return names;
}

std::string_view value_of(const ComparedRecord& side, std::string_view name) {
  const auto at = std::find_if(side.fields.begin(), side.fields.end(),
                               [&](const RecordField& field) { return field.name == name; });
  return at == side.fields.end() ? std::string_view() : std::string_view(at->value);
}

// Those of `list` that `others` does not have; of equal ones as many as it has fewer.
std::vector<ToldCitation> missing_in(const std::vector<ToldCitation>& others, const std::vector<ToldCitation>& list) {
  std::vector<std::string> there;
  for (const ToldCitation& each : others) there.push_back(each.text);
  std::vector<ToldCitation> missing;
  for (const ToldCitation& each : list) {
    const auto at = std::find(there.begin(), there.end(), each.text);
    if (at == there.end()) {
      missing.push_back(each);
    } else {
      there.erase(at);
    }
  }
  return missing;
}

void add_citations(const ComparedRecord& before, const ComparedRecord& after, std::vector<RecordChange>& changes) {
  std::vector<ToldCitation> added = missing_in(before.citations, after.citations);
  for (const ToldCitation& gone : missing_in(after.citations, before.citations)) {
    const auto at =
        std::find_if(added.begin(), added.end(), [&](const ToldCitation& each) { return each.source == gone.source; });
    if (at == added.end()) {
      changes.push_back({ChangeKind::withdrawn, {}, gone.position, {}});
    } else {
      changes.push_back({ChangeKind::changed, {}, gone.position, at->position});
      added.erase(at);
    }
  }
  for (const ToldCitation& each : added) changes.push_back({ChangeKind::added, {}, {}, each.position});
}

std::string summary_of(const ComparedRecord& side) {
  std::vector<std::string> values;
  for (const RecordField& field : side.fields)
    if (field.is_said && !field.value.empty()) values.push_back(field.value);
  return values.empty() ? "there" : join(values, ", ");
}

Json fields_json(const ComparedRecord& side) {
  Json fields = Json::object();
  for (const RecordField& field : side.fields)
    if (!field.value.empty()) fields[field.name] = field.value;
  return fields;
}

ChangeSide side_of(const Model& model, const std::optional<ComparedRecord>& side, const std::string& field) {
  if (!side) return {};
  const Slice own = citations_of(model, side->record);
  const bool rests_on_node = own.count == 0 && side->record.node != none<NodeIndex>;
  const Slice citations = rests_on_node ? model[side->record.node].citations : own;
  ChangeSide made;
  if (side->record.kind != RecordKind::source) made.evidence = citation_lines(model, citations);
  if (field.empty()) {
    made.text = summary_of(*side);
    made.data["fields"] = fields_json(*side);
  } else {
    const std::string_view value = value_of(*side, field);
    made.text = value.empty() ? "not given" : value;
    made.data["value"] = text_json(value);
  }
  made.data["evidence"] = evidence_json(model, citations);
  return made;
}

ChangeSide citation_side(const Model& model, const std::optional<std::uint32_t>& position) {
  if (!position) return {};
  const Slice slice{*position, 1};
  const Citation& citation = model.citations[*position];
  const std::string_view title = model.text(model[citation.source].title);
  ChangeSide side;
  side.text = citation.quote == StringId::empty ? std::string(title) : fmt::format("“{}”", model.text(citation.quote));
  side.evidence = citation_lines(model, slice);
  side.data["value"] = text_json(model.text(citation.quote));
  side.data["evidence"] = evidence_json(model, slice);
  return side;
}

}  // namespace

std::vector<ToldCitation> told_citations(const Model& model, const TellableRecord& record) {
  const Slice slice = citations_of(model, record);
  std::vector<ToldCitation> list;
  for (std::uint32_t i = slice.first; i < slice.end(); ++i) {
    const Citation& citation = model.citations[i];
    const std::string_view source = model.text(model[citation.source].id);
    list.push_back({std::string(source),
                    fmt::format("{}\x1f{}\x1f{}\x1f{}", source, model.text(citation.quote), model.text(citation.prefix),
                                model.text(citation.suffix)),
                    i});
  }
  return list;
}

std::vector<RecordChange> changes_of(const RecordPair& pair) {
  const auto& [before, after] = pair;
  if (!before) return {{ChangeKind::added, {}, {}, {}}};
  if (!after) return {{ChangeKind::withdrawn, {}, {}, {}}};
  std::vector<RecordChange> changes;
  for (const std::string& name : names_of(*before, *after))
    if (value_of(*before, name) != value_of(*after, name)) changes.push_back({ChangeKind::changed, name, {}, {}});
  add_citations(*before, *after, changes);
  return changes;
}

ChangeTold told(const Model& before, const Model& after, const RecordPair& pair, const RecordChange& change) {
  const Model& model = pair.after ? after : before;
  const TellableRecord& record = pair.after ? pair.after->record : pair.before->record;
  ChangeTold told{.what = name(record.kind), .field = change.field, .words = words_of(model, record)};
  told.subject = subject_of(model, record);
  told.subject_id = subject_id_of(model, record);
  told.subject_data = subject_json(model, record);
  if (change.before || change.after) {
    told.field = "citation";
    told.before = citation_side(before, change.before);
    told.after = citation_side(after, change.after);
  } else {
    told.before = side_of(before, pair.before, change.field);
    told.after = side_of(after, pair.after, change.field);
  }
  if (!told.field.empty() && told.field != told.what) told.words += fmt::format(", {}", told.field);
  return told;
}

}  // namespace throughline
