// SPDX-License-Identifier: Apache-2.0
#include "render/figure.hpp"

#include <fmt/format.h>

#include <set>

#include "base/failure.hpp"
#include "render/graphviz.hpp"
#include "render/renderer.hpp"
#include "view/diagram_layout.hpp"
#include "view/diagram_scene.hpp"
#include "view/kept_diagram.hpp"
#include "view/theme.hpp"
#include "view/timeline_scene.hpp"

namespace throughline {
namespace {

void report_font(const TextMetrics& metrics, Diagnostics& diagnostics) {
  if (metrics.missing_family().empty()) return;
  diagnostics.report(
      Code::font_replaced, {},
      fmt::format("the font `{}` is not installed, `{}` stands in", metrics.missing_family(), metrics.family()));
}

// What is wider than its page has to be shrunk there, and its texts with it.
void report_width(const Scene& scene, const Sheet& sheet, Diagnostics& diagnostics) {
  if (scene.width <= sheet.width) return;
  diagnostics
      .report(Code::figure_too_wide, {},
              fmt::format("the figure is {:.0f} px wide, its page {:.0f}", scene.width, sheet.width))
      .hint("fewer nodes (--max-nodes, --depth, --view) are narrower; --layout may be, too");
}

Scene on_sheet(Scene scene, const Sheet& sheet, Diagnostics& diagnostics) {
  report_width(scene, sheet, diagnostics);
  scene.dpi = sheet.dpi;
  return theme::in_theme(std::move(scene), sheet.theme);
}

// Of what was said about layouts that were tried, most concerns such as were not taken.
void pass_on(const Diagnostics& said, Diagnostics& diagnostics) {
  std::set<std::string_view> passed;
  for (const Diagnostic& diagnostic : said.list())
    if (passed.insert(diagnostic.message).second) diagnostics.report(diagnostic.code, {}, diagnostic.message);
}

}  // namespace

Scene compose(const DiagramView& view, Diagnostics& diagnostics) {
  const TextMetrics metrics;
  report_font(metrics, diagnostics);
  Diagnostics said;
  const auto engine = [&](std::span<const LayoutGraph> graphs) { return lay_out(graphs, said); };
  const PlannedDiagram diagram = arrange(view, engine, metrics);
  const std::string& used = diagram.placed.engine;
  const bool gave_way = used == "grid" || (used == "sfdp" && view.layout != "sfdp");
  if (gave_way) pass_on(said, diagnostics);
  Scene scene = diagram_scene(diagram.plan, diagram.placed, metrics);
  return on_sheet(std::move(scene), view.sheet, diagnostics);
}

Scene compose(const DiagramView& view, const EarlierPlaces& earlier, Diagnostics& diagnostics) {
  const TextMetrics metrics;
  report_font(metrics, diagnostics);
  Diagnostics said;
  const auto engine = [&](std::span<const LayoutGraph> graphs) { return lay_out(graphs, said); };
  const KeptDiagram kept = arrange_like(earlier, view, engine, metrics);
  const PlacedDiagram& placed = kept.diagram.placed;
  if (placed.engine == "grid") pass_on(said, diagnostics);
  if (kept.moved > 0) diagnostics.report(Code::places_not_kept, {}, moved_text(kept, earlier));
  return on_sheet(diagram_scene(kept.diagram.plan, placed, metrics), view.sheet, diagnostics);
}

Scene compose(const TimelineView& view, Diagnostics& diagnostics) {
  const TextMetrics metrics;
  report_font(metrics, diagnostics);
  Scene scene = place_timeline(view, metrics);
  return on_sheet(std::move(scene), view.sheet, diagnostics);
}

std::string render(const Scene& scene, std::string_view format, Diagnostics& diagnostics) {
  const Renderer* renderer = find_renderer(format);
  if (renderer == nullptr || renderer->write == nullptr) throw Failure(fmt::format("no renderer `{}`", format));
  return renderer->write(scene, diagnostics);
}

}  // namespace throughline
