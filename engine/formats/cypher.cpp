// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "formats/flat_record.hpp"
#include "formats/format.hpp"

namespace throughline {
namespace {

constexpr std::size_t rows_in_batch = 500;  // one statement, one transaction

std::string text_literal(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\\' || c == '\'') literal += '\\';
    if (c == '\n') {
      literal += "\\n";
    } else if (c == '\r') {
      literal += "\\r";
    } else {
      literal += c;
    }
  }
  return literal + '\'';
}

std::string name_literal(std::string_view name) {
  std::string literal = "`";
  for (const char c : name) literal += c == '`' ? "``" : std::string(1, c);
  return literal + '`';
}

std::string map_literal(const std::vector<FlatField>& fields) {
  std::string literal;
  for (const FlatField& field : fields)
    literal += fmt::format("{}{}: {}", literal.empty() ? "" : ", ", name_literal(field.key), text_literal(field.value));
  return fmt::format("{{{}}}", literal);
}

// Labels and types can't come from rows: one sort of rows a statement.
using RowsBySort = std::map<std::string, std::vector<std::string>, std::less<>>;

void write_batches(const RowsBySort& sorts, std::ostream& out, std::string (*then)(std::string_view sort)) {
  for (const auto& [sort, rows] : sorts)
    for (std::size_t first = 0; first < rows.size(); first += rows_in_batch) {
      out << "UNWIND [\n";
      const std::size_t end = std::min(rows.size(), first + rows_in_batch);
      for (std::size_t i = first; i < end; ++i) out << "  " << rows[i] << (i + 1 < end ? ",\n" : "\n");
      out << "] AS row\n" << then(sort) << ";\n";
    }
}

std::string create_node(std::string_view kind) {
  return fmt::format("CREATE (n:Node:{}) SET n = row", name_literal(kind));
}
std::string create_source(std::string_view) { return "CREATE (s:Source) SET s = row"; }
std::string create_relation(std::string_view type) {
  return fmt::format(
      "MATCH (a:Node {{id: row.from}}), (b:Node {{id: row.to}})\nCREATE (a)-[r:{}]->(b) SET r = row.fields",
      name_literal(type));
}

std::vector<FlatField> without(std::vector<FlatField> fields, std::string_view key) {
  std::erase_if(fields, [&](const FlatField& field) { return field.key == key; });
  return fields;
}

RowsBySort nodes_of(const Model& model) {
  RowsBySort rows;
  for (const Node& node : model.nodes) {
    std::vector<FlatField> fields = {{"id", std::string(model.text(node.id))}};
    for (FlatField& field : without(flat_fields(model, node), "kind")) fields.push_back(std::move(field));
    rows[model.kind_of(node).name].push_back(map_literal(fields));
  }
  return rows;
}

RowsBySort relations_of(const Model& model) {
  RowsBySort rows;
  for (const Relation& relation : model.relations)
    rows[model.type_of(relation).name].push_back(fmt::format(
        "{{from: {}, to: {}, fields: {}}}", text_literal(model.text(model[relation.from].id)),
        text_literal(model.text(model[relation.to].id)), map_literal(without(flat_fields(model, relation), "type"))));
  return rows;
}

RowsBySort sources_of(const Model& model) {
  RowsBySort rows;
  for (const Source& source : model.sources) {
    std::vector<FlatField> fields = {{"id", std::string(model.text(source.id))}};
    const auto add = [&](std::string_view key, std::string_view value) {
      if (!value.empty()) fields.push_back({std::string(key), std::string(value)});
    };
    add("title", model.text(source.title)), add("publisher", model.text(source.publisher));
    add("published", model.date_text(source.published)), add("url", model.text(source.url));
    add("language", model.text(source.language)), add("note", model.text(source.note));
    rows["source"].push_back(map_literal(fields));
  }
  return rows;
}

void write(const Model& model, Output& output, Losses& losses) {
  std::ostream& out = output.main();
  out << "CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE;\n";
  write_batches(sources_of(model), out, create_source);
  write_batches(nodes_of(model), out, create_node);
  write_batches(relations_of(model), out, create_relation);
  add_flat_losses(model, losses);
  losses.add("stored texts of sources",
             static_cast<std::size_t>(std::count_if(model.sources.begin(), model.sources.end(),
                                                    [](const Source& s) { return s.text_path != StringId::empty; })));
  losses.add("title and description", (model.title != StringId::empty) + (model.description != StringId::empty));
  losses.add("views and questions", model.views.size() + model.questions.size());
}

}  // namespace

extern const Format cypher_format;
constinit const Format cypher_format{.name = "cypher",
                                     .extensions = ".cypher .cql",
                                     .summary = "a Cypher script that makes the graph in Neo4j, in batches",
                                     .write = write};

}  // namespace throughline
