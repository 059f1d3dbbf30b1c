// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "formats/dialect_json.hpp"
#include "formats/format.hpp"
#include "formats/mermaid_text.hpp"
#include "model/rivals.hpp"
#include "time/wording.hpp"

namespace throughline {
namespace {

// Ids of users may be words of Mermaid (`end`); nodes are numbered, kinds are classes.
std::string number_of(NodeIndex node) { return fmt::format("n{}", position(node) + 1); }

std::string class_of(const Model& model, const Node& node) {
  std::string name = "kind_" + model.kind_of(node).name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return (c < 'a' || c > 'z') && c != '_'; }, '_');
  return name;
}

std::string label_of(const Model& model, const Relation& relation) {
  std::string label = model.type_of(relation).label;
  if (relation.assertion != Assertion::asserted) label += fmt::format(" ({})", name(relation.assertion));
  if (relation.when != none<DateIndex>) label += fmt::format(", {}", words(model[relation.when].value));
  return mermaid_text(label);
}

std::string_view arrow_of(const Model& model, const Relation& relation) {
  if (is_denial(relation)) return "-.-x";
  const RelationType& type = model.type_of(relation);
  if (type.symmetric) return type.line == Line::solid ? "---" : "-.-";
  return type.line == Line::solid ? "-->" : "-.->";
}

void write(const Model& model, Output& output, Losses& losses) {
  std::ostream& out = output.main();
  if (model.title != StringId::empty)
    out << "---\ntitle: "
        << Json(in_one_line(model.text(model.title))).dump(-1, ' ', false, Json::error_handler_t::replace) << "\n---\n";
  out << "flowchart LR\n";
  for (std::uint32_t i = 0; i < model.nodes.size(); ++i)
    out << fmt::format("    {}[\"{}\"]:::{}\n", number_of(NodeIndex{i}), mermaid_text(model.text(model.nodes[i].name)),
                       class_of(model, model.nodes[i]));
  for (const Relation& relation : model.relations)
    out << fmt::format("    {} {}|\"{}\"| {}\n", number_of(relation.from), arrow_of(model, relation),
                       label_of(model, relation), number_of(relation.to));
  losses.add("description", model.description == StringId::empty ? 0 : 1);
  losses.add("dates of nodes",
             static_cast<std::size_t>(std::count_if(model.nodes.begin(), model.nodes.end(),
                                                    [](const Node& node) { return node.when != none<DateIndex>; })));
  add_losses_of_telling(model, {.relations = true}, losses);
}

}  // namespace

extern const Format mermaid_graph_format;
constinit const Format mermaid_graph_format{.name = "mermaid-graph",
                                            .extensions = ".mmd",
                                            .summary = "Mermaid: nodes and relations as a flowchart",
                                            .write = write};

}  // namespace throughline
