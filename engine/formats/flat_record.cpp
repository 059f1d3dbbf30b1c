// SPDX-License-Identifier: Apache-2.0
#include "formats/flat_record.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "formats/dialect_json.hpp"
#include "formats/foreign_records.hpp"

namespace throughline {
namespace {

// A property of such a name would be read back as the field.
constexpr std::string_view node_keys[] = {"id",   "name",   "kind",  "type", "aliases", "claims",
                                          "when", "status", "place", "note", "url"};
constexpr std::string_view relation_keys[] = {"from", "to", "type", "when", "role", "status", "confidence", "note"};

std::string property_key(std::string_view name, std::span<const std::string_view> fields) {
  const bool is_field = std::find(fields.begin(), fields.end(), name) != fields.end() || name.starts_with("evidence") ||
                        name.starts_with("names.") || name.starts_with(property_prefix);
  return is_field ? fmt::format("{}{}", property_prefix, name) : std::string(name);
}

// JSON that may hold a lone surrogate or a broken byte is written all the same.
std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

class FlatRecord {
 public:
  FlatRecord(const Model& model, std::span<const std::string_view> own) : model_(model), own_(own) {}

  std::vector<FlatField> fields;

  void add(std::string key, std::string_view value) {
    if (!value.empty()) fields.push_back({std::move(key), std::string(value)});
  }
  void add(std::string key, StringId value) { add(std::move(key), model_.text(value)); }

  // One citation in fields of its own, for people; several as a list.
  void add_citations(Slice slice) {
    if (slice.count > 1) return add("evidence", text_of(evidence_in_dialect(model_, slice)));
    for (const Citation& citation : model_.citations_of(slice)) {
      add("evidence_source", model_[citation.source].id);
      add("evidence_quote", citation.quote);
      add("evidence_quote_prefix", citation.prefix);
      add("evidence_quote_suffix", citation.suffix);
    }
  }

  void add_properties(std::span<const Property> properties) {
    for (const Property& property : properties) add(property_key(model_.text(property.key), own_), property.value);
  }

 private:
  const Model& model_;
  std::span<const std::string_view> own_;
};

bool is_plain(const Json& claims) { return claims.is_null() || claims.is_string(); }

// A date and a status for everybody; where there is more to it, all claims.
void add_claims(const Model& model, const Node& node, FlatRecord& record) {
  const Json when = claims_in_dialect(model, node, Claim::About::when);
  const Json status = claims_in_dialect(model, node, Claim::About::status);
  record.add("when", model.date_text(node.when));
  record.add("status", name(node.status));
  if (is_plain(when) && is_plain(status)) return;
  Json claims = Json::object();
  if (!when.is_null()) claims["when"] = when;
  if (!status.is_null()) claims["status"] = status;
  record.add("claims", text_of(claims));
}

std::string aliases_of(const Model& model, const Node& node) {
  std::vector<std::string> aliases;
  for (const StringId alias : model.aliases_of(node)) aliases.emplace_back(model.text(alias));
  return flat_list(aliases);
}

FlatRecord fields_of(const Model& model, const Node& node) {
  FlatRecord record(model, node_keys);
  record.add("name", node.name);
  record.add("kind", model.kind_of(node).name);
  record.add("type", node.type);
  for (const LocalName& each : model.names_of(node))
    record.add(fmt::format("names.{}", model.text(each.language)), each.text);
  record.add("aliases", aliases_of(model, node));
  add_claims(model, node, record);
  record.add("place", node.place);
  record.add("note", node.note);
  record.add("url", node.url);
  return record;
}

FlatRecord fields_of(const Model& model, const Relation& relation) {
  FlatRecord record(model, relation_keys);
  record.add("type", model.type_of(relation).name);
  record.add("when", model.date_text(relation.when));
  record.add("role", relation.role);
  if (relation.assertion != Assertion::asserted) record.add("status", name(relation.assertion));
  if (relation.confidence != Confidence::stated) record.add("confidence", name(relation.confidence));
  record.add("note", relation.note);
  return record;
}

}  // namespace

std::string flat_list(const std::vector<std::string>& texts) {
  const bool are_plain = std::all_of(texts.begin(), texts.end(), [](const std::string& text) {
    return trim(text) == text && !text.starts_with('[') && text.find('|') == std::string::npos;
  });
  return are_plain ? join(texts, "|") : text_of(Json(texts));
}

std::vector<FlatField> flat_fields(const Model& model, const Node& node) {
  FlatRecord record = fields_of(model, node);
  record.add_properties(model.properties_of(node));
  record.add_citations(node.citations);
  return std::move(record.fields);
}

std::vector<FlatField> flat_fields(const Model& model, const Relation& relation) {
  FlatRecord record = fields_of(model, relation);
  record.add_properties(model.properties_of(relation));
  record.add_citations(relation.citations);
  return std::move(record.fields);
}

std::string flat_property_key(const Node&, std::string_view name) { return property_key(name, node_keys); }
std::string flat_property_key(const Relation&, std::string_view name) { return property_key(name, relation_keys); }

void add_flat_losses(const Model& model, Losses& losses) {
  for (const Relation& relation : model.relations)
    if (!model.date_words(relation).empty()) losses.add("dates of relations told by others");
}

std::vector<std::string> dialect_rows(const Model& model, const Output& output) {
  std::vector<std::string> rows;
  const Json graph = dialect_json_of_graph(model);
  if (graph.size() > 1) rows.push_back(text_of(graph));
  for (const Source& source : model.sources) rows.push_back(text_of(dialect_json(model, source, output)));
  return rows;
}

}  // namespace throughline
