// SPDX-License-Identifier: Apache-2.0
#include "render/figure.hpp"

#include <fmt/format.h>

#include "base/failure.hpp"
#include "render/graphviz.hpp"
#include "render/renderer.hpp"
#include "view/diagram_layout.hpp"
#include "view/diagram_scene.hpp"

namespace throughline {

Scene compose(const DiagramView& view, Diagnostics& diagnostics) {
  const TextMetrics metrics;
  if (!metrics.missing_family().empty())
    diagnostics.report(Code::font_replaced, {},
                       fmt::format("the font `{}` is not installed, `{}` stands in", metrics.missing_family(), metrics.family()));
  const auto engine = [&](const LayoutGraph& graph) { return lay_out(graph, diagnostics); };
  const PlannedDiagram diagram = arrange(view, engine, metrics);
  return diagram_scene(diagram.plan, diagram.placed, view.headline, metrics);
}

std::string render(const Scene& scene, std::string_view format, Diagnostics& diagnostics) {
  const Renderer* renderer = find_renderer(format);
  if (renderer == nullptr || renderer->write == nullptr) throw Failure(fmt::format("no renderer `{}`", format));
  return renderer->write(scene, diagnostics);
}

}  // namespace throughline
