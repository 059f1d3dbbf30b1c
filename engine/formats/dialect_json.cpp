// SPDX-License-Identifier: Apache-2.0
#include "formats/dialect_json.hpp"

#include "base/text.hpp"
#include "time/edtf.hpp"

namespace throughline {
namespace {

void put(Json& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json[std::string(key)] = text;
}

void put(Json& json, std::string_view key, Json value) {
  if (!value.empty()) json[std::string(key)] = std::move(value);
}

// Whether an anchor may end here: an id may hold a comma, and a word like `before` after it.
bool is_whole_anchor(const Model& model, std::string_view key, std::string_view text) {
  EdtfError error;
  return key == "within" || model.find_node(text) != none<NodeIndex> || parse_edtf(text, error).has_value();
}

Json date_in_dialect(const Model& model, std::string_view words, DateIndex date) {
  return words.empty() ? Json(model.date_text(date)) : told_date_in_dialect(model, words);
}

Json claim_in_dialect(const Model& model, const Claim& claim) {
  const std::string_view words = model.date_words(claim);
  const Json evidence = evidence_in_dialect(model, claim.citations);
  const bool is_dated = claim.date != none<DateIndex> || !words.empty();
  if (claim.about == Claim::About::status) {
    if (evidence.empty() && !is_dated) return name(claim.status);
    Json json = {{"is", name(claim.status)}};
    if (is_dated) json["when"] = date_in_dialect(model, words, claim.date);
    put(json, "evidence", evidence);
    return json;
  }
  if (words.empty() && evidence.empty()) return model.date_text(claim.date);
  Json json = words.empty() ? Json{{"date", model.date_text(claim.date)}} : told_date_in_dialect(model, words);
  put(json, "evidence", evidence);
  return json;
}

Json properties_in_dialect(const Model& model, std::span<const Property> properties) {
  Json json = Json::object();
  auto& map = json.get_ref<Json::object_t&>();  // to put by key would look through all that are there, for each
  for (const Property& each : properties)
    map.emplace_back(std::string(model.text(each.key)), std::string(model.text(each.value)));
  return json;
}

Json definitions(const Model& model, std::span<const Definition> definitions) {
  Json json = Json::object();
  for (const Definition& definition : definitions) {
    Json fields = Json::object();
    for (const Definition::Field& field : definition.fields) {
      Json values = Json::array();
      for (const StringId value : field.values) values.push_back(model.text(value));
      fields[std::string(model.text(field.key))] = values.size() == 1 ? values.front() : values;
    }
    json[std::string(model.text(definition.id))] = std::move(fields);
  }
  return json;
}

Json own_kinds(const Model& model) {
  Json json = Json::object();
  for (const Kind& kind : model.vocabulary.kinds())
    if (!kind.built_in) json[kind.name] = {{"plural", kind.plural}};
  return json;
}

Json own_relation_types(const Model& model) {
  const auto kinds = [](const std::vector<std::string>& names) { return names.empty() ? Json("any") : Json(names); };
  Json json = Json::object();
  for (const RelationType& type : model.vocabulary.relation_types())
    if (!type.built_in)
      json[type.name] = {{"label", type.label},     {"inverse", type.inverse},        {"from", kinds(type.from)},
                         {"to", kinds(type.to)},    {"symmetric", type.symmetric},    {"leads", name(type.leads)},
                         {"line", name(type.line)}, {"dated_by", name(type.dated_by)}};
  return json;
}

}  // namespace

Json told_date_in_dialect(const Model& model, std::string_view words) {
  constexpr std::string_view keys[] = {"after ", "before ", "during ", "within "};
  Json json = Json::object();
  std::string key;
  for (const std::string_view part : split(words, ',')) {
    const std::string_view rest = part.starts_with(' ') ? part.substr(1) : part;
    const auto* const found =
        std::find_if(std::begin(keys), std::end(keys), [&](std::string_view each) { return rest.starts_with(each); });
    const bool is_next = found != std::end(keys) &&
                         (key.empty() || is_whole_anchor(model, key, json[key].get_ref<const std::string&>()));
    if (is_next) {
      key = trim(*found);
      json[key] = rest.substr(found->size());
    } else if (!key.empty()) {
      json[key] = json[key].get<std::string>() + "," + std::string(part);
    }
  }
  return json;
}

Json evidence_in_dialect(const Model& model, Slice citations) {
  Json list = Json::array();
  for (const Citation& citation : model.citations_of(citations)) {
    Json entry = {{"source", model.text(model[citation.source].id)}};
    put(entry, "quote", model.text(citation.quote));
    put(entry, "quote_prefix", model.text(citation.prefix));
    put(entry, "quote_suffix", model.text(citation.suffix));
    list.push_back(std::move(entry));
  }
  return list;
}

Json claims_in_dialect(const Model& model, const Node& node, Claim::About about) {
  Json list = Json::array();
  for (const Claim& claim : model.claims_of(node))
    if (claim.about == about) list.push_back(claim_in_dialect(model, claim));
  if (list.empty()) return nullptr;
  return list.size() == 1 ? list.front() : list;
}

Json dialect_json(const Model& model, const Node& node) {
  Json json = {{"record", "node"},
               {"id", model.text(node.id)},
               {"kind", model.kind_of(node).name},
               {"name", model.text(node.name)}};
  Json names = Json::object();
  for (const LocalName& each : model.names_of(node))
    names[std::string(model.text(each.language))] = model.text(each.text);
  Json aliases = Json::array();
  for (const StringId alias : model.aliases_of(node)) aliases.push_back(model.text(alias));
  put(json, "names", std::move(names));
  put(json, "aliases", std::move(aliases));
  put(json, "type", model.text(node.type));
  put(json, "when", claims_in_dialect(model, node, Claim::About::when));
  put(json, "status", claims_in_dialect(model, node, Claim::About::status));
  put(json, "place", model.text(node.place));
  put(json, "note", model.text(node.note));
  put(json, "url", model.text(node.url));
  put(json, "properties", properties_in_dialect(model, model.properties_of(node)));
  put(json, "evidence", evidence_in_dialect(model, node.citations));
  return json;
}

Json dialect_json(const Model& model, const Relation& relation) {
  Json json = {{"record", "relation"},
               {"from", model.text(model[relation.from].id)},
               {"type", model.type_of(relation).name},
               {"to", model.text(model[relation.to].id)}};
  const std::string_view words = model.date_words(relation);
  if (relation.when != none<DateIndex> || !words.empty()) json["when"] = date_in_dialect(model, words, relation.when);
  put(json, "role", model.text(relation.role));
  if (relation.assertion != Assertion::asserted) json["status"] = name(relation.assertion);
  if (relation.confidence != Confidence::stated) json["confidence"] = name(relation.confidence);
  put(json, "note", model.text(relation.note));
  put(json, "properties", properties_in_dialect(model, model.properties_of(relation)));
  put(json, "evidence", evidence_in_dialect(model, relation.citations));
  return json;
}

Json dialect_json(const Model& model, const Source& source, const Output& output) {
  Json json = {{"record", "source"}, {"id", model.text(source.id)}, {"title", model.text(source.title)}};
  put(json, "publisher", model.text(source.publisher));
  put(json, "published", model.date_text(source.published));
  put(json, "url", model.text(source.url));
  put(json, "language", model.text(source.language));
  put(json, "note", model.text(source.note));
  if (source.text_path != StringId::empty)
    json["text"] = output.from_here(model.inputs.name(source.text_at), model.text(source.text_path));
  put(json, "sha256", model.text(source.sha256));
  return json;
}

Json dialect_json_of_graph(const Model& model) {
  Json graph = Json::object();
  put(graph, "title", model.text(model.title));
  put(graph, "description", model.text(model.description));
  put(graph, "language", model.text(model.language));
  put(graph, "tolerance", model.text(model.tolerance));
  Json json = {{"record", "graph"}};
  put(json, "graph", std::move(graph));
  put(json, "kinds", own_kinds(model));
  put(json, "relation_types", own_relation_types(model));
  put(json, "views", definitions(model, model.views));
  put(json, "questions", definitions(model, model.questions));
  return json;
}

}  // namespace throughline
