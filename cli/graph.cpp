// SPDX-License-Identifier: Apache-2.0
#include <istream>
#include <iterator>
#include <ostream>

#include "base/diagnostic_text.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "formats/load.hpp"
#include "query/answer.hpp"
#include "render/table_format.hpp"

namespace throughline::cli {
namespace {

constexpr const char* usual_graph = "throughline.yaml";

std::string read_stdin(const Invocation& invocation, const std::vector<std::string>& paths) {
  for (const std::string& path : paths)
    if (path == "-") return {std::istreambuf_iterator<char>(invocation.world.in), {}};
  return {};
}

// What was guessed and made of files of other formats: said with every answer. Warnings about our own dialect are for
// `check`.
Diagnostics said_of_foreign(const Diagnostics& diagnostics, const Inputs& inputs) {
  Diagnostics said;
  for (const Diagnostic& each : diagnostics.list())
    if (each.where.is_known() && inputs[each.where.input].is_foreign) said.add(each);
  return said;
}

}  // namespace

std::vector<std::string> graph_paths(const Invocation& invocation) {
  if (!invocation.graphs.empty()) return invocation.graphs;
  if (!invocation.world.default_graph.empty()) return {invocation.world.default_graph};
  if (invocation.world.files.kind(usual_graph) != PathKind::missing) return {usual_graph};
  return {};
}

bool names_graph(const Invocation& invocation) { return !graph_paths(invocation).empty(); }

Model load_graph(const Invocation& invocation, Diagnostics& diagnostics) {
  const std::vector<std::string> paths = graph_paths(invocation);
  if (paths.empty())
    throw UsageError(
        "no graph is named: give its file or folder with -g, set THROUGHLINE_GRAPH, or write ./throughline.yaml");
  std::optional<ProgressBar> bar;
  if (invocation.world.shows_progress) bar.emplace(invocation.world.err);
  return load(paths, invocation.world.files, read_stdin(invocation, paths), diagnostics, invocation.tables,
              bar ? &*bar : nullptr);
}

std::optional<Model> load_graph(const Invocation& invocation) {
  Diagnostics diagnostics;
  Model model = load_graph(invocation, diagnostics);
  if (!diagnostics.has_errors()) {
    print_diagnostics(invocation, said_of_foreign(diagnostics, model.inputs), model.inputs);
    return model;
  }
  print_diagnostics(invocation, diagnostics, model.inputs);
  invocation.world.err << "throughline: the graph has errors, so nothing was answered; `throughline check` says more\n";
  return std::nullopt;
}

int print_diagnostics(const Invocation& invocation, const Diagnostics& diagnostics, const Inputs& inputs) {
  print_text(diagnostics, inputs, invocation.world.color_err, invocation.world.err);
  return diagnostics.has_errors() ? data_errors : fine;
}

std::optional<Table> answer(const Verb& verb, const Graph& graph, const Invocation& invocation) {
  Diagnostics diagnostics;
  Table table = throughline::answer(verb, graph, invocation.arguments, diagnostics);
  print_diagnostics(invocation, diagnostics, graph.model().inputs);
  return diagnostics.has_errors() ? std::nullopt : std::optional(std::move(table));
}

int print_table(const Invocation& invocation, Table table) {
  const TableFormat* format = find_table_format(invocation.arguments.text("--format"));
  cut(table, invocation.arguments.number("--limit"));
  for (const std::string& note : table.notes) invocation.world.err << "note: " << note << '\n';
  const bool says_why_itself = format->name == "text" || format->name == "markdown";
  if (table.rows.empty() && !says_why_itself && !table.when_empty.empty())
    invocation.world.err << "note: " << table.when_empty << '\n';
  format->write(table, {invocation.world.color_out, invocation.world.terminal_width}, invocation.world.out);
  return fine;
}

}  // namespace throughline::cli
