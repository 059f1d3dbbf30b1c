// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.hpp"
#include "formats/dot_graph.hpp"
#include "formats/dot_reader.hpp"
#include "formats/dot_text.hpp"
#include "formats/flat_record.hpp"
#include "formats/format.hpp"

namespace throughline {
namespace {

bool is_same(std::string_view word, std::string_view lower) {
  return std::equal(word.begin(), word.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// ---- looking at a text

bool is_dot(std::string_view text) {
  DotTokens tokens(text);
  std::optional<DotToken> token = tokens.next();
  if (token && is_same(token->written, "strict")) token = tokens.next();
  if (!token || (!is_same(token->written, "graph") && !is_same(token->written, "digraph"))) return false;
  token = tokens.next();
  if (token && token->kind != DotToken::Kind::mark) token = tokens.next();
  return token && token->written == "{";
}

// What Graphviz takes `charset` for; everything else is UTF-8 to it.
std::string_view encoding_of_dot(std::string_view bytes) {
  constexpr std::string_view latin1[] = {"latin-1",    "latin1",    "l1",        "iso-8859-1",
                                         "iso_8859-1", "iso8859-1", "iso-ir-100"};
  if (bytes.find("charset") == std::string_view::npos) return {};
  DotTokens tokens(bytes);
  for (auto token = tokens.next(); token; token = tokens.next()) {
    if (dot_unquoted(*token) != "charset") continue;
    if (token = tokens.next(); !token || token->written != "=") continue;
    if (token = tokens.next(); !token) break;
    const std::string name = dot_unquoted(*token);
    if (std::any_of(std::begin(latin1), std::end(latin1), [&](auto each) { return is_same(name, each); }))
      return "ISO-8859-1";
    if (is_same(name, "big5") || is_same(name, "big-5")) return "BIG5";
    return {};
  }
  return {};
}

void read_dot(const Inputs& inputs, std::span<const std::uint16_t> which, Records& records, Diagnostics& diagnostics) {
  ForeignRecords foreign(records, diagnostics);
  for (const std::uint16_t input : which) read_dot_file(inputs, input, records, foreign, diagnostics);
}

// ---- writing

// The name is the label, which is what a figure shows; a property called `label` takes its place and the name gets one
// of its own.
std::vector<DotValue> attributes_of(const std::vector<FlatField>& fields, std::string_view shown) {
  const bool has_label = std::any_of(fields.begin(), fields.end(), [](const FlatField& f) { return f.key == "label"; });
  std::vector<DotValue> attributes;
  for (const FlatField& field : fields) {
    const bool ends_in_break = field.value.ends_with('\n');  // a label's last line break says nothing
    const bool is_label = field.key == "label" || (field.key == shown && !has_label && !ends_in_break);
    const std::string key = is_label ? "label" : field.key == "url" ? "URL" : dot_label_of(field.key);
    attributes.push_back({key, dot_label_of(field.value)});
  }
  return attributes;
}

bool says_undirected(const FlatField& field) { return field.key == "directed" && field.value == "false"; }

DotArc arc_of(const Model& model, const Relation& relation) {
  std::vector<FlatField> fields = flat_fields(model, relation);
  const bool is_undirected =
      model.type_of(relation).symmetric || std::any_of(fields.begin(), fields.end(), says_undirected);
  std::erase_if(fields, says_undirected);
  DotArc arc{dot_escaped(model.text(model[relation.from].id)), dot_escaped(model.text(model[relation.to].id)),
             attributes_of(fields, "type")};
  if (is_undirected) arc.attributes.push_back({"dir", "none"});
  return arc;
}

// Graphviz takes a name that begins with % for one that it made up itself, and leaves out some line breaks.
void add_id_losses(std::string_view id, Losses& losses) {
  if (id.starts_with('%')) losses.add("ids that begin with %, which Graphviz makes up anew");
  if (id.find('\n') != std::string_view::npos) losses.add("line breaks in ids, some of which Graphviz leaves out");
}

void write_dot_format(const Model& model, Output& output, Losses& losses) {
  DotGraph graph;
  graph.name = "throughline";
  graph.attributes.push_back({"linelength", "0"});  // else Graphviz breaks long texts, and some of them wrongly
  if (model.title != StringId::empty) graph.attributes.push_back({"label", dot_label_of(model.text(model.title))});
  if (const std::vector<std::string> rows = dialect_rows(model, output); !rows.empty())
    graph.attributes.push_back({std::string(dot_dialect_key), dot_escaped(join(rows, "\n"))});
  for (const Node& node : model.nodes)
    graph.vertices.push_back(
        {dot_escaped(model.text(node.id)), {}, {}, attributes_of(flat_fields(model, node), "name")});
  for (const Relation& relation : model.relations) graph.arcs.push_back(arc_of(model, relation));
  for (const Node& node : model.nodes) add_id_losses(model.text(node.id), losses);
  add_flat_losses(model, losses);
  output.main() << print_dot(graph);
}

}  // namespace

extern const Format dot_format;
constinit const Format dot_format{.name = "dot",
                                  .extensions = ".dot .gv",
                                  .summary = "DOT, as Graphviz reads it: what `dot` draws, we read",
                                  .recognises = is_dot,
                                  .encoding_of = encoding_of_dot,
                                  .encoding_example = "charset=latin1;",
                                  .read = read_dot,
                                  .write = write_dot_format};

}  // namespace throughline
