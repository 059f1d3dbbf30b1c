// SPDX-License-Identifier: Apache-2.0
// From a view to the bytes of a figure. Both kinds of figure go the same way: view → scene → Graphviz (a forked child,
// with a limit on time and memory) → SVG with its accessible structure, PNG, PDF; or DOT, the graph before layout.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "view/diagram_view.hpp"
#include "view/kept_places.hpp"
#include "view/scene.hpp"
#include "view/timeline_view.hpp"

namespace throughline {

// Layout and placement. Reports TL6xx (a replaced font, a layout that was stopped and by what it was replaced).
Scene compose(const DiagramView& view, Diagnostics& diagnostics);
// With the places of an earlier figure, where nodes and labels keep them as far as they can; TL608 says what could not.
// Requires that it has one of the nodes.
Scene compose(const DiagramView& view, const EarlierPlaces& earlier, Diagnostics& diagnostics);
Scene compose(const TimelineView& view, Diagnostics& diagnostics);

// `format` is the name of a renderer: "svg", "png", "pdf". Throws Failure when Graphviz lacks the plugin or was
// stopped.
std::string render(const Scene& scene, std::string_view format, Diagnostics& diagnostics);

// The view as DOT, before any layout: attributes carry kind, type and dates.
std::string write_dot(const DiagramView& view);
std::string write_dot(const TimelineView& view);

}  // namespace throughline
