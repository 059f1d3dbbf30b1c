// SPDX-License-Identifier: Apache-2.0
#include "model/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.hpp"
#include "model/resolver.hpp"
#include "model/rivals.hpp"

namespace throughline {

Model resolve(Records records, Inputs inputs, Diagnostics& diagnostics) {
  return Resolver(std::move(records), std::move(inputs), diagnostics).run();
}

Resolver::Resolver(Records records, Inputs inputs, Diagnostics& diagnostics)
    : records_(std::move(records)), diagnostics_(diagnostics) {
  model_.inputs = std::move(inputs);
  model_.strings = std::move(records_.strings);
  node_by_id_.assign(model_.strings.size(), none<NodeIndex>);
  source_by_id_.assign(model_.strings.size(), none<SourceIndex>);
  type_by_name_.assign(model_.strings.size(), none<RelationTypeIndex>);
  date_by_text_.assign(model_.strings.size(), none<DateIndex>);
}

Model Resolver::run() {
  add_graph_fields();
  add_kinds();
  add_relation_types();
  add_sources();
  add_nodes();
  resolve_publishers();
  add_relations();
  place_relative_dates();
  choose_claims();
  set_aside_unplaced_dates();
  add_views();
  add_questions();
  return std::move(model_);
}

void Resolver::add_relations() {
  for (std::size_t i = 0; i < model_.vocabulary.relation_types().size(); ++i) {
    const StringId name = model_.strings.find(model_.vocabulary.relation_types()[i].name);
    if (name != StringId::empty) type_by_name_[position(name)] = RelationTypeIndex{static_cast<std::uint16_t>(i)};
  }
  model_.relations.reserve(records_.relations.size());
  for (const RelationRecord& record : records_.relations) add_relation(record);
  records_.relations = std::vector<RelationRecord>();  // their memory is needed again for sorting
  records_.fields = std::vector<FieldRecord>();
  sort_relations();
}

void Resolver::add_relation(const RelationRecord& record) {
  const RelationTypeIndex type = type_named(record.type);
  Relation relation{.from = node_named(record.from),
                    .to = node_named(record.to),
                    .type = type,
                    .properties = {},
                    .citations = {},
                    .at = record.to.at};
  relation.properties.first = static_cast<std::uint32_t>(model_.properties.size());
  for (std::size_t i = record.fields.first; i < record.fields.end(); ++i)
    add_relation_field(relation, records_.fields[i]);
  if (record.when != none<RelativeDateIndex>)
    relation.when = date_of(
        record.when, none<NodeIndex>,
        fmt::format("`{}`", relation_words(text(record.from.text), text(record.type.text), text(record.to.text))));
  sort_properties(relation.properties);
  relation.citations = add_citations(record.citations);
  const bool whole =
      type != none<RelationTypeIndex> && relation.from != none<NodeIndex> && relation.to != none<NodeIndex>;
  if (whole) model_.relations.push_back(relation);
}

void Resolver::add_relation_field(Relation& relation, const FieldRecord& field) {
  switch (field.name) {
    case FieldName::when: relation.when = date_of(field.value); break;
    case FieldName::role: relation.role = field.value.text; break;
    case FieldName::note: relation.note = field.value.text; break;
    case FieldName::property:
      model_.properties.push_back({field.key, field.value.text});
      ++relation.properties.count;
      break;
    case FieldName::status:
      relation.assertion = word_of<Assertion>(field.value, "status of a relation").value_or(Assertion::asserted);
      break;
    case FieldName::confidence:
      relation.confidence = word_of<Confidence>(field.value, "confidence").value_or(Confidence::stated);
      break;
    default: break;
  }
}

RelationTypeIndex Resolver::type_named(const Said& type) {
  const RelationTypeIndex index = type_by_name_[position(type.text)];
  if (index != none<RelationTypeIndex>) return index;
  const std::string_view name = text(type.text);
  auto entry =
      diagnostics_.report(Code::unknown_relation_type, type.at, fmt::format("unknown relation type `{}`", name));
  if (suggestions_left_ > 0)
    --suggestions_left_, entry.hint(did_you_mean(name, model_.vocabulary.relation_type_names()));
  return none<RelationTypeIndex>;
}

Slice Resolver::add_citations(Slice slice) {
  const auto first = static_cast<std::uint32_t>(model_.citations.size());
  for (std::size_t i = slice.first; i < slice.end(); ++i) add_citation(records_.citations[i]);
  if (slice.count <= 1) return {first, static_cast<std::uint32_t>(model_.citations.size()) - first};
  const auto key = [this](const Citation& c) {
    return std::tuple(c.source, text(c.quote), text(c.prefix), text(c.suffix));
  };
  std::stable_sort(model_.citations.begin() + first, model_.citations.end(),
                   [&](const Citation& a, const Citation& b) { return key(a) < key(b); });
  return {first, static_cast<std::uint32_t>(model_.citations.size()) - first};
}

std::vector<std::pair<std::string_view, std::string_view>> Resolver::said_by(Slice slice) const {
  std::vector<std::pair<std::string_view, std::string_view>> list;
  for (const Citation& citation : model_.citations_of(slice))
    list.emplace_back(text(model_[citation.source].id), text(citation.quote));
  return list;
}

std::vector<std::pair<std::string_view, std::string_view>> Resolver::more_of(const Relation& relation) const {
  std::vector<std::pair<std::string_view, std::string_view>> list;
  for (const Property& property : model_.properties_of(relation))
    list.emplace_back(text(property.key), text(property.value));
  return list;
}

void Resolver::sort_properties(Slice slice) {
  const auto first = model_.properties.begin() + slice.first;
  std::sort(first, first + slice.count, [this](const Property& a, const Property& b) {
    return std::pair(text(a.key), text(a.value)) < std::pair(text(b.key), text(b.value));
  });
}

void Resolver::add_citation(const CitationRecord& record) {
  if (!record.source.given()) {
    diagnostics_.report(Code::quote_without_source, record.quote.at, "a quote without a `source`");
    return;
  }
  const SourceIndex source = source_by_id_[position(record.source.text)];
  if (source == none<SourceIndex>) {
    const std::string_view id = text(record.source.text);
    auto entry = diagnostics_.report(Code::unknown_source, record.source.at, fmt::format("no source `{}`", id));
    if (suggestions_left_ == 0) return;
    --suggestions_left_;
    std::vector<std::string_view> ids;
    for (const Source& each : model_.sources) ids.push_back(text(each.id));
    entry.hint(did_you_mean(id, ids));
    return;
  }
  const Location at = record.quote.given() ? record.quote.at : record.source.at;
  model_.citations.push_back({source, record.quote.text, record.prefix, record.suffix, at});
}

NodeIndex Resolver::node_named(const Said& id) {
  const NodeIndex index = node_by_id_[position(id.text)];
  if (index == none<NodeIndex>) report_unknown_node(id);
  return index;
}

void Resolver::report_unknown_node(const Said& id) {
  const std::string_view wanted = text(id.text);
  auto entry = diagnostics_.report(Code::unknown_node, id.at, fmt::format("no node `{}`", wanted));
  if (suggestions_left_ == 0) return;
  --suggestions_left_;
  std::vector<std::string_view> ids;
  for (const Node& node : model_.nodes) {
    if (text(node.name) == wanted) {
      entry.hint(fmt::format("that is a name; the id is `{}`", text(node.id)));
      return;
    }
    ids.push_back(text(node.id));
  }
  entry.hint(did_you_mean(wanted, ids));
}

void Resolver::report_duplicate(const Said& id, Location first, std::string_view what) {
  diagnostics_.report(Code::duplicate_id, id.at, fmt::format("two {}s share the id `{}`", what, text(id.text)))
      .note(first, "the other one is here");
}

}  // namespace throughline
