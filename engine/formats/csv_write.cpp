// SPDX-License-Identifier: Apache-2.0
// A graph as tables: nodes in the file that was named, relations and sources beside it, and a graph in our own dialect
// that names them and holds the rest: graph.csv, graph-relations.csv, graph-sources.csv, graph-tables.yaml.
#include <algorithm>
#include <map>
#include <ostream>
#include <set>

#include "formats/csv_cell.hpp"
#include "formats/csv_layout.hpp"
#include "formats/csv_write.hpp"
#include "formats/dialect_json.hpp"
#include "formats/flat_record.hpp"
#include "formats/foreign_records.hpp"

namespace throughline {
namespace {

// The order of the columns people look at first; properties follow by name, evidence comes last.
constexpr std::string_view first_columns[] = {"name", "kind",   "type",       "names.", "aliases", "when",
                                              "role", "status", "confidence", "place",  "note",    "url"};
constexpr std::string_view last_columns[] = {
    "claims", "evidence_source", "evidence_quote", "evidence_quote_prefix", "evidence_quote_suffix", "evidence"};

constexpr std::string_view other_delimiters = ";\t|";  // for readers that look which one a table has

std::size_t place_of(std::string_view key) {
  const auto* const first = std::find_if(
      std::begin(first_columns), std::end(first_columns),
      [&](std::string_view name) { return key == name || (name.ends_with('.') && key.starts_with(name)); });
  if (first != std::end(first_columns)) return static_cast<std::size_t>(first - std::begin(first_columns));
  const auto* const last = std::find(std::begin(last_columns), std::end(last_columns), key);
  return std::size(first_columns) +
         (last == std::end(last_columns) ? 0 : 1 + static_cast<std::size_t>(last - std::begin(last_columns)));
}

using Fields = std::vector<FlatField>;

// One table: what its columns are called, and what each row holds of them.
class TableWriter {
 public:
  TableWriter(std::ostream& out, TableRows rows, std::vector<std::string> own)
      : out_(out), rows_(rows), columns_(std::move(own)) {}

  void add_columns(const std::set<std::string>& keys) {
    std::vector<std::string> more(keys.begin(), keys.end());
    std::stable_sort(more.begin(), more.end(), [](const auto& a, const auto& b) { return place_of(a) < place_of(b); });
    const std::set<std::string> own(columns_.begin(), columns_.end());
    for (std::string& key : more)
      if (!own.contains(key)) columns_.push_back(std::move(key));
    for (std::size_t i = 0; i < columns_.size(); ++i) position_[columns_[i]] = i;
    write_row([&](std::size_t i) { return std::string_view(columns_[i]); });
  }

  void add(const Fields& fields) {
    cells_.assign(columns_.size(), {});
    for (const auto& [key, value] : fields) cells_[position_.at(key)] = value;
    write_row([&](std::size_t i) { return cells_[i]; });
  }

  // For `tables`: what the rows are, and which columns are properties, whatever they are called.
  Json layout(const std::map<std::string, std::string>& properties) const {
    constexpr std::string_view names[] = {"nodes", "relations", "sources"};
    Json layout = {{"rows", names[static_cast<std::size_t>(rows_)]}, {"delimiter", "comma"}};
    Json columns = Json::object();
    auto& map = columns.get_ref<Json::object_t&>();  // to put by key would look through all that are there
    for (const auto& [name, key] : properties)
      if (position_.contains(key)) map.emplace_back(key, std::string(property_prefix) + name);
    if (!columns.empty()) layout["columns"] = std::move(columns);
    return layout;
  }

 private:
  template <typename Cell>
  void write_row(Cell cell) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) out_ << ',';
      out_ << csv_cell(cell(i), scratch_, other_delimiters);
    }
    out_ << '\n';
  }

  std::ostream& out_;
  TableRows rows_;
  std::vector<std::string> columns_;
  std::map<std::string, std::size_t, std::less<>> position_;
  std::vector<std::string_view> cells_;
  std::string scratch_;
};

Fields fields_of(const Model& model, const Node& node) {
  Fields fields = flat_fields(model, node);
  fields.push_back({"id", std::string(model.text(node.id))});
  return fields;
}

Fields fields_of(const Model& model, const Relation& relation) {
  Fields fields = flat_fields(model, relation);
  fields.push_back({"from", std::string(model.text(model[relation.from].id))});
  fields.push_back({"to", std::string(model.text(model[relation.to].id))});
  return fields;
}

template <typename Rows>
Json write_table(const Model& model, const Rows& rows, TableWriter writer) {
  std::set<std::string> keys;
  std::map<std::string, std::string> properties;
  for (const auto& row : rows) {
    for (FlatField& field : fields_of(model, row)) keys.insert(std::move(field.key));
    for (const Property& property : model.properties_of(row))
      properties.emplace(model.text(property.key), flat_property_key(row, model.text(property.key)));
  }
  writer.add_columns(keys);
  for (const auto& row : rows) writer.add(fields_of(model, row));
  return writer.layout(properties);
}

Json write_sources(const Model& model, Output& output) {
  std::vector<Json> rows;
  std::set<std::string> used;
  for (const Source& source : model.sources) {
    rows.push_back(dialect_json(model, source, output));
    rows.back().erase("record");
    for (const auto& [key, value] : rows.back().items()) used.insert(key);
  }
  const std::vector<std::string> order = {"id",       "title", "publisher", "published", "url",
                                          "language", "note",  "text",      "sha256"};
  std::vector<std::string> columns;
  for (const std::string& key : order)
    if (used.contains(key)) columns.push_back(key);
  TableWriter writer(output.beside("sources"), TableRows::sources, columns);
  writer.add_columns({});
  for (const Json& row : rows) {
    Fields fields;
    for (const auto& [key, value] : row.items()) fields.push_back({key, value.get<std::string>()});
    writer.add(fields);
  }
  return writer.layout({});
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

void write_csv(const Model& model, Output& output, Losses& losses) {
  add_flat_losses(model, losses);
  Json graph = dialect_json_of_graph(model);
  graph.erase("record");
  Json& tables = graph["tables"] = Json::object();
  tables[file_name(output.path())] =
      write_table(model, model.nodes, TableWriter(output.main(), TableRows::nodes, {"id"}));
  tables[file_name(output.path_beside("relations"))] = write_table(
      model, model.relations, TableWriter(output.beside("relations"), TableRows::relations, {"from", "type", "to"}));
  if (!model.sources.empty()) tables[file_name(output.path_beside("sources"))] = write_sources(model, output);
  output.beside("tables.yaml") << graph.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace throughline
