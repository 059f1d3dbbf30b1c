// SPDX-License-Identifier: Apache-2.0
#include "cli/figure.hpp"
#include "render/figure.hpp"
#include "view/build_view.hpp"
#include "view/diagram_changes.hpp"

namespace throughline::cli {
namespace {

constexpr auto parameters = figure_parameters({
    {"--cluster", "BY", "boxes around nodes: none, or of a kind, type, organisation or source", ""},
    {"--diff", "GRAPH", "mark what is new, changed or gone against this earlier version: a file or folder", ""},
    {"--layout", "ENGINE", "dot, neato, sfdp, circo or twopi (default: by structure)", ""},
});

DiagramView against(const Model& before, std::string_view name, const Model& model, const Scope& scope,
                    DiagramView now) {
  DiagramView then;
  if (const std::optional<Scope> there = scope_in(before, model, scope)) {
    const Graph graph(before);
    then = build_diagram(graph, *there, select(graph, *there), stamp());
  }
  return compared(then, std::move(now), name, scope.max_nodes);
}

int run(const Invocation& invocation) {
  const std::string_view other = invocation.arguments.text("--diff");
  std::optional<Model> before;
  if (!other.empty() && !(before = load_other_graph(invocation, other))) return data_errors;
  return make_figure(
      invocation, false,
      [&](const Graph& graph, const Scope& scope, const Selection& selection, const std::string& format,
          Diagnostics& diagnostics) {
        DiagramView view = build_diagram(graph, scope, selection, stamp());
        if (before) view = against(*before, other, graph.model(), scope, std::move(view));
        return std::vector{format == "dot" ? write_dot(view) : render(compose(view, diagnostics), format, diagnostics)};
      });
}

}  // namespace

extern const Command draw_command;
constinit const Command draw_command{"draw",
                                     "a relationship diagram: SVG, PNG, PDF or DOT",
                                     "-g graphs/inter-korean draw --view humanitarian -o humanitarian.svg",
                                     parameters,
                                     false,
                                     run,
                                     nullptr,
                                     true};

}  // namespace throughline::cli
