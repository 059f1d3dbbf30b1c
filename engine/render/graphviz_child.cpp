// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "render/graphviz.hpp"

namespace throughline {
namespace {

void report(const std::string& said, Diagnostics& diagnostics) {
  for (const std::string_view line : split(said, '\n'))
    if (!trim(line).empty()) diagnostics.report(Code::graphviz_said, {}, fmt::format("Graphviz: {}", trim(line)));
}

}  // namespace

std::optional<Layout> lay_out(const LayoutGraph& graph, Diagnostics& diagnostics, const ChildLimits& limits) {
  const auto work = [&] {
    const Spoken<Layout> spoken = lay_out_here(graph);
    return pack({spoken.said, to_text(spoken.result)});
  };
  const ChildResult result = run_in_child(work, limits);
  if (!result.finished) {
    diagnostics.report(Code::layout_stopped, {},
                       fmt::format("the layout `{}` was stopped: {}", graph.engine, result.reason));
    return std::nullopt;
  }
  const std::vector<std::string> parts = unpack(result.output);
  report(parts.at(0), diagnostics);
  return layout_from_text(parts.at(1), graph);
}

std::string draw(const Painting& painting, const Page& page, std::string_view format, Diagnostics& diagnostics) {
  const std::string name(format);
  const auto work = [&] {
    const Spoken<std::string> spoken = draw_here(painting, page, name);
    return pack({spoken.said, spoken.result});
  };
  const ChildResult result = run_in_child(work, paint_limits);
  if (!result.finished) throw Failure(fmt::format("Graphviz cannot draw this figure as {}: {}", name, result.reason));
  const std::vector<std::string> parts = unpack(result.output);
  report(parts.at(0), diagnostics);
  return parts.at(1);
}

}  // namespace throughline
