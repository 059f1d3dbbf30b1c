// SPDX-License-Identifier: Apache-2.0
#include "render/figure.hpp"

#include <fmt/format.h>

#include "base/failure.hpp"
#include "render/graphviz.hpp"
#include "render/renderer.hpp"
#include "view/diagram_layout.hpp"
#include "view/diagram_scene.hpp"
#include "view/timeline_scene.hpp"

namespace throughline {

namespace {

void report_font(const TextMetrics& metrics, Diagnostics& diagnostics) {
  if (metrics.missing_family().empty()) return;
  diagnostics.report(
      Code::font_replaced, {},
      fmt::format("the font `{}` is not installed, `{}` stands in", metrics.missing_family(), metrics.family()));
}

}  // namespace

Scene compose(const DiagramView& view, Diagnostics& diagnostics) {
  const TextMetrics metrics;
  report_font(metrics, diagnostics);
  const auto engine = [&](const LayoutGraph& graph) { return lay_out(graph, diagnostics); };
  const PlannedDiagram diagram = arrange(view, engine, metrics);
  return diagram_scene(diagram.plan, diagram.placed, metrics);
}

Scene compose(const TimelineView& view, Diagnostics& diagnostics) {
  const TextMetrics metrics;
  report_font(metrics, diagnostics);
  return place_timeline(view, metrics);
}

std::string render(const Scene& scene, std::string_view format, Diagnostics& diagnostics) {
  const Renderer* renderer = find_renderer(format);
  if (renderer == nullptr || renderer->write == nullptr) throw Failure(fmt::format("no renderer `{}`", format));
  return renderer->write(scene, diagnostics);
}

}  // namespace throughline
