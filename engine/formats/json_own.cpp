// SPDX-License-Identifier: Apache-2.0
#include "formats/json_own.hpp"

#include <algorithm>

#include "formats/json_tree.hpp"
#include "formats/record_reader.hpp"

namespace throughline {
namespace {

constexpr std::string_view node_fields[] = {"id", "kind", "type", "name", "names", "aliases", "place", "note", "url"};
constexpr std::string_view relation_fields[] = {"type", "role", "status", "confidence", "note"};
constexpr std::string_view source_fields[] = {"id",       "title", "publisher", "published", "url",
                                              "language", "note",  "text",      "sha256"};
constexpr std::string_view graph_fields[] = {"title", "description", "language"};
// What follows from other fields, and the number that NetworkX gives to each of several edges between two nodes.
constexpr std::string_view node_echoes[] = {"when", "status"};
constexpr std::string_view relation_echoes[] = {"label", "when_words", "key"};

bool is_in(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class OwnReader {
 public:
  OwnReader(const Inputs& inputs, std::uint16_t input, Records& records, Diagnostics& diagnostics)
      : inputs_(inputs),
        input_(input),
        strings_(records.strings),
        diagnostics_(diagnostics),
        reader_(records, diagnostics) {}

  void read(const JsonGraph& graph) {
    bool is_told = false;  // title and the like, by a row of the graph
    for (const JsonObject& object : graph.rows) {
      Tree row = tree_of(object);
      is_told = is_told || find(row, "graph");
      if (graph.sources.empty() || word(row, "record") != "source") reader_.read_row(row);
    }
    if (!is_told) read_about(graph.about);
    for (const JsonObject& object : graph.sources) reader_.read_row(row_of_source(tree_of(object)));
    for (const JsonObject& object : graph.nodes) reader_.read_row(row_of_node(tree_of(object)));
    for (const JsonObject& object : graph.edges) reader_.read_row(row_of_relation(tree_of(object)));
  }

 private:
  // The parser has been over the text once: it is well formed.
  Tree tree_of(const JsonObject& object) {
    const std::string_view text = std::string_view(inputs_[input_].text).substr(object.offset, object.length);
    JsonProblem problem;
    auto tree = read_json_tree(text, own_text(inputs_, input_, text), strings_, diagnostics_, problem);
    if (tree) return std::move(*tree);
    diagnostics_.report(Code::json_syntax, Inputs::location(input_, object.offset + problem.offset, 1),
                        problem.message);
    return mapping(object.at);
  }

  // A file whose row of the graph somebody took out has title, description and language still.
  void read_about(std::span<const JsonField> about) {
    for (const JsonField& field : about) {
      if (!is_in(graph_fields, strings_[field.key]) || field.type == JsonField::Type::word) continue;
      Tree body = mapping(field.value.at);
      add(body, scalar(strings_[field.key], field.value.at), {Tree::Shape::scalar, field.value, {}});
      Tree row = row_named("graph", field.value.at);
      add(row, scalar("graph", field.value.at), std::move(body));
      reader_.read_row(row);
    }
  }

  Tree row_of_source(Tree source) {
    Tree row = row_named("source", source.said.at);
    for_each_field(source, [&](Tree& key, Tree& value) {
      if (is_in(source_fields, text(key))) add(row, key, std::move(value));
    });
    return row;
  }

  Tree row_of_node(Tree node) {
    Tree row = row_named("node", node.said.at);
    Tree properties = mapping(node.said.at);
    const bool has_claims = find(node, "claims") != nullptr;
    for_each_field(node, [&](Tree& key, Tree& value) {
      const std::string_view name = text(key);
      if (name == "properties") return take(properties, std::move(value));
      if (name == "evidence") return add(row, key, evidence(std::move(value)));
      if (name == "claims") return add_claims(row, std::move(value));
      if (is_in(node_echoes, name) && has_claims) return;
      const bool is_ours = is_in(node_fields, name) || is_in(node_echoes, name);
      add(is_ours ? row : properties, key, std::move(value));
    });
    add(row, scalar("properties", node.said.at), std::move(properties));
    return row;
  }

  Tree row_of_relation(Tree relation) {
    Tree row = row_named("relation", relation.said.at);
    Tree properties = mapping(relation.said.at);
    const bool is_told = find(relation, "when_told") != nullptr;
    for_each_field(relation, [&](Tree& key, Tree& value) {
      const std::string_view name = text(key);
      if (is_in(relation_echoes, name) || (name == "when" && is_told)) return;
      if (name == "properties") return take(properties, std::move(value));
      if (name == "evidence") return add(row, key, evidence(std::move(value)));
      if (name == "source") return add(row, scalar("from", key.said.at), std::move(value));
      if (name == "target") return add(row, scalar("to", key.said.at), std::move(value));
      if (name == "when" || name == "when_told") return add(row, scalar("when", key.said.at), std::move(value));
      add(is_in(relation_fields, name) ? row : properties, key, std::move(value));
    });
    add(row, scalar("properties", relation.said.at), std::move(properties));
    return row;
  }

  // A list of {"status", "when", "when_told", "evidence"}, those with a status being about the status.
  void add_claims(Tree& row, Tree claims) {
    Tree dates = list(claims.said.at);
    Tree statuses = list(claims.said.at);
    for (Tree& claim : claims.children) {
      const Tree* status = find(claim, "status");
      (status ? statuses : dates).children.push_back(status ? status_claim(claim) : date_claim(claim));
    }
    add(row, scalar("when", claims.said.at), std::move(dates));
    add(row, scalar("status", claims.said.at), std::move(statuses));
  }

  Tree status_claim(Tree& claim) {
    Tree body = mapping(claim.said.at);
    const bool is_told = find(claim, "when_told") != nullptr;
    for_each_field(claim, [&](Tree& key, Tree& value) {
      const std::string_view name = text(key);
      if (name == "status") add(body, scalar("is", key.said.at), std::move(value));
      if (name == "when_told" || (name == "when" && !is_told)) add(body, scalar("when", key.said.at), std::move(value));
      if (name == "evidence") add(body, key, evidence(std::move(value)));
    });
    return body;
  }

  Tree date_claim(Tree& claim) {
    Tree body = mapping(claim.said.at);
    const bool is_told = find(claim, "when_told") != nullptr;
    for_each_field(claim, [&](Tree& key, Tree& value) {
      const std::string_view name = text(key);
      if (name == "when_told") take(body, std::move(value));
      if (name == "when" && !is_told) add(body, scalar("date", key.said.at), std::move(value));
      if (name == "evidence") add(body, key, evidence(std::move(value)));
    });
    return body;
  }

  // Without the places in files, which are those of the files that the JSON was made of.
  Tree evidence(Tree entries) {
    for (Tree& entry : entries.children) {
      Tree kept = mapping(entry.said.at);
      for_each_field(entry, [&](Tree& key, Tree& value) {
        if (text(key) != "file" && text(key) != "line") add(kept, key, std::move(value));
      });
      entry = std::move(kept);
    }
    return entries;
  }

  template <typename Visit>
  static void for_each_field(Tree& tree, Visit visit) {
    if (!tree.is_mapping()) return;
    for (std::size_t i = 0; i + 1 < tree.children.size(); i += 2) visit(tree.children[i], tree.children[i + 1]);
  }

  // What is null or empty says nothing.
  static bool says_nothing(const Tree& tree) {
    return tree.is_scalar() ? tree.said.text == StringId::empty : tree.children.empty();
  }

  const Tree* find(const Tree& tree, std::string_view key) const {
    for (std::size_t i = 0; i + 1 < tree.children.size(); i += 2)
      if (text(tree.children[i]) == key && !says_nothing(tree.children[i + 1])) return &tree.children[i + 1];
    return nullptr;
  }

  std::string_view word(const Tree& tree, std::string_view key) const {
    const Tree* found = find(tree, key);
    return found ? text(*found) : std::string_view();
  }

  void add(Tree& to, Tree key, Tree value) {
    if (says_nothing(value)) return;
    to.children.push_back(std::move(key));
    to.children.push_back(std::move(value));
  }

  void take(Tree& to, Tree from) {
    for_each_field(from, [&](Tree& key, Tree& value) { add(to, std::move(key), std::move(value)); });
  }

  Tree row_named(std::string_view record, Location at) {
    Tree row = mapping(at);
    add(row, scalar("record", at), scalar(record, at));
    return row;
  }

  static Tree mapping(Location at) { return {Tree::Shape::mapping, {StringId::empty, at}, {}}; }
  static Tree list(Location at) { return {Tree::Shape::list, {StringId::empty, at}, {}}; }
  Tree scalar(std::string_view text, Location at) { return {Tree::Shape::scalar, {strings_.intern(text), at}, {}}; }
  std::string_view text(const Tree& tree) const { return strings_[tree.said.text]; }

  const Inputs& inputs_;
  std::uint16_t input_;
  StringPool& strings_;
  Diagnostics& diagnostics_;
  RecordReader reader_;
};

}  // namespace

void read_own_json(const JsonGraph& graph, const Inputs& inputs, std::uint16_t input, Records& records,
                   Diagnostics& diagnostics) {
  OwnReader(inputs, input, records, diagnostics).read(graph);
}

}  // namespace throughline
