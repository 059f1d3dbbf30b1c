// SPDX-License-Identifier: Apache-2.0
#include "formats/json_foreign.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/text.hpp"
#include "formats/foreign_records.hpp"

namespace throughline {
namespace {

class JsonReader {
 public:
  JsonReader(const JsonGraph& graph, Records& records, Diagnostics& diagnostics)
      : graph_(graph), strings_(records.strings), diagnostics_(diagnostics), foreign_(records, diagnostics) {}

  void read() {
    read_about();
    name_nodes();
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) add_node(i);
    read_numbers();
    for (const JsonObject& edge : graph_.edges) add_edge(edge);
  }

 private:
  using Fields = std::span<const JsonField>;

  std::string_view text(StringId id) const { return strings_[id]; }

  // The first of these keys that is given, in the order of the keys.
  const JsonField* find(Fields fields, std::initializer_list<std::string_view> keys) const {
    for (const std::string_view key : keys)
      for (const JsonField& field : fields)
        if (field.value.text != StringId::empty && text(field.key) == key) return &field;
    return nullptr;
  }

  void read_about() {
    const JsonField* title = find(graph_.about, {"title", "name", "label"});
    const JsonField* left_out = nullptr;
    std::size_t count = 0;
    for (const JsonField& field : graph_.about) {
      if (field.value.text == StringId::empty) continue;
      const std::string_view key = text(field.key);
      if (&field == title)
        foreign_.add_graph_field(FieldName::title, field.value);
      else if (key == "description")
        foreign_.add_graph_field(FieldName::description, field.value);
      else if (key == "language")
        foreign_.add_graph_field(FieldName::language, field.value);
      else if (key == "directed")
        is_directed_ = text(field.value.text) != "false";
      else if (key == "type" && field.type == JsonField::Type::text)
        is_directed_ = text(field.value.text) != "undirected";
      else if (key != "multigraph" && key != "multi" && key != "allowSelfLoops" && count++ == 0)
        left_out = &field;
    }
    if (left_out)
      diagnostics_.report(Code::not_kept, left_out->value.at,
                          fmt::format("`{}` is said of the graph as a whole, and left out", text(left_out->key)) +
                              (count > 1 ? fmt::format("; with it {} like it", count_of(count - 1, "field")) : ""));
  }

  // Who gives no ids names by the place in the list: then the names are the ids, where no two are the same.
  void name_nodes() {
    const bool has_all = std::all_of(graph_.nodes.begin(), graph_.nodes.end(), [&](const JsonObject& node) {
      return id_field(graph_.fields_of(node)) != nullptr;
    });
    const bool uses_names = !has_all && names_differ();
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Fields fields = graph_.fields_of(graph_.nodes[i]);
      const JsonField* id = id_field(fields);
      if (!id && uses_names) id = find(fields, {"name", "label"});
      has_numbers_ = has_numbers_ || (id && id->type == JsonField::Type::number);
      ids_.push_back(id ? id->value : Said{strings_.intern(std::to_string(i)), graph_.nodes[i].at});
    }
  }

  const JsonField* id_field(Fields fields) const { return find(fields, {"id", "key"}); }

  bool names_differ() const {
    std::unordered_set<StringId> names;
    return std::all_of(graph_.nodes.begin(), graph_.nodes.end(), [&](const JsonObject& node) {
      const JsonField* name = find(graph_.fields_of(node), {"name", "label"});
      return name && names.insert(name->value.text).second;
    });
  }

  void add_node(std::size_t index) {
    const Fields fields = graph_.fields_of(graph_.nodes[index]);
    given_.clear();
    for (const JsonField& field : fields)
      if (&field != id_field(fields)) given_.push_back({text(field.key), field.value});
    foreign_.add_node(ids_[index], given_);
  }

  // A number at the end of an edge is an id where ids are numbers, or where each is one; else it is a place.
  void read_numbers() {
    std::unordered_set<StringId> known;
    for (const Said& id : ids_) known.insert(id.text);
    const auto is_known = [&](const JsonField* end) {
      return !end || end->type != JsonField::Type::number || known.contains(end->value.text);
    };
    numbers_are_places_ =
        !has_numbers_ && !std::all_of(graph_.edges.begin(), graph_.edges.end(), [&](const JsonObject& edge) {
          const Fields fields = graph_.fields_of(edge);
          return is_known(start_of(fields)) && is_known(target_of(fields));
        });
  }

  void add_edge(const JsonObject& edge) {
    const Fields fields = graph_.fields_of(edge);
    const JsonField* from = start_of(fields);
    const JsonField* to = target_of(fields);
    const JsonField* directed = find(fields, {"directed", "undirected"});
    if (!from || !to) {
      diagnostics_.report(Code::missing_field, edge.at,
                          fmt::format("an edge without `{}`", from ? "target" : "source"));
      return;
    }
    if (directed && directed->type != JsonField::Type::word) directed = nullptr;
    given_.clear();
    for (const JsonField& field : fields)
      if (&field != from && &field != to && &field != directed) given_.push_back({text(field.key), field.value});
    foreign_.add_relation({end_of(*from), end_of(*to), directed ? is_arrow(*directed) : is_directed_}, given_);
  }

  bool is_arrow(const JsonField& field) const {
    return (text(field.key) == "directed") == (text(field.value.text) == "true");
  }

  Said end_of(const JsonField& field) const {
    const std::string_view number = text(field.value.text);
    const bool is_place = numbers_are_places_ && field.type == JsonField::Type::number && number.size() < 10 &&
                          number.find_first_not_of("0123456789") == std::string_view::npos;
    const std::size_t place = is_place ? std::stoul(std::string(number)) : ids_.size();
    return place < ids_.size() ? Said{ids_[place].text, field.value.at} : field.value;
  }

  const JsonField* start_of(Fields fields) const { return find(fields, {"source", "from"}); }
  const JsonField* target_of(Fields fields) const { return find(fields, {"target", "to"}); }

  const JsonGraph& graph_;
  StringPool& strings_;
  Diagnostics& diagnostics_;
  ForeignRecords foreign_;
  std::vector<Said> ids_;  // of the nodes
  std::vector<ForeignField> given_;
  bool is_directed_ = true;
  bool has_numbers_ = false;  // as ids
  bool numbers_are_places_ = false;
};

}  // namespace

void read_foreign_json(const JsonGraph& graph, Records& records, Diagnostics& diagnostics) {
  JsonReader(graph, records, diagnostics).read();
}

}  // namespace throughline
