// SPDX-License-Identifier: Apache-2.0
// Node-link JSON, as NetworkX and D3 read it: {"directed", "multigraph", "graph", "nodes", "links"}. What these have no
// field for stands in the attribute `throughline` of the graph, as rows of our dialect, so that nothing is lost.
#include <nlohmann/json.hpp>
#include <ostream>

#include "formats/dialect_json.hpp"
#include "formats/flat_record.hpp"
#include "formats/format.hpp"
#include "formats/json_foreign.hpp"
#include "formats/json_graph.hpp"
#include "formats/json_own.hpp"

namespace throughline {
namespace {

Json text_or_null(const Model& model, StringId id) { return id == StringId::empty ? Json() : Json(model.text(id)); }
Json date_or_null(const Model& model, DateIndex date) {
  return date == none<DateIndex> ? Json() : Json(model.date_text(date));
}

Json citations(const Model& model, Slice slice) {
  Json list = Json::array();
  for (const Citation& citation : model.citations_of(slice)) {
    Json entry = {{"source", model.text(model[citation.source].id)}, {"quote", text_or_null(model, citation.quote)}};
    if (citation.prefix != StringId::empty) entry["quote_prefix"] = model.text(citation.prefix);
    if (citation.suffix != StringId::empty) entry["quote_suffix"] = model.text(citation.suffix);
    entry["file"] = model.inputs.name(citation.at);
    entry["line"] = model.inputs.line(citation.at);
    list.push_back(std::move(entry));
  }
  return list;
}

Json properties_json(const Model& model, std::span<const Property> properties) {
  Json json = Json::object();
  for (const Property& each : properties) json[std::string(model.text(each.key))] = model.text(each.value);
  return json;
}

void add_words(Json& json, const Model& model, std::string_view words) {
  if (words.empty()) return;
  json["when_words"] = words;
  json["when_told"] = told_date_in_dialect(model, words);
}

Json claims(const Model& model, const Node& node) {
  Json list = Json::array();
  for (const Claim& claim : model.claims_of(node)) {
    Json entry;
    if (claim.about == Claim::About::status) entry["status"] = name(claim.status);
    entry["when"] = date_or_null(model, claim.date);
    add_words(entry, model, model.date_words(claim));
    entry["evidence"] = citations(model, claim.citations);
    list.push_back(std::move(entry));
  }
  return list;
}

Json node_json(const Model& model, const Node& node) {
  Json names = Json::object();
  for (const LocalName& each : model.names_of(node))
    names[std::string(model.text(each.language))] = model.text(each.text);
  Json aliases = Json::array();
  for (const StringId alias : model.aliases_of(node)) aliases.push_back(model.text(alias));
  return {{"id", model.text(node.id)},
          {"kind", model.kind_of(node).name},
          {"type", text_or_null(model, node.type)},
          {"name", model.text(node.name)},
          {"names", std::move(names)},
          {"aliases", std::move(aliases)},
          {"when", date_or_null(model, node.when)},
          {"status", node.status == Status::none ? Json() : Json(name(node.status))},
          {"place", text_or_null(model, node.place)},
          {"note", text_or_null(model, node.note)},
          {"url", text_or_null(model, node.url)},
          {"properties", properties_json(model, model.properties_of(node))},
          {"claims", claims(model, node)},
          {"evidence", citations(model, node.citations)}};
}

Json relation_json(const Model& model, const Relation& relation) {
  const RelationType& type = model.type_of(relation);
  Json json = {{"source", model.text(model[relation.from].id)},
               {"target", model.text(model[relation.to].id)},
               {"type", type.name},
               {"label", type.label},
               {"when", date_or_null(model, relation.when)},
               {"role", text_or_null(model, relation.role)},
               {"status", name(relation.assertion)},
               {"confidence", name(relation.confidence)},
               {"note", text_or_null(model, relation.note)},
               {"evidence", citations(model, relation.citations)}};
  if (relation.properties.count > 0) json["properties"] = properties_json(model, model.properties_of(relation));
  add_words(json, model, model.date_words(relation));
  return json;
}

Json source_json(const Model& model, const Source& source, const Output& output) {
  const bool has_text = source.text_path != StringId::empty;
  return {{"id", model.text(source.id)},
          {"title", model.text(source.title)},
          {"publisher", text_or_null(model, source.publisher)},
          {"published", date_or_null(model, source.published)},
          {"url", text_or_null(model, source.url)},
          {"language", text_or_null(model, source.language)},
          {"note", text_or_null(model, source.note)},
          {"text",
           has_text ? Json(output.from_here(model.inputs.name(source.text_at), model.text(source.text_path))) : Json()},
          {"sha256", text_or_null(model, source.sha256)}};
}

template <typename Rows, typename Write>
void write_rows(std::ostream& out, std::string_view key, const Rows& rows, Write write) {
  out << "  \"" << key << "\": [";
  std::string_view separator = "\n    ";
  for (const auto& row : rows) {
    out << separator << write(row).dump(-1, ' ', false, Json::error_handler_t::replace);
    separator = ",\n    ";
  }
  out << (rows.empty() ? "]" : "\n  ]");
}

Json graph_json(const Model& model, const Output& output) {
  Json json = {{"title", text_or_null(model, model.title)},
               {"description", text_or_null(model, model.description)},
               {"language", text_or_null(model, model.language)}};
  json["throughline"] = Json::array();
  for (const std::string& row : dialect_rows(model, output)) json["throughline"].push_back(Json::parse(row));
  return json;
}

void read_json(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records, Diagnostics& diagnostics) {
  for (const std::uint16_t input : which) {
    const std::optional<JsonGraph> graph = read_json_graph(inputs, input, records.strings, diagnostics);
    if (graph && graph->has_rows) read_own_json(*graph, inputs, input, records, diagnostics);
    if (graph && !graph->has_rows) read_foreign_json(*graph, records, diagnostics);
  }
}

void write_json(const Model& model, Output& output, Losses&) {
  std::ostream& out = output.main();
  const Json graph = graph_json(model, output);
  out << "{\n  \"directed\": true,\n  \"multigraph\": true,\n  \"graph\": "
      << graph.dump(-1, ' ', false, Json::error_handler_t::replace) << ",\n";
  write_rows(out, "sources", model.sources, [&](const Source& s) { return source_json(model, s, output); });
  out << ",\n";
  write_rows(out, "nodes", model.nodes, [&](const Node& n) { return node_json(model, n); });
  out << ",\n";
  write_rows(out, "links", model.relations, [&](const Relation& r) { return relation_json(model, r); });
  out << "\n}\n";
}

}  // namespace

extern const Format json_format;
constinit const Format json_format{.name = "json",
                                   .extensions = ".json",
                                   .summary = "node-link JSON, as NetworkX, D3, graphology and Cytoscape write it",
                                   .recognises = is_json_graph,
                                   .read = read_json,
                                   .write = write_json};

}  // namespace throughline
