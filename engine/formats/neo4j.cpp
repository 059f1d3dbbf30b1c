// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <set>

#include "formats/csv_cell.hpp"
#include "formats/flat_record.hpp"
#include "formats/format.hpp"

namespace throughline {
namespace {

using Fields = std::vector<FlatField>;

std::string cell(std::string_view text) {
  std::string scratch;
  return std::string(csv_cell(text, scratch));
}

// `name:type` is how a header says what a column holds.
std::string typed(std::string_view key) {
  std::string name(key);
  std::replace(name.begin(), name.end(), ':', '_');
  return cell(name + ":string");
}

template <typename Rows>
std::vector<std::string> keys_of(const Model& model, const Rows& rows, std::string_view left_out) {
  std::set<std::string> keys;
  for (const auto& row : rows)
    for (const FlatField& field : flat_fields(model, row))
      if (field.key != left_out) keys.insert(field.key);
  return {keys.begin(), keys.end()};
}

void write_fields(const Fields& fields, const std::vector<std::string>& keys, std::ostream& out) {
  for (const std::string& key : keys) {
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const FlatField& f) { return f.key == key; });
    out << ',' << (at == fields.end() ? std::string() : cell(at->value));
  }
  out << '\n';
}

void write_nodes(const Model& model, std::ostream& out) {
  const std::vector<std::string> keys = keys_of(model, model.nodes, "kind");
  out << "id:ID,:LABEL";
  for (const std::string& key : keys) out << ',' << typed(key);
  out << '\n';
  for (const Node& node : model.nodes) {
    out << cell(model.text(node.id)) << ',' << cell(model.kind_of(node).name);
    write_fields(flat_fields(model, node), keys, out);
  }
}

void write_relations(const Model& model, std::ostream& out) {
  const std::vector<std::string> keys = keys_of(model, model.relations, "type");
  out << ":START_ID,:END_ID,:TYPE";
  for (const std::string& key : keys) out << ',' << typed(key);
  out << '\n';
  for (const Relation& relation : model.relations) {
    out << fmt::format("{},{},{}", cell(model.text(model[relation.from].id)), cell(model.text(model[relation.to].id)),
                       cell(model.type_of(relation).name));
    write_fields(flat_fields(model, relation), keys, out);
  }
}

// In a space of ids of their own: a node may be called as a source is.
void write_sources(const Model& model, std::ostream& out) {
  out << "id:ID(source),:LABEL,title:string,publisher:string,published:string,url:string,language:string,note:string\n";
  for (const Source& source : model.sources)
    out << fmt::format("{},source,{},{},{},{},{},{}\n", cell(model.text(source.id)), cell(model.text(source.title)),
                       cell(model.text(source.publisher)), cell(model.date_text(source.published)),
                       cell(model.text(source.url)), cell(model.text(source.language)), cell(model.text(source.note)));
}

void write(const Model& model, Output& output, Losses& losses) {
  write_nodes(model, output.main());
  write_relations(model, output.beside("relationships"));
  if (!model.sources.empty()) write_sources(model, output.beside("sources"));
  add_flat_losses(model, losses);
  losses.add("stored texts of sources",
             static_cast<std::size_t>(std::count_if(model.sources.begin(), model.sources.end(),
                                                    [](const Source& s) { return s.text_path != StringId::empty; })));
  losses.add("title and description", (model.title != StringId::empty) + (model.description != StringId::empty));
  losses.add("views and questions", model.views.size() + model.questions.size());
}

}  // namespace

extern const Format neo4j_format;
constinit const Format neo4j_format{
    .name = "neo4j",
    .extensions = "",
    .summary = "CSV for neo4j-admin import: nodes, and relationships and sources beside",
    .write = write};

}  // namespace throughline
