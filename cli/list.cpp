// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "check/rule.hpp"
#include "cli/command.hpp"
#include "formats/format.hpp"
#include "query/saved_question.hpp"
#include "render/renderer.hpp"
#include "render/table_format.hpp"

namespace throughline::cli {
namespace {

constexpr Parameter parameters[] = {
    {"WHAT", "", "verbs, formats, relations, kinds, rules, codes; of a graph: views, questions, sources, nodes", "",
     true}};

// All columns are text; the data of a row is the same fields by their keys.
Row row_of(const std::vector<Column>& columns, std::vector<std::string> cells) {
  Json data = Json::object();
  for (std::size_t i = 0; i < cells.size(); ++i) data[columns[i].key] = cells[i].empty() ? Json() : Json(cells[i]);
  return {std::move(cells), {}, {}, [data] { return data; }};
}

void add_row(Table& table, std::vector<std::string> cells) {
  table.rows.push_back(row_of(table.columns, std::move(cells)));
}

Table table_of(std::vector<Column> columns) {
  return {.columns = std::move(columns), .rows = {}, .when_empty = "none", .notes = {}};
}

Table list_verbs(const Model&) {
  Table table = table_of({{"name", "Verb"}, {"summary", "Does"}, {"example", "Example"}});
  for (const Command& command : commands())
    add_row(table,
            {std::string(command.name), std::string(command.summary), fmt::format("throughline {}", command.example)});
  return table;
}

Table list_formats(const Model&) {
  Table table = table_of({{"name", "Format"}, {"use", "Use"}, {"extensions", "Extensions"}, {"summary", "Is"}});
  for (const Format* format : formats()) {
    const std::string use = !format->is_readable() ? "write" : !format->write ? "read" : "read, write";
    add_row(table, {std::string(format->name), use, std::string(format->extensions), std::string(format->summary)});
  }
  for (const Renderer* renderer : renderers())
    add_row(table,
            {std::string(renderer->name), "figure", std::string(renderer->extension), std::string(renderer->summary)});
  for (const TableFormat* format : table_formats())
    add_row(table, {std::string(format->name), "table", "", std::string(format->summary)});
  return table;
}

std::string kinds_text(const std::vector<std::string>& kinds) { return kinds.empty() ? "any" : join(kinds, ", "); }

// Nothing where no end dates a relation.
std::string dating_text(const RelationType& type) {
  return type.dated_by == DatedBy::none ? "" : std::string(name(type.dated_by));
}

Table list_relations(const Model& model) {
  Table table = table_of({{"name", "Type"},
                          {"label", "Read forwards"},
                          {"inverse", "Read backwards"},
                          {"from", "From"},
                          {"to", "To"},
                          {"leads", "Leads"},
                          {"symmetric", "Symmetric"},
                          {"dated_by", "Dated by"},
                          {"defined", "Defined"}});
  for (const RelationType& type : model.vocabulary.relation_types())
    add_row(table, {type.name, type.label, type.inverse, kinds_text(type.from), kinds_text(type.to),
                    std::string(name(type.leads)), type.symmetric ? "yes" : "no", dating_text(type),
                    type.built_in ? "built in" : "by the graph"});
  return table;
}

Table list_kinds(const Model& model) {
  Table table = table_of({{"name", "Kind"}, {"plural", "Section"}, {"defined", "Defined"}});
  for (const Kind& kind : model.vocabulary.kinds())
    add_row(table, {kind.name, kind.plural, kind.built_in ? "built in" : "by the graph"});
  return table;
}

Table list_rules(const Model&) {
  Table table = table_of({{"name", "Rule"}, {"summary", "Checks that"}});
  for (const Rule* rule : rules()) add_row(table, {std::string(rule->name), std::string(rule->summary)});
  add_row(table, {std::string(saved_rule.name), std::string(saved_rule.summary)});
  return table;
}

Table list_codes(const Model&) {
  Table table = table_of({{"id", "Code"}, {"name", "Name"}, {"severity", "Severity"}, {"meaning", "Means"}});
  for (const CodeRow& row : diagnostic_codes())
    add_row(table,
            {std::string(row.id), std::string(row.name), std::string(name(row.severity)), std::string(row.meaning)});
  return table;
}

Table list_views(const Model& model) {
  Table table = table_of({{"id", "View"}, {"title", "Title"}, {"subtitle", "Subtitle"}});
  for (const ViewDefinition& view : model.views)
    add_row(table, {std::string(model.text(view.id)), std::string(view.text(model.strings, "title")),
                    std::string(view.text(model.strings, "subtitle"))});
  table.when_empty = "the graph defines no views";
  return table;
}

Table list_questions(const Model& model) {
  Table table = table_of({{"id", "Question"}, {"title", "Title"}, {"ask", "Asks"}});
  for (const QuestionDefinition& question : model.questions)
    add_row(table, {std::string(model.text(question.id)), std::string(question.text(model.strings, "title")),
                    std::string(question.text(model.strings, "ask"))});
  table.when_empty = "the graph saves no questions";
  return table;
}

Table list_sources(const Model& model) {
  Table table = table_of(
      {{"id", "Source"}, {"title", "Title"}, {"publisher", "Publisher"}, {"published", "Published"}, {"url", "Link"}});
  for (const Source& source : model.sources) {
    const StringId publisher =
        source.publisher_node == none<NodeIndex> ? source.publisher : model[source.publisher_node].name;
    add_row(table, {std::string(model.text(source.id)), std::string(model.text(source.title)),
                    std::string(model.text(publisher)), std::string(model.date_text(source.published)),
                    std::string(model.text(source.url))});
  }
  table.when_empty = "the graph has no sources";
  return table;
}

Table list_nodes(const Model& model) {
  Table table = table_of(
      {{"id", "Id"}, {"name", "Name"}, {"kind", "Kind"}, {"type", "Type"}, {"when", "When"}, {"status", "Status"}});
  table.rows = {model.nodes.size(), [&model, columns = table.columns](std::size_t number) {
                  const Node& node = model.nodes[number];
                  return row_of(columns, {std::string(model.text(node.id)), std::string(model.text(node.name)),
                                          model.kind_of(node).name, std::string(model.text(node.type)),
                                          std::string(model.date_text(node.when)), std::string(name(node.status))});
                }};
  table.when_empty = "the graph has no nodes";
  return table;
}

enum class Wants { nothing, vocabulary, graph };

struct List {
  std::string_view name;
  Wants wants;
  Table (*make)(const Model&);
};

constexpr List lists[] = {
    {"verbs", Wants::nothing, list_verbs},
    {"formats", Wants::nothing, list_formats},
    {"relations", Wants::vocabulary, list_relations},
    {"kinds", Wants::vocabulary, list_kinds},
    {"rules", Wants::nothing, list_rules},
    {"codes", Wants::nothing, list_codes},
    {"views", Wants::graph, list_views},
    {"questions", Wants::graph, list_questions},
    {"sources", Wants::graph, list_sources},
    {"nodes", Wants::graph, list_nodes},
};

const List& list_named(std::string_view wanted) {
  std::vector<std::string_view> names;
  for (const List& list : lists) {
    if (list.name == wanted) return list;
    names.push_back(list.name);
  }
  const std::string slip = did_you_mean(wanted, names);
  throw UsageError(fmt::format("no list of `{}`; {}", wanted,
                               slip.empty() ? fmt::format("one of: {}", fmt::join(names, ", ")) : slip));
}

int print(const Invocation& invocation, const List& list, const Model& model) {
  Table table = list.make(model);
  table.noun = list.name.substr(0, list.name.size() - 1);  // "verb" of "verbs"
  return print_table(invocation, std::move(table));
}

int run(const Invocation& invocation) {
  const List& list = list_named(invocation.arguments.text("WHAT"));
  const bool has_built_in = list.wants == Wants::vocabulary && !names_graph(invocation);
  if (list.wants == Wants::nothing || has_built_in) return print(invocation, list, Model());
  const std::optional<Model> model = load_graph(invocation);
  return model ? print(invocation, list, *model) : data_errors;
}

}  // namespace

extern const Command list_command;
constinit const Command list_command{
    "list", "what there is: verbs, formats, relation types, views, codes …", "list relations", parameters, true, run,
    nullptr};

}  // namespace throughline::cli
