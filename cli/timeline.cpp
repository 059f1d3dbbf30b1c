// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "cli/figure.hpp"
#include "render/figure.hpp"
#include "view/build_view.hpp"
#include "view/timeline_pages.hpp"

namespace throughline::cli {
namespace {

constexpr auto parameters = figure_parameters({
    {"--lanes", "BY", "of what: actor, initiative, kind, type, source or view", ""},
    {"--breaks", "WHICH", "silences that are left out: auto, none, or a length such as `5 years` or `6 hours`", "auto"},
    {"--pages", "LENGTH", "several figures, each of so much time: a length such as `10 years`, or none", "none"},
    {"--vertical", "", "time runs down, for a column or a phone", ""},
});

std::vector<TimelineView> views_of(TimelineView view, const std::optional<Duration>& length) {
  if (!length) return {std::move(view)};
  if (view.sheet.is_vertical)
    throw UsageError(
        "pages are of a timeline that runs to the right; one that runs down (--vertical) is as long as it needs to be: "
        "say --pages none");
  if (view.breaks.least) throw UsageError("--breaks and pages exclude each other: a page leaves out nothing");
  if (count_stretches(view, *length) > most_pages)
    throw UsageError(fmt::format("pages so short would be more than {}; choose a greater length", most_pages));
  return pages_of(view, *length);
}

int run(const Invocation& invocation) {
  return make_figure(
      invocation, true,
      [](const Graph& graph, const Scope& scope, const Selection& selection, const std::string& format,
         Diagnostics& diagnostics) {
        std::vector<std::string> figures;
        for (const TimelineView& view : views_of(build_timeline(graph, scope, selection, stamp()), scope.pages.each))
          figures.push_back(format == "dot" ? write_dot(view)
                                            : render(compose(view, diagnostics), format, diagnostics));
        return figures;
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
