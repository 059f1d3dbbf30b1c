// SPDX-License-Identifier: Apache-2.0
#include "formats/ftm_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "formats/dialect_json.hpp"
#include "formats/flat_record.hpp"
#include "formats/ftm_model.hpp"
#include "formats/ftm_out.hpp"

namespace throughline {
namespace {

struct SchemaRow {
  std::string_view word;  // a kind, a type of node or a type of relation of ours
  std::string_view schema;
};
constexpr SchemaRow of_types[] = {{"agency", "PublicBody"},         {"company", "Company"},
                                  {"government", "PublicBody"},     {"ministry", "PublicBody"},
                                  {"ngo", "Organization"},          {"organisation", "Organization"},
                                  {"organization", "Organization"}, {"person", "Person"},
                                  {"state", "PublicBody"},          {"university", "Organization"}};
constexpr SchemaRow of_kinds[] = {{"actor", "LegalEntity"},
                                  {"document", "Document"},
                                  {"event", "Event"},
                                  {"initiative", "Project"},
                                  {"place", "Address"}};
constexpr SchemaRow of_relations[] = {
    {"member_of", "Membership"}, {"represents", "Representation"}, {"works_for", "Employment"}};

template <typename Rows>
std::string_view schema_for(const Rows& rows, std::string_view word, std::string_view otherwise) {
  const auto at =
      std::find_if(std::begin(rows), std::end(rows), [&](const SchemaRow& row) { return row.word == word; });
  return at == std::end(rows) ? otherwise : at->schema;
}

const FtmSchema& schema_of(const Model& model, const Node& node) {
  const std::string_view type = model.text(node.type);
  const FtmSchema* named = find_ftm_schema(type);
  if (named && (ftm_has(*named, "name") || !named->is_edge())) return *named;
  const std::string_view kind = model.kind_of(node).name;
  return *find_ftm_schema(
      schema_for(of_types, kind == "actor" ? type : std::string_view(), schema_for(of_kinds, kind, "Thing")));
}

const FtmSchema& schema_of(const RelationType& type) {
  const FtmSchema* named = find_ftm_schema(type.name);
  return named && named->is_edge() ? *named : *find_ftm_schema(schema_for(of_relations, type.name, "UnknownLink"));
}

class Writer {
 public:
  Writer(const Model& model, Output& output) : model_(model), output_(output) {}

  void write() {
    for (const Relation& relation : model_.relations) sort_out(relation);
    for (const Node& node : model_.nodes) write_node(node);
    for (const Relation& relation : model_.relations)
      if (!is_reference(relation)) write_relation(relation);
    write_rows();
    output_.main() << lines_;
  }

 private:
  // A relation that says no more than a property of its start can say.
  bool is_reference(const Relation& relation) const {
    const std::string& type = model_.type_of(relation).name;
    const FtmSchema* schema = find_ftm_schema(type);
    return !schema && flat_fields(model_, relation).size() == 1 &&
           ftm_names_entity(schema_of(model_, model_[relation.from]), type) && type != "proof";
  }

  void sort_out(const Relation& relation) {
    if (is_reference(relation)) references_[relation.from].push_back(&relation);
  }

  // Sources that no entity tells by itself, and what the graph says of itself.
  void write_rows() {
    FtmOut graph(model_, *find_ftm_schema("Document"));
    if (const Json row = dialect_json_of_graph(model_); row.size() > 1) {
      if (model_.title != StringId::empty) graph.put("title", {std::string(model_.text(model_.title))});
      graph.put_own("row", row.dump(-1, ' ', false, Json::error_handler_t::replace));
      output_.main() << graph.line(ftm_graph_id) << '\n';
    }
    for (const Source& source : model_.sources) {
      if (told_.count(source.id) > 0) continue;
      FtmOut entity(model_, *find_ftm_schema("Document"));
      entity.put("title", {std::string(model_.text(source.title))});
      if (source.url != StringId::empty) entity.put("sourceUrl", {std::string(model_.text(source.url))});
      if (source.publisher != StringId::empty) entity.put("publisher", {std::string(model_.text(source.publisher))});
      entity.put_dates({std::string(model_.date_text(source.published))}, {});
      entity.put_own("row", dialect_json(model_, source, output_).dump(-1, ' ', false, Json::error_handler_t::replace));
      output_.main() << entity.line(std::string(ftm_source_prefix) + std::string(model_.text(source.id))) << '\n';
    }
  }

  void print(const std::string& line) { lines_ += line + '\n'; }

  void write_node(const Node& node) {
    const FtmSchema& schema = schema_of(model_, node);
    FtmOut entity(model_, schema);
    const std::vector<FlatField> fields = flat_fields(model_, node);
    const bool has_claims =
        std::any_of(fields.begin(), fields.end(), [](auto& field) { return field.key == "claims"; });
    if (node.type == StringId::empty) entity.put_own("type", "");
    put_names(entity, node);
    put_dates(entity, node, fields, has_claims);
    for (const FlatField& field : fields) put_field(entity, schema, node, field, has_claims);
    entity.put_citations(node.citations, fields, told_);
    const NodeIndex index{static_cast<std::uint32_t>(&node - model_.nodes.data())};
    if (const auto list = references_.find(index); list != references_.end())
      for (const Relation* each : list->second)
        entity.put(model_.type_of(*each).name, {std::string(model_.text(model_[each->to].id))});
    print(entity.line(model_.text(node.id)));
  }

  void put_names(FtmOut& entity, const Node& node) {
    if (!entity.has("name")) return entity.put_own("name", model_.text(node.name));
    entity.put("name", {std::string(model_.text(node.name))});
    for (const StringId alias : model_.aliases_of(node)) entity.put("alias", {std::string(model_.text(alias))});
    for (const LocalName& each : model_.names_of(node)) {
      const auto aliases = model_.aliases_of(node);
      if (std::find(aliases.begin(), aliases.end(), each.text) == aliases.end())
        entity.put("alias", {std::string(model_.text(each.text))});
    }
  }

  // Values of FollowTheMoney are sets.
  bool repeats_an_alias(const Node& node) const {
    const auto aliases = model_.aliases_of(node);
    return std::set<StringId>(aliases.begin(), aliases.end()).size() < aliases.size();
  }

  void put_dates(FtmOut& entity, const Node& node, const std::vector<FlatField>& fields, bool has_claims) {
    FtmTexts dates;
    bool are_plain = true;
    for (const Claim* claim : model_.date_claims_of(node)) {
      dates.emplace_back(model_.date_text(claim->date));
      are_plain = are_plain && claim->citations.count == 0 && model_.date_words(*claim).empty();
    }
    const bool is_told = entity.put_dates(dates, fields) && are_plain;
    if (!is_told && !has_claims && node.when != none<DateIndex>) entity.put_own("when", model_.date_text(node.when));
  }

  void put_field(FtmOut& entity, const FtmSchema& schema, const Node& node, const FlatField& field, bool has_claims) {
    const std::string& key = field.key;
    if (key == "name" || key == "when" || key.starts_with("evidence")) return;
    if (key == "kind") {
      if (field.value != ftm_kind(schema)) entity.put_own(key, field.value);
    } else if (key == "type") {
      if (field.value != schema.name) entity.put_own(key, field.value);
    } else if (key == "aliases") {
      if (!entity.has("alias") || node.names.count > 0 || repeats_an_alias(node)) entity.put_own(key, field.value);
    } else if (key == "status") {
      if (entity.has("status") && ftm_kind(schema) == "initiative")
        entity.put("status", {field.value});
      else if (!has_claims)
        entity.put_own(key, field.value);
    } else if (key == "claims" || key.starts_with("names.")) {
      entity.put_own(key, field.value);
    } else if (key == "place") {
      entity.put_or_own(ftm_kind(schema) == "event" ? "location" : "", field);
    } else if (key == "note") {
      entity.put_or_own("description", field);
    } else if (key == "url") {
      entity.put_or_own("website", field);
    } else {
      entity.put_property(field);
    }
  }

  void write_relation(const Relation& relation) {
    const RelationType& type = model_.type_of(relation);
    const FtmSchema& schema = schema_of(type);
    FtmOut entity(model_, schema);
    const std::string from(model_.text(model_[relation.from].id));
    const std::string to(model_.text(model_[relation.to].id));
    entity.put(schema.source, {from});
    entity.put(schema.target, {to});
    std::string id;
    const std::vector<FlatField> fields = flat_fields(model_, relation);
    for (const FlatField& field : fields) {
      if (field.key == "id") id = field.value;
      if (field.key != "id") put_field(entity, schema, field);
    }
    if (id.empty()) {
      entity.put_own("id_made", "true");
      id = made_id(from, type.name, to);
    }
    if (type.name != schema.name && relation.role == StringId::empty) {  // for other readers
      entity.put("role", {type.label});
      entity.put_own("role", "");
    }
    entity.put_citations(relation.citations, fields, told_);
    print(entity.line(id));
  }

  static void put_field(FtmOut& entity, const FtmSchema& schema, const FlatField& field) {
    const std::string& key = field.key;
    if (key.starts_with("evidence")) return;
    if (key == "type") {
      if (field.value != schema.name) entity.put_own(key, field.value);
    } else if (key == "when") {
      if (!entity.put_dates({field.value}, {})) entity.put_own(key, field.value);
    } else if (key == "role") {
      entity.put_or_own(entity.has("role") ? "role" : "relationship", field);
    } else if (key == "status") {
      if (entity.has(key)) entity.put(key, {field.value});
      entity.put_own(key, field.value);
    } else if (key == "confidence") {
      entity.put_own(key, field.value);
    } else if (key == "note") {
      entity.put_or_own("description", field);
    } else {
      entity.put_property(field);
    }
  }

  std::string made_id(const std::string& from, const std::string& type, const std::string& to) {
    const std::string id = fmt::format("{}:{}:{}", from, type, to);
    const std::size_t count = ++made_[id];
    return count == 1 ? id : fmt::format("{}:{}", id, count);
  }

  const Model& model_;
  Output& output_;
  std::map<NodeIndex, std::vector<const Relation*>> references_;
  std::map<std::string, std::size_t> made_;
  std::set<StringId> told_;  // sources that entities tell by sourceUrl and publisher
  std::string lines_;
};

}  // namespace

void write_ftm(const Model& model, Output& output, Losses& losses) {
  Writer(model, output).write();
  add_flat_losses(model, losses);
}

}  // namespace throughline
