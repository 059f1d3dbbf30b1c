// SPDX-License-Identifier: Apache-2.0
#include "query/records_told.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "query/evidence.hpp"

namespace throughline {
namespace {

using Fields = std::vector<RecordField>;

std::string relation_key(const Model& model, const Relation& relation) {
  const bool swaps = model.type_of(relation).symmetric && relation.to < relation.from;
  return relation_words(model.text(model[swaps ? relation.to : relation.from].id), model.type_of(relation).name,
                        model.text(model[swaps ? relation.from : relation.to].id));
}

std::string when_text(const Model& model, DateIndex date, std::string_view words) {
  return std::string(date == none<DateIndex> ? words : model.date_text(date));
}

void add_properties(const Model& model, std::span<const Property> properties, Fields& fields) {
  for (const Property& each : properties)
    fields.push_back({fmt::format("properties.{}", model.text(each.key)), std::string(model.text(each.value)), false});
}

Fields fields_of(const Model& model, const Node& node) {
  const auto text = [&](StringId id) { return std::string(model.text(id)); };
  Fields fields = {{"kind", model.kind_of(node).name, false}, {"type", text(node.type)},
                   {"name", text(node.name), false},          {"place", text(node.place)},
                   {"note", text(node.note), false},          {"url", text(node.url), false}};
  for (const LocalName& each : model.names_of(node))
    fields.push_back({fmt::format("names.{}", text(each.language)), text(each.text), false});
  std::vector<std::string> aliases;
  for (const StringId alias : model.aliases_of(node)) aliases.push_back(text(alias));
  fields.push_back({"aliases", join(aliases, ", "), false});
  add_properties(model, model.properties_of(node), fields);
  return fields;
}

Fields fields_of(const Model& model, const Claim& claim) {
  const std::string_view words = model.date_words(claim);
  Fields fields;
  if (claim.about == Claim::About::status) fields.push_back({"status", std::string(name(claim.status))});
  fields.push_back({"when", when_text(model, claim.date, words)});
  fields.push_back({"when_words", std::string(words), false});
  return fields;
}

Fields fields_of(const Model& model, const Relation& relation) {
  const std::string_view words = model.date_words(relation);
  Fields fields = {{"when", when_text(model, relation.when, words)},
                   {"when_words", std::string(words), false},
                   {"role", std::string(model.text(relation.role))},
                   {"status", std::string(name(relation.assertion)), relation.assertion != Assertion::asserted},
                   {"confidence", std::string(name(relation.confidence)), relation.confidence != Confidence::stated},
                   {"note", std::string(model.text(relation.note)), false}};
  add_properties(model, model.properties_of(relation), fields);
  return fields;
}

Fields fields_of(const Model& model, const Source& source) {
  const auto text = [&](StringId id) { return std::string(model.text(id)); };
  return {{"title", text(source.title), false},
          {"publisher", text(source.publisher)},
          {"published", std::string(model.date_text(source.published))},
          {"url", text(source.url), false},
          {"language", text(source.language), false},
          {"note", text(source.note), false},
          {"text", text(source.text_path), false},
          {"sha256", text(source.sha256), false}};
}

void add_claims(const Model& model, RecordKind kind, std::vector<TellableRecord>& records) {
  const Claim::About about = kind == RecordKind::date ? Claim::About::when : Claim::About::status;
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i)
    for (std::uint32_t claim = model.nodes[i].claims.first; claim < model.nodes[i].claims.end(); ++claim)
      if (model.claims[claim].about == about)
        records.push_back({kind, claim, NodeIndex{i}, std::string(model.text(model.nodes[i].id))});
}

}  // namespace

std::string_view name(RecordKind kind) {
  constexpr std::string_view names[] = {"node", "date", "status", "relation", "source"};
  return names[static_cast<int>(kind)];
}

std::vector<TellableRecord> records_of(const Model& model, RecordKind kind) {
  std::vector<TellableRecord> records;
  if (kind == RecordKind::date || kind == RecordKind::status) add_claims(model, kind, records);
  if (kind == RecordKind::node)
    for (std::uint32_t i = 0; i < model.nodes.size(); ++i)
      records.push_back({kind, i, NodeIndex{i}, std::string(model.text(model.nodes[i].id))});
  if (kind == RecordKind::relation)
    for (std::uint32_t i = 0; i < model.relations.size(); ++i)
      records.push_back({kind, i, none<NodeIndex>, relation_key(model, model.relations[i])});
  if (kind == RecordKind::source)
    for (std::uint32_t i = 0; i < model.sources.size(); ++i)
      records.push_back({kind, i, none<NodeIndex>, std::string(model.text(model.sources[i].id))});
  std::stable_sort(records.begin(), records.end(),
                   [](const TellableRecord& a, const TellableRecord& b) { return a.key < b.key; });
  return records;
}

std::vector<RecordField> fields_of(const Model& model, const TellableRecord& record) {
  switch (record.kind) {
    case RecordKind::node: return fields_of(model, model.nodes[record.index]);
    case RecordKind::date:
    case RecordKind::status: return fields_of(model, model.claims[record.index]);
    case RecordKind::relation: return fields_of(model, model.relations[record.index]);
    case RecordKind::source: return fields_of(model, model.sources[record.index]);
  }
  return {};
}

Slice citations_of(const Model& model, const TellableRecord& record) {
  switch (record.kind) {
    case RecordKind::node: return model.nodes[record.index].citations;
    case RecordKind::date:
    case RecordKind::status: return model.claims[record.index].citations;
    case RecordKind::relation: return model.relations[record.index].citations;
    case RecordKind::source: break;
  }
  return {};
}

std::string subject_of(const Model& model, const TellableRecord& record) {
  if (record.node != none<NodeIndex>) return std::string(model.text(model[record.node].name));
  if (record.kind == RecordKind::source) return std::string(model.text(model.sources[record.index].title));
  return statement_of(model, RelationIndex{record.index});
}

std::string subject_id_of(const Model& model, const TellableRecord& record) {
  if (record.kind != RecordKind::relation) return record.key;
  const Relation& relation = model.relations[record.index];
  return relation_words(model.text(model[relation.from].id), model.type_of(relation).name,
                        model.text(model[relation.to].id));
}

Json subject_json(const Model& model, const TellableRecord& record) {
  if (record.node != none<NodeIndex>) return node_reference(model, record.node);
  if (record.kind == RecordKind::relation) return relation_reference(model, RelationIndex{record.index});
  const Source& source = model.sources[record.index];
  return {{"id", model.text(source.id)}, {"title", model.text(source.title)}};
}

std::string words_of(const Model& model, const TellableRecord& record) {
  if (record.node == none<NodeIndex>) return std::string(name(record.kind));
  const std::string& kind = model.kind_of(model[record.node]).name;
  return record.kind == RecordKind::node ? kind : fmt::format("{} {}", kind, name(record.kind));
}

}  // namespace throughline
