// SPDX-License-Identifier: Apache-2.0
#include "cli/figure.hpp"
#include "render/figure.hpp"
#include "view/build_view.hpp"

namespace throughline::cli {
namespace {

constexpr auto parameters = figure_parameters({
    {"--cluster", "BY", "boxes around nodes: none, or of a kind, type, organisation or source", ""},
    {"--layout", "ENGINE", "dot, neato, sfdp, circo or twopi (default: by structure)", ""},
});

int run(const Invocation& invocation) {
  return make_figure(invocation, false,
                     [](const Graph& graph, const Scope& scope, const Selection& selection, const std::string& format,
                        Diagnostics& diagnostics) {
                       const DiagramView view = build_diagram(graph, scope, selection, stamp());
                       return format == "dot" ? write_dot(view)
                                              : render(compose(view, diagnostics), format, diagnostics);
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
