// SPDX-License-Identifier: Apache-2.0
#include "cli/figure.hpp"
#include "render/figure.hpp"
#include "view/build_view.hpp"

namespace throughline::cli {
namespace {

constexpr auto parameters = figure_parameters({
    {"--lanes", "BY", "of what: actor, initiative, kind, type, source or view", ""},
    {"--breaks", "WHICH", "silences that are left out: auto, none, or a length such as `5 years` or `6 hours`", "auto"},
    {"--vertical", "", "time runs down, for a column or a phone", ""},
});

int run(const Invocation& invocation) {
  return make_figure(invocation, true,
                     [](const Graph& graph, const Scope& scope, const Selection& selection, const std::string& format,
                        Diagnostics& diagnostics) {
                       const TimelineView view = build_timeline(graph, scope, selection, stamp());
                       return format == "dot" ? write_dot(view)
                                              : render(compose(view, diagnostics), format, diagnostics);
                     });
}

}  // namespace

extern const Command timeline_command;
constinit const Command timeline_command{"timeline",
                                         "a timeline with lanes, uncertain dates drawn as uncertain",
                                         "-g graphs/inter-korean timeline --view charities -o charities.svg",
                                         parameters,
                                         false,
                                         run,
                                         nullptr,
                                         true};

}  // namespace throughline::cli
