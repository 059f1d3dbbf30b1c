// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <functional>

#include "base/failure.hpp"
#include "base/text.hpp"
#include "render/graphviz.hpp"

namespace throughline {
namespace {

void report(const std::string& said, Diagnostics& diagnostics) {
  for (const std::string_view line : split(said, '\n'))
    if (!trim(line).empty()) diagnostics.report(Code::graphviz_said, {}, fmt::format("Graphviz: {}", trim(line)));
}

std::string told_layout(const LayoutGraph& graph) {
  const Spoken<Layout> spoken = lay_out_here(graph);
  return pack({spoken.said, to_text(spoken.result)});
}

// To start a child costs more than a layout: two share them, one for each of two processors. Where one of them fails
// nothing is known of its layouts.
std::vector<std::optional<std::string>> all_at_once(std::span<const LayoutGraph> graphs, const ChildLimits& limits) {
  constexpr std::size_t children = 2;
  std::vector<std::optional<std::string>> told(graphs.size());
  if (graphs.size() < children) return told;
  std::vector<std::function<std::string()>> works;
  for (std::size_t first = 0; first < children; ++first)
    works.emplace_back([graphs, first] {
      std::vector<std::string> texts;
      for (std::size_t i = first; i < graphs.size(); i += children) texts.push_back(told_layout(graphs[i]));
      return pack(texts);
    });
  const std::vector<ChildResult> results = run_in_children(works, limits);
  for (std::size_t first = 0; first < children; ++first) {
    if (!results[first].finished) continue;
    std::vector<std::string> texts = unpack(results[first].output);
    for (std::size_t i = first; i < graphs.size(); i += children) told[i] = std::move(texts[i / children]);
  }
  return told;
}

}  // namespace

std::vector<std::optional<Layout>> lay_out(std::span<const LayoutGraph> graphs, Diagnostics& diagnostics,
                                           const ChildLimits& limits) {
  std::vector<std::optional<Layout>> layouts(graphs.size());
  const std::vector<std::optional<std::string>> told = all_at_once(graphs, limits);
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    const ChildResult result =
        told[i] ? ChildResult{true, *told[i], {}} : run_in_child([&] { return told_layout(graphs[i]); }, limits);
    if (!result.finished) {
      diagnostics.report(Code::layout_stopped, {},
                         fmt::format("the layout `{}` was stopped: {}", graphs[i].engine, result.reason));
      continue;
    }
    const std::vector<std::string> parts = unpack(result.output);
    report(parts.at(0), diagnostics);
    layouts[i] = layout_from_text(parts.at(1), graphs[i]);
  }
  return layouts;
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
