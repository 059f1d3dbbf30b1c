// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/figure.hpp"
#include "lint/lint.hpp"
#include "lint/places.hpp"
#include "render/figure.hpp"
#include "view/build_view.hpp"
#include "view/diagram_changes.hpp"
#include "view/kept_diagram.hpp"

namespace throughline::cli {
namespace {

constexpr auto parameters = figure_parameters({
    {"--cluster", "BY", "boxes around nodes: none, or of a kind, type, organisation or source", ""},
    {"--diff", "GRAPH", "mark what is new, changed or gone against this earlier version: a file or folder", ""},
    {"--keep", "FIGURE", "an earlier SVG of this diagram: what it shows keeps its place there", ""},
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

// Of the figure that --keep names; nothing when it has none, which is printed.
std::optional<EarlierPlaces> earlier_places(const Invocation& invocation, const std::string& path) {
  if (invocation.arguments.has("--layout"))
    throw UsageError("--keep and --layout exclude each other: places are those of the earlier figure");
  Inputs inputs;
  Diagnostics diagnostics;
  const auto input = lint::add_figure(inputs, path, invocation.world.files.read(path), diagnostics);
  std::optional<EarlierPlaces> earlier = input ? lint::read_places(inputs, *input, diagnostics) : std::nullopt;
  print_diagnostics(invocation, diagnostics, inputs);
  return earlier;
}

std::string draw_like(const EarlierPlaces& earlier, const DiagramView& view, const std::string& format,
                      Diagnostics& diagnostics) {
  if (format == "dot") throw UsageError("--keep keeps places, and DOT has none; draw as SVG, PNG or PDF");
  if (shared_nodes(earlier, view) > 0) return render(compose(view, earlier, diagnostics), format, diagnostics);
  diagnostics.report(Code::no_places_to_keep, {},
                     fmt::format("none of the {} to draw stands in {}; nothing was written",
                                 count_of(view.nodes.size(), "node"), earlier.name));
  return {};
}

int run(const Invocation& invocation) {
  const std::string_view other = invocation.arguments.text("--diff");
  std::optional<Model> before;
  if (!other.empty() && !(before = load_other_graph(invocation, other))) return data_errors;
  const std::string last(invocation.arguments.text("--keep"));
  std::optional<EarlierPlaces> earlier;
  if (!last.empty() && !(earlier = earlier_places(invocation, last))) return data_errors;
  return make_figure(
      invocation, false,
      [&](const Graph& graph, const Scope& scope, const Selection& selection, const std::string& format,
          Diagnostics& diagnostics) {
        DiagramView view = build_diagram(graph, scope, selection, stamp());
        if (before) view = against(*before, other, graph.model(), scope, std::move(view));
        if (earlier) return std::vector{draw_like(*earlier, view, format, diagnostics)};
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
